package org.wirecopy.intake.score;

/** How one field of one data set was read. */
abstract sealed class Measure {

  /** How many values (or texts) were wanted. */
  abstract int wanted();

  abstract double precision();

  abstract double recall();

  final double f1() {
    double sum = precision() + recall();
    return sum == 0 ? 0 : 2 * precision() * recall() / sum;
  }

  /** Values that are right or not. */
  static final class Values extends Measure {
    private int right;
    private int said;
    private int wanted;

    void add(int right, int said, int wanted) {
      this.right += right;
      this.said += said;
      this.wanted += wanted;
    }

    @Override
    int wanted() {
      return wanted;
    }

    @Override
    double precision() {
      return said == 0 ? 1 : (double) right / said;
    }

    @Override
    double recall() {
      return wanted == 0 ? 1 : (double) right / wanted;
    }
  }

  /** Texts that are right in part: the means over all files. */
  static final class Texts extends Measure {
    private double precision;
    private double recall;
    private int files;

    void add(Shingles.Overlap overlap) {
      precision += overlap.precision();
      recall += overlap.recall();
      files++;
    }

    @Override
    int wanted() {
      return files;
    }

    @Override
    double precision() {
      return files == 0 ? 1 : precision / files;
    }

    @Override
    double recall() {
      return files == 0 ? 1 : recall / files;
    }
  }
}
