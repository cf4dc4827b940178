package org.wirecopy.intake;

import java.text.Normalizer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes out of text what readers cannot see and partners must not get: control characters, terminal
 * escapes, bidirectional overrides, zero-width characters (joiners stay where emoji and scripts
 * need them), private-use icons, halves of surrogate pairs, heaps of combining marks. What is left
 * is in NFC, its lines end with {@code \n}, and its blanks are U+0020.
 */
public final class CleanText {
  /** The longest headline in UTF-16 units; nothing longer is one. */
  public static final int LONGEST_HEADLINE = 500;

  /** What readers see as one letter: an extended grapheme cluster of Unicode. */
  private static final Pattern LETTER = Pattern.compile("\\X");

  private static final int MOST_MARKS = 8;
  private static final char ESCAPE = 0x1B;
  private static final int BLACK_FLAG = 0x1F3F4;

  private CleanText() {}

  /**
   * Cleans a text of many lines. Line ends of every kind become {@code \n}, a paragraph separator
   * or form feed an empty line; blanks within lines are left as many as they are.
   */
  public static String text(String raw) {
    // Looked at as characters: asking the string for each costs more than copying them.
    char[] chars = raw.toCharArray();
    int i = 0;
    while (i < chars.length && isPlain(chars[i])) {
      i++;
    }
    if (i == chars.length) {
      return raw;
    }
    String clean = scrub(raw, i);
    return Normalizer.isNormalized(clean, Normalizer.Form.NFC)
        ? clean
        : Normalizer.normalize(clean, Normalizer.Form.NFC);
  }

  /** Cleans a text and puts it on one line: every run of blanks and line ends becomes one blank. */
  public static String line(String raw) {
    return collapsed(text(raw));
  }

  /** Like {@link #line}, and not longer than {@link #LONGEST_HEADLINE}, cut between words. */
  public static String headline(String raw) {
    String line =
        line(raw.length() > 20 * LONGEST_HEADLINE ? raw.substring(0, 20 * LONGEST_HEADLINE) : raw);
    if (line.length() <= LONGEST_HEADLINE) {
      return line;
    }
    int blank = line.lastIndexOf(' ', LONGEST_HEADLINE);
    if (blank < LONGEST_HEADLINE / 2) {
      Matcher letters = LETTER.matcher(line);
      while (letters.find() && letters.end() < LONGEST_HEADLINE) {
        blank = letters.end();
      }
    }
    return line.substring(0, blank).strip() + "…";
  }

  /** One blank for every run of white space, none at the ends. */
  public static String collapsed(String text) {
    int length = text.length();
    boolean tidy = true;
    char last = ' ';
    for (int i = 0; i < length && tidy; i++) {
      char c = text.charAt(i);
      tidy = c == ' ' ? last != ' ' : !Character.isWhitespace(c);
      last = c;
    }
    if (tidy && (length == 0 || last != ' ')) {
      return text;
    }
    StringBuilder out = new StringBuilder(length);
    boolean blank = false;
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      if (Character.isWhitespace(c)) {
        blank = out.length() > 0;
      } else {
        if (blank) {
          out.append(' ');
          blank = false;
        }
        out.append(c);
      }
    }
    return out.toString();
  }

  /** Printable ASCII, tab, line feed, and the marks and accents that most Western news has. */
  private static boolean isPlain(char c) {
    return c < 0x7F
        ? c >= 0x20 || c == '\n' || c == '\t'
        : (c > 0xA0 && c < 0x300 && c != 0xAD) || (c >= 0x2010 && c <= 0x2027) || c == '€';
  }

  private static String scrub(String raw, int from) {
    StringBuilder out = new StringBuilder(raw.length()).append(raw, 0, from);
    int marks = 0;
    int i = from;
    while (i < raw.length()) {
      int c = raw.codePointAt(i);
      int next = i + Character.charCount(c);
      if (isPlain((char) c) && c < 0x10000) {
        out.append((char) c);
        marks = 0;
      } else if (c == '\r') {
        out.append('\n');
        next += next < raw.length() && raw.charAt(next) == '\n' ? 1 : 0;
      } else if (c == 0x85 || c == 0x0B || c == 0x2028) {
        out.append('\n');
      } else if (c == '\f' || c == 0x2029) {
        out.append("\n\n");
      } else if (c == ESCAPE) {
        next = afterEscape(raw, next);
      } else if (Character.getType(c) == Character.SPACE_SEPARATOR) {
        out.append(' ');
      } else if (isMark(c)) {
        if (++marks <= MOST_MARKS) {
          out.appendCodePoint(c);
        }
      } else if (c == 0x200C || c == 0x200D) {
        if (joins(raw, i)) {
          out.append((char) c);
        }
      } else if (!isUnseen(c) || isFlagTag(c, out)) {
        out.appendCodePoint(c);
        marks = 0;
      }
      i = next;
    }
    return out.toString();
  }

  /** Skips a terminal's control sequence (ECMA-48), at most 32 characters of it. */
  private static int afterEscape(String raw, int at) {
    if (at >= raw.length() || raw.charAt(at) != '[') {
      return at;
    }
    int end = Math.min(raw.length(), at + 32);
    for (int i = at + 1; i < end; i++) {
      char c = raw.charAt(i);
      if (c >= 0x40 && c <= 0x7E) {
        return i + 1;
      }
      if (c < 0x20) {
        return i;
      }
    }
    return at + 1;
  }

  private static boolean isMark(int c) {
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
  }

  private static boolean isUnseen(int c) {
    int type = Character.getType(c);
    return type == Character.CONTROL
        || type == Character.FORMAT
        || type == Character.SURROGATE
        || type == Character.PRIVATE_USE
        || (c & 0xFFFE) == 0xFFFE
        || (c >= 0xFDD0 && c <= 0xFDEF);
  }

  /** Joiners mean something beside emoji and in scripts whose letters join, not beside Latin. */
  private static boolean joins(String raw, int at) {
    if (at == 0 || at + 1 >= raw.length()) {
      return false;
    }
    int before = raw.codePointBefore(at);
    int after = raw.codePointAt(at + 1);
    return before >= 0x600 && after >= 0x600 && !isUnseen(before) && !isUnseen(after);
  }

  /** Tag characters spell a region after the black flag; elsewhere they hide text. */
  private static boolean isFlagTag(int c, StringBuilder out) {
    if (c < 0xE0020 || c > 0xE007F) {
      return false;
    }
    int at = out.length();
    for (int tags = 0; at > 0 && tags <= 8; tags++) {
      int before = out.codePointBefore(at);
      if (before == BLACK_FLAG) {
        return true;
      }
      if (before < 0xE0020 || before > 0xE007E) {
        return false;
      }
      at -= 2;
    }
    return false;
  }
}
