package org.wirecopy.intake.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Markdown for which a parser needs the square of its length. */
class MarkdownGrowthTest {
  private static final int SIZE = 400_000;

  @TempDir private static Path kept;

  private static String story(String paragraph) {
    return "# Ferries sail again\n\nThe first ferry left at dawn.\n\n" + paragraph + "\n";
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<",
        "<a ",
        "<a b=\"",
        "<!--",
        "<?",
        "</",
        "<a@",
        "<http://a",
        "<![CDATA[",
        "[",
        "[a](<b",
        "[a]: <",
        "![[]()",
        "*a **b ",
        "*a**a ",
        "a**bc* ",
        "**a*b_",
        "_a __b ",
        "`x ``y ",
        "* ",
        "- ",
        "+ > ",
        "1. ",
        ">",
        "2. <!--\n",
        "2. a**bc* \n",
        "[a]: b\n",
        "| a ",
        "* * *x "
      })
  void aTextThatIsOneSignOfMarkupAfterTheOtherIsAnsweredInTime(String sign) {
    String text = "x".repeat(sign.contains("\n") ? 0 : 1) + sign.repeat(SIZE / sign.length()) + "x";
    try (Judge judge = new Judge(kept)) {
      for (String one : new String[] {text, text.substring(1)}) {
        assertThat(judge.judge("a.md", story(one).getBytes(StandardCharsets.UTF_8)).fault())
            .as(sign)
            .isNull();
      }
    }
  }

  @Test
  void signsThatCloseAsOftenAsTheyOpenAreAnsweredInTimeToo() {
    try (Judge judge = new Judge(kept)) {
      for (String[] pair : new String[][] {{"[", "]"}, {"*a ", "b* "}, {"![", "](a)"}}) {
        for (int times : new int[] {1_500, SIZE / 8}) {
          String text = pair[0].repeat(times) + "a" + pair[1].repeat(times);
          assertThat(judge.judge("a.md", story(text).getBytes(StandardCharsets.UTF_8)).fault())
              .as(pair[0] + times)
              .isNull();
        }
      }
    }
  }

  @Test
  void aLongTextFullOfLinksIsRead() {
    String links = "He said *so* in [a **speech**](https://example.com/a_b) at `noon`. ".repeat(90);

    assertThat(Drops.article("a.md", story((links + "\n\n").repeat(60))).body()).hasSize(61);
    assertThat(Drops.article("a.md", story("* * *\n\n" + "-".repeat(9_000) + "\n")).body())
        .hasSize(1);
  }
}
