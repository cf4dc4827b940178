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
  private static final double SLOPE = 0.321;
  private static final double OFFSET = 0.775;
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
        2.441 * words
            + 1.017 * Math.log(likeness.rare() + 0.02)
            + 1.111 * likeness.headline()
            + 0.996 * likeness.lead()
            + 0.777 * likeness.otherHeadline();
    double sum = text + recencyWeight * time(likeness.days(), words);
    return 1 / (1 + Math.exp(-(SLOPE * sum + OFFSET)));
  }

  /** The nearer the better; the farther, the more the words must say. */
  private static double time(double days, double words) {
    if (Double.isNaN(days)) {
      return 7.340 + 3.159 * words;
    }
    double apart = Math.abs(days);
    return 2.435 * Math.exp(-apart / 3)
        + (1.855 + 1.316 * words) * Math.exp(-apart / 7)
        + (2.017 - 0.602 * words) * Math.exp(-apart / 30)
        + (1.970 - 0.582 * words) * Math.exp(-apart / 180)
        - (days > LATER_DAYS ? 1.321 : 0);
  }
}
