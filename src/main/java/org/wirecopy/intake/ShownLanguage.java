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
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wirecopy.article.Block;

/**
 * The language that a text shows by its script and its commonest words. It is told only where one
 * language stands out; short texts, and those of two languages, show none.
 */
public final class ShownLanguage {
  private static final String WORDS = "common-words.txt";
  private static final int LOOK = 1_500;

  /** Fewer letters than this show nothing, nor do fewer common words. */
  private static final int FEWEST_LETTERS = 8;

  private static final double FEWEST = 4;

  /** So much more often than those of the next language. */
  private static final double CLEAR = 1.25;

  /** In a text of a language, at least this share of the words is among its commonest. */
  private static final double SHARE = 0.06;

  /** Scripts that only one language of the news is written in. */
  private static final Map<UnicodeScript, String> SCRIPTS = scripts();

  private static final int MOST_LETTERS = 20;

  private static final ShownLanguage TABLE = new ShownLanguage();

  private final List<String> languages = new ArrayList<>();
  private final Map<String, int[]> words = new HashMap<>();

  private ShownLanguage() {
    Map<String, List<Integer>> read = new HashMap<>();
    try (InputStream resource = ShownLanguage.class.getResourceAsStream(WORDS);
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(present(resource), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("#")) {
          continue;
        }
        String[] parts = line.split(" ", -1);
        int language = languages.size();
        languages.add(parts[0]);
        for (int i = 1; i < parts.length; i++) {
          List<Integer> of = read.computeIfAbsent(parts[i], key -> new ArrayList<>());
          if (!of.contains(language)) {
            of.add(language);
          }
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + WORDS, e);
    }
    read.forEach((word, of) -> words.put(word, of.stream().mapToInt(i -> i).toArray()));
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
    StringBuilder text = new StringBuilder();
    for (Block block : body) {
      if (text.length() >= LOOK) {
        break;
      }
      text.append(block.text()).append(' ');
    }
    String shown = of(text.substring(0, Math.min(text.length(), LOOK)));
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
    int from = -1;
    for (int i = 0; i <= text.length(); i++) {
      char c = i < text.length() ? text.charAt(i) : ' ';
      boolean letter = Character.isLetter(c) || isMark(c) || (c == '-' && from >= 0);
      if (letter && from < 0) {
        from = i;
      } else if (!letter && from >= 0) {
        all++;
        if (i - from <= MOST_LETTERS) {
          count(text.substring(from, i).toLowerCase(Locale.ROOT), hits);
        }
        from = -1;
      }
    }
    return clearest(hits, all);
  }

  private static boolean isMark(char c) {
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
  }

  /** A word that several languages share says less for each. */
  private void count(String word, double[] hits) {
    int[] of = words.get(word);
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
    double[] sorted = hits.clone();
    Arrays.sort(sorted);
    double next = sorted[sorted.length - 2];
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
      if (Character.isLetter(c)) {
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
