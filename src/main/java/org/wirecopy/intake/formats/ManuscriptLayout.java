package org.wirecopy.intake.formats;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.wirecopy.article.Article;
import org.wirecopy.article.ArticleBuilder;
import org.wirecopy.article.Block;
import org.wirecopy.article.Dateline;
import org.wirecopy.article.Picture;
import org.wirecopy.intake.Bylines;
import org.wirecopy.intake.CleanText;
import org.wirecopy.intake.Dates.Stated;
import org.wirecopy.intake.DeskNotes;
import org.wirecopy.intake.Facts;
import org.wirecopy.intake.HeadNotices;
import org.wirecopy.intake.Opening;
import org.wirecopy.intake.PrintedDateline;
import org.wirecopy.intake.Reading;
import org.wirecopy.intake.ShownLanguage;
import org.wirecopy.intake.Source;
import org.wirecopy.intake.StandingHead;
import org.wirecopy.intake.StoryEnd;
import org.wirecopy.intake.formats.Manuscript.Paragraph;
import org.wirecopy.intake.formats.Manuscript.Role;
import org.wirecopy.intake.text.DeskLines;
import org.wirecopy.intake.text.RelatedBlocks;

/** Tells the paragraphs of a manuscript apart. */
final class ManuscriptLayout {
  private static final int LONGEST_HEADLINE = 250;
  private static final int MOST_HEAD = 40;

  private final Facts facts;
  private final Source source;
  private final @Nullable String title;
  private final @Nullable String sent;
  private final List<String> margins;
  private final List<Block> body = new ArrayList<>();
  private @Nullable String subhead;

  /**
   * @param title the headline, where it stands apart from the text
   * @param sent the date that counts if the text states none
   * @param margins what stands above and below each page: none of the text, but perhaps an order
   */
  ManuscriptLayout(
      Facts facts,
      Source source,
      @Nullable String title,
      @Nullable String sent,
      List<String> margins) {
    this.facts = facts;
    this.source = source;
    this.title = title;
    this.sent = sent;
    this.margins = margins;
  }

  Reading reading(
      List<Paragraph> paragraphs,
      List<Picture> pictures,
      List<String> warnings,
      String format,
      Map<String, byte[]> media) {
    List<Paragraph> lines = withoutStandingHeads(paragraphs);
    String headline = facts.headline() == null ? title : facts.headline();
    int own = headline == null ? title(lines) : -1;
    if (own >= 0) {
      headline = CleanText.headline(lines.get(own).text());
    }
    for (int i = 0; i < lines.size(); i++) {
      if (i != own) {
        place(lines.get(i), headline, pictures);
      }
    }
    if (headline == null && facts.recalls()) {
      headline = facts.id() == null ? CleanText.headline(source.name()) : facts.id();
    }
    if (headline == null || headline.isBlank()) {
      return Reading.rejected(
          "NO_HEADLINE",
          "No headline was found in the document.",
          "Put the headline into the first paragraph, alone, and drop the file again.");
    }
    Opening opening = Opening.of(DeskNotes.without(body, warnings), source);
    RelatedBlocks related = RelatedBlocks.of(opening.rest(), headline, source);
    List<Block> text = published(related.body(), warnings);
    if (text.isEmpty() && !facts.recalls()) {
      return Reading.rejected(
          "NO_BODY",
          "The document has a headline but no text.",
          "Put the article's paragraphs below the headline and drop the file again.");
    }
    ArticleBuilder article =
        Article.titled(headline)
            .subhead(subhead == null ? opening.subhead() : subhead)
            .byline(opening.byline())
            .body(text)
            .pictures(pictures)
            .alsoRead(related.headlines())
            .language(ShownLanguage.of(text, source));
    Stated date = opening.date();
    date = date == null && sent != null ? WireDates.parse(sent, source.zone()) : date;
    Dateline found =
        PrintedDateline.complete(date == null ? Dateline.NONE : date.at(null), text, source);
    List<String> notices = head(paragraphs, headline);
    notices.addAll(margins);
    notices.addAll(HeadNotices.embargoes(StoryEnd.below(text, related.body())));
    return HeadNotices.checked(
        new Reading.Articles(
            format, List.of(facts.applyTo(article, found).build()), warnings, media),
        notices,
        facts);
  }

  /** The lines as they stand, since one may have been taken for a byline, date or caption. */
  private List<String> head(List<Paragraph> paragraphs, String headline) {
    String text =
        paragraphs.stream()
            .map(Paragraph::text)
            .filter(line -> !line.isEmpty())
            .limit(MOST_HEAD)
            .collect(Collectors.joining("\n\n"));
    return HeadNotices.head((title == null ? "" : title + "\n\n") + text, headline);
  }

  private List<Paragraph> withoutStandingHeads(List<Paragraph> paragraphs) {
    List<Paragraph> lines = paragraphs.stream().filter(line -> !line.text().isEmpty()).toList();
    int first = 0;
    while (first + 1 < lines.size()
        && (StandingHead.is(lines.get(first).text())
            || isSlug(lines.get(first), lines.get(first + 1)))) {
      first++;
    }
    return lines.subList(first, lines.size());
  }

  /** True of a desk's name for the story above its headline. */
  private boolean isSlug(Paragraph line, Paragraph next) {
    return title == null
        && line.role() == Role.TEXT
        && DeskLines.isSlug(line.text())
        && next.text().length() <= LONGEST_HEADLINE
        && Bylines.recognise(next.text()) == null
        && !Opening.isDate(next.text(), source);
  }

  /** What is for the public, without the notes and numbers that editors are given below it. */
  private static List<Block> published(List<Block> blocks, List<String> warnings) {
    List<Block> story = blocks.subList(0, StoryEnd.of(blocks));
    if (story.size() + 1 < blocks.size()) {
      warnings.add(StoryEnd.WARNING);
    }
    List<Block> text = ContactLines.withoutPress(story);
    if (text.size() < story.size()) {
      warnings.add("Below the story, what tells editors whom to ask was left out.");
    }
    return text;
  }

  /** The paragraph styled as title, else a heading at the top, else the first short paragraph. */
  private int title(List<Paragraph> lines) {
    for (int i = 0; i < lines.size() && i < 12; i++) {
      if (lines.get(i).role() == Role.TITLE) {
        return i;
      }
    }
    for (int i = 0; i < lines.size() && i < 2; i++) {
      if (lines.get(i).role() == Role.HEADING) {
        return i;
      }
    }
    for (int i = 0; i < lines.size() && i < 3; i++) {
      String text = lines.get(i).text();
      boolean meta = Bylines.recognise(text) != null || Opening.isDate(text, source);
      if (!meta && text.length() <= LONGEST_HEADLINE) {
        return i;
      }
    }
    return -1;
  }

  private void place(Paragraph line, @Nullable String headline, List<Picture> pictures) {
    String text = line.text();
    if (line.role() == Role.SUBTITLE && subhead == null && body.isEmpty()) {
      subhead = text;
    } else if (line.role() == Role.CAPTION) {
      caption(text, pictures);
    } else if (!text.equals(headline)) {
      body.add(new Block(line.kind(), line.spans()));
    }
  }

  /** A caption belongs to the last picture that has none. */
  private static void caption(String text, List<Picture> pictures) {
    for (int i = 0; i < pictures.size(); i++) {
      Picture picture = pictures.get(i);
      if (picture.caption() == null) {
        pictures.set(
            i, new Picture(text, picture.credit(), picture.alt(), picture.href(), picture.media()));
        return;
      }
    }
    pictures.add(Picture.captioned(text));
  }
}
