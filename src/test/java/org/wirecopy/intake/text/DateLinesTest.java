package org.wirecopy.intake.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wirecopy.intake.text.TextArticles.article;
import static org.wirecopy.intake.text.TextArticles.paragraphs;

import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirecopy.article.Article;
import org.wirecopy.article.ListedHeadline;

/** Which lines date a story, and which speak of a day. */
class DateLinesTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE 2-Ellery port opens after storm, ferry shares jump",
        "Update: 3 ferries sail again",
        "Standard Chartered cuts 200 jobs in Ellery",
        "Data from 12 ports show calmer seas",
        "Posted to Ellery at 19, home at 80",
      })
  void aHeadlineMayBeginAsTheLabelOfADateDoes(String headline) {
    Article article =
        article(
            headline
                + "\n\nBy Dana Whitlock\n\n"
                + "The port of Ellery opened its gates again on Saturday after three days of storm.\n");

    assertThat(article.headline()).isEqualTo(headline);
    assertThat(article.byline().names()).containsExactly("Dana Whitlock");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Published 4 months ago", "Updated 14:05 IST", "Veröffentlicht vor 3 Monaten"})
  void aDateTooCoarseToNameADayIsNoParagraph(String line) {
    Article article =
        article(
            "Ferries sail again\n\n"
                + line
                + "\n\nThe port of Ellery opened its gates on Saturday after three days of storm.\n");

    assertThat(article.body()).hasSize(1);
    assertThat(article.subhead()).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Born 4 March 1931", "Born: 4 March 1931", "Deadline: 15 January 2027",
        "Founded on 4 March 1931", "Geboren am 4. März 1931", "Décès : le 27 novembre 2026"
      })
  void whatHappenedOnADayIsNoDateOfTheStory(String line) {
    Article article =
        article(
            "The life of a harbour master\n\n"
                + line
                + "\n\nThe harbour master of Ellery watched over its gates for forty years, it said.\n");

    assertThat(article.dateline().date()).isNull();
    assertThat(paragraphs(article)).hasSize(2).first().isEqualTo(line);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Monday, 23 November 2026",
        "Monday 23 November 2026",
        "Published: 23 November 2026",
        "Published on Monday 23 November 2026",
        "Ellery, 23 November 2026",
        "Dana Whitlock 23 November 2026",
        "Montag, den 23. November 2026",
        "Dana Whitlock | Nov 23, 2026 | 3 min read",
        "प्रकाशित: 23 नवंबर 2026"
      })
  void aDateWithLabelPlaceNameOrWeekdayIsThatOfTheStory(String line) {
    Article article =
        article(
            "The life of a harbour master\n\n"
                + line
                + "\n\nThe harbour master of Ellery watched over its gates for forty years, it said.\n");

    assertThat(article.dateline().date()).isEqualTo("2026-11-23T00:00+05:30");
    assertThat(article.body()).hasSize(1);
  }

  @Test
  void datesAboveTheListedHeadlinesAreTheirs() {
    Article article =
        article(
            """
            Ferries sail again after three days of storm

            The port of Ellery opened its gates again on Saturday after three days of storm.

            Also Read

            November 20, 2026
            Storm closes the port of Ellery

            November 12, 2026
            Harbour toll to rise in January
            """);

    assertThat(article.alsoRead())
        .extracting(ListedHeadline::date)
        .containsExactly(
            OffsetDateTime.parse("2026-11-20T00:00+05:30"),
            OffsetDateTime.parse("2026-11-12T00:00+05:30"));
    assertThat(article.dateline().date()).isNull();
  }

  @Test
  void theDateOfTheLastListedHeadlineIsNotTheStorys() {
    Article article =
        article(
            """
            Ferries sail again after three days of storm

            The port of Ellery opened its gates again on Saturday after three days of storm.

            Also Read

            Storm closes the port of Ellery
            November 20, 2026
            """);

    assertThat(article.alsoRead()).hasSize(1);
    assertThat(article.dateline().date()).isNull();
  }
}
