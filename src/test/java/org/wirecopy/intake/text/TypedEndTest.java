package org.wirecopy.intake.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirecopy.article.Article;
import org.wirecopy.article.Block;
import org.wirecopy.article.ListedHeadline;
import org.wirecopy.intake.Reading;
import org.wirecopy.intake.Source;

class TypedEndTest {
  private static final String STORY =
      """
      Ferries sail again after the storm

      The first ferry left at dawn on Saturday, an hour late, said the harbour master, who had waited.

      It was calm for the first time in many days, and all were glad of it, she said on Sunday.
      """;

  private static Reading.Articles read(String text) {
    Source source =
        new Source(
            "ferries.txt",
            text.getBytes(StandardCharsets.UTF_8),
            Instant.parse("2026-11-20T00:00:00Z"),
            ZoneOffset.UTC,
            null);
    return (Reading.Articles) new PlainTextReader().read(source);
  }

  private static List<String> body(Article article) {
    return article.body().stream().map(Block::text).toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"ENDS", "-ENDS-", "###", "-30-", "Ende"})
  void whatStandsBelowTheEndIsForEditorsAndTheListsBelowItAreNot(String mark) {
    Reading.Articles reading =
        read(
            STORY
                + "\n"
                + mark
                + "\n\nMedia contact: Ana Moor, +44 20 7946 0991\n\nThe ferry was built in 1911 and is"
                + " the oldest that sails in the whole of the country, as they say.\n\nAlso read\n\n"
                + "Old ferry is sold to a museum in May\n");

    Article article = reading.articles().get(0);
    assertThat(article.headline()).isEqualTo("Ferries sail again after the storm");
    assertThat(body(article)).hasSize(2).allMatch(text -> text.contains("said"));
    assertThat(article.alsoRead())
        .extracting(ListedHeadline::headline)
        .containsExactly("Old ferry is sold to a museum in May");
    assertThat(reading.warnings()).hasSize(1);
  }

  @Test
  void aMarkWithNothingBelowItIsNoReasonToWarn() {
    assertThat(read(STORY + "\n-ENDS-\n").warnings()).isEmpty();
    assertThat(body(read(STORY + "\n-ENDS-\n").articles().get(0))).hasSize(2);
  }

  @Test
  void whatStandsAboveEveryReleaseIsNoHeadline() {
    assertThat(read("FOR IMMEDIATE RELEASE\n\n" + STORY + "\n###\n").articles().get(0).headline())
        .isEqualTo("Ferries sail again after the storm");
  }
}
