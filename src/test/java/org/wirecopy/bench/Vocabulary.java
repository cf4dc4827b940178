package org.wirecopy.bench;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * Invented words, as skewed in their frequency as those of real news: few are everywhere, most are
 * rare. Nearly half of running text is common English words, so that language recognition and stop
 * words have what they expect.
 */
final class Vocabulary {
  private static final int INVENTED = 20_000;
  private static final String[] COMMON =
      ("the of and to in a is that for it as was with on by from at which be this are have has had"
              + " not or an said will its their more after new two also been who would about when"
              + " there could than other over into last year officials government people")
          .split(" ");
  private static final String[] ONSETS =
      "b br c ch d dr f fl g gr h k l m n p pl r s sh st t tr v w".split(" ");
  private static final String[] VOWELS = "a e i o u ai ea ou".split(" ");
  private static final String[] CODAS = {"", "", "n", "r", "l", "s", "t", "nd", "m", "ck"};

  private final List<String> words;

  Vocabulary(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Set<String> made = new LinkedHashSet<>();
    while (made.size() < INVENTED) {
      StringBuilder word = new StringBuilder();
      for (int syllable = 2 + random.nextInt(2); syllable > 0; syllable--) {
        word.append(ONSETS[random.nextInt(ONSETS.length)])
            .append(VOWELS[random.nextInt(VOWELS.length)])
            .append(CODAS[random.nextInt(CODAS.length)]);
      }
      made.add(word.toString());
    }
    words = new ArrayList<>(made);
  }

  /** A word that carries meaning; low ranks are far more frequent than high ones (Zipf). */
  String term(SplittableRandom random) {
    return words.get((int) Math.pow(words.size(), random.nextDouble()) - 1);
  }

  /** The next word of running text. */
  String word(SplittableRandom random) {
    return random.nextInt(100) < 45 ? COMMON[random.nextInt(COMMON.length)] : term(random);
  }

  /** A name: a rare word with a capital. */
  String name(SplittableRandom random) {
    return capital(words.get(random.nextInt(words.size())));
  }

  static String capital(String word) {
    return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }
}
