package org.wirecopy.intake;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.lang.Character.UnicodeScript;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wirecopy.article.Block;

/**
 * The language that a text shows by its script and its commonest words. It is told only where one
 * language stands out; short texts, and those of two languages, show none.
 */
public final class ShownLanguage {
  private static final String WORDS = "common-words.txt";
  private static final int LOOK = 700;

  /** Fewer letters than this show nothing, nor do fewer common words. */
  private static final int FEWEST_LETTERS = 8;

  private static final double FEWEST = 4;

  /** So much more often than those of the next language. */
  private static final double CLEAR = 1.25;

  /** In a text of a language, at least this share of the words is among its commonest. */
  private static final double SHARE = 0.06;

  /** Scripts that only one language of the news is written in. */
  private static final Map<UnicodeScript, String> SCRIPTS = scripts();

  private static final int TABLE_SIZE = 1 << 12;

  private static final ShownLanguage TABLE = new ShownLanguage();

  private final List<String> languages = new ArrayList<>();

  /**
   * Words by their {@link #mix}ed letters, at the place of the lowest bits or behind; 0 is none.
   */
  private final long[] words = new long[TABLE_SIZE];

  private final int[][] languagesOf = new int[TABLE_SIZE][];

  private ShownLanguage() {
    try (InputStream resource = ShownLanguage.class.getResourceAsStream(WORDS);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(present(resource), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.startsWith("#")) {
          String[] parts = line.split(" ", -1);
          languages.add(parts[0]);
          for (int i = 1; i < parts.length; i++) {
            add(parts[i], languages.size() - 1);
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + WORDS, e);
    }
  }

  private void add(String word, int language) {
    long key = 0;
    for (int i = 0; i < word.length(); i++) {
      key = mix(key, word.charAt(i));
    }
    int place = place(key);
    words[place] = key;
    int[] known = languagesOf[place];
    int count = known == null ? 0 : known.length;
    if (count == 0 || known[count - 1] != language) {
      int[] more = known == null ? new int[1] : Arrays.copyOf(known, count + 1);
      more[count] = language;
      languagesOf[place] = more;
    }
  }

  /** Where a word stands, or would. */
  private int place(long key) {
    int place = (int) (key >>> 40) & (TABLE_SIZE - 1);
    while (words[place] != 0 && words[place] != key) {
      place = (place + 1) & (TABLE_SIZE - 1);
    }
    return place;
  }

  /** Letter by letter, so that no word need be made a string. */
  private static long mix(long key, char letter) {
    return (key ^ letter ^ 0x9E3779B97F4A7C15L) * 0x100000001B3L;
  }

  private static InputStream present(@Nullable InputStream resource) {
    if (resource == null) {
      throw new IllegalStateException("the program lacks its own " + WORDS);
    }
    return resource;
  }

  /**
   * The language of a body that states none: what it shows, or else the desk's.
   *
   * @return BCP 47, or null if it shows none and the desk has none
   */
  public static @Nullable String of(List<Block> body, Source source) {
    StringBuilder text = new StringBuilder(LOOK);
    for (int i = 0; i < body.size() && text.length() < LOOK; i++) {
      String words = body.get(i).text();
      text.append(words, 0, Math.min(words.length(), LOOK - text.length())).append(' ');
    }
    String shown = of(text.toString());
    String desk = source.language();
    boolean same = shown != null && desk != null && desk.startsWith(shown + "-");
    return shown == null || same ? desk : shown;
  }

  /** The language that a text shows, or null. */
  static @Nullable String of(String text) {
    UnicodeScript script = script(text);
    if (script == null) {
      return null;
    }
    String only = SCRIPTS.get(script);
    return only != null ? only : TABLE.byWords(text);
  }

  private @Nullable String byWords(String text) {
    double[] hits = new double[languages.size()];
    int all = 0;
    long key = 0;
    for (int i = 0; i <= text.length(); i++) {
      char c = i < text.length() ? text.charAt(i) : ' ';
      char letter = lower(c);
      if (letter != 0 || (c == '-' && key != 0)) {
        key = mix(key, letter == 0 ? c : letter);
      } else if (key != 0) {
        all++;
        count(languagesOf[place(key)], hits);
        key = 0;
      }
    }
    return clearest(hits, all);
  }

  /** A letter or mark in lower case; 0 for anything else. Most letters of most texts are ASCII. */
  private static char lower(char c) {
    if (c < 0x80) {
      char small = (char) (c | 0x20);
      return small >= 'a' && small <= 'z' ? small : 0;
    }
    if (Character.isLetter(c)) {
      return Character.toLowerCase(c);
    }
    int type = Character.getType(c);
    boolean mark = type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    return mark ? c : 0;
  }

  /** A word that several languages share says less for each. */
  private static void count(int @Nullable [] of, double[] hits) {
    if (of != null) {
      for (int language : of) {
        hits[language] += 1.0 / of.length;
      }
    }
  }

  private @Nullable String clearest(double[] hits, int all) {
    int best = 0;
    for (int i = 1; i < hits.length; i++) {
      best = hits[i] > hits[best] ? i : best;
    }
    double most = hits[best];
    double next = 0;
    for (int i = 0; i < hits.length; i++) {
      next = i != best ? Math.max(next, hits[i]) : next;
    }
    return most >= FEWEST && most >= next * CLEAR && most >= all * SHARE
        ? languages.get(best)
        : null;
  }

  /** The script of most letters; kana tells Japanese even among many ideographs. */
  private static @Nullable UnicodeScript script(String text) {
    Map<UnicodeScript, Integer> counts = new EnumMap<>(UnicodeScript.class);
    int letters = 0;
    int latin = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (lower(c) != 0) {
        letters++;
        if (c < 0x250) {
          latin++;
        } else {
          counts.merge(UnicodeScript.of(c), 1, Integer::sum);
        }
      }
    }
    if (letters < FEWEST_LETTERS) {
      return null;
    }
    if (latin * 2 > letters) {
      return UnicodeScript.LATIN;
    }
    int kana =
        counts.getOrDefault(UnicodeScript.HIRAGANA, 0)
            + counts.getOrDefault(UnicodeScript.KATAKANA, 0);
    if (kana * 5 > letters) {
      return UnicodeScript.HIRAGANA;
    }
    UnicodeScript best = null;
    for (Map.Entry<UnicodeScript, Integer> one : counts.entrySet()) {
      if (one.getValue() * 2 > letters) {
        best = one.getKey();
      }
    }
    return best;
  }

