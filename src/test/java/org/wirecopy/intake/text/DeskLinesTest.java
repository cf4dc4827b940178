package org.wirecopy.intake.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wirecopy.intake.text.TextArticles.article;
import static org.wirecopy.intake.text.TextArticles.articles;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirecopy.article.Article;
import org.wirecopy.intake.Reading;

/** What desks and press offices write above a story is neither its headline nor its body. */
class DeskLinesTest {
  @Test
  void theLabelOfAPressReleaseIsNoHeadline() {
    String release =
        """
        23 November 2026

        Ellery ferries order three electric ships

        ELLERY, November 23, 2026 – The ferry line of Ellery has ordered three electric ships, it said.

        The first is to sail in the spring of 2029, from Cape Morrow to the mouth of the Orr.

        -ENDS-

        Contact:
        Ruth Dale, Press Office
        Tel. 01632 960 114
        """;
    for (String label : List.of("PRESS RELEASE\n", "For immediate release:\n\n")) {
      Article article = article(label + release);

      assertThat(article.headline()).isEqualTo("Ellery ferries order three electric ships");
      assertThat(article.dateline().place()).isEqualTo("ELLERY");
    }
  }

  @Test
  void theAgencyBelowTheBylineIsNoParagraph() {
    Article article =
        article(
            """
            Ferries sail again after three days of storm

            The boats were full on Saturday morning
            By Dana Whitlock
            Associated Press

            ELLERY (AP) — The port of Ellery opened its gates again on Saturday after the storm.
            """);

    assertThat(article.body()).hasSize(1);
    assertThat(article.dateline().place()).isEqualTo("ELLERY");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "BC-EU--Ferry Storm, 3rd Ld-Writethru",
        "AFP 211405 GMT NOV 26",
        "FERRY-STORM/ (UPDATE 1)",
        "(Corrects headline and paragraph 3 to say three days, not four)",
        "Eds: Adds quotes.",
        "By Dana Whitlock",
        "November 21, 2026",
        "Moved: 1 December 2026, 06:00"
      })
  void whatTheDeskWritesAboveAHeadlineIsNoHeadline(String line) {
    Article article =
        article(
            line
                + "\n\nFerries sail again after the storm\n\n"
                + "ELLERY (AP) — The port of Ellery opened its gates on Saturday after three days.\n");

    assertThat(article.headline()).isEqualTo("Ferries sail again after the storm");
    assertThat(article.dateline().place()).isEqualTo("ELLERY");
    assertThat(article.body()).hasSize(1);
  }

  @Test
  void withoutAHeadlineBelowItsBylineTheFirstParagraphStandsInItsPlace() {
    Reading.Articles read =
        articles(
            """
            BC-EU--Ferry Storm
            Eds: Adds quotes.
            By DANA WHITLOCK
            Associated Press

            ELLERY (AP) — The port of Ellery opened its gates again on Saturday after three days of storm.

            All ferries sailed by noon.
            """);

    Article article = read.articles().get(0);
    assertThat(article.headline()).startsWith("ELLERY (AP) — The port of Ellery opened");
    assertThat(article.byline().names()).containsExactly("DANA WHITLOCK");
    assertThat(article.dateline().place()).isEqualTo("ELLERY");
    assertThat(article.edNote()).isEqualTo("Eds: Adds quotes.");
    assertThat(article.body()).hasSize(2);
    assertThat(read.warnings()).hasSize(2);
  }

  @Test
  void whatTheDeskSaysOfAStoryIsItsNoteToEditors() {
    Reading.Articles read =
        articles(
            """
            UPDATE 2-Ferries sail again after the storm

            (Adds quotes, background)

            ELLERY, Nov 21 (Reuters) - The port of Ellery opened its gates on Saturday, it said.
            """);

    assertThat(read.articles().get(0).edNote()).isEqualTo("(Adds quotes, background)");
    assertThat(read.articles().get(0).body()).hasSize(1);
    assertThat(read.warnings())
        .containsExactly("Sent as a note to editors, not as text: (Adds quotes, background)");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "What we know today",
        "Yesterday's papers",
        "COVID-19 returns to Ellery",
        "B-52 lands at Ellery"
      })
  void aHeadlineMayLookLikeADateOrASlug(String headline) {
    Article article =
        article(
            headline
                + "\n\nBy Dana Whitlock\n\n"
                + "The port of Ellery opened its gates again on Saturday after three days of storm.\n");

    assertThat(article.headline()).isEqualTo(headline);
  }
}
