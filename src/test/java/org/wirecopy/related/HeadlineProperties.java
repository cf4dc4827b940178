package org.wirecopy.related;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class HeadlineProperties {
  private static final String[] WORDS = {
    "Harbour", "mayor", "opens", "new", "lighthouse", "after", "storm", "of", "the", "century",
    "U.S.", "S-400", "don’t", "$26", "million", "Erdoğan", "'talks'", "fishing-boat", "Ålesund",
        "12"
  };
  private static final String[] OTHERS = {
    "quartz", "violin", "zebra", "kettle", "umbrella", "giraffe", "pyramid", "jigsaw", "walnut"
  };

  @Provide
  Arbitrary<String> headlines() {
    return Arbitraries.of(WORDS).list().ofMinSize(4).ofMaxSize(14).map(l -> String.join(" ", l));
  }

  @Provide
  Arbitrary<String> unrelated() {
    return Arbitraries.of(OTHERS).list().ofMinSize(2).ofMaxSize(14).map(l -> String.join(" ", l));
  }

  private static List<String> words(String headline) {
    return HeadlineWords.of(headline).words();
  }

  private static double likeness(String listed, String archived, boolean cut) {
    return new HeadlineAlignment(words(listed), cut).likeness(ArchivedHeadline.of(words(archived)));
  }

  @Property(seed = "2026")
  void truncatedAnywhereItStillFits(
      @ForAll("headlines") String headline, @ForAll("cuts") double cut) {
    String seen = headline.substring(0, (int) (headline.length() * cut));
    assertThat(likeness(seen, headline, true)).isGreaterThan(seen.length() < 12 ? 0.5 : 0.8);
  }

  @Provide
  Arbitrary<Double> cuts() {
    return Arbitraries.doubles().between(0.3, 1);
  }

  @Property(seed = "2026")
  void caseAndQuotesAndMarksDoNotMatter(@ForAll("headlines") String headline) {
    String shouted = headline.toUpperCase(Locale.ROOT).replace("'", "”") + "!";
    assertThat(HeadlineWords.of(shouted)).isEqualTo(HeadlineWords.of(headline));
  }

  @Property(seed = "2026")
  void theUnrelatedNeverFits(
      @ForAll("headlines") String headline, @ForAll("unrelated") String other) {
    assertThat(likeness(other, headline, false)).isLessThan(0.3);
    assertThat(likeness(other, headline, true)).isLessThan(0.3);
  }

  @Property(seed = "2026")
  void whatItsLettersAllowIsNeverLessThanHowWellItFits(
      @ForAll("edited") String listed, @ForAll("edited") String archived, @ForAll boolean cut) {
    HeadlineAlignment alignment = new HeadlineAlignment(words(listed), cut);
    ArchivedHeadline other = ArchivedHeadline.of(words(archived));
    assertThat(alignment.atMost(other)).isGreaterThanOrEqualTo(alignment.likeness(other) - 1e-9);
  }

  @Provide
  Arbitrary<String> edited() {
    Arbitrary<Integer> places = Arbitraries.integers().between(0, 60);
    return Combinators.combine(headlines(), places, places)
        .as(
            (headline, one, other) -> {
              StringBuilder edited = new StringBuilder(headline);
              edited.deleteCharAt(one % edited.length());
              return edited.insert(other % edited.length(), ' ').toString();
            });
  }

  @Property(seed = "2026")
  void aHeadlineFitsItself(@ForAll("headlines") String headline) {
    assertThat(likeness(headline, headline, false)).isEqualTo(1);
  }

  @Property(seed = "2026")
  void anyTextIsCutIntoWordsWithoutFault(@ForAll String text) {
    for (String word : words(text)) {
      assertThat(word).isNotEmpty();
    }
    PackedTerms terms = PackedTerms.of(StoryTerms.of(new Languages("en").of("en"), text, text));
    byte[] print = StoryPrint.of(terms, "en", "uri", null, StoryPrint.UNDATED);
    assertThat(print.length).isEqualTo(4 * (StoryPrint.HEADING + terms.size()));
  }

  @Property(seed = "2026")
  void editsAreCountedAlikeFromBothSides(
      @ForAll("headlines") String a, @ForAll("headlines") String b) {
    assertThat(HeadlineAlignment.edits(a, b, 999)).isEqualTo(HeadlineAlignment.edits(b, a, 999));
  }
}
