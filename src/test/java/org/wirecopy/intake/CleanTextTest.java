package org.wirecopy.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.Test;

@NullUnmarked
class CleanTextTest {

  @Test
  void leavesPlainTextAlone() {
    String text = "Ferries sailed – “every berth”, £2.5m, Müller’s word.\n\nSecond.";
    assertThat(CleanText.text(text)).isSameAs(text);
  }

  @Test
  void givesEveryLineEndOneForm() {
    assertThat(CleanText.text("a\r\nb\rc\u0085d\u2028e\u2029f\fg"))
        .isEqualTo("a\nb\nc\nd\ne\n\nf\n\ng");
  }

  @Test
  void dropsWhatIsNotSeen() {
    assertThat(CleanText.line("\uFEFFDo\u200Bver\u2060 \u202Ere\u0007opens\u00AD\uE001 now\uD800"))
        .isEqualTo("Dover reopens now");
    assertThat(CleanText.line("after \u001B[31mstorm\u001B[0m")).isEqualTo("after storm");
    assertThat(CleanText.line("in\u00A02017.\u202FWashington")).isEqualTo("in 2017. Washington");
  }

  @Test
  void keepsEmojiWhole() {
    String family = "👩‍👩‍👧‍👦 win 🏴󠁧󠁢󠁥󠁮󠁧󠁿 👍🏽";
    assertThat(CleanText.line(family)).isEqualTo(family);
  }

  @Test
  void keepsJoinersOfPersianAndDropsThoseOfLatin() {
    assertThat(CleanText.line("می‌خواهم")).isEqualTo("می‌خواهم");
    assertThat(CleanText.line("Do\u200Dver")).isEqualTo("Dover");
  }

  @Test
  void hidesNoTextInTags() {
    assertThat(CleanText.line("win\uDB40\uDC67\uDB40\uDC62")).isEqualTo("win");
  }

  @Test
  void composesLettersAndBoundsHeapsOfMarks() {
    String apart = Normalizer.normalize("Müller", Normalizer.Form.NFD);
    assertThat(CleanText.line(apart)).isEqualTo("Müller");
    assertThat(CleanText.line("Do" + "\u0301".repeat(500) + "ver").length()).isLessThan(20);
  }

  @Test
  void cutsAnEndlessHeadlineBetweenWords() {
    String headline = CleanText.headline("word ".repeat(500_000));
    assertThat(headline).hasSizeLessThanOrEqualTo(CleanText.LONGEST_HEADLINE).endsWith("word…");
    assertThat(CleanText.headline("👍🏽".repeat(1000))).doesNotContain("\uD83D…").endsWith("🏽…");
  }
}
