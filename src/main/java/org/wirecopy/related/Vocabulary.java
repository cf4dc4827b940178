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
 * <p>Safe for use by many threads: a race on a slot of the memory only costs a second stemming.
 */
final class Vocabulary {
  private static final int SLOTS = 1 << 16;
  private static final int LONGEST_STEMMED = 40;
  private static final Pattern MARKS = Pattern.compile("\\p{Mn}+");

  private final @Nullable SnowballStemmer stemmer;
  private final CharArraySet common;
  private final @Nullable Seen[] seen = new Seen[SLOTS];

  Vocabulary(@Nullable SnowballStemmer stemmer, Set<?> common) {
    this.stemmer = stemmer;
    this.common = CharArraySet.copy(common);
  }

  /** A word, and its letters in a form that is quick to compare. */
  @SuppressWarnings("ArrayRecordComponent") // never compared as a record
  private record Seen(Word word, char[] letters) {}

  /** The word in {@code text} from {@code start} to {@code end}, whatever its case. */
  Word word(char[] text, int start, int end) {
    int hash = 0;
    for (int i = start; i < end; i++) {
      hash = 31 * hash + lower(text[i]);
    }
    int slot = (hash ^ hash >>> 16) & (SLOTS - 1);
    @Nullable Seen known = seen[slot];
    if (known != null && same(known.letters(), text, start, end)) {
      return known.word();
    }
    Word fresh = make(new String(text, start, end - start).toLowerCase(Locale.ROOT));
    seen[slot] = new Seen(fresh, fresh.form().toCharArray());
    return fresh;
  }

  private static boolean same(char[] letters, char[] text, int start, int end) {
    if (letters.length != end - start) {
      return false;
    }
    for (int i = 0; i < letters.length; i++) {
      if (letters[i] != lower(text[start + i])) {
        return false;
      }
    }
    return true;
  }

  private static char lower(char c) {
    if (c < 128) {
      return c >= 'A' && c <= 'Z' ? (char) (c + ('a' - 'A')) : c;
    }
    return Character.toLowerCase(c);
  }

  private Word make(String form) {
    return Word.of(form, fold(stem(form)), common.contains(form));
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
    return form.chars().anyMatch(Character::isDigit);
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
