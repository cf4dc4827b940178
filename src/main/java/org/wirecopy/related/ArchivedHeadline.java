package org.wirecopy.related;

import java.util.Arrays;
import java.util.List;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.UnicodeUtil;
import org.jspecify.annotations.Nullable;

/**
 * The words of one archived headline, ready to be compared with a listed one; one object serves for
 * many headlines, one after the other.
 *
 * <p>The index keeps the words with a space between two. Of most headlines no more is looked at
 * than which letters their words have, so a word is made a string only when it is asked for.
 */
final class ArchivedHeadline {
  /** What lies beyond is not compared. */
  static final int MOST_WORDS = 40;

  private final @Nullable String[] words = new String[MOST_WORDS];
  private final long[] letters = new long[MOST_WORDS];
  private final int[] starts = new int[MOST_WORDS];
  private final int[] ends = new int[MOST_WORDS];
  private char[] text = new char[256];
  private int size;

  static ArchivedHeadline of(List<String> words) {
    ArchivedHeadline headline = new ArchivedHeadline();
    headline.read(stored(words));
    return headline;
  }

  /** The form that the index keeps. */
  static BytesRef stored(List<String> words) {
    return new BytesRef(String.join(" ", words));
  }

  /** Takes the headline that {@link #stored} gave. */
  void read(BytesRef stored) {
    if (text.length < stored.length) {
      text = new char[stored.length];
    }
    int length = UnicodeUtil.UTF8toUTF16(stored, text);
    Arrays.fill(words, null);
    size = 0;
    int start = 0;
    while (start < length && size < MOST_WORDS) {
      long own = 0;
      int at = start;
      while (at < length && text[at] != ' ') {
        own |= 1L << text[at++];
      }
      starts[size] = start;
      ends[size] = at;
      letters[size++] = own;
      start = at + 1;
    }
  }

  /** Number of words, at most {@value #MOST_WORDS}. */
  int size() {
    return size;
  }

  String word(int i) {
    String word = words[i];
    if (word == null) {
      word = new String(text, starts[i], length(i));
      words[i] = word;
    }
    return word;
  }

  int length(int i) {
    return ends[i] - starts[i];
  }

  /** A bit for each letter that the word has. */
  long letters(int i) {
    return letters[i];
  }

  /** A bit for each letter that {@code word} has. */
  static long letters(String word) {
    long letters = 0;
    for (int i = 0; i < word.length(); i++) {
      letters |= 1L << word.charAt(i);
    }
    return letters;
  }
}
