package org.wirecopy.related;

/** Weighs what speaks for a story into one confidence between 0 and 1. */
final class Ranking {
  private final double recencyWeight;

  Ranking(double recencyWeight) {
    this.recencyWeight = recencyWeight;
  }

  double confidence(Likeness likeness) {
    double near = Double.isNaN(likeness.days()) ? 0.1 : Math.exp(-Math.abs(likeness.days()) / 7);
    double sum = 0.8 * likeness.words() + 0.1 * likeness.headline() + 0.25 * recencyWeight * near;
    return 1 / (1 + Math.exp(-10 * (sum - 0.4)));
  }
}
