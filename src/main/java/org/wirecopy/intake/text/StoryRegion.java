package org.wirecopy.intake.text;

import java.util.List;

/**
 * Where in the lines of a page the story's body stands: the stretch in which what speaks for a body
 * outweighs most what speaks against it.
 *
 * @param start its first line
 * @param end the line after its last; equal to {@code start} if there is no body
 */
record StoryRegion(int start, int end) {
  private static final double LIST_COST = 3;
  private static final double END_COST = 4;
  private static final double LONGEST_RUN_COST = 2;
  private static final double MOST_FOR_A_PARAGRAPH = 4;

  /** Finds the body; {@code listed} marks lines that belong to lists of other headlines. */
  static StoryRegion of(List<TextLine> lines, boolean[] listed) {
    double best = 0;
    double sum = 0;
    int bestStart = 0;
    int bestEnd = 0;
    int start = 0;
    double run = 0;
    for (int i = 0; i < lines.size(); i++) {
      if (sum <= 0) {
        sum = 0;
        start = i;
      }
      double worth = listed[i] ? listedWorth(lines.get(i)) : worth(lines.get(i));
      boolean small = lines.get(i).kind().isNoise() || lines.get(i).is(LineKind.CAPTION);
      run = small ? Math.max(-LONGEST_RUN_COST, run + worth) : worth > 0.3 ? 0 : run;
      sum += small && run <= -LONGEST_RUN_COST ? 0 : worth;
      if (sum > best) {
        best = sum;
        bestStart = start;
        bestEnd = i + 1;
      }
    }
    return new StoryRegion(bestStart, bestEnd);
  }

  private static double listedWorth(TextLine line) {
    return line.is(LineKind.LIST) ? -LIST_COST : -0.15;
  }

  private static double worth(TextLine line) {
    return switch (line.kind()) {
      case PROSE -> {
        double worth = Math.min(MOST_FOR_A_PARAGRAPH, Sentences.weight(line.text()) / 100.0);
        yield line.bullet() ? worth / 4 : worth;
      }
      case SENTENCE -> line.bullet() ? -0.3 : 0.4;
      case SHORT -> line.bullet() ? -0.7 : -0.5;
      case DATE, BYLINE -> -0.6;
      case CAPTION, COUNTER -> -0.2;
      case SIGN -> -0.1;
      case CHROME, NOTICE -> -0.6;
      case LIST -> -LIST_COST;
      case END -> -END_COST;
    };
  }
}
