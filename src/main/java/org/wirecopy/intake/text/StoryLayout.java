package org.wirecopy.intake.text;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wirecopy.article.Block;
import org.wirecopy.article.Byline;
import org.wirecopy.article.ListedHeadline;
import org.wirecopy.article.Picture;
import org.wirecopy.intake.CleanText;
import org.wirecopy.intake.Dates.Stated;

/** The parts of a story as they stand in the lines of a text. */
final class StoryLayout {
  private final List<TextLine> lines;
  private final boolean[] listed;
  private final List<Block> body = new ArrayList<>();
  private final Captions captions;
  private final List<ListedHeadline> alsoRead;
  private final Credits credits;
  private final String headline;
  private final int headlineAt;
  private final StoryRegion region;
  private final BodyLines bodyLines;
  private final boolean withoutHeadline;
  private final DeskLines desk;
  private final @Nullable String edNote;
  private final boolean[] taken;
  private final List<String> leftOut;
  private @Nullable String subhead;

  private StoryLayout(List<TextLine> all, LineReader reader, @Nullable String stated) {
    this.lines = OtherHeadlines.withKeyFacts(PageFrame.withoutFoot(all), reader, new BitSet());
    OtherHeadlines others = OtherHeadlines.in(lines, reader);
    this.listed = others.listed();
    this.taken = new boolean[lines.size()];
    boolean typed = isTyped();
    this.captions = new Captions(lines, typed);
    StoryRegion found = typed ? new StoryRegion(0, lines.size()) : StoryRegion.of(lines, listed);
    desk = typed ? DeskLines.above(lines, reader) : DeskLines.none(reader);
    int at = stated == null ? headlineAt(found, typed) : statedAt(stated);
    Kicker kicker =
        stated != null || at < 0
            ? new Kicker("", stated == null ? "" : stated)
            : Kicker.of(lines, at);
    headline = stated != null ? stated : CleanText.headline(kicker.headline());
    takeOutOfList(at);
    withoutHeadline = typed && stated == null && at >= 0 && isParagraph(at);
    edNote = desk.note(at);
    headlineAt = withoutHeadline ? -1 : at;
    region = new StoryRegion(headlineAt < 0 ? found.start() : headlineAt + 1, found.end());
    credits = Credits.of(lines, reader, noCredits(), headlineAt, found, typed);
    if (typed) {
      credits.signature(lines.size() - 1);
    }
    bodyLines = new BodyLines(lines, listed, region);
    int start = bodyStart(typed);
    captionsAbove(start);
    int end = collect(start, typed);
    if (body.isEmpty() && subhead != null) {
      // All there is besides the headline is no stand-first.
      body.add(Block.paragraph(subhead));
      subhead = null;
    }
    if (subhead == null && !kicker.words().isEmpty()) {
      // Without its kicker a headline may lose its subject.
      subhead = CleanText.headline(kicker.words());
    }
    alsoRead = others.read(0, lines.size(), headline);
    leftOut =
        typed ? LeftOut.above(lines, taken(), at, desk) : LeftOut.of(lines, taken(), start, end);
  }

  /**
   * @param stated the headline if the front matter states it, else null
   */
  static StoryLayout of(List<TextLine> lines, LineReader reader, @Nullable String stated) {
    return new StoryLayout(lines, reader, stated);
  }

  String headline() {
    return headline;
  }

  /** True if there is nothing but one line, so that there is no telling headline from body. */
  boolean isOneLine() {
    return lines.size() == 1;
  }

  /** True if the text begins with a paragraph, which then is both: headline, and of the body. */
  boolean isWithoutHeadline() {
    return withoutHeadline;
  }

  /** What is in the text and not in the article, though it might be the story's. */
  List<String> leftOut() {
    return leftOut;
  }

  /** What is written above the story for other desks, or null. */
  @Nullable String edNote() {
    return edNote;
  }

  @Nullable String subhead() {
    return subhead;
  }

  Byline byline() {
    return credits.byline();
  }

  @Nullable Stated date() {
    return credits.date();
  }

  List<Block> body() {
    return body;
  }

  List<Picture> pictures() {
    return captions.pictures();
  }

  List<ListedHeadline> alsoRead() {
    return alsoRead;
  }

  /** True if the text bears no sign of a page around it: then nothing of it is left out. */
  private boolean isTyped() {
    if (lines.stream().noneMatch(line -> line.isOfPage() && !isTypedCredit(line))) {
      // However many short lines: tables, recipes, poems and letters are typed, too, and credits.
      return true;
    }
    int shorts = 0;
    int texts = 0;
    for (int i = 0; i < lines.size(); i++) {
      if (listed[i] && !lines.get(i).kind().isNoise()) {
        continue;
      }
      if (i > 0 && isShortItem(i) && isShortItem(i - 1)) {
        // a list of many short items counts as one
        continue;
      }
      TextLine line = lines.get(i);
      boolean page = line.isOfPage() || line.is(LineKind.NOTICE);
      if (page && !line.is(LineKind.CAPTION)) {
        return false;
      }
      switch (line.kind()) {
        case SHORT -> shorts++;
        case PROSE, SENTENCE -> texts++;
        default -> {
          // Dates, names and figures stand in typed texts too.
        }
      }
    }
    return shorts <= 3 + texts / 3;
  }

