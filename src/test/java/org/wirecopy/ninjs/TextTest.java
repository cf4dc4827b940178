package org.wirecopy.ninjs;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.regex.Pattern;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextTest {
  private static final Pattern FORBIDDEN =
      Pattern.compile("[^\\t\\n\\r\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]");

  @Test
  void plainAndCurlyTextIsNotEvenCopied() {
    String text = "“Quoted” – naïve café, Привет, 東京, 1\u00A0000 €";

    assertThat(Text.clean(text)).isSameAs(text);
    assertThat(Text.line(text)).isSameAs(text);
  }

  @Test
  void accentsAreComposed() {
    assertThat(Text.clean("cafe\u0301")).isEqualTo("café");
    assertThat(Text.clean("A\u030A and \u212B")).isEqualTo("Å and Å");
    assertThat(Text.clean("\u1112\u1161\u11AB")).isEqualTo("한");
  }

  @Test
  void controlCharactersVanishAndLineBreaksStay() {
    assertThat(Text.clean("a\u0000b\u0008c\u000Bd\u001F\te\r\nf\uFFFE\uFFFF"))
        .isEqualTo("abcd\te\r\nf");
  }

  @Test
  void halfSurrogatePairsAreReplacedAndWholeOnesStay() {
    assertThat(Text.clean("a\uD83Db")).isEqualTo("a\uFFFDb");
    assertThat(Text.clean("a\uDE00b")).isEqualTo("a\uFFFDb");
    assertThat(Text.clean("a😀b\uD83D")).isEqualTo("a😀b\uFFFD");
  }

  @ParameterizedTest
  @CsvSource(
      value = {"'a  b'|'a b'", "' a b '|'a b'", "'a\r\n\tb'|'a b'", "'  '|''", "'a b'|'a b'"},
      delimiter = '|')
  void lineHasSingleSpacesOnly(String text, String line) {
    assertThat(Text.line(text)).isEqualTo(line);
  }

  @Property(seed = "2026")
  void whateverComesInMayLeaveTheHouse(@ForAll String text) {
    String clean = Text.clean(text);

    assertThat(FORBIDDEN.matcher(clean).find()).isFalse();
    assertThat(Normalizer.isNormalized(clean, Normalizer.Form.NFC)).isTrue();
    assertThat(Text.clean(clean)).isSameAs(clean);
    assertThat(Text.line(text)).doesNotContain("\n", "\t", "\r", "  ");
  }

  /** The shortcut's ranges against the JDK's tables: each character alone and after a letter. */
  @Test
  void noCharacterIsWronglyTakenForComposed() {
    for (char c = 0; c < Character.MAX_VALUE; c++) {
      String text = "e" + c + "\u0301";
      if (!Character.isSurrogate(c)) {
        assertThat(Normalizer.isNormalized(Text.clean(text), Normalizer.Form.NFC)).isTrue();
        assertThat(Normalizer.isNormalized(Text.clean("e" + c), Normalizer.Form.NFC)).isTrue();
      }
    }
  }
}
