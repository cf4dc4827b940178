package org.wirecopy.intake.text;

import java.util.List;

/** The words above a headline that a paste may put on the headline's own line. */
final class Kicker {
  private static final int SHORTEST_HEADLINE = 15;

  private Kicker() {}

  /**
   * The headline of a line, without a kicker before it. A kicker is told by a second line of the
   * same words: one of the two has a colon where the other runs on.
   */
  static String without(List<TextLine> lines, int headline) {
    String text = lines.get(headline).text();
    String key = OtherHeadlines.key(text);
    for (int i = 0; i < lines.size(); i++) {
      String other = lines.get(i).text();
      boolean same =
          i != headline
              && Math.abs(other.length() - text.length()) <= 2
              && OtherHeadlines.key(other).equals(key);
      if (!same) {
        continue;
      }
      int cut = after(other, text);
      int rest = cut < 0 ? after(text, other) : cut;
      if (rest >= SHORTEST_HEADLINE) {
        return (cut < 0 ? text : other).substring((cut < 0 ? text : other).length() - rest);
      }
    }
    return text;
  }

  /** How many characters follow the first colon that the other line has not, or -1. */
  private static int after(String text, String other) {
    int colon = text.indexOf(": ");
    while (colon >= 0) {
      String rest = text.substring(colon + 2);
      boolean colonless = other.endsWith(rest) && !other.endsWith(": " + rest);
      if (colonless) {
        return rest.length();
      }
      colon = text.indexOf(": ", colon + 2);
    }
    return -1;
  }
}
