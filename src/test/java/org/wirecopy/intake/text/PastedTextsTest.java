package org.wirecopy.intake.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wirecopy.intake.text.TextArticles.article;
import static org.wirecopy.intake.text.TextArticles.articles;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirecopy.article.Block;
import org.wirecopy.intake.Reading;

/** Texts pasted with parts of the page around them: the parts go, every paragraph stays. */
class PastedTextsTest {
  private static final String ABOVE =
      """
      Home
      Ferries sail again after three days of storm
      By Dana Whitlock
      November 21, 2026
      Share
      Facebook

      The port of Ellery opened its gates again on Saturday after three days of storm, it said.

      """;

  private static final String BELOW =
      """

      All ferries sailed by noon, and most of them were full, the port office said on Saturday.

      Advertisement

      The line expects to carry four thousand cars this weekend, twice as many as in the last.
      """;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Skippers can sign up for free berths from January, the harbour master said on Saturday.",
        "The line, an affiliate of the Morrow group, will pay back the fares of the three days.",
        "The newsletter of the port had wrongly said that the gates would stay shut until Monday.",
        "Share and share alike, the harbour master told the skippers who waited for a berth.",
        "Copyright (c) notices were forged as well, the police said in a statement.",
      })
  void aParagraphThatSpeaksToNobodyIsOfTheStory(String paragraph) {
    assertThat(article(ABOVE + paragraph + "\n" + BELOW).body())
        .extracting(Block::text)
        .hasSize(4)
        .contains(paragraph);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Sign up for our newsletter and read the best stories of the week every Sunday morning.",
        "By clicking the button you agree to the privacy policy and the terms of service of Port News.",
        "This site is protected by a service, and the privacy policy of that service applies to it.",
      })
  void aNoticeToTheReaderIsNone(String notice) {
    assertThat(article(ABOVE + notice + "\n" + BELOW).body()).hasSize(3);
  }

  @Test
  void linesLeftOutOfATextThatIsHardlyAPageAreTold() {
    Reading.Articles read =
        articles(
            """
            Ferries sail again after three days of storm

            [svg]

            The port of Ellery opened its gates again on Saturday after three days of storm, it said.

            All ferries sailed by noon, and most of them were full, the port office said on Saturday.

            Crossings of the weekend
            Cape Morrow 12 crossings
            Orr mouth 8 crossings
            """);

    assertThat(read.articles().get(0).body()).hasSize(2);
    assertThat(read.warnings())
        .containsExactly(
            "Left out as parts of a web page: 3 lines, the first “Crossings of the weekend”. If the"
                + " story needs them, drop its text again without the rest of the page.");
  }

  @Test
  void nothingIsToldOfAPageThatWasTakenOff() {
    assertThat(articles(ABOVE + BELOW).warnings()).isEmpty();
  }
}
