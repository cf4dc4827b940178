package org.wirecopy.related;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.wirecopy.article.ArchiveStory;
import org.wirecopy.article.ListedHeadline;

/** The labelled stories that lie outside the repository, for measuring only. */
public final class RelatedFixtures {
  static final Path FOLDER = Path.of("..", "shared", "fixtures", "related");
  private static final ObjectMapper JSON = new ObjectMapper();

  /** A listed headline and the id of the story it names, or null. */
  record Listed(String kind, ListedHeadline headline, @Nullable String gold, String dateNoise) {}

  private RelatedFixtures() {}

  public static boolean present() {
    return Files.exists(FOLDER.resolve("archive.jsonl.gz"));
  }

  static @Nullable OffsetDateTime day(@Nullable String date) {
    return date == null || date.isEmpty()
        ? null
        : LocalDate.parse(date).atStartOfDay().atOffset(ZoneOffset.UTC);
  }

  private static @Nullable String text(JsonNode node, String name) {
    JsonNode value = node.get(name);
    return value == null || value.isNull() ? null : value.asText();
  }

  static ArchiveStory story(JsonNode line) {
    String id = line.get("id").asText();
    return new ArchiveStory(
        "tag:fixture,2026:" + id,
        id,
        line.get("title").asText(),
        line.get("body").asText(),
        day(text(line, "date")),
        true,
        text(line, "source"),
        text(line, "url"),
        null,
        true);
  }

  public static Map<String, ArchiveStory> archive() throws IOException {
    Map<String, ArchiveStory> stories = new LinkedHashMap<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(
                    Files.newInputStream(FOLDER.resolve("archive.jsonl.gz")), 1 << 16),
                StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        ArchiveStory story = story(JSON.readTree(line));
        stories.put(String.valueOf(story.id()), story);
      }
    }
    return stories;
  }

  static Map<String, ArchiveStory> alsoReadQueries() throws IOException {
    Map<String, ArchiveStory> stories = new LinkedHashMap<>();
    for (String line : Files.readAllLines(FOLDER.resolve("dev/also_read.queries.jsonl"))) {
      ArchiveStory story = story(JSON.readTree(line));
      stories.put(String.valueOf(story.id()), story);
    }
    return stories;
  }

  /** Grade of each judged story by query. */
  static Map<String, Map<String, Integer>> qrels(String name) throws IOException {
    Map<String, Map<String, Integer>> qrels = new LinkedHashMap<>();
    for (String line : Files.readAllLines(FOLDER.resolve("dev/" + name))) {
      String[] parts = line.split("\\s+");
      qrels
          .computeIfAbsent(parts[0], query -> new HashMap<>())
          .put(parts[2], Integer.parseInt(parts[3]));
    }
    return qrels;
  }

  static Set<String> duplicates() throws IOException {
    Set<String> ids = new HashSet<>();
    JSON.readTree(FOLDER.resolve("duplicates.json").toFile())
        .fieldNames()
        .forEachRemaining(ids::add);
    return ids;
  }

  static Predicate<String> headlineNegatives() throws IOException {
    Set<String> ids = new HashSet<>();
    JSON.readTree(FOLDER.resolve("headline_negatives.json").toFile())
        .forEach(id -> ids.add(id.asText()));
    return ids::contains;
  }

  static List<Listed> headlines() throws IOException {
    List<Listed> headlines = new ArrayList<>();
    for (String line : Files.readAllLines(FOLDER.resolve("dev/headlines.jsonl"))) {
      JsonNode node = JSON.readTree(line);
      ListedHeadline headline =
          new ListedHeadline(
              node.get("headline").asText(), false, day(text(node, "date")), true, null);
      headlines.add(
          new Listed(
              node.get("kind").asText(),
              headline,
              text(node, "gold"),
              String.valueOf(text(node, "datenoise"))));
    }
    return headlines;
  }
}
