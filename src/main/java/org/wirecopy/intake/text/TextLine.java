package org.wirecopy.intake.text;

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

  boolean is(LineKind one) {
    return kind == one;
  }
}
