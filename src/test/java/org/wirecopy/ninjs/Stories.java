package org.wirecopy.ninjs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import org.wirecopy.article.Action;
import org.wirecopy.article.Article;
import org.wirecopy.article.ArticleBuilder;
import org.wirecopy.article.Block;
import org.wirecopy.article.RelatedStory;
import org.wirecopy.article.Status;
import org.wirecopy.article.Story;

/** Stories for the tests of this room, and the JSON they become. */
final class Stories {
  static final Instant ACCEPTED = Instant.parse("2026-05-06T07:08:09.010Z");
  private static final ObjectMapper JSON = new ObjectMapper();

  private Stories() {}

  /** An article with a headline and one paragraph. */
  static ArticleBuilder article() {
    return Article.titled("Tram line nine reopens")
        .body(List.of(Block.paragraph("The line opened at noon.")));
  }

  static Story published(Article article) {
    return story(article, Action.PUBLISH, Status.USABLE);
  }

  static Story story(Article article, Action action, Status status, RelatedStory... related) {
    return new Story(
        "tag:newsroom.example,2026:tram",
        1,
        action,
        status,
        ACCEPTED,
        ACCEPTED,
        article,
        List.of(related));
  }

  static RelatedStory archived(String uri, String headline) {
    return new RelatedStory(uri, null, headline, null, null, false, false, 0.8, "same event");
  }

  static JsonNode json(String format, Story story) {
    return read(new Formats().render(format, story));
  }

  static JsonNode read(byte[] document) {
    try {
      return JSON.readTree(document);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
