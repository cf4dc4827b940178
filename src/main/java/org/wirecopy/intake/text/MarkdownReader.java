package org.wirecopy.intake.text;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.wirecopy.article.Article;
import org.wirecopy.article.Block;
import org.wirecopy.article.Dateline;
import org.wirecopy.article.Picture;
import org.wirecopy.intake.Charsets;
import org.wirecopy.intake.CleanText;
import org.wirecopy.intake.Dates.Stated;
import org.wirecopy.intake.Decoding;
import org.wirecopy.intake.DeskNotes;
import org.wirecopy.intake.Facts;
import org.wirecopy.intake.FrontMatter;
import org.wirecopy.intake.HeadNotices;
import org.wirecopy.intake.LocalPictures;
import org.wirecopy.intake.Opening;
import org.wirecopy.intake.PictureBytes;
import org.wirecopy.intake.PrintedDateline;
import org.wirecopy.intake.Reader;
import org.wirecopy.intake.Reading;
import org.wirecopy.intake.ShownLanguage;
import org.wirecopy.intake.Source;
import org.wirecopy.intake.StoryEnd;
import org.wirecopy.intake.StruckOut;

/**
 * Markdown (CommonMark). Its headline stands in front matter, in a heading or, where there is no
 * heading, on a first line of its own; anything else is read as typed text.
 */
public final class MarkdownReader implements Reader {
  private static final int LOOK = 4096;
  private static final int LONGEST_HEADLINE = 200;

  private static final Pattern OPENING = Pattern.compile("#{1,6} \\S|\\[[^\\]]+\\]: |```");
  private static final Pattern INLINE = Pattern.compile("\\]\\(https?://|\\*\\*\\S");

  private final Reader typed = new PlainTextReader();

  @Override
  public String format() {
    return "Markdown";
  }

  @Override
  public boolean recognises(Source source) {
    // Only signs of ASCII are looked for, and bytes taken one by one are read quickest.
    String head =
        new String(
            source.bytes(), 0, Math.min(LOOK, source.bytes().length), StandardCharsets.ISO_8859_1);
    return head.indexOf('\0') < 0 && (isNamed(source) || marked(head));
  }

  private static boolean isNamed(Source source) {
    return source.name().toLowerCase(Locale.ROOT).endsWith(".md");
  }

  /** Every file comes by here, so most lines are passed over by their first character. */
  private static boolean marked(String head) {
    Matcher opening = OPENING.matcher(head);
    for (int line = 0; line < head.length(); line = head.indexOf('\n', line) + 1) {
      if ("#[`".indexOf(head.charAt(line)) >= 0
          && opening.region(line, head.length()).lookingAt()) {
        return true;
      }
      if (head.indexOf('\n', line) < 0) {
        break;
      }
    }
    boolean maybe = head.contains("](http") || head.contains("**");
    return maybe && INLINE.matcher(head).find();
  }

  @Override
  public Reading read(Source source) {
    Decoding decoding = Charsets.decode(source.bytes());
    if (decoding instanceof Decoding.Unreadable unreadable) {
      return new Reading.Rejected(unreadable.rejection());
    }
    Decoding.Text decoded = (Decoding.Text) decoding;
    String text = CleanText.text(decoded.text());
    FrontMatter.Result matter = FrontMatter.of(text, source, true);
    if (matter instanceof FrontMatter.Result.Wrong wrong) {
      return new Reading.Rejected(wrong.rejection());
    }
    Facts facts = Facts.NONE;
    if (matter instanceof FrontMatter.Result.Found found) {
      facts = found.facts();
      text = found.rest();
    }
    Reading exceeded = MarkdownBounds.exceeded(text);
    if (exceeded != null) {
      return exceeded;
    }
    List<String> warnings = new ArrayList<>(decoded.warnings());
    warnings.addAll(facts.warnings());
    MarkdownBody body = MarkdownBody.parse(text, facts.headline() == null);
    if (body.isUnclosed()) {
      return Reading.rejected(
          "SCRIPT_UNCLOSED",
          "The text holds a <script> or <style> that is not closed, so the rest of it may be code.",
          "Take it out, or close it with </script> or </style>, and drop the file again.");
    }
    String headline = facts.headline() == null ? body.headline() : facts.headline();
    List<Block> blocks = body.blocks();
    if (headline.isEmpty() && facts.recalls()) {
      headline = facts.id() == null ? source.name() : facts.id();
    }
    boolean typedAlone = !body.hasHeadings() || !isNamed(source);
    if (headline.isEmpty() && typedAlone && !blocks.isEmpty()) {
      // A typed article with some marks in it, or one that is Markdown by its name only.
      if (!body.opensWithALine() || blocks.get(0).text().length() > LONGEST_HEADLINE) {
        return typed.read(source);
      }
      headline = CleanText.headline(blocks.get(0).text());
      blocks = blocks.subList(1, blocks.size());
    }
    if (headline.isEmpty()) {
      return Reading.rejected(
          "NO_HEADLINE",
          "No headline was found in the file.",
          "Put it into the front matter (headline: …) or on a first line that begins with #.");
    }
    if (blocks.isEmpty() && !facts.recalls()) {
      return Reading.rejected(
          "NO_BODY",
          "The file has a headline but no text.",
          "Put the article's paragraphs below the headline and drop the file again.");
    }
    Opening opening = Opening.of(DeskNotes.without(blocks, warnings), source);
    RelatedBlocks related = RelatedBlocks.of(opening.rest(), headline, source);
    List<Block> story = related.body().subList(0, StoryEnd.of(related.body()));
    if (story.size() + 1 < related.body().size()) {
      warnings.add(StoryEnd.WARNING);
    }
    if (body.struck()) {
      warnings.add(StruckOut.WARNING);
    }
    Stated date = opening.date();
    PictureBytes pictures = new PictureBytes();
    List<Picture> shown = LocalPictures.resolve(body.pictures(), source.beside(), pictures);
    warnings.addAll(pictures.warnings());
    Article article =
        facts
            .applyTo(
                Article.titled(headline)
                    .subhead(opening.subhead())
                    .byline(opening.byline())
                    .body(story)
                    .pictures(shown)
                    .alsoRead(related.headlines())
                    .language(ShownLanguage.of(story, source)),
                PrintedDateline.complete(
                    date == null ? Dateline.NONE : date.at(null), story, source))
            .build();
    List<String> notices = HeadNotices.head(text, headline);
    notices.addAll(HeadNotices.embargoes(StoryEnd.below(story, related.body())));
    return HeadNotices.checked(
        new Reading.Articles(format(), List.of(article), warnings, pictures.media()),
        notices,
        facts);
  }
}
