package org.wirecopy.intake.text;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Many phrases to be looked for in a text at once: each place of the text is compared only with the
 * phrases that may begin with the two letters there.
 */
final class PhraseIndex {
  private static final int SLOTS = 1 << 12;
  private static final String[] NONE = {};

  /** By what {@link #slot} says of their first two letters, in the order in which they came. */
  private final String[][] phrases = new String[SLOTS][];

  PhraseIndex() {
    Arrays.fill(phrases, NONE);
  }

  /** Adds a phrase of at least two letters. */
  void add(String phrase) {
    int slot = slot(phrase.charAt(0), phrase.charAt(1));
    String[] known = phrases[slot];
    phrases[slot] = Arrays.copyOf(known, known.length + 1);
    phrases[slot][known.length] = phrase;
  }

  /** A phrase that stands in the text at or after a place, or null. */
  @Nullable String in(String text, int from) {
    int last = text.length() - 1;
    char first = from < last ? text.charAt(from) : 0;
    for (int at = from; at < last; at++) {
      char second = text.charAt(at + 1);
      String[] known = phrases[slot(first, second)];
      String phrase = known.length == 0 ? null : at(text, at, known);
      if (phrase != null) {
        return phrase;
      }
      first = second;
    }
    return null;
  }

  /** A phrase that stands in the text at a place, or null. */
  @Nullable String at(String text, int place) {
    return place + 1 < text.length()
        ? at(text, place, phrases[slot(text.charAt(place), text.charAt(place + 1))])
        : null;
  }

  private static @Nullable String at(String text, int place, String[] known) {
    for (String phrase : known) {
      if (text.startsWith(phrase, place)) {
        return phrase;
      }
    }
    return null;
  }

  private static int slot(char first, char second) {
    return (first << 7 ^ second) & (SLOTS - 1);
  }
}