  /** The lines that name nobody: the desk's, those of lists, and headings known as such. */
  private boolean[] noCredits() {
    boolean[] others = desk.with(listed);
    for (int i = 0; i < others.length; i++) {
      TextLine line = lines.get(i);
      others[i] |=
          line.is(LineKind.SHORT)
              && (Phrases.mayHead(line.text()) || Phrases.mayHeadFacts(line.text()));
    }
    return others;
  }

  private static boolean isTypedCredit(TextLine line) {
    return line.is(LineKind.CAPTION) && Phrases.isCreditAlone(line.text());
  }

  private boolean isShortItem(int i) {
    return lines.get(i).bullet() && lines.get(i).is(LineKind.SHORT);
  }

  private int headlineAt(StoryRegion found, boolean typed) {
    if (typed) {
      return new TypedHeadline(lines, desk).find(listed);
    }
    return HeadlineFinder.find(lines, found, listed);
  }

  private boolean isParagraph(int i) {
    return lines.get(i).is(LineKind.PROSE) && lines.get(i).text().endsWith(".");
  }

  /** A headline ends a list that stands above it, such as a menu of the latest news. */
  private void takeOutOfList(int line) {
    for (int i = line; i >= 0 && i < lines.size() && listed[i]; i++) {
      if (lines.get(i).is(LineKind.LIST)) {
        return;
      }
      listed[i] = false;
    }
  }

  private int statedAt(String stated) {
    String key = OtherHeadlines.key(stated);
    for (int i = 0; i < Math.min(lines.size(), 10); i++) {
      if (lines.get(i).key().equals(key)) {
        return i;
      }
    }
    return -1;
  }

  private int bodyStart(boolean typed) {
    int line =
        new StandFirst(lines, listed, credits, desk, captions, headlineAt).find(region, typed);
    if (line < 0) {
      return region.start();
    }
    subhead = lines.get(line).text();
    taken[line] = true;
    return line + 1;
  }

  private void captionsAbove(int start) {
    for (int i = Math.max(0, headlineAt - 6); i < start; i++) {
      boolean above = i < headlineAt && lines.get(i).is(LineKind.SHORT);
      boolean pictured = above && Phrases.speaksOfPicture(lines.get(i).text());
      if (i != headlineAt && !listed[i] && (pictured || captions.has(i, true))) {
        captions.add(lines.get(i).text());
        taken[i] = true;
      }
    }
  }

  /** Collects the body; the line after its last. */
  private int collect(int start, boolean typed) {
    int last = start;
    int end = typed ? region.end() : StoryTail.end(lines, region, credits.byline().names());
    for (int i = start; i < end; i++) {
      TextLine line = lines.get(i);
      if (listed[i] || credits.uses(i) || i == headlineAt || desk.has(i)) {
        continue;
      }
      if (isRepeatedHeadline(line)) {
        if (i + 1 < end && lines.get(i + 1).block() == line.block() && captions.mayBe(i + 1)) {
          captions.add(lines.get(i + 1).text());
          taken[i + 1] = true;
          i++;
        }
      } else if (captions.has(i, body.isEmpty())) {
        captions.add(line.text());
        taken[i] = true;
      } else if (typed ? isTypedText(i) : bodyLines.has(i)) {
        body.add(Block.of(bodyLines.kind(i, body.isEmpty()), line.text()));
        taken[i] = true;
        last = i + 1;
      }
    }
    return last;
  }

  /** The lines of which something is in the article. */
  private boolean[] taken() {
    for (int i = 0; i < taken.length; i++) {
      taken[i] |= listed[i] || credits.uses(i) || i == headlineAt;
      taken[i] |= isRepeatedHeadline(lines.get(i));
    }
    return taken;
  }

  /** In a typed text dates and figures between the paragraphs are the story's. */
  private boolean isTypedText(int i) {
    TextLine line = lines.get(i);
    boolean amid = line.is(LineKind.DATE) || line.is(LineKind.COUNTER);
    return line.kind().isText()
        || line.is(LineKind.BYLINE)
        || (amid && !body.isEmpty())
        || (i > headlineAt && Moments.begins(lines, i));
  }

  private boolean isRepeatedHeadline(TextLine line) {
    return headlineAt >= 0 && line.key().equals(lines.get(headlineAt).key());
  }
}
