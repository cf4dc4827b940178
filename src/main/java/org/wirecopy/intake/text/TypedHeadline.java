package org.wirecopy.intake.text;

import java.util.List;
import org.wirecopy.intake.CleanText;

/** The headline of a typed text: its first line that may be one, or the best of several. */
final class TypedHeadline {
  private static final int MOST_TITLES = 2;
  private static final int FEWEST_WORDS = 4;
  private static final int SHORTEST_TITLE = 20;

  private final List<TextLine> lines;
  private final DeskLines desk;

  TypedHeadline(List<TextLine> lines, DeskLines desk) {
    this.lines = lines;
    this.desk = desk;
  }

  /**
   * The line of the headline, or -1 if there is none; that of the first paragraph if nothing stands
   * above it but byline, date and what the desk wrote.
   *
   * @param listed which lines are of a list of other stories
   */
  int find(boolean[] listed) {
    int first = -1;
    int titles = 0;
    int i = 0;
    for (; i < lines.size() && !lines.get(i).is(LineKind.PROSE); i++) {
      if (lines.get(i).kind().isText()) {
        first = first < 0 && !desk.isNoHeadline(i) ? i : first;
        titles += lines.get(i).is(LineKind.SHORT) ? 1 : 0;
      }
    }
    if (first >= 0 && Kicker.isAbove(lines, first)) {
      first++;
    }
    if (titles > MOST_TITLES && i < lines.size() && !isTitle(first)) {
      int best = HeadlineFinder.find(lines, new StoryRegion(i, lines.size()), listed);
      return best < 0 || desk.isNoHeadline(best) ? first : best;
    }
    if (first >= 0) {
      return isBrief(first) && first + 1 < lines.size() ? first : -1;
    }
    int start = 0;
    while (start < lines.size() && isNoHeadline(start)) {
      start++;
    }
    return lines.size() > 1 && start < lines.size() && isBrief(start) ? start : -1;
  }

  /** Of several short lines the first is the headline if it says something, and no label. */
  private boolean isTitle(int i) {
    if (i < 0) {
      return false;
    }
    TextLine line = lines.get(i);
    return !line.bullet()
        && Sentences.words(line.text()) >= FEWEST_WORDS
        && Sentences.weight(line.text()) >= SHORTEST_TITLE;
  }

  private boolean isNoHeadline(int i) {
    return lines.get(i).kind().isNoise() || desk.isNoHeadline(i);
  }

  private boolean isBrief(int i) {
    return lines.get(i).text().length() <= CleanText.LONGEST_HEADLINE / 2;
  }
}
