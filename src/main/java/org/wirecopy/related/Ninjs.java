package org.wirecopy.related;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;
import org.wirecopy.article.ListedHeadline;

/** Reads of a ninjs object, 1.x to 3.x, what a lookup asks with. */
final class Ninjs {
  private Ninjs() {}

  /** True if the object has what only ninjs has. */
  static boolean is(JsonNode object) {
    return object.has("headlines")
        || object.has("bodies")
        || object.has("body_text")
        || object.has("body_html")
        || object.has("pubStatus")
        || object.has("pubstatus");
  }

  static Query query(JsonNode object, ZoneId zone) {
    String headline = headline(object);
    String text = text(object);
    if (headline.isEmpty() && text.isEmpty()) {
      throw new UnreadableJson("a ninjs object to look up needs a headline or a body");
    }
    List<ListedHeadline> listed = new ArrayList<>();
    JsonNode associations = object.get("associations");
    if (associations != null) {
      associations.forEach(each -> addListed(each, zone, listed));
    }
    JsonFields.Stated date = null;
    for (String name :
        List.of("contentCreated", "contentcreated", "firstCreated", "firstcreated")) {
      date = date == null ? JsonFields.time(object, name, zone) : date;
    }
    for (String name : List.of("versionCreated", "versioncreated")) {
      date = date == null ? JsonFields.time(object, name, zone) : date;
    }
    return Query.of(headline, text)
        .withUri(JsonFields.text(object, "uri"))
        .withDate(date == null ? null : date.time())
        .withLanguage(JsonFields.text(object, "language"))
        .withListed(listed);
  }

  private static void addListed(JsonNode each, ZoneId zone, List<ListedHeadline> listed) {
    if (!each.isObject() || !"seeAlso".equals(JsonFields.text(each, "rel"))) {
      return;
    }
    String headline = headline(each);
    if (headline.isEmpty()) {
      return;
    }
    JsonFields.Stated date = JsonFields.time(each, "versionCreated", zone);
    listed.add(
        new ListedHeadline(
            headline,
            false,
            date == null ? null : date.time(),
            date != null && date.dayOnly(),
            null));
  }

  private static String headline(JsonNode object) {
    String best = JsonFields.textOr(object, "headline", "");
    for (JsonNode each : JsonFields.array(object, "headlines")) {
      String value = JsonFields.text(each, "value");
      boolean main = "main".equals(JsonFields.text(each, "role"));
      if (value != null && (best.isEmpty() || main)) {
        best = value;
      }
    }
    return best;
  }

  private static String text(JsonNode object) {
    @Nullable String plain = JsonFields.text(object, "body_text");
    @Nullable String html = JsonFields.text(object, "body_html");
    for (JsonNode each : JsonFields.array(object, "bodies")) {
      String value = JsonFields.text(each, "value");
      String type =
          JsonFields.textOr(each, "contentType", JsonFields.textOr(each, "contenttype", ""));
      if (value != null && type.startsWith("text/html")) {
        html = value;
      } else if (value != null) {
        plain = value;
      }
    }
    if (plain != null) {
      return plain;
    }
    return html == null ? "" : Jsoup.parse(html).wholeText();
  }
}
