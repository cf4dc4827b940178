package org.wirecopy.intake;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A line cut into numbers, words and signs. */
final class DateTokens {
  /** How far into a line dates are looked for, in characters. */
  static final int REACH = 400;

  private static final String CALENDAR_SIGNS = "年月日時点分秒년월일시분초时";

  private final String line;
  private final @Nullable String[] words;
  private final int[] numbers;
  private final int[] starts;
  private final int[] ends;
  private int count;

  private DateTokens(String line, int from) {
    int length = Math.min(line.length() - from, REACH) + 1;
    this.line = line;
    words = new String[length];
    numbers = new int[length];
    starts = new int[length];
    ends = new int[length];
    Arrays.fill(numbers, -1);
    cut(from, Math.min(line.length(), from + REACH));
  }

  static DateTokens of(String line, int from) {
    return new DateTokens(line, from);
  }

  int count() {
    return count;
  }

  int start(int token) {
    return starts[token];
  }

  int end(int token) {
    return ends[token];
  }

  /** The number at a token, or -1. */
  int number(int token) {
    return token >= 0 && token < count ? numbers[token] : -1;
  }

  /** How many digits a number has. */
  int digits(int token) {
    return number(token) < 0 ? 0 : ends[token] - starts[token];
  }

  /** The folded word at a token, or an empty string. */
  String word(int token) {
    return token >= 0 && token < count && words[token] != null ? words[token] : "";
  }

  /** The sign at a token, or NUL. */
  char sign(int token) {
    return token >= 0 && token < count && numbers[token] < 0 && words[token] == null
        ? line.charAt(starts[token])
        : '\0';
  }

  /** True if a word is in capitals. */
  boolean isCapital(int token) {
    return Character.isUpperCase(line.charAt(starts[token]));
  }

  /** True if nothing stands between a token and the one before. */
  boolean glued(int token) {
    return token > 0 && token < count && ends[token - 1] == starts[token];
  }

  private void cut(int from, int end) {
    int i = from;
    while (i < end) {
      char c = line.charAt(i);
      int next = i + 1;
      if (Character.isDigit(c)) {
        while (next < end && Character.isDigit(line.charAt(next))) {
          next++;
        }
        number(i, next, end);
      } else if (CALENDAR_SIGNS.indexOf(c) >= 0) {
        add(i, next, -1, String.valueOf(c));
      } else if (isLetter(c)) {
        while (next < end
            && isLetter(line.charAt(next))
            && CALENDAR_SIGNS.indexOf(line.charAt(next)) < 0) {
          next++;
        }
        int glue = glue(i, next);
        if (glue > i) {
          add(i, glue, -1, MonthNames.fold(line.substring(i, glue)));
        }
        add(glue, next, -1, MonthNames.fold(line.substring(glue, next)));
      } else if (!Character.isWhitespace(c) && !Character.isSpaceChar(c)) {
        add(i, next, -1, null);
      }
      i = next;
    }
  }

  /** Where a month begins that is glued to the word before ("PressApril"), else {@code from}. */
  private int glue(int from, int to) {
    for (int i = to - 1; i > from; i--) {
      if (Character.isUpperCase(line.charAt(i)) && Character.isLowerCase(line.charAt(i - 1))) {
        return MonthNames.month(MonthNames.fold(line.substring(i, to))) > 0 ? i : from;
      }
    }
    return from;
  }

  /** A year glued to an hour ("20232:26 PM") is cut in two. */
  private void number(int from, int to, int end) {
    int length = to - from;
    char after = to < end ? line.charAt(to) : ' ';
    boolean clock = after == ':' || after == '.' || after == 'h';
    boolean year = line.startsWith("20", from) || line.startsWith("19", from);
    if ((length == 5 || length == 6) && clock && year) {
      add(from, from + 4, value(from, from + 4), null);
      add(from + 4, to, value(from + 4, to), null);
    } else {
      add(from, to, value(from, to), null);
    }
  }

  private int value(int from, int to) {
    if (to - from > 8) {
      return Integer.MAX_VALUE;
    }
    int value = 0;
    for (int i = from; i < to; i++) {
      value = value * 10 + Character.digit(line.charAt(i), 10);
    }
    return value;
  }

  private void add(int from, int to, int number, @Nullable String word) {
    starts[count] = from;
    ends[count] = to;
    numbers[count] = number;
    words[count] = word;
    count++;
  }

  private static boolean isLetter(char c) {
    int type = Character.getType(c);
    return Character.isLetter(c)
        || type == Character.NON_SPACING_MARK
        || type == Character.COMBINING_SPACING_MARK;
  }
}
