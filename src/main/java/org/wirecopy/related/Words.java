package org.wirecopy.related;

/**
 * Cuts text into words, in every script: what is written with spaces at its spaces and marks, what
 * is written without them (Chinese, Japanese, Thai) into pairs of characters. Stands before the
 * first word until {@link #next} is called.
 */
final class Words {
  private static final int LONGEST = 64;

  /** Of each ASCII letter its lower case, of others 0: what most text is read with. */
  private static final byte[] LATIN = latin();

  private final Vocabulary vocabulary;
  private final char[] text;
  private final char[] joined = new char[LONGEST];
  private boolean opening = true;
  private int at;
  private int runEnd;
  private Word word = new Word(0, 0, false);
  private int start;
  private int end;
  private boolean capital;

  Words(Vocabulary vocabulary, char[] text) {
    this.vocabulary = vocabulary;
    this.text = text;
  }

  /** Goes on to the next word; false if there is none. */
  boolean next() {
    if (at < runEnd) {
      return nextPair();
    }
    while (at < text.length) {
      char c = text[at];
      if (c == ' ') {
        at++;
      } else if (latin(c) != 0) {
        return nextLatin();
      } else if (!Character.isLetterOrDigit(c) && !Character.isSurrogate(c)) {
        opening |=
            c == '.' || c == '!' || c == '?' || c == '\n' || c == '“' || c == '"' || c == ':';
        at++;
      } else if (unspaced(c)) {
        return beginRun();
      } else {
        return nextOfAny();
      }
    }
    return false;
  }

  Word word() {
    return word;
  }

  /** Where the word starts in the text. */
  int start() {
    return start;
  }

  /** Where the word ends in the text, exclusive. */
  int end() {
    return end;
  }

  /** True if it starts with a capital that its place in the sentence does not ask for. */
  boolean capital() {
    return capital;
  }

  /** Most words: Latin letters, and what follows surely ends them. */
  private boolean nextLatin() {
    int from = at;
    int p = from;
    long letters = Word.UNSPELT;
    int letter = latin(text[p]);
    while (letter != 0) {
      letters = Word.spelt(letters, letter);
      letter = ++p < text.length ? latin(text[p]) : 0;
    }
    if (!endsSurely(p) || p - from > LONGEST || country(from, p)) {
      return nextOfAny();
    }
    start = from;
    end = p;
    capital = !opening && text[from] < 'a';
    opening = false;
    at = p;
    word = vocabulary.word(letters, text, from, p);
    return true;
  }

  /** True if no mark at {@code p} can join what is before it with what follows. */
  private boolean endsSurely(int p) {
    if (p == text.length || text[p] == ' ') {
      return true;
    }
    char c = text[p];
    if (c >= 128 || c >= '0' && c <= '9') {
      return false;
    }
    return p + 1 == text.length || text[p + 1] == ' ' || text[p + 1] == '\n';
  }

  private boolean country(int from, int to) {
    return to - from == 2 && text[from] == 'U' && text[from + 1] == 'S';
  }

  private boolean nextOfAny() {
    int length = 0;
    boolean digits = false;
    int p = at;
    while (p < text.length) {
      char d = text[p];
      if (latin(d) != 0) {
        if (length < LONGEST) {
          joined[length++] = d;
        }
      } else if (Character.isLetterOrDigit(d) || Character.isSurrogate(d) || combining(d)) {
        if (unspaced(d)) {
          break;
        }
        digits |= Character.isDigit(d);
        if (length < LONGEST) {
          joined[length++] = d;
        }
      } else if (!joins(text, at, p, digits)) {
        break;
      } else if (apostrophe(d)) {
        if (possessive(text, p)) {
          break;
        }
        if (length < LONGEST) {
          joined[length++] = '\'';
        }
      }
      p++;
    }
    start = at;
    end = p;
    capital = !opening && Character.isUpperCase(text[start]);
    opening = false;
    word = joined(length);
    at = end + 1 < text.length && apostrophe(text[end]) && possessive(text, end) ? end + 2 : end;
    return true;
  }

  /** "US" is the country, "us" is not. */
  private Word joined(int length) {
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

  private boolean beginRun() {
    runEnd = at + 1;
    while (runEnd < text.length && unspaced(text[runEnd])) {
      runEnd++;
    }
    return nextPair();
  }

  /** The next pair of characters of a run, or a lone one. */
  private boolean nextPair() {
    start = at;
    end = Math.min(at + 2, runEnd);
    at = end == runEnd ? runEnd : at + 1;
    capital = false;
    opening = false;
    word = vocabulary.word(text, start, end);
    return true;
  }

  private static int latin(char c) {
    return c < LATIN.length ? LATIN[c] : 0;
  }

  private static byte[] latin() {
    byte[] latin = new byte[128];
    for (char c = 'a'; c <= 'z'; c++) {
      latin[c] = (byte) c;
      latin[Character.toUpperCase(c)] = (byte) c;
    }
    return latin;
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
