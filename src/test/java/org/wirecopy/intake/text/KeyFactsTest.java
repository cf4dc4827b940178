package org.wirecopy.intake.text;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.wirecopy.intake.text.TextArticles.article;
import static org.wirecopy.intake.text.TextArticles.paragraphs;

import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirecopy.article.Article;
import org.wirecopy.article.ListedHeadline;
import org.wirecopy.intake.Reading;
import org.wirecopy.intake.Source;

/** Lists of a story's own, below words that announce other headlines elsewhere. */
class KeyFactsTest {
  private static final String LEAD =
      "The council of Ellery voted on Tuesday evening to build a second tram line along the"
          + " harbour, after a debate of four hours.";
  private static final String COST =
      "Work is to begin in March and will cost 240 million, the mayor said. Two thirds of it are"
          + " paid by the state.";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Recommended",
        "Don't miss",
        "In other news",
        "Spotlight",
        "Schlagzeilen",
        "Latest:"
      })
  void aListAmidATypedStoryIsTheStorys(String heading) {
    Article article =
        article(
            "A weekend in Ellery\n\n"
                + LEAD
                + "\n\n"
                + heading
                + "\n\nHotel Stone in Port Row\nHarbour Inn by the quay\n\n"
                + COST
                + "\n");

    assertThat(paragraphs(article))
        .containsExactly(LEAD, heading, "Hotel Stone in Port Row", "Harbour Inn by the quay", COST);
    assertThat(article.alsoRead()).isEmpty();
    assertThat(article.byline().text()).isNull();
  }

  @Test
  void aListWithDatesAmidATextIsOfOtherStories() {
    Article article =
        article(
            "A weekend in Ellery\n\n"
                + LEAD
                + "\n\nLatest news\n\nFerry line adds two winter crossings\n20 November 2026\n\n"
                + COST
                + "\n");

    assertThat(article.alsoRead())
        .extracting(ListedHeadline::headline)
        .containsExactly("Ferry line adds two winter crossings");
  }

  @Test
  void aListBelowATextIsOfOtherStories() {
    Article article =
        article(
            "A weekend in Ellery\n\n"
                + LEAD
                + "\n\n"
                + COST
                + "\n\nRecommended\n\nFerry line adds two winter crossings\nBank raises its rates\n");

    assertThat(paragraphs(article)).containsExactly(LEAD, COST);
    assertThat(article.alsoRead()).hasSize(2);
  }

  @Test
  void keyFactsInMarkdownStayAndLinkedHeadlinesDoNot() {
    Article facts = markdown("- The line runs along the harbour\n- It costs 240 million euros\n");
    assertThat(paragraphs(facts))
        .containsExactly(
            LEAD,
            "Das Wichtigste",
            "The line runs along the harbour",
            "It costs 240 million euros",
            COST);
    assertThat(facts.alsoRead()).isEmpty();

    Article links =
        markdown(
            "- [The line runs along the harbour](https://example.com/a)\n"
                + "- [It costs 240 million euros](https://example.com/b)\n");
    assertThat(paragraphs(links)).containsExactly(LEAD, COST);
    assertThat(links.alsoRead()).hasSize(2);
  }

  private static Article markdown(String list) {
    String text =
        "# Council votes for tram\n\n"
            + LEAD
            + "\n\n## Das Wichtigste\n\n"
            + list
            + "\n"
            + COST
            + "\n";
    Reading reading =
        new MarkdownReader()
            .read(
                new Source(
                    "tram.md",
                    text.getBytes(UTF_8),
                    Instant.parse("2026-11-23T10:00:00Z"),
                    ZoneOffset.UTC,
                    null));
    return ((Reading.Articles) reading).articles().get(0);
  }
}
