package org.wirecopy.intake.text;

import java.util.ArrayList;
import java.util.List;
import org.wirecopy.article.Article;
import org.wirecopy.article.ArticleBuilder;
import org.wirecopy.article.Block;
import org.wirecopy.article.Dateline;
import org.wirecopy.intake.Charsets;
import org.wirecopy.intake.CleanText;
import org.wirecopy.intake.Decoding;
import org.wirecopy.intake.DeskNotes;
import org.wirecopy.intake.Facts;
import org.wirecopy.intake.FrontMatter;
import org.wirecopy.intake.HeadNotices;
import org.wirecopy.intake.PrintedDateline;
import org.wirecopy.intake.Reader;
import org.wirecopy.intake.Reading;
import org.wirecopy.intake.ShownLanguage;
import org.wirecopy.intake.Source;
import org.wirecopy.intake.StandingHead;
import org.wirecopy.intake.StoryEnd;

/**
 * Plain text, typed or pasted from a page: fields at its top if there are any, then whatever {@link
 * StoryLayout} tells apart. The last reader asked: it takes all that is text.
 */
public final class PlainTextReader implements Reader {
  /** How much of a line that was left out is shown, in characters. */
  private static final int SHOWN = 80;

  @Override
  public String format() {
    return "plain text";
  }

  @Override
  public boolean recognises(Source source) {
    return true;
  }

  @Override
  public Reading read(Source source) {
    Decoding decoding = Charsets.decode(source.bytes());
    if (decoding instanceof Decoding.Unreadable unreadable) {
      return new Reading.Rejected(unreadable.rejection());
    }
    Decoding.Text decoded = (Decoding.Text) decoding;
    String text = CleanText.text(decoded.text());
    if (text.isBlank()) {
      return Reading.rejected(
          "EMPTY", "The file is empty.", "Save the article again and drop the file once more.");
    }
    FrontMatter.Result matter = FrontMatter.of(text, source, true);
    if (matter instanceof FrontMatter.Result.Wrong wrong) {
      return new Reading.Rejected(wrong.rejection());
    }
    Facts facts = Facts.NONE;
    if (matter instanceof FrontMatter.Result.Found found) {
      facts = found.facts();
      text = found.rest();
    }
    List<String> warnings = new ArrayList<>(decoded.warnings());
    warnings.addAll(facts.warnings());
    LineReader reader = new LineReader(source);
    TypedEnd ended = TypedEnd.of(StandingHead.without(text), reader);
    if (!ended.cut().isEmpty()) {
      warnings.add(StoryEnd.WARNING);
    }
    List<TextLine> lines = new ArrayList<>();
    for (TextLine line : reader.read(ended.text())) {
      if (DeskNotes.isPrivate(line.text())) {
        warnings.add(DeskNotes.warning(line.text()));
      } else {
        lines.add(line);
      }
    }
    StoryLayout story = StoryLayout.of(lines, reader, facts.headline());
    Reading reading = article(story, facts, source, warnings);
    if (!(reading instanceof Reading.Articles articles)) {
      return reading;
    }
    List<String> notices = HeadNotices.head(text, story.headline());
    notices.addAll(HeadNotices.embargoes(ended.cut()));
    return HeadNotices.checked(articles, notices, facts);
  }

  private Reading article(StoryLayout story, Facts facts, Source source, List<String> warnings) {
    String headline = facts.headline() == null ? story.headline() : facts.headline();
    if (story.isWithoutHeadline()) {
      warnings.add(
          "The text has no headline, so its first sentence stands in its place: put a headline on"
              + " the first line, alone.");
    }
    if (headline.isEmpty() && facts.recalls()) {
      headline = facts.id() == null ? source.name() : facts.id();
    }
    if (headline.isEmpty() && !story.isOneLine()) {
      return Reading.rejected(
          "NO_HEADLINE",
          "No headline was found in the file.",
          "Put the headline on the first line, alone, and drop the file again.");
    }
    List<Block> body = DeskNotes.without(story.body(), warnings);
    if (headline.isEmpty() || (body.isEmpty() && !facts.recalls())) {
      return Reading.rejected(
          "NO_BODY",
          "The file has a headline but no text.",
          "Put the article's paragraphs below the headline and drop the file again.");
    }
    Dateline dateline =
        PrintedDateline.complete(
            story.date() == null ? Dateline.NONE : story.date().at(null), body, source);
    ArticleBuilder article =
        Article.titled(headline)
            .subhead(story.subhead())
            .byline(story.byline())
            .body(body)
            .pictures(story.pictures())
            .alsoRead(story.alsoRead())
            .language(ShownLanguage.of(body, source));
    if (!story.leftOut().isEmpty()) {
      warnings.add(leftOut(story.leftOut()));
    }
    facts.applyTo(article, dateline);
    if (facts.edNote() == null && story.edNote() != null) {
      article.edNote(story.edNote());
      warnings.add("Sent as a note to editors, not as text: " + story.edNote());
    }
    return new Reading.Articles(format(), List.of(article.build()), warnings);
  }

  private static String leftOut(List<String> lines) {
    String first = lines.get(0);
    String shown = first.length() > SHOWN ? first.substring(0, SHOWN).strip() + "…" : first;
    return "Left out as parts of a web page: "
        + (lines.size() == 1 ? "the line" : lines.size() + " lines, the first")
        + " “"
        + shown
        + "”. If the story needs them, drop its text again without the rest of the page.";
  }
}
