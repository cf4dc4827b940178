package org.wirecopy.intake.text;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.wirecopy.article.Article;
import org.wirecopy.article.Block;
import org.wirecopy.intake.Readers;
import org.wirecopy.intake.Reading;
import org.wirecopy.intake.Source;

/** Texts read as files that a desk in Kolkata saved on 23 November 2026. */
final class TextArticles {
  private TextArticles() {}

  static Article article(String text) {
    return articles(text).articles().get(0);
  }

  /** The article with its warnings. */
  static Reading.Articles articles(String text) {
    Reading reading =
        Readers.standard()
            .read(
                new Source(
                    "news/story.txt",
                    text.getBytes(UTF_8),
                    Instant.parse("2026-11-23T10:00:00Z"),
                    ZoneId.of("Asia/Kolkata"),
                    null));
    assertThat(reading).isInstanceOf(Reading.Articles.class);
    return (Reading.Articles) reading;
  }

  static List<String> paragraphs(Article article) {
    return article.body().stream().map(Block::text).toList();
  }
}
