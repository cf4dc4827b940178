package org.wirecopy.related;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wirecopy.article.ArchiveStory;
import org.wirecopy.article.ListedHeadline;
import org.wirecopy.article.RelatedStory;
import org.wirecopy.article.StoryUri;

/**
 * The JSON of the archive: the lookup's request and answer, and the lines of an import.
 *
 * <p>Every method that reads throws {@link UnreadableJson} if it cannot.
 */
public final class RelatedJson {
  private static final int LONGEST_URI = 2048;

  private final String uriPrefix;
  private final ZoneId zone;

  /**
   * @param uriPrefix goes before an id that is no URI, see {@link StoryUri}
   * @param zone of dates that state none
   */
  public RelatedJson(String uriPrefix, ZoneId zone) {
    this.uriPrefix = uriPrefix;
    this.zone = zone;
  }

  /**
   * Reads a lookup request: an object as an import line with {@code alsoRead} (an array of {@code
   * headline} and {@code date}) and {@code asOf} beside it, or a ninjs object of any version. Its
   * {@code source} says who published it and limits nothing; see {@link Query#withSource}.
   */
  public Query query(String json) {
    JsonNode object = JsonFields.object(JsonFields.parse(json), "a related lookup");
    if (Ninjs.is(object)) {
      return Ninjs.query(object, zone);
    }
    String id = JsonFields.text(object, "id");
    String title = JsonFields.text(object, "title");
    String headline = title != null ? title : JsonFields.textOr(object, "headline", "");
    String body = JsonFields.textOr(object, "body", "");
    if (headline.isEmpty() && body.isEmpty()) {
      throw new UnreadableJson("a related lookup needs \"title\" or \"body\"");
    }
    List<ListedHeadline> listed = new ArrayList<>();
    for (JsonNode each : JsonFields.array(object, "alsoRead")) {
      listed.add(listed(each));
    }
    JsonFields.Stated date = JsonFields.time(object, "date", zone);
    JsonFields.Stated asOf = JsonFields.time(object, "asOf", zone);
    return Query.of(headline, body)
        .withUri(uri(JsonFields.text(object, "uri"), id))
        .withId(id)
        .withDate(date == null ? null : date.time())
        .withLanguage(JsonFields.text(object, "language"))
        .withListed(listed)
        .withAsOf(asOf == null ? null : latest(asOf));
  }

  private ListedHeadline listed(JsonNode node) {
    JsonFields.object(node, "each of \"alsoRead\"");
    String headline = JsonFields.text(node, "headline");
    if (headline == null) {
      throw new UnreadableJson("each of \"alsoRead\" needs a \"headline\"");
    }
    JsonFields.Stated date = JsonFields.time(node, "date", zone);
    boolean truncated = node.path("truncated").asBoolean(false);
    return new ListedHeadline(
        headline,
        truncated,
        date == null ? null : date.time(),
        date != null && date.dayOnly(),
        JsonFields.text(node, "url"));
  }

  /**
   * A headline to resolve.
   *
   * @param headline as printed; ends in an ellipsis if it is truncated
   * @param date as printed, RFC 3339 or a date, or null
   */
  public ListedHeadline listed(String headline, @Nullable String date) {
    if (headline.isBlank()) {
      throw new UnreadableJson("\"headline\" must not be empty");
    }
    JsonFields.Stated stated =
        date == null || date.isBlank() ? null : JsonFields.time(date.strip(), "\"date\"", zone);
    return new ListedHeadline(
        headline,
        false,
        stated == null ? null : stated.time(),
        stated != null && stated.dayOnly(),
        null);
  }

  /** The latest time of {@code asOf}: of a date, the end of its day. */
  public OffsetDateTime asOf(String text) {
    return latest(JsonFields.time(text.strip(), "\"asOf\"", zone));
  }

  private static OffsetDateTime latest(JsonFields.Stated stated) {
    return stated.dayOnly() ? stated.time().plusDays(1).minusSeconds(1) : stated.time();
  }

  private @Nullable String uri(@Nullable String uri, @Nullable String id) {
    return uri != null ? uri : id == null ? null : StoryUri.of(uriPrefix, id, "");
  }

  /** Writes a lookup request, as {@link #query} reads it: for a site's own search service. */
  public String request(Query query) {
    ObjectNode object = JsonFields.JSON.createObjectNode();
    put(object, "uri", query.uri());
    put(object, "id", query.id());
    put(object, "title", query.headline());
    put(object, "body", query.text());
    put(object, "date", time(query.date()));
    put(object, "language", query.language());
    put(object, "asOf", time(query.asOf()));
    if (!query.listed().isEmpty()) {
      ArrayNode alsoRead = object.putArray("alsoRead");
      for (ListedHeadline listed : query.listed()) {
        ObjectNode each = alsoRead.addObject();
        put(each, "headline", listed.headline());
        put(each, "date", listed.dayOnly() ? day(listed.date()) : time(listed.date()));
        put(each, "url", listed.href());
        if (listed.truncated()) {
          each.put("truncated", true);
        }
      }
    }
    return text(object);
  }

