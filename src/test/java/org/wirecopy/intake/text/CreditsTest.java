package org.wirecopy.intake.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wirecopy.intake.text.TextArticles.article;
import static org.wirecopy.intake.text.TextArticles.paragraphs;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirecopy.article.Article;

/** Names above and below a text, and what only looks like one. */
class CreditsTest {
  private static final String STORY =
      "The council of Ellery voted on Tuesday evening to build a second tram line along the harbour,"
          + " after a debate that lasted for more than four hours and ended in applause.";
  private static final String MORE =
      "Work is to begin in March and will cost 240 million, the mayor said. Two thirds of it are"
          + " paid by the state, which has yet to sign the contract.";

  private static Article typed(String... blocks) {
    return article(String.join("\n\n", blocks) + "\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "COUNCIL VOTES FOR TRAM",
        "MAYOR WELCOMES DECISION",
        "Premier League",
        "Ellery Crown Court"
      })
  void whatStandsAboveTheBylineIsNone(String line) {
    Article article = typed("Local news", line, "By Tom Pike", STORY, MORE);

    assertThat(article.byline().names()).containsExactly("Tom Pike");
    assertThat(article.toString()).contains(line);
  }

  @ParameterizedTest
  @ValueSource(strings = {"MAYOR WELCOMES DECISION", "Premier League", "Ellery Crown Court"})
  void whatIsNoPersonHasNotWrittenTheStory(String line) {
    assertThat(typed("Council votes for tram", line, STORY, MORE).byline().names()).isEmpty();
  }

  @Test
  void thePersonOfWhomAnObituaryTellsHasNotWrittenIt() {
    Article article =
        typed(
            "Obituary", "John Moss", "John Moss, 81, of Port Row, died on Sunday. " + STORY, MORE);

    assertThat(article.byline().names()).isEmpty();
    assertThat(article.toString()).contains("John Moss");
  }

  @Test
  void aNameAloneStillSaysWhoWroteTheStory() {
    assertThat(typed("Council votes for tram", "Tom Pike", STORY, MORE).byline().names())
        .containsExactly("Tom Pike");
    assertThat(typed("Council votes for tram", "TOM PIKE", STORY, MORE).byline().names())
        .containsExactly("TOM PIKE");
    assertThat(typed("Council votes for tram", STORY, MORE, "Tom Pike").byline().names())
        .containsExactly("Tom Pike");
  }

  @ParameterizedTest
  @ValueSource(strings = {"SOURCE Ellery Tram", "Ellery Town Council"})
  void aHouseBelowTheTextSignsNothing(String line) {
    Article article = typed("Council votes for tram", STORY, MORE, line);

    assertThat(article.byline().names()).isEmpty();
    assertThat(paragraphs(article)).startsWith(STORY, MORE);
  }

  @Test
  void aNameWithoutCapitalsIsReadBehindTheWordForBy() {
    Article article =
        typed(
            "埃勒里市议会通过有轨电车新线",
            "记者 李明",
            "埃勒里市议会24日晚经过四个多小时的辩论，投票通过沿港口修建第二条有轨电车线路的计划。工程将于三月开始，" + "预计耗资两亿四千万元，其中三分之二由州政府承担。");

    assertThat(article.byline().names()).containsExactly("李明");
    assertThat(paragraphs(article)).hasSize(1);
  }
}
