package org.wirecopy.intake.text;

import java.util.List;

/** Finds the sentence or phrase below a headline that is no paragraph of the body. */
final class StandFirst {
  private static final int REACH = 8;
  private static final int FEWEST_WORDS = 6;
  private static final int MOST_DECKS = 2;
  private static final String OPENERS = "\"“„«‘'»¿¡「『";

  private final List<TextLine> lines;
  private final boolean[] listed;
  private final Credits credits;
  private final DeskLines desk;
  private final Captions captions;
  private final int headline;

  /**
   * @param listed which lines are of a list of other stories
   * @param headline its line, or -1
   */
  StandFirst(
      List<TextLine> lines,
      boolean[] listed,
      Credits credits,
      DeskLines desk,
      Captions captions,
      int headline) {
    this.lines = lines;
    this.listed = listed;
    this.credits = credits;
    this.desk = desk;
    this.captions = captions;
    this.headline = headline;
  }

  /**
   * Its line, or -1. A single sentence between the headline and the byline is one; a paragraph
   * there is the body's first. In a typed text so is a phrase above the first paragraph, byline or
   * not.
   */
  int find(StoryRegion region, boolean typed) {
    int start = region.start();
    int meta = start;
    int reach = Math.min(region.end(), start + REACH);
    for (int i = start; i < reach && !listed[i]; i++) {
      meta = credits.uses(i) ? i : meta;
    }
    for (int i = start; i < meta; i++) {
      TextLine line = lines.get(i);
      if (line.is(LineKind.PROSE)) {
        return -1;
      }
      boolean again = headline >= 0 && line.key().equals(lines.get(headline).key());
      if (again || desk.has(i) || credits.uses(i)) {
        continue;
      }
      if ((isPhrase(line) || line.is(LineKind.SENTENCE))
          && !listed[i]
          && !line.bullet()
          && !captions.has(i, true)) {
        return i;
      }
    }
    return typed && headline >= 0 && isDeck(start) ? start : -1;
  }

  private static boolean isPhrase(TextLine line) {
    return line.is(LineKind.SHORT) && Sentences.words(line.text()) >= FEWEST_WORDS;
  }

  /** True of words with the first paragraph below, or one more such line between the two. */
  private boolean isDeck(int i) {
    int next = i + 1;
    while (next < Math.min(lines.size(), i + MOST_DECKS) && isOfDeck(next)) {
      next++;
    }
    return next < lines.size()
        && lines.get(next).is(LineKind.PROSE)
        && !lines.get(next).bullet()
        && isPhrase(lines.get(i))
        && isOfDeck(i);
  }

  private boolean isOfDeck(int i) {
    TextLine line = lines.get(i);
    int first = line.text().codePointAt(0);
    return line.is(LineKind.SHORT)
        && !line.bullet()
        && !line.quoted()
        && (Character.isLetter(first) || OPENERS.indexOf(first) >= 0)
        && line.text().indexOf(':') < 0
        && !listed[i]
        && !credits.uses(i)
        && !desk.has(i)
        && !captions.has(i, true);
  }
}
