package org.wirecopy.intake.text;

import org.wirecopy.intake.Bylines;

/**
 * One line of a plain text that is not blank.
 *
 * @param text without bullet, its blanks single
 * @param key its letters and figures only, in lower case: what two lines that say the same share
 * @param bullet true if it began with a bullet or a number of a list
 * @param quoted true if it began with the {@code >} of a quotation
 * @param block number of its block; blocks are set apart by blank lines
 * @param kind what it is, looked at alone
 */
record TextLine(String text, String key, boolean bullet, boolean quoted, int block, LineKind kind) {
  private static final String RULES = "_-*=#~•–—";
  private static final int SHORTEST_RULE = 3;

  /** The same words as something else. */
  TextLine as(LineKind other) {
    return new TextLine(text, key, bullet, quoted, block, other);
  }

  boolean is(LineKind one) {
    return kind == one;
  }

  /** True for what nobody types into an article; a rule between its parts is typed, too. */
  boolean isOfPage() {
    return kind.isOfPage() && !isRule();
  }

  /** True for what is of a page around a text for sure: the rest stands in stories, too. */
  boolean isOfFrame() {
    return kind == LineKind.CHROME || kind == LineKind.END;
  }

  /** True for the agency or the desk that touches an author's name from below. */
  boolean isOfficeBelow(TextLine above) {
    return is(LineKind.SHORT)
        && above.block() == block
        && Bylines.isOffice(text)
        && (above.is(LineKind.BYLINE)
            || (above.is(LineKind.SHORT) && Bylines.isNames(above.text())));
  }

  /** A line of one sign over and over, with blanks between or without, such as ___ or * * *. */
  boolean isRule() {
    char sign = text.charAt(0);
    if (text.length() < SHORTEST_RULE || RULES.indexOf(sign) < 0) {
      return false;
    }
    for (int i = 1; i < text.length(); i++) {
      if (text.charAt(i) != sign && text.charAt(i) != ' ') {
        return false;
      }
    }
    return true;
  }
}
