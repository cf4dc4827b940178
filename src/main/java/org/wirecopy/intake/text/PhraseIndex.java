package org.wirecopy.intake.text;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Many phrases to be looked for in a text at once: each place of the text is compared only with the
 * phrases that may begin with the two letters there.
 */
final class PhraseIndex {
  private static final int SLOTS = 1 << 12;

  /** By what {@link #slot} says of their first two letters, in the order in which they came. */
  private final String[] @Nullable [] phrases = new String[SLOTS][];

  /** Adds a phrase of at least two letters. */
  void add(String phrase) {
    int slot = slot(phrase.charAt(0), phrase.charAt(1));
    String[] known = phrases[slot];
    String[] more = known == null ? new String[1] : Arrays.copyOf(known, known.length + 1);
    more[more.length - 1] = phrase;
    phrases[slot] = more;
  }

  /** A phrase that stands in the text at or after a place, or null. */
  @Nullable String in(String text, int from) {
    // Asking the string for each character would cost more than copying them.
    char[] chars = new char[Math.max(0, text.length() - from)];
    text.getChars(from, from + chars.length, chars, 0);
    for (int at = 0; at + 1 < chars.length; at++) {
      String[] known = phrases[slot(chars[at], chars[at + 1])];
      String phrase = known == null ? null : at(text, from + at, known);
      if (phrase != null) {
        return phrase;
      }
    }
    return null;
  }

  /** A phrase that stands in the text at a place, or null. */
  @Nullable String at(String text, int place) {
    return place + 1 < text.length()
        ? at(text, place, phrases[slot(text.charAt(place), text.charAt(place + 1))])
        : null;
  }

  private static @Nullable String at(String text, int place, String @Nullable [] known) {
    if (known == null) {
      return null;
    }
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
