package org.wirecopy.intake.text;

import java.util.List;

/** The words above a headline, which a paste may glue to the headline without a sign. */
final class Kicker {
  private Kicker() {}

  /**
   * A headline with the colon after its kicker, if another line of the same words has it: which
   * words are the kicker is told by nothing else, and without them a headline may lose its subject.
   */
  static String setOff(List<TextLine> lines, int headline) {
    String text = lines.get(headline).text();
    String key = OtherHeadlines.key(text);
    for (TextLine line : lines) {
      String other = line.text();
      boolean alike = Math.abs(other.length() - text.length()) <= 2 && !other.equals(text);
      if (alike && OtherHeadlines.key(other).equals(key) && hasColonMore(other, text)) {
        return other;
      }
    }
    return text;
  }

  private static boolean hasColonMore(String other, String text) {
    for (int colon = other.indexOf(": "); colon >= 0; colon = other.indexOf(": ", colon + 2)) {
      String rest = other.substring(colon + 2);
      if (text.endsWith(rest) && !text.endsWith(": " + rest)) {
        return true;
      }
    }
    return false;
  }
}