  /** Writes the answer of a lookup, as {@link #answer(String)} reads it. */
  public String answer(List<RelatedStory> stories) {
    ArrayNode array = JsonFields.JSON.createArrayNode();
    for (RelatedStory story : stories) {
      ObjectNode object = array.addObject();
      object.put("uri", story.uri());
      object.put("id", story.id());
      object.put("headline", story.headline());
      object.put("date", time(story.date()));
      object.put("score", story.score());
      object.put("why", story.why());
      put(object, "url", story.href());
      if (story.listed()) {
        object.put("listed", true);
      }
      if (story.truncated()) {
        object.put("truncated", true);
      }
    }
    return text(array);
  }

  /** Reads the answer of a lookup: an array of objects of which only {@code headline} is needed. */
  public List<RelatedStory> answer(String json) {
    JsonNode tree = JsonFields.parse(json);
    if (!tree.isArray()) {
      throw new UnreadableJson("the answer of a related lookup must be an array");
    }
    List<RelatedStory> stories = new ArrayList<>();
    for (JsonNode each : tree) {
      JsonFields.object(each, "element " + stories.size() + " of the answer");
      String headline = JsonFields.text(each, "headline");
      if (headline == null) {
        throw new UnreadableJson("element " + stories.size() + " of the answer has no headline");
      }
      JsonFields.Stated date = JsonFields.time(each, "date", zone);
      String id = JsonFields.text(each, "id");
      boolean listed = each.path("listed").asBoolean(false);
      stories.add(
          new RelatedStory(
              listed ? JsonFields.text(each, "uri") : uri(JsonFields.text(each, "uri"), id),
              id,
              headline,
              date == null ? null : date.time(),
              JsonFields.text(each, "url"),
              listed,
              each.path("truncated").asBoolean(false),
              Math.max(0, Math.min(1, each.path("score").asDouble(0))),
              JsonFields.textOr(each, "why", "")));
    }
    return List.copyOf(stories);
  }

  /** Reads one line of an import; it needs {@code title} and {@code id} or {@code url}. */
  public ArchiveStory story(String line) {
    JsonNode object = JsonFields.object(JsonFields.parse(line), "an archive line");
    String id = JsonFields.text(object, "id");
    String url = JsonFields.text(object, "url");
    String title = JsonFields.text(object, "title");
    if (title == null) {
      throw new UnreadableJson("an archive line needs a \"title\"");
    }
    String identity = uri(JsonFields.text(object, "uri"), id);
    String uri = identity != null ? identity : url;
    if (uri == null) {
      throw new UnreadableJson("an archive line needs an \"id\" or a \"url\"");
    }
    if (uri.length() > LONGEST_URI) {
      throw new UnreadableJson(
          "the identity of an archive line must be shorter than " + LONGEST_URI);
    }
    JsonFields.Stated date = JsonFields.time(object, "date", zone);
    return new ArchiveStory(
        uri,
        id,
        title.strip(),
        JsonFields.textOr(object, "body", ""),
        date == null ? null : date.time(),
        date != null && date.dayOnly(),
        JsonFields.text(object, "source"),
        url,
        JsonFields.text(object, "language"),
        true);
  }

  /** Writes one line of an export, as {@link #story} reads it, without the line's end. */
  public String line(ArchiveStory story) {
    ObjectNode object = JsonFields.JSON.createObjectNode();
    put(object, "uri", story.uri());
    put(object, "id", story.id());
    put(object, "title", story.headline());
    put(object, "body", story.text());
    put(object, "date", story.dayOnly() ? day(story.date()) : time(story.date()));
    put(object, "source", story.source());
    put(object, "url", story.href());
    put(object, "language", story.language());
    return text(object);
  }

  private static void put(ObjectNode object, String name, @Nullable String value) {
    if (value != null) {
      object.put(name, value);
    }
  }

  private static @Nullable String time(@Nullable OffsetDateTime time) {
    return time == null ? null : DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time);
  }

  private static @Nullable String day(@Nullable OffsetDateTime time) {
    return time == null ? null : time.toLocalDate().toString();
  }

  private static String text(JsonNode tree) {
    try {
      return JsonFields.JSON.writeValueAsString(tree);
    } catch (JsonProcessingException e) {
      throw new AssertionError("a tree of plain values is always JSON", e);
    }
  }
}
