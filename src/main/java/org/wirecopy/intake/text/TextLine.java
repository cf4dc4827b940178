package org.wirecopy.intake.text;

/**
 * One line of a plain text that is not blank.
 *
 * @param text without bullet, on one line
 * @param bullet true if it began with a bullet
 * @param block number of its block; blocks are set apart by blank lines
 */
record TextLine(String text, boolean bullet, int block) {}
