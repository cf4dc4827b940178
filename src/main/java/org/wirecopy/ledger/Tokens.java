package org.wirecopy.ledger;

/** A token bucket that holds up to one second's worth. Belongs to the writer's thread. */
final class Tokens {
  private final double perSecond;
  private double left;
  private long filledAt;

  /**
   * @param perSecond 0 for no limit
   */
  Tokens(double perSecond) {
    this.perSecond = perSecond;
    this.left = Math.max(1, perSecond);
  }

  /** Whole tokens at hand. */
  int at(long now) {
    if (perSecond == 0) {
      return Integer.MAX_VALUE;
    }
    if (now > filledAt) {
      double earned = filledAt == 0 ? 0 : (now - filledAt) * perSecond / 1_000;
      left = Math.min(Math.max(1, perSecond), left + earned);
      filledAt = now;
    } else if (now < filledAt) {
      // The clock was set back: start counting from there.
      filledAt = now;
    }
    return (int) left;
  }

  void take() {
    if (perSecond > 0) {
      left -= 1;
    }
  }

  /** When there is one more. */
  long nextAt(long now) {
    return now + Math.max(1, (long) Math.ceil((1 - left) * 1_000 / perSecond));
  }
}
