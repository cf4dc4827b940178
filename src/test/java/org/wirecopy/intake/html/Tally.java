package org.wirecopy.intake.html;

import java.util.Locale;

/** Counts of right answers among those asked. */
final class Tally {
  private int right;
  private int asked;

  void add(boolean correct) {
    asked++;
    right += correct ? 1 : 0;
  }

  @Override
  public String toString() {
    return asked == 0 ? "   – " : String.format(Locale.ROOT, "%.3f", (double) right / asked);
  }
}
