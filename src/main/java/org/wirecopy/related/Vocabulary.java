package org.wirecopy.related;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.CharArraySet;
import org.jspecify.annotations.Nullable;
import org.tartarus.snowball.SnowballStemmer;

/**
 * The words of one language: stems them, knows the common ones, and remembers what it has seen.
 *
 * <p>A word is known again by 64 bits that stand for its letters, so that text is read without
 * making a string of each word. Safe for use by many threads: a race on a slot of the memory only
 * costs a second stemming.
 */
final class Vocabulary {
  private static final int SLOTS = 1 << 16;
  private static final int LONGEST_STEMMED = 40;
  private static final Pattern MARKS = Pattern.compile("\\p{Mn}+");

  private final @Nullable SnowballStemmer stemmer;
  private final CharArraySet common;
  private final @Nullable Word[] seen = new Word[SLOTS];

  Vocabulary(@Nullable SnowballStemmer stemmer, Set<?> common) {
    this.stemmer = stemmer;
    this.common = CharArraySet.copy(common);
  }

  /** The word in {@code text} from {@code start} to {@code end}, whatever its case. */
  Word word(char[] text, int start, int end) {
    long letters = Word.UNSPELT;
    for (int i = start; i < end; i++) {
      letters = Word.spelt(letters, lower(text[i]));
    }
    return word(letters, text, start, end);
  }

  /**
   * As {@link #word(char[], int, int)}.
   *
   * @param letters of the word in lower case, see {@link Word#spelt}
   */
  Word word(long letters, char[] text, int start, int end) {
    int slot = (int) (letters ^ letters >>> 32) & (SLOTS - 1);
    @Nullable Word known = seen[slot];
    if (known != null && known.letters() == letters) {
      return known;
    }
    Word fresh = make(letters, new String(text, start, end - start).toLowerCase(Locale.ROOT));
    seen[slot] = fresh;
    return fresh;
  }

  private static char lower(char c) {
    if (c < 128) {
      return c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c;
    }
    return Character.toLowerCase(c);
  }

  private Word make(long letters, String form) {
    String stem = fold(stem(form));
    return new Word(letters, Word.hash(stem), !common.contains(form) && telling(stem));
  }

  /** A single Latin letter or digit tells nothing. */
  private static boolean telling(String stem) {
    return stem.length() > 1 || !stem.isEmpty() && stem.charAt(0) > 0x2E00;
  }

  private String stem(String form) {
    if (stemmer == null || form.length() > LONGEST_STEMMED || hasDigit(form)) {
      return form;
    }
    synchronized (stemmer) {
      stemmer.setCurrent(form);
      stemmer.stem();
      return stemmer.getCurrent();
    }
  }

  private static boolean hasDigit(String form) {
    for (int i = 0; i < form.length(); i++) {
      if (Character.isDigit(form.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  /** Latin and Greek letters without their accents; other scripts as they are. */
  static String fold(String word) {
    for (int i = 0; i < word.length(); i++) {
      if (word.charAt(i) > 127) {
        return foldWide(word);
      }
    }
    return word;
  }

  private static String foldWide(String word) {
    char first = word.charAt(0);
    Character.UnicodeScript script = Character.UnicodeScript.of(first);
    if (script != Character.UnicodeScript.LATIN && script != Character.UnicodeScript.GREEK) {
      return Normalizer.normalize(word, Normalizer.Form.NFKC);
    }
    return MARKS
        .matcher(Normalizer.normalize(word, Normalizer.Form.NFKD))
        .replaceAll("")
        .replace('ı', 'i')
        .replace('ł', 'l')
        .replace('ø', 'o')
        .replace("ß", "ss");
  }
}
