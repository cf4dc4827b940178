package org.wirecopy.related;

/**
 * Weighs what speaks for a story into one confidence between 0 and 1: about the chance that an
 * editor finds it useful beside the article.
 *
 * <p>The weights come from a regression (softmax over the candidates of each article) on published
 * roundups and publishers' own links, those of the last step from graded judgments; {@code
 * RelatedScorer} in the tests measures what they are worth.
 */
final class Ranking {
  private static final double SLOPE = 0.32;
  private static final double OFFSET = 0.693;
  private static final double LATER_DAYS = 1.5;

  private final double recencyWeight;

  /**
   * @param recencyWeight of nearness in time: 1 as measured, 0 to leave it out
   */
  Ranking(double recencyWeight) {
    this.recencyWeight = recencyWeight;
  }

  double confidence(Likeness likeness) {
    double words = Math.log(likeness.words() + 0.02);
    double text =
        2.249 * words
            + 1.030 * Math.log(likeness.rare() + 0.02)
            + 1.161 * likeness.headline()
            + 0.972 * likeness.lead()
            + 0.712 * likeness.otherHeadline();
    double sum = text + recencyWeight * time(likeness.days(), words);
    return 1 / (1 + Math.exp(-(SLOPE * sum + OFFSET)));
  }

  /** The nearer the better; the farther, the more the words must say. */
  private static double time(double days, double words) {
    if (Double.isNaN(days)) {
      return 7.560 + 3.377 * words;
    }
    double apart = Math.abs(days);
    return 2.371 * Math.exp(-apart / 3)
        + (1.869 + 1.213 * words) * Math.exp(-apart / 7)
        + (2.114 - 0.429 * words) * Math.exp(-apart / 30)
        + (2.141 - 0.435 * words) * Math.exp(-apart / 180)
        - (days > LATER_DAYS ? 1.337 : 0);
  }
}
