package org.wirecopy.related;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A headline as it is compared with others: without case, accents, quotes and marks, so that what
 * an editor or a web page changes lightly stays the same.
 *
 * @param words in order
 * @param key the words written as one, at most {@value #LONGEST_KEY} characters
 */
record HeadlineWords(List<String> words, String key) {
  private static final int LONGEST_KEY = 48;
  private static final int LONGEST_WORD = 60;
  private static final int LONGEST_HEADLINE = 500;

  /** What headline writers shorten, unless it might be the beginning of another word. */
  private static final Map<String, List<String>> SPELT_OUT =
      Map.of(
          "gop", List.of("republicans"),
          "dems", List.of("democrats"),
          "wh", List.of("white", "house"),
          "scotus", List.of("supreme", "court"),
          "potus", List.of("president"),
          "govt", List.of("government"),
          "pct", List.of("percent"),
          "yr", List.of("year"),
          "vs", List.of("versus"));

  HeadlineWords {
    words = List.copyOf(words);
  }

  static HeadlineWords of(String headline) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    for (int i = 0; i < Math.min(headline.length(), LONGEST_HEADLINE); i++) {
      char c = headline.charAt(i);
      if (Character.isLetterOrDigit(c) || Character.isSurrogate(c) || mark(c)) {
        word.append(c);
      } else if (c == '&' || c == '%') {
        end(words, word);
        words.add(c == '&' ? "and" : "percent");
      } else if (!(inside(headline, i, word) && (quote(c) || c == '.' || c == ','))) {
        end(words, word);
      }
    }
    end(words, word);
    String key = String.join("", words);
    return new HeadlineWords(words, key.substring(0, Math.min(key.length(), LONGEST_KEY)));
  }

  /** Letters on both sides: don't, U.S., 2.5, 10,000. */
  private static boolean inside(String headline, int i, StringBuilder word) {
    if (word.isEmpty() || i + 1 >= headline.length()) {
      return false;
    }
    char c = headline.charAt(i);
    char next = headline.charAt(i + 1);
    if (!Character.isLetterOrDigit(next)) {
      return false;
    }
    if (quote(c)) {
      return true;
    }
    boolean digits = Character.isDigit(headline.charAt(i - 1)) && Character.isDigit(next);
    boolean initials = c == '.' && (word.length() == 1 || i >= 2 && headline.charAt(i - 2) == '.');
    return digits || initials;
  }

  private static void end(List<String> words, StringBuilder word) {
    if (!word.isEmpty()) {
      int length = Math.min(word.length(), LONGEST_WORD);
      String written = Vocabulary.fold(word.substring(0, length).toLowerCase(Locale.ROOT));
      List<String> spelt = SPELT_OUT.get(written);
      if (spelt == null) {
        words.add(written);
      } else {
        words.addAll(spelt);
      }
      word.setLength(0);
    }
  }

  private static boolean mark(char c) {
    int type = c < 0x300 ? 0 : Character.getType(c);
    return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
  }

  private static boolean quote(char c) {
    return c == '\'' || c == '’' || c == '‘' || c == '\u02BC' || c == '`';
  }
}
