package org.wirecopy.related;

/**
 * Cuts text into words, in every script: what is written with spaces at its spaces and marks, what
 * is written without them (Chinese, Japanese, Thai) into pairs of characters.
 */
final class Words {
  /** Told of each word, in order. */
  interface Listener {
    /**
     * @param start where the word starts in the text handed to {@link #each}
     * @param capital true if it starts with a capital that its place in the sentence does not ask
     *     for
     * @return false to hear no more
     */
    boolean word(Word word, int start, int end, boolean capital);
  }

  private static final boolean[] LATIN = latin();

  private final Vocabulary vocabulary;

  Words(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  /** Hands each word of {@code text} to {@code listener}. */
  void each(char[] text, Listener listener) {
    char[] joined = new char[64];
    boolean opening = true;
    int i = 0;
    while (i < text.length) {
      char c = text[i];
      if (!latin(c) && !Character.isLetterOrDigit(c) && !Character.isSurrogate(c)) {
        opening |=
            c == '.' || c == '!' || c == '?' || c == '\n' || c == '“' || c == '"' || c == ':';
        i++;
        continue;
      }
      int end = i + 1;
      if (unspaced(c)) {
        while (end < text.length && unspaced(text[end])) {
          end++;
        }
        if (!pairs(text, i, end, listener)) {
          return;
        }
      } else {
        int length = 0;
        boolean digits = false;
        int p = i;
        while (p < text.length) {
          char d = text[p];
          if (latin(d)) {
            if (length < joined.length) {
              joined[length++] = d;
            }
          } else if (Character.isLetterOrDigit(d) || Character.isSurrogate(d) || combining(d)) {
            if (unspaced(d)) {
              break;
            }
            digits |= Character.isDigit(d);
            if (length < joined.length) {
              joined[length++] = d;
            }
          } else if (!joins(text, i, p, digits)) {
            break;
          } else if (apostrophe(d)) {
            if (possessive(text, p)) {
              break;
            }
            if (length < joined.length) {
              joined[length++] = '\'';
            }
          }
          p++;
        }
        end = p;
        boolean capital = !opening && Character.isUpperCase(c);
        if (!listener.word(wordOf(joined, length, text, i, end), i, end, capital)) {
          return;
        }
        if (end + 1 < text.length && apostrophe(text[end]) && possessive(text, end)) {
          end += 2;
        }
      }
      opening = false;
      i = end;
    }
  }

  /** The letters that most text is made of: asking about these first makes reading it quick. */
  private static boolean latin(char c) {
    return c < LATIN.length && LATIN[c];
  }

  private static boolean[] latin() {
    boolean[] latin = new boolean[128];
    for (char c = 'a'; c <= 'z'; c++) {
      latin[c] = true;
      latin[Character.toUpperCase(c)] = true;
    }
    return latin;
  }

  /** "US" is the country, "us" is not. */
  private Word wordOf(char[] joined, int length, char[] text, int start, int end) {
    boolean country =
        length == 2
            && joined[0] == 'U'
            && joined[1] == 'S'
            && (end - start == 2 || text[start + 1] == '.');
    if (country) {
      joined[2] = 'a';
      return vocabulary.word(joined, 0, 3);
    }
    return vocabulary.word(joined, 0, length);
  }

  private boolean pairs(char[] text, int start, int end, Listener listener) {
    if (end - start == 1) {
      return listener.word(vocabulary.word(text, start, end), start, end, false);
    }
    for (int i = start; i + 1 < end; i++) {
      if (!listener.word(vocabulary.word(text, i, i + 2), i, i + 2, false)) {
        return false;
      }
    }
    return true;
  }

  /** True if the mark at {@code p} stands inside a word: don't, S-400, 2.5, U.S. */
  private static boolean joins(char[] text, int start, int p, boolean digits) {
    if (p + 1 >= text.length || !Character.isLetterOrDigit(text[p + 1])) {
      return false;
    }
    char mark = text[p];
    if (apostrophe(mark)) {
      return true;
    }
    boolean digitNext = Character.isDigit(text[p + 1]);
    if (mark == '-' || mark == '\u2011') {
      return digits ? p - start <= 6 && digitNext : digitNext && p - start <= 6;
    }
    if (mark == '.' || mark == ',') {
      if (Character.isDigit(text[p - 1]) && digitNext) {
        return true;
      }
      boolean lone = p - start == 1 || !Character.isLetterOrDigit(text[p - 2]);
      boolean loneNext = p + 2 >= text.length || !Character.isLetterOrDigit(text[p + 2]);
      return mark == '.' && lone && loneNext;
    }
    return false;
  }

  private static boolean possessive(char[] text, int p) {
    return p + 1 < text.length
        && (text[p + 1] == 's' || text[p + 1] == 'S')
        && (p + 2 >= text.length || !Character.isLetterOrDigit(text[p + 2]));
  }

  private static boolean apostrophe(char c) {
    return c == '\'' || c == '’' || c == '\u02BC';
  }

  private static boolean combining(char c) {
    return c >= 0x300 && Character.getType(c) == Character.NON_SPACING_MARK
        || c >= 0x900 && Character.getType(c) == Character.COMBINING_SPACING_MARK;
  }

  private static boolean unspaced(char c) {
    return c >= 0x0E00
        && (c <= 0x0EFF
            || c >= 0x1000 && c <= 0x109F
            || c >= 0x1780 && c <= 0x17FF
            || c >= 0x3040 && c <= 0x30FF
            || c >= 0x3400 && c <= 0x9FFF
            || c >= 0xF900 && c <= 0xFAFF);
  }
}
