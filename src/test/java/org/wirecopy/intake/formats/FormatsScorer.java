package org.wirecopy.intake.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.wirecopy.intake.Reading;

/**
 * Scores the readers of wire formats on real files: run {@code mvn -o -q test -Dtest=FormatsScorer
 * -Dscorer=true}. The gold is the same story in JSON where there is a pair (dpa's digital wires
 * with NewsML-G2, Business Wire's NewsML 1.2 with ninjs), the JSON's own properties, or the values
 * that a walk over the elements found. Prints precision, recall and F1 of every field and format,
 * and what was missed or said without being so.
 */
class FormatsScorer {
  private static final Path FIXTURES = Path.of("../shared/fixtures");
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Map<String, int[]> counts = new TreeMap<>();
  private final List<String> misses = new ArrayList<>();

  @Test
  void scoresTheFormats() throws IOException {
    assumeTrue(Boolean.getBoolean("scorer"), "run with -Dscorer=true");
    assumeTrue(Files.isDirectory(FIXTURES), "the fixtures are not here");
    digitalWires();
    businessWire();
    items("ninjs/examples/1.4", "ninjs 1");
    items("ninjs/examples/2.1", "ninjs 2");
    items("ninjs/examples/3.0", "ninjs 3");
    items("formats/ninjs-superdesk", "ninjs Superdesk");
    walked();
    misses.forEach(System.out::println);
    System.out.println(table());
    assertThat(counts.keySet()).hasSizeGreaterThan(40);
    for (String field : List.of("headline", "status", "embargo", "id")) {
      counts.forEach(
          (name, count) -> {
            if (name.endsWith(" " + field)) {
              assertThat(f1(count)).as(name).isGreaterThanOrEqualTo(0.9);
            }
          });
    }
  }

  private void digitalWires() throws IOException {
    for (Path file : list("newsml/dpa_pairs/input", "*.json")) {
      WireFacts gold = WireFacts.of(JSON.readTree(file.toFile()));
      score("dpa digital wires", file, gold);
      String twin = file.getFileName().toString().replace(".json", ".xml");
      Path xml = FIXTURES.resolve("newsml/dpa_pairs/output").resolve(twin);
      if (Files.exists(xml)) {
        // the twins state no credit line and no byline that is printed
        gold.fields().keySet().removeAll(Set.of("credit", "copyright"));
        score("NewsML-G2 dpa", xml, gold);
      }
    }
  }

  private void businessWire() throws IOException {
    for (Path file : list("ninjs/paired_newsml_to_ninjs", "*.xml")) {
      String twin = file.getFileName().toString().replace(".xml", ".json");
      Path json = FIXTURES.resolve("ninjs/examples/1.4").resolve(twin);
      WireFacts gold = WireFacts.of(JSON.readTree(json.toFile()));
      // the twins count versions in their address, are dated by the day of conversion and hold
      // the beginning of the text only
      gold.fields()
          .keySet()
          .removeAll(Set.of("id", "date", "copyright", "urgency", "byline", "body"));
      score("NewsML 1.2", file, gold);
    }
  }

  private void items(String folder, String format) throws IOException {
    for (Path file : list(folder, "*.json")) {
      JsonNode item = JSON.readTree(file.toFile());
      boolean picture = item.path("type").asText().equals("picture");
      if (item.isObject() && !picture) {
        score(format, file, WireFacts.of(item));
      }
    }
  }

  private void walked() throws IOException {
    JsonNode manifest = JSON.readTree(FIXTURES.resolve("formats/MANIFEST.json").toFile());
    for (JsonNode row : manifest) {
      String name = row.path("file").asText().replaceFirst("^dev/", "");
      Path file = FIXTURES.resolve("formats").resolve(name);
      boolean text = row.path("gold_auto").path("p_count").asInt() > 0;
      if (text && Files.exists(file) && name.matches("(nitf|newsml-g2)/.*")) {
        WireFacts gold = WireFacts.ofWalk(row.path("gold_auto"));
        // the walk took one file's letters for others
        boolean garbled = String.valueOf(gold.fields().get("headline")).contains("ã rig");
        if (gold.fields().containsKey("headline") && !garbled) {
          score(name.startsWith("nitf") ? "NITF" : "NewsML-G2 others", file, gold);
        }
      }
    }
  }

  private void score(String format, Path file, WireFacts gold) throws IOException {
    Reading reading = Drops.read(file.getFileName().toString(), Files.readAllBytes(file));
    WireFacts found = new WireFacts(new TreeMap<>());
    if (reading instanceof Reading.Articles articles) {
      found = WireFacts.of(articles.articles().get(0));
    } else if (!gold.holdsAnArticle()) {
      return;
    } else {
      misses.add(format + " " + file.getFileName() + ": " + reading);
    }
    boolean walked = !gold.fields().containsKey("body");
    for (Map.Entry<String, Set<String>> field : gold.fields().entrySet()) {
      Set<String> said = found.fields().getOrDefault(field.getKey(), Set.of());
      Set<String> right = new HashSet<>(said);
      right.retainAll(field.getValue());
      add(format + " " + field.getKey(), right.size(), said.size(), field.getValue().size());
      if (right.size() < field.getValue().size()) {
        misses.add(
            "%s %s: %s: %s, not %s"
                .formatted(
                    format,
                    file.getFileName(),
                    field.getKey(),
                    shown(said, field.getValue()),
                    shown(field.getValue(), said)));
      }
    }
    if (!walked && found.fields().containsKey("embargo") && !gold.fields().containsKey("embargo")) {
      add(format + " embargo", 0, 1, 0);
    }
  }

  private static List<String> shown(Set<String> values, Set<String> without) {
    return values.stream().filter(value -> !without.contains(value)).limit(6).toList();
  }

  private void add(String name, int right, int said, int wanted) {
    int[] count = counts.computeIfAbsent(name, k -> new int[3]);
    count[0] += right;
    count[1] += said;
    count[2] += wanted;
  }

  private static double f1(int[] count) {
    return 2.0 * count[0] / Math.max(1, count[1] + count[2]);
  }

  private String table() {
    StringBuilder out = new StringBuilder();
    out.append(
        String.format("%-34s %7s %9s %9s %9s%n", "format and field", "values", "P", "R", "F1"));
    counts.forEach(
        (name, count) ->
            out.append(
                String.format(
                    "%-34s %7d %9.3f %9.3f %9.3f%n",
                    name,
                    count[2],
                    (double) count[0] / Math.max(1, count[1]),
                    (double) count[0] / Math.max(1, count[2]),
                    f1(count))));
    return out.toString();
  }

  private static List<Path> list(String folder, String glob) throws IOException {
    List<Path> files = new ArrayList<>();
    try (DirectoryStream<Path> found = Files.newDirectoryStream(FIXTURES.resolve(folder), glob)) {
      found.forEach(files::add);
    }
    files.sort(null);
    return files;
  }
}
