package org.wirecopy.intake.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wirecopy.intake.text.TextArticles.article;
import static org.wirecopy.intake.text.TextArticles.articles;
import static org.wirecopy.intake.text.TextArticles.paragraphs;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirecopy.article.Article;

/** What is typed between a headline and the first paragraph: nothing of it is lost. */
class TypedHeadsTest {
  private static final String HEADLINE = "Council votes for tram";
  private static final String DECK = "Mayor calls it a good day for the harbour and its people";
  private static final String LEAD =
      "The council of Ellery voted on Tuesday evening to build a second tram line along the"
          + " harbour, after a debate of four hours.";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "By Tom Pike\nTransport Correspondent",
        "Tom Pike\nTransport Correspondent",
        "Tom Pike, Ellery\n24 November 2026"
      })
  void theFirstLineIsTheHeadlineAndTheSecondTheStandFirst(String credits) {
    Article article = article(HEADLINE + "\n\n" + DECK + "\n\n" + credits + "\n\n" + LEAD + "\n");

    assertThat(article.headline()).isEqualTo(HEADLINE);
    assertThat(article.subhead()).isEqualTo(DECK);
    assertThat(article.byline().names()).containsExactly("Tom Pike");
    assertThat(paragraphs(article)).containsExactly(LEAD);
  }

  @Test
  void ofTwoDecksWithoutABylineTheFirstIsTheStandFirst() {
    Article article =
        article(HEADLINE + "\n\n" + DECK + "\n\nShopkeepers to go to court\n\n" + LEAD + "\n");

    assertThat(article.headline()).isEqualTo(HEADLINE);
    assertThat(article.subhead()).isEqualTo(DECK);
    assertThat(paragraphs(article)).containsExactly("Shopkeepers to go to court", LEAD);
  }

  @Test
  void linesThatTouchTheHeadlineAreBelowIt() {
    Article article =
        article(HEADLINE + "\nTwo votes more\nShopkeepers to go to court\n\n" + LEAD + "\n");

    assertThat(article.headline()).isEqualTo(HEADLINE);
    assertThat(paragraphs(article))
        .containsExactly("Two votes more", "Shopkeepers to go to court", LEAD);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "14:05\nThe port is closed.\n\n13:40\n" + LEAD,
        "2019\nFirst plan.\n\n2021\n" + LEAD,
        "1931-2026\n\n" + LEAD,
      })
  void aFigureBelowTheHeadlineThatDatesAPartIsOfTheBody(String text) {
    Article article = article("The tram as it happened\n\n" + text + "\n");

    assertThat(paragraphs(article).get(0)).isEqualTo(text.lines().findFirst().orElseThrow());
  }

  @Test
  void aTimeAloneBelowTheHeadlineIsNot() {
    assertThat(paragraphs(article(HEADLINE + "\n\n14:05\n\n" + LEAD + "\n"))).containsExactly(LEAD);
  }

  @Test
  void aLineLeftOutAboveTheHeadlineIsTold() {
    assertThat(
            articles(
                    "Town and country\n\nHarbour news\n\nCouncil of Ellery votes for second tram"
                        + " line\n\nBy Tom Pike\n\n"
                        + LEAD
                        + "\n")
                .warnings())
        .singleElement()
        .asString()
        .contains("the line “Town and country”");
  }
}
