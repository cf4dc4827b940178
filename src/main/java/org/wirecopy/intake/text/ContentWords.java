package org.wirecopy.intake.text;

import java.util.Arrays;
import java.util.Locale;

/**
 * The words of a text that say something: each of four letters or more, by how it begins, and every
 * two characters of a script that sets no words apart. Each is kept as 64 bits, so that no strings
 * are made of a text that is only compared with its headline.
 */
final class ContentWords {
  private static final int SHORTEST = 4;
  private static final int BEGINNING = 7;
  private static final long NO_LETTERS = 0xCBF29CE484222325L;
  private static final long PRIME = 0x100000001B3L;

  /** Open addressing; 0 is a free place. */
  private long[] words = new long[128];

  private int size;

  /** Adds the words of {@code text}. */
  void read(String text) {
    char[] letters = lower(text);
    int from = -1;
    for (int i = 0; i <= letters.length; i++) {
      char c = i < letters.length ? letters[i] : ' ';
      boolean dense = c >= 0x2E80 && c < 0xAC00;
      if (dense && i + 1 < letters.length) {
        add(letters, i, i + 2);
      }
      boolean latin = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
      boolean letter = latin || (c > 0x7F && !dense && Character.isLetterOrDigit(c));
      if (letter && from < 0) {
        from = i;
      } else if (!letter && from >= 0) {
        if (i - from >= SHORTEST || letters[from] >= 0xAC00) {
          add(letters, from, Math.min(i, from + BEGINNING));
        }
        from = -1;
      }
    }
  }

  /** The text's characters in lower case, by hand as long as all letters are English. */
  private static char[] lower(String text) {
    char[] letters = text.toCharArray();
    for (int i = 0; i < letters.length; i++) {
      char c = letters[i];
      if (c >= 'A' && c <= 'Z') {
        letters[i] = (char) (c | 0x20);
      } else if (c > 0x7F && (c < 0x2010 || c > 0x2027)) {
        return text.toLowerCase(Locale.ROOT).toCharArray();
      }
    }
    return letters;
  }

  private void add(char[] letters, int from, int to) {
    long word = NO_LETTERS;
    for (int i = from; i < to; i++) {
      word = (word ^ letters[i]) * PRIME;
    }
    int place = place(word);
    if (words[place] == 0) {
      words[place] = word;
      if (++size * 2 > words.length) {
        grow();
      }
    }
  }

  private int place(long word) {
    int mask = words.length - 1;
    int place = (int) (word ^ word >>> 32) & mask;
    while (words[place] != 0 && words[place] != word) {
      place = (place + 1) & mask;
    }
    return place;
  }

  private void grow() {
    long[] before = words;
    words = new long[before.length * 2];
    Arrays.stream(before).filter(word -> word != 0).forEach(word -> words[place(word)] = word);
  }

  /** How many different words there are. */
  int size() {
    return size;
  }

  /** How many of them {@code other} has too. */
  int sharedWith(ContentWords other) {
    int shared = 0;
    for (long word : words) {
      shared += word != 0 && other.words[other.place(word)] == word ? 1 : 0;
    }
    return shared;
  }
}
