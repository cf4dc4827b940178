package org.wirecopy.intake.score;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jsoup.Jsoup;
import org.wirecopy.article.Article;

/**
 * What a wire file says, field by field as a set of values: of the gold by a plain walk over its
 * properties, of a reading by its article. Bodies are sets of four words in a row.
 */
record WireFacts(Map<String, Set<String>> fields) {

  private static final List<DateTimeFormatter> INSTANTS =
      List.of(
          DateTimeFormatter.ISO_OFFSET_DATE_TIME,
          DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss[.SSS]XX"),
          DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ssXXX"),
          DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmssXX"));

  static WireFacts of(Article article) {
    WireFacts facts = new WireFacts(new TreeMap<>());
    facts.add("id", article.id());
    facts.add("headline", folded(article.headline()));
    facts.add("byline", folded(article.byline().text()));
    facts.add("language", article.language());
    facts.add("status", article.status().name().toLowerCase(Locale.ROOT));
    facts.add("urgency", article.urgency() == 0 ? null : String.valueOf(article.urgency()));
    facts.add("embargo", instant(article.embargo()));
    facts.add("date", instant(article.dateline().date()));
    facts.add("credit", folded(article.rights().credit()));
    facts.add("copyright", folded(article.rights().copyrightHolder()));
    facts.body(Report.body(article));
    return facts;
  }

  /** Of a ninjs item, or one of dpa's digital wires. */
  static WireFacts of(JsonNode item) {
    WireFacts facts = new WireFacts(new TreeMap<>());
    facts.add("id", first(item, "uri", "urn", "guid"));
    facts.add("headline", folded(headline(item)));
    String by = first(item, "byline", "by");
    facts.add("byline", by == null ? null : folded(by.replaceFirst("(?i)^(by|von) ", "")));
    facts.add("language", first(item, "language"));
    facts.add("status", first(item, "pubstatus", "pubStatus"));
    facts.add("urgency", first(item, "urgency"));
    facts.add("embargo", instant(first(item, "embargoed", "embargoedUntil")));
    facts.add(
        "date",
        instant(
            first(
                item,
                "content_created",
                "contentcreated",
                "contentCreated",
                "version_created",
                "versioncreated",
                "versionCreated")));
    facts.add("credit", folded(first(item, "creditline", "creditLine")));
    facts.add("copyright", folded(first(item, "copyrightholder", "copyrightHolder")));
    facts.body(Jsoup.parse(body(item)).text());
    return facts;
  }

  /** Of the walk over the elements that came with the fixtures; its bodies are not whole. */
  static WireFacts ofWalk(JsonNode walk) {
    WireFacts facts = new WireFacts(new TreeMap<>());
    facts.add("id", firstOf(walk.path("guids")));
    facts.add("headline", folded(firstOf(walk.path("headline"))));
    String by = firstOf(walk.path("byline"));
    facts.add("byline", by == null ? null : folded(by.replaceFirst("(?i)^by ", "")));
    facts.add("language", firstOf(walk.path("language")));
    facts.add("date", instant(firstOf(walk.path("date.issue"))));
    return facts;
  }

  boolean holdsAnArticle() {
    return fields.containsKey("headline") && fields.containsKey("body");
  }

  private void add(String field, String value) {
    if (value != null && !value.isBlank()) {
      fields.computeIfAbsent(field, k -> new LinkedHashSet<>()).add(value);
    }
  }

  private void body(String text) {
    String[] words = String.valueOf(folded(text)).split(" ");
    for (int i = 0; i + 4 <= words.length; i++) {
      add("body", String.join(" ", List.of(words).subList(i, i + 4)));
    }
  }

  private static String headline(JsonNode item) {
    String headline = first(item, "headline", "headline_main");
    for (JsonNode one : item.path("headlines")) {
      boolean main = one.path("role").asText("main").equals("main");
      headline = headline == null && main ? one.path("value").asText() : headline;
    }
    return headline;
  }

  private static String body(JsonNode item) {
    String body = first(item, "article_html", "body_html", "body_xhtml", "body_text");
    List<String> plain = new ArrayList<>();
    for (JsonNode one : item.path("bodies")) {
      boolean html = one.path("contentType").asText().contains("html");
      if (html && body == null) {
        body = one.path("value").asText();
      }
      plain.add(one.path("value").asText());
    }
    return body != null ? body : plain.isEmpty() ? "" : plain.get(0);
  }

  private static String first(JsonNode item, String... names) {
    for (String name : names) {
      JsonNode node = item.path(name);
      if (node.isValueNode() && !node.isNull() && !node.asText().isBlank()) {
        return node.asText();
      }
    }
    return null;
  }

  private static String firstOf(JsonNode list) {
    return list.path(0).isTextual() && !list.path(0).asText().isBlank()
        ? list.path(0).asText()
        : null;
  }

  private static String folded(String text) {
    return text == null
        ? null
        : text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
  }

  private static String instant(OffsetDateTime date) {
    return date == null ? null : date.toInstant().toString();
  }

  private static String instant(String text) {
    for (DateTimeFormatter form : INSTANTS) {
      try {
        return text == null ? null : OffsetDateTime.parse(text, form).toInstant().toString();
      } catch (DateTimeException e) {
        // the next form may fit
      }
    }
    return null;
  }
}
