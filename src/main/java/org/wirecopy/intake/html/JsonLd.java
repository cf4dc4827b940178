package org.wirecopy.intake.html;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * What a page's JSON-LD says of its article, in the words of schema.org. Blocks that are broken,
 * too deep or too large are skipped; no {@code @context} is ever looked at.
 */
final class JsonLd {
  private static final int LARGEST = 2_000_000;
  private static final int DEEPEST = 60;
  private static final int MOST_NODES = 20_000;
  private static final Pattern ARTICLE =
      Pattern.compile(".*(?:Article|BlogPosting|Report|LiveBlog|Review).*");
  private static final Pattern NOT_HTML_SPACE = Pattern.compile("[\\u0000-\\u001f]+");
  private static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
                  .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
                  .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
                  .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
                  .build())
          .build();

  private final List<JsonNode> nodes = new ArrayList<>();
  private final @Nullable JsonNode article;

  private JsonLd(Document page) {
    for (Element script : page.select("script[type*=ld+json]")) {
      String data = script.data();
      if (!data.isBlank() && data.length() <= LARGEST) {
        read(data);
      }
    }
    article = chosen();
  }

  /** Reads all blocks of a page. */
  static JsonLd of(Document page) {
    return new JsonLd(page);
  }

  private void read(String data) {
    String json = data.strip();
    if (json.startsWith("<!--")) {
      json = json.substring(4).replace("-->", "");
    } else if (json.startsWith("//<![CDATA[")) {
      json = json.substring(11).replace("//]]>", "");
    }
    try {
      collect(JSON.readTree(NOT_HTML_SPACE.matcher(json).replaceAll(" ")));
    } catch (JsonProcessingException e) {
      // a broken block says nothing; the others still do
      return;
    }
  }

  private void collect(JsonNode root) {
    Deque<JsonNode> due = new ArrayDeque<>();
    due.add(root);
    while (!due.isEmpty() && nodes.size() < MOST_NODES) {
      JsonNode node = due.poll();
      if (node.isArray()) {
        node.forEach(due::add);
      } else if (node.isObject()) {
        nodes.add(node);
        for (String nested : List.of("@graph", "mainEntity", "mainEntityOfPage", "hasPart")) {
          if (node.path(nested).isContainerNode()) {
            due.add(node.path(nested));
          }
        }
      }
    }
  }

  private @Nullable JsonNode chosen() {
    JsonNode best = null;
    int bestFacts = 0;
    for (JsonNode node : nodes) {
      if (!types(node).stream().anyMatch(type -> ARTICLE.matcher(type).matches())) {
        continue;
      }
      int facts = 1;
      for (String fact : List.of("headline", "datePublished", "author", "articleBody")) {
        facts += node.hasNonNull(fact) ? 1 : 0;
      }
      if (facts > bestFacts) {
        best = node;
        bestFacts = facts;
      }
    }
    if (best == null) {
      for (JsonNode node : nodes) {
        if (types(node).contains("WebPage") && node.hasNonNull("datePublished")) {
          return node;
        }
      }
    }
    return best;
  }

  private static List<String> types(JsonNode node) {
    return strings(node.path("@type"));
  }

  /** A property of the article as one line of text, or null. */
  @Nullable String text(String property) {
    if (article == null) {
      return null;
    }
    List<String> values = strings(article.path(property));
    return values.isEmpty() ? null : values.get(0);
  }

  /** A property of the article as texts; strings and the names of nodes. */
  List<String> texts(String property) {
    return article == null ? List.of() : names(article.path(property), false);
  }

  /** Who the article's {@code author} or else {@code creator} names, organisations included. */
  List<String> authors() {
    return authors(false);
  }

  /** Like {@link #authors()}, without what is marked as an organisation. */
  List<String> persons() {
    return authors(true);
  }

  private List<String> authors(boolean personsOnly) {
    if (article == null) {
      return List.of();
    }
    List<String> authors = names(article.path("author"), personsOnly);
    return authors.isEmpty() ? names(article.path("creator"), personsOnly) : authors;
  }

  /** The publisher's name, or null. */
  @Nullable String publisher() {
    if (article == null) {
      return null;
    }
    List<String> names = names(article.path("publisher"), false);
    return names.isEmpty() ? null : names.get(0);
  }

  private List<String> names(JsonNode value, boolean personsOnly) {
    Set<String> found = new LinkedHashSet<>();
    Deque<JsonNode> due = new ArrayDeque<>();
    due.add(value);
    int seen = 0;
    while (!due.isEmpty() && seen++ < 200) {
      JsonNode node = due.poll();
      if (node.isArray()) {
        node.forEach(due::add);
      } else if (node.isTextual()) {
        found.add(line(node.asText()));
      } else if (node.isObject()) {
        JsonNode named = node.hasNonNull("name") ? node : referred(node);
        boolean organisation =
            types(named).stream()
                .anyMatch(type -> type.toLowerCase(Locale.ROOT).contains("organization"));
        if (!(personsOnly && organisation)) {
          JsonNode name = named.path("name");
          (name.isArray() ? strings(name) : List.of(name.asText("")))
              .forEach(n -> found.add(line(n)));
        }
      }
    }
    found.remove("");
    return List.copyOf(found);
  }

  /** A node given elsewhere under the same {@code @id}. */
  private JsonNode referred(JsonNode reference) {
    String id = reference.path("@id").asText("");
    if (!id.isEmpty()) {
      for (JsonNode node : nodes) {
        if (node.hasNonNull("name") && id.equals(node.path("@id").asText())) {
          return node;
        }
      }
    }
    return reference;
  }

  private static List<String> strings(JsonNode value) {
    List<String> found = new ArrayList<>();
    if (value.isTextual()) {
      found.add(line(value.asText()));
    } else if (value.isArray()) {
      for (JsonNode item : value) {
        if (item.isTextual()) {
          found.add(line(item.asText()));
        }
      }
    }
    found.removeIf(String::isBlank);
    return found;
  }

  private static String line(String text) {
    // many systems escape for HTML before they write JSON
    String words = text.indexOf('&') >= 0 ? Parser.unescapeEntities(text, false) : text;
    return Text.clean(words);
  }
}
