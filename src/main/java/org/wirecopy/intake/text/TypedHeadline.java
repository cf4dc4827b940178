package org.wirecopy.intake.text;

import java.util.List;
import java.util.Set;
import org.wirecopy.intake.CleanText;

/** The headline of a typed text: its first line that may be one, or the best of several. */
final class TypedHeadline {
  private static final int MOST_TITLES = 2;

  /** What press offices write above a headline, letters only. */
  private static final Set<String> RELEASES =
      Set.of(
          "forimmediaterelease",
          "pressrelease",
          "mediarelease",
          "newsrelease",
          "pressemitteilung",
          "presseinformation",
          "medienmitteilung",
          "communiquédepresse",
          "comunicadodeprensa",
          "notadeprensa",
          "comunicatostampa",
          "notadeimprensa",
          "persbericht",
          "pressmeddelande",
          "pressemeddelelse",
          "pressemelding",
          "basınbülteni");

  private final List<TextLine> lines;

  TypedHeadline(List<TextLine> lines) {
    this.lines = lines;
  }

  /**
   * The line of the headline, or -1 if there is none.
   *
   * @param listed which lines are of a list of other stories
   */
  int find(boolean[] listed) {
    int first = -1;
    int titles = 0;
    int i = 0;
    for (; i < lines.size() && !lines.get(i).is(LineKind.PROSE); i++) {
      if (lines.get(i).kind().isText() && !isOfDesk(i)) {
        first = first < 0 ? i : first;
        titles += lines.get(i).is(LineKind.SHORT) ? 1 : 0;
      }
    }
    if (titles > MOST_TITLES && i < lines.size()) {
      int best = HeadlineFinder.find(lines, new StoryRegion(i, lines.size()), listed);
      return best < 0 ? first : best;
    }
    if (first >= 0) {
      first += Kicker.isAbove(lines, first) ? 1 : 0;
      return isBrief(first) && first + 1 < lines.size() ? first : -1;
    }
    return lines.size() > 1 && isBrief(0) ? 0 : -1;
  }

  private boolean isBrief(int i) {
    return lines.get(i).text().length() <= CleanText.LONGEST_HEADLINE / 2;
  }

  /** True for what stands above a headline for the desk's eyes. */
  private boolean isOfDesk(int i) {
    return RELEASES.contains(lines.get(i).key());
  }
}
