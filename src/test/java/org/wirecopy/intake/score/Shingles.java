package org.wirecopy.intake.score;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Texts compared by every four words in a row, with their counts, as the scrapinghub article
 * extraction benchmark does; words are letters, digits and {@code _}, case kept.
 */
final class Shingles {
  private static final int LENGTH = 4;

  private Shingles() {}

  /**
   * How far a text is the wanted one.
   *
   * @param exact all words are equal
   */
  record Overlap(double precision, double recall, boolean exact) {
    double f1() {
      return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
    }
  }

  static Overlap compare(String wanted, String found) {
    List<String> wantedWords = words(wanted);
    List<String> foundWords = words(found);
    Map<String, Integer> wantedCounts = counts(wantedWords);
    Map<String, Integer> foundCounts = counts(foundWords);
    double right = 0;
    for (Map.Entry<String, Integer> one : foundCounts.entrySet()) {
      right += Math.min(one.getValue(), wantedCounts.getOrDefault(one.getKey(), 0));
    }
    int given = foundCounts.values().stream().mapToInt(Integer::intValue).sum();
    int asked = wantedCounts.values().stream().mapToInt(Integer::intValue).sum();
    return new Overlap(
        given == 0 ? (asked == 0 ? 1 : 0) : right / given,
        asked == 0 ? 1 : right / asked,
        wantedWords.equals(foundWords));
  }

  /** True if the words are the same but for their case. */
  static boolean same(String one, String other) {
    return words(one.toLowerCase(Locale.ROOT)).equals(words(other.toLowerCase(Locale.ROOT)));
  }

  /** True if a text begins with the words of another but for their case. */
  static boolean begins(String text, String beginning) {
    List<String> all = words(text.toLowerCase(Locale.ROOT));
    List<String> first = words(beginning.toLowerCase(Locale.ROOT));
    return all.size() >= first.size() && all.subList(0, first.size()).equals(first);
  }

  static List<String> words(String text) {
    List<String> words = new ArrayList<>();
    int start = -1;
    for (int at = 0; at <= text.length(); ) {
      int one = at == text.length() ? ' ' : text.codePointAt(at);
      boolean inWord = Character.isLetterOrDigit(one) || one == '_';
      if (inWord && start < 0) {
        start = at;
      } else if (!inWord && start >= 0) {
        words.add(text.substring(start, at));
        start = -1;
      }
      at += Character.charCount(one);
    }
    return words;
  }

  private static Map<String, Integer> counts(List<String> words) {
    Map<String, Integer> counts = new HashMap<>();
    if (!words.isEmpty() && words.size() < LENGTH) {
      counts.put(String.join(" ", words), 1);
    }
    for (int i = 0; i + LENGTH <= words.size(); i++) {
      counts.merge(String.join(" ", words.subList(i, i + LENGTH)), 1, Integer::sum);
    }
    return counts;
  }
}
