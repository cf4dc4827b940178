package org.wirecopy.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.camel.Exchange;
import org.apache.camel.Header;
import org.apache.camel.Headers;
import org.jspecify.annotations.Nullable;
import org.wirecopy.archive.Archivist;
import org.wirecopy.article.RelatedStory;
import org.wirecopy.article.Story;
import org.wirecopy.ledger.Ledger;
import org.wirecopy.ledger.StoryHistory;
import org.wirecopy.related.Archive;
import org.wirecopy.related.Query;
import org.wirecopy.related.RelatedJson;
import org.wirecopy.related.UnreadableJson;
import org.wirecopy.steps.RelatedLookup;

/** Related lookups for other newsroom tools. */
public final class RelatedApi {
  private static final int DEFAULT_LIMIT = 5;
  private static final int LARGEST_LIMIT = 50;
  private static final List<String> WORDS = List.of("title", "body", "id", "date", "language");

  private final Archive archive;
  private final RelatedJson json;
  private final Ledger ledger;
  private final Archivist archivist;

  public RelatedApi(Archive archive, RelatedJson json, Ledger ledger, Archivist archivist) {
    this.archive = archive;
    this.json = json;
    this.ledger = ledger;
    this.archivist = archivist;
  }

  /** Stories related to one that parameters tell of: one that is known by its URI, or words. */
  public void ask(
      Exchange exchange,
      @Headers Map<String, Object> parameters,
      @Header("uri") @Nullable String uri,
      @Header("limit") @Nullable String limit,
      @Header("asOf") @Nullable String asOf,
      @Header("source") @Nullable String source) {
    if (uri == null) {
      ObjectNode asked = Json.MAPPER.createObjectNode();
      for (String name : WORDS) {
        if (parameters.get(name) instanceof String value && !value.isBlank()) {
          asked.put(name, value);
        }
      }
      find(exchange, asked.toString().getBytes(StandardCharsets.UTF_8), limit, asOf, source);
      return;
    }
    Optional<Query> query = about(uri);
    if (query.isEmpty()) {
      Json.problem(exchange, 404, "No such story", "No story has the URI " + uri + ".");
      return;
    }
    answer(exchange, query.get(), limit, asOf, source);
  }

  /** What is asked about a story of the house, or one that was imported. */
  private Optional<Query> about(String uri) {
    StoryHistory known = ledger.views().story(uri);
    if (known != null) {
      Story story = known.current();
      OffsetDateTime published = story.firstCreated().atOffset(ZoneOffset.UTC);
      return Optional.of(RelatedLookup.query(story.article(), uri, published));
    }
    return archive
        .story(uri)
        .map(
            story ->
                Query.of(story.headline(), story.text())
                    .withUri(uri)
                    .withId(story.id())
                    .withDate(story.date())
                    .withLanguage(story.language()));
  }

  /** Has the index built anew from the ledger; lookups go on meanwhile. */
  public void rebuild(Exchange exchange) {
    archivist.rebuildSoon();
    Json.answer(exchange, 202, "{}");
  }

  /** Stories related to the one in the body. */
  public void find(
      Exchange exchange,
      byte @Nullable [] body,
      @Header("limit") @Nullable String limit,
      @Header("asOf") @Nullable String asOf,
      @Header("source") @Nullable String source) {
    try {
      answer(exchange, json.query(text(body)), limit, asOf, source);
    } catch (UnreadableJson e) {
      Json.problem(exchange, 400, "Bad request", String.valueOf(e.getMessage()));
    }
  }

  private void answer(
      Exchange exchange,
      Query asked,
      @Nullable String limit,
      @Nullable String asOf,
      @Nullable String source) {
    try {
      Query query = asked.withSource(source);
      if (asOf != null) {
        query = query.withAsOf(json.asOf(asOf));
      }
      Json.answer(exchange, 200, json.answer(archive.related(query, most(limit))));
    } catch (NumberFormatException e) {
      Json.problem(
          exchange, 400, "Bad request", "limit must be a whole number from 1 to " + LARGEST_LIMIT);
    } catch (UnreadableJson e) {
      Json.problem(exchange, 400, "Bad request", String.valueOf(e.getMessage()));
    }
  }

  private static int most(@Nullable String limit) {
    return limit == null || limit.isBlank()
        ? DEFAULT_LIMIT
        : Math.max(1, Math.min(LARGEST_LIMIT, Integer.parseInt(limit.strip())));
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
