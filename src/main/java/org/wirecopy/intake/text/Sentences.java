package org.wirecopy.intake.text;

/** Whether lines are sentences, in any script. */
final class Sentences {
  private static final String CLOSERS = "\"'”’»›)]】」』“";
  private static final String ENDS = ".!?…。！？।؟۔։።";

  private Sentences() {}

  /** True if the line ends as a sentence does. */
  static boolean ends(String line) {
    int end = line.length();
    while (end > 0 && (CLOSERS.indexOf(line.charAt(end - 1)) >= 0)) {
      end--;
    }
    return end > 0 && ENDS.indexOf(line.charAt(end - 1)) >= 0;
  }

  /** Where what follows the last full stop within a line begins; 0 if there is none. */
  static int lastStart(String line) {
    for (int i = line.length() - 2; i > 0; i--) {
      if (line.charAt(i) == ' ' && ends(line.substring(Math.max(0, i - 3), i))) {
        return i + 1;
      }
    }
    return 0;
  }

  /** The weight of a line in Latin letters: a character of a dense script counts for more. */
  static int weight(String line) {
    int dense = 0;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      dense += c >= 0x2E80 && c <= 0xD7A3 ? 1 : 0;
    }
    return line.length() + 2 * dense;
  }

  /** How many words are in a line; characters by twos where words are not set apart. */
  static int words(String line) {
    int words = 1;
    int dense = 0;
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      words += c == ' ' ? 1 : 0;
      dense += c >= 0x2E80 && c < 0xAC00 ? 1 : 0;
    }
    return words + dense / 2;
  }
}
