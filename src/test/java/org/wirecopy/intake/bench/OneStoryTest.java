package org.wirecopy.intake.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.wirecopy.article.Article;
import org.wirecopy.intake.Readers;
import org.wirecopy.intake.Reading;
import org.wirecopy.intake.Source;

/** The benchmark compares like with like: each format is told as itself and holds the story. */
class OneStoryTest {
  @Test
  void eachFormatHoldsTheWholeStory() {
    Set<String> formats = new HashSet<>();
    OneStory.inEachFormat()
        .forEach(
            (name, bytes) -> {
              Source source =
                  new Source(
                      name, bytes, Instant.parse("2026-03-14T10:00:00Z"), ZoneOffset.UTC, null);
              Reading.Articles read = (Reading.Articles) Readers.standard().read(source);
              Article article = read.articles().get(0);
              assertThat(article.headline())
                  .as(name)
                  .isEqualTo("Ferries sail again after three days of storm");
              assertThat(article.body()).as(name).hasSize(10);
              formats.add(read.format());
            });
    assertThat(formats)
        .as("plain text comes twice, once in a zip; RSS and Atom are both feeds")
        .hasSize(14);
  }
}
