package org.wirecopy.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class TellingWordsTest {
  private static final List<String> WORDS = List.of("embarg", "not for", "解禁", "ab");
  private final TellingWords words = new TellingWords(WORDS);

  @Test
  void aWordIsFoundInAnyCaseAndWithinAnother() {
    assertThat(words.in("STRICTLY EMBARGOED")).isTrue();
    assertThat(words.in("Sendeembargo")).isTrue();
    assertThat(words.in("解禁：12月5日")).isTrue();
    assertThat(words.in("Not  for publication")).isFalse();
    assertThat(words.in("")).isFalse();
    assertThat(words.in("a")).isFalse();
  }

  @Property(seed = "1")
  void itFindsWhatALookForEachWordFinds(
      @ForAll @StringLength(max = 12) @CharRange(from = 'a', to = 'c') String text) {
    assertThat(words.in(text))
        .isEqualTo(WORDS.stream().anyMatch(text.toLowerCase(Locale.ROOT)::contains));
  }
}
