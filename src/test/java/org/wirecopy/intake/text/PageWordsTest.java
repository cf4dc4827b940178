package org.wirecopy.intake.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wirecopy.intake.text.TextArticles.article;
import static org.wirecopy.intake.text.TextArticles.articles;
import static org.wirecopy.intake.text.TextArticles.paragraphs;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirecopy.article.Article;

/** Words that pages print around their stories and that desks type into theirs. */
class PageWordsTest {
  private static final String LEAD =
      "The council of Ellery voted on Tuesday evening to build a second tram line along the"
          + " harbour, after a debate of four hours.";
  private static final String COST =
      "Work is to begin in March and will cost 240 million, the mayor said. Two thirds of it are"
          + " paid by the state.";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Analysis",
        "Highlights",
        "Close",
        "Home",
        "Cookies",
        "Kontakt",
        "Réagir",
        "Register",
        "Video",
        "Save",
        "Key points:",
        "Zur Person"
      })
  void aWordThatHeadsAPartOfAStoryMakesNoPageOfIt(String word) {
    Article article =
        article(
            "Council votes for tram\n\nBy Tom Pike\n\n"
                + LEAD
                + "\n\n"
                + word
                + "\nDow 44,012.10 +0.4%\n\n- The cost\n- The noise\n\n"
                + COST
                + "\n\nVote: 21-19\n");

    assertThat(article.headline()).isEqualTo("Council votes for tram");
    assertThat(paragraphs(article))
        .containsExactly(
            LEAD, word, "Dow 44,012.10 +0.4%", "The cost", "The noise", COST, "Vote: 21-19");
  }

  @ParameterizedTest
  @ValueSource(strings = {"OPINION\n\n", "EXCLUSIVE\n", "Breaking news\n"})
  void aLabelAboveTheHeadlineMakesNoPageOfAStory(String label) {
    Article article =
        article(
            label
                + "Trams are the past\n\n"
                + LEAD
                + "\n\nThree reasons:\n\n- The cost\n- The noise\n\n"
                + COST
                + "\n");

    assertThat(article.headline()).isEqualTo("Trams are the past");
    assertThat(paragraphs(article))
        .containsExactly(LEAD, "Three reasons:", "The cost", "The noise", COST);
  }

  @Test
  void threeSuchWordsMakeAPage() {
    Article article =
        article(
            "Council votes for tram\n\nVideo\n\n"
                + LEAD
                + "\n\nHighlights\n\n"
                + COST
                + "\n\nRegister\n\nFerries sail\nBank raises rates\n");

    assertThat(paragraphs(article)).containsExactly(LEAD, COST);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Keywords: ELLERY TRAM/", "Tags: trams", "© 2026 Ellery Post", "Mit Agenturen"})
  void whatStandsBelowAStoryIsLeftOutAlone(String foot) {
    String rate = COST + " ($1 = 0.92 euros)";
    Article article =
        article(
            "Council votes for tram\n\n"
                + LEAD
                + "\n\nHow they voted\n21 for\n19 against\n\n"
                + rate
                + "\n\n"
                + foot
                + "\n");

    assertThat(paragraphs(article))
        .containsExactly(LEAD, "How they voted", "21 for", "19 against", rate);
  }

  @Test
  void aPhotographersCreditIsNoShareBar() {
    Article article =
        article(
            "Council votes for tram\n\nPhoto by Ida Moss\n\n"
                + LEAD
                + "\n\nWho voted for it:\n\nRoe, Moss, Lee, Ray\n\nPike abstained\n\n"
                + COST
                + "\n\nVote: 21-19\n");

    assertThat(paragraphs(article))
        .containsExactly(
            LEAD,
            "Who voted for it:",
            "Roe, Moss, Lee, Ray",
            "Pike abstained",
            COST,
            "Vote: 21-19");
    assertThat(article.pictures()).isEmpty();
  }

  @Test
  void whatIsLeftOutBesideAFewWordsOfAPageIsTold() {
    assertThat(
            articles(
                    "Council votes for tram\n\nShare this article\n\n"
                        + LEAD
                        + "\n\n- Costs are high\n- Noise is feared\n\n"
                        + COST
                        + "\n")
                .warnings())
        .singleElement()
        .asString()
        .contains("3 lines, the first “Costs are high”");
  }
}
