package org.wirecopy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.Header;
import org.jspecify.annotations.Nullable;
import org.wirecopy.article.RelatedStory;
import org.wirecopy.related.Archive;
import org.wirecopy.related.Query;
import org.wirecopy.related.RelatedJson;
import org.wirecopy.related.UnreadableJson;

/** Related lookups for other newsroom tools. */
public final class RelatedApi {
  private static final int DEFAULT_LIMIT = 5;
  private static final int LARGEST_LIMIT = 50;

  private final Archive archive;
  private final RelatedJson json;

  RelatedApi(Archive archive, RelatedJson json) {
    this.archive = archive;
    this.json = json;
  }

  /** Stories related to the one in the body. */
  public void find(
      Exchange exchange,
      byte @Nullable [] body,
      @Header("limit") @Nullable Integer limit,
      @Header("asOf") @Nullable String asOf,
      @Header("source") @Nullable String source) {
    try {
      Query query = json.query(text(body)).withSource(source);
      if (asOf != null) {
        query = query.withAsOf(json.asOf(asOf));
      }
      int most = limit == null ? DEFAULT_LIMIT : Math.max(1, Math.min(LARGEST_LIMIT, limit));
      Json.answer(exchange, 200, json.answer(archive.related(query, most)));
    } catch (UnreadableJson e) {
      Json.problem(exchange, 400, "Bad request", String.valueOf(e.getMessage()));
    }
  }

  private static String text(byte @Nullable [] body) {
    return body == null ? "" : new String(body, StandardCharsets.UTF_8);
  }

  /** The one archived story that a headline names. */
  public void resolve(
      Exchange exchange,
      @Header("headline") @Nullable String headline,
      @Header("date") @Nullable String date) {
    try {
      Optional<RelatedStory> meant =
          archive.resolve(json.listed(headline == null ? "" : headline, date));
      if (meant.isPresent()) {
        String array = json.answer(List.of(meant.get()));
        Json.answer(exchange, 200, array.substring(1, array.length() - 1));
      } else {
        Json.problem(
            exchange,
            404,
            "Not in the archive",
            "No archived story is meant by this headline, or it cannot be told which of several.");
      }
    } catch (UnreadableJson e) {
      Json.problem(exchange, 400, "Bad request", String.valueOf(e.getMessage()));
    }
  }
}