  private static Map<UnicodeScript, String> scripts() {
    Map<UnicodeScript, String> scripts = new EnumMap<>(UnicodeScript.class);
    scripts.put(UnicodeScript.HIRAGANA, "ja");
    scripts.put(UnicodeScript.HAN, "zh");
    scripts.put(UnicodeScript.HANGUL, "ko");
    scripts.put(UnicodeScript.THAI, "th");
    scripts.put(UnicodeScript.GREEK, "el");
    scripts.put(UnicodeScript.GEORGIAN, "ka");
    scripts.put(UnicodeScript.ARMENIAN, "hy");
    scripts.put(UnicodeScript.TAMIL, "ta");
    scripts.put(UnicodeScript.TELUGU, "te");
    scripts.put(UnicodeScript.GUJARATI, "gu");
    scripts.put(UnicodeScript.GURMUKHI, "pa");
    scripts.put(UnicodeScript.KANNADA, "kn");
    scripts.put(UnicodeScript.MALAYALAM, "ml");
    scripts.put(UnicodeScript.ORIYA, "or");
    scripts.put(UnicodeScript.SINHALA, "si");
    scripts.put(UnicodeScript.KHMER, "km");
    scripts.put(UnicodeScript.MYANMAR, "my");
    scripts.put(UnicodeScript.LAO, "lo");
    return scripts;
  }
}
