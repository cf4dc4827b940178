package org.wirecopy.intake.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Many phrases to be looked for in a text at once: each place of the text is compared only with the
 * phrases that begin with the same two letters.
 */
final class PhraseIndex {
  private static final int SIEVE = 1 << 12;

  private final Map<Integer, List<String>> byStart = new HashMap<>();
  private final boolean[] sieve = new boolean[SIEVE];

  /** Adds a phrase of at least two letters. */
  void add(String phrase) {
    int start = start(phrase, 0);
    sieve[start & (SIEVE - 1)] = true;
    byStart.computeIfAbsent(start, k -> new ArrayList<>()).add(phrase);
  }

  /** A phrase that stands in the text at or after a place, or null. */
  @Nullable String in(String text, int from) {
    for (int at = from; at < text.length() - 1; at++) {
      int start = start(text, at);
      if (sieve[start & (SIEVE - 1)]) {
        for (String phrase : byStart.getOrDefault(start, List.of())) {
          if (text.startsWith(phrase, at)) {
            return phrase;
          }
        }
      }
    }
    return null;
  }

  private static int start(String text, int at) {
    return text.charAt(at) << 7 ^ text.charAt(at + 1);
  }
}
