package org.wirecopy.intake;

import java.util.List;
import java.util.Locale;

/**
 * Words of which one stands in every text that needs a closer look, in whatever case. Most texts
 * are told by their pairs of letters to have none.
 */
final class TellingWords {
  private static final int PAIRS = 1 << 12;

  private final List<String> words;
  private final boolean[] beginnings = new boolean[PAIRS];

  /**
   * @param words in lower case, of two letters at least
   */
  TellingWords(List<String> words) {
    this.words = words.stream().map(word -> word.toLowerCase(Locale.ROOT)).toList();
    this.words.forEach(word -> beginnings[pair(word.charAt(0), word.charAt(1))] = true);
  }

  private static int pair(char first, char second) {
    return (first << 6 ^ second) & PAIRS - 1;
  }

  /** True if one of the words stands in the text, as a part of another word as well. */
  boolean in(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    for (int i = 1; i < lower.length(); i++) {
      if (beginnings[pair(lower.charAt(i - 1), lower.charAt(i))] && begins(lower, i - 1)) {
        return true;
      }
    }
    return false;
  }

  private boolean begins(String text, int at) {
    for (String word : words) {
      if (text.startsWith(word, at)) {
        return true;
      }
    }
    return false;
  }
}
