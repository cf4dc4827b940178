package org.wirecopy.ninjs;

import java.text.Normalizer;

/**
 * Text as it may leave the house: Unicode NFC, only characters that XML 1.0 allows (so never
 * U+0000), and no half surrogate pairs, which are replaced by U+FFFD.
 *
 * <p>What is removed: U+0000–U+0008, U+000B, U+000C, U+000E–U+001F, U+FFFE and U+FFFF (XML 1.0,
 * production 2). Tabs and line breaks stay.
 */
final class Text {
  private static final char REPLACEMENT = '\uFFFD';

  private Text() {}

  /** The text made fit to send; the very same instance if it already is. */
  static String clean(String text) {
    int length = text.length();
    boolean mayNeedComposing = false;
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      if (c < ' ' ? !isBreak(c) : c >= 0xD800 && (c < 0xE000 || c >= 0xFFFE)) {
        if (Character.isHighSurrogate(c)
            && i + 1 < length
            && Character.isLowSurrogate(text.charAt(i + 1))) {
          mayNeedComposing = true;
          i++;
          continue;
        }
        return composed(repaired(text, i));
      }
      mayNeedComposing |= !isAlwaysComposed(c);
    }
    return mayNeedComposing ? composed(text) : text;
  }

  /**
   * Clean text in one line: runs of white space become one space, none at the ends. No-break spaces
   * are typography, and stay.
   */
  static String line(String text) {
    String clean = clean(text);
    int length = clean.length();
    boolean gap = true;
    boolean even = true;
    for (int i = 0; i < length && even; i++) {
      char c = clean.charAt(i);
      boolean white = isWhite(c);
      even = !white || (c == ' ' && !gap);
      gap = white;
    }
    if (even && !gap) {
      return clean;
    }
    StringBuilder out = new StringBuilder(length);
    for (int i = 0; i < length; i++) {
      char c = clean.charAt(i);
      if (!isWhite(c)) {
        out.append(c);
      } else if (!out.isEmpty() && out.charAt(out.length() - 1) != ' ') {
        out.append(' ');
      }
    }
    if (!out.isEmpty() && out.charAt(out.length() - 1) == ' ') {
      out.setLength(out.length() - 1);
    }
    // A combining mark that followed a line break now follows a space, which composes with none.
    return out.toString();
  }

  /** True if the text has nothing to read: white space only, no-break spaces among it. */
  static boolean isBlank(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (!isWhite(c) && !Character.isSpaceChar(c)) {
        return false;
      }
    }
    return true;
  }

  /** How many words: runs without white space. */
  static int words(CharSequence text) {
    int words = 0;
    boolean inWord = false;
    for (int i = 0; i < text.length(); i++) {
      boolean white = isWhite(text.charAt(i));
      if (!white && !inWord) {
        words++;
      }
      inWord = !white;
    }
    return words;
  }

  private static boolean isBreak(char c) {
    return c == '\n' || c == '\t' || c == '\r';
  }

  private static boolean isWhite(char c) {
    return c <= ' ' || (c > 0x7F && Character.isWhitespace(c));
  }

  /**
   * Ranges of characters that NFC never changes, whatever stands beside them (NFC_Quick_Check=Yes
   * and combining class 0 in UAX #15's data): Latin, most Cyrillic, general punctuation, kana, CJK.
   */
  private static boolean isAlwaysComposed(char c) {
    return c < 0x0300
        || (c >= 0x0400 && c <= 0x0482)
        || (c >= 0x2002 && c <= 0x2125)
        || (c >= 0x3041 && c <= 0x3096)
        || (c >= 0x30A1 && c <= 0x30FA)
        || (c >= 0x4E00 && c <= 0x9FA5);
  }

  private static String composed(String text) {
    return Normalizer.isNormalized(text, Normalizer.Form.NFC)
        ? text
        : Normalizer.normalize(text, Normalizer.Form.NFC);
  }

  private static String repaired(String text, int from) {
    int length = text.length();
    StringBuilder out = new StringBuilder(length).append(text, 0, from);
    for (int i = from; i < length; i++) {
      char c = text.charAt(i);
      if (Character.isHighSurrogate(c)
          && i + 1 < length
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        out.append(c).append(text.charAt(++i));
      } else if (Character.isSurrogate(c)) {
        out.append(REPLACEMENT);
      } else if ((c >= ' ' || isBreak(c)) && c < 0xFFFE) {
        out.append(c);
      }
    }
    return out.toString();
  }
}
