package org.wirecopy.intake.score;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import org.wirecopy.article.Article;

/**
 * Real files of the wires. The gold is the same story in JSON where there is a pair (dpa's digital
 * wires with NewsML-G2, Business Wire's NewsML 1.2 with ninjs), the JSON's own properties, or the
 * values that a walk over the elements found.
 */
final class WireGold {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path fixtures;

  WireGold(Path fixtures) {
    this.fixtures = fixtures;
  }

  void score(Report report) throws IOException {
    digitalWires(report);
    businessWire(report);
    items(report, "ninjs/examples/1.4", "wire ninjs 1");
    items(report, "ninjs/examples/2.1", "wire ninjs 2");
    items(report, "ninjs/examples/3.0", "wire ninjs 3");
    items(report, "formats/ninjs-superdesk", "wire ninjs Superdesk");
    walked(report);
  }

  private void digitalWires(Report report) throws IOException {
    for (Path file : list("newsml/dpa_pairs/input", "*.json")) {
      WireFacts gold = WireFacts.of(JSON.readTree(file.toFile()));
      score(report, "wire dpa digital wires", file, gold);
      String twin = file.getFileName().toString().replace(".json", ".xml");
      Path xml = fixtures.resolve("newsml/dpa_pairs/output").resolve(twin);
      if (Files.exists(xml)) {
        // the twins state no credit line and no byline that is printed
        gold.fields().keySet().removeAll(Set.of("credit", "copyright"));
        score(report, "wire NewsML-G2 dpa", xml, gold);
      }
    }
  }

  private void businessWire(Report report) throws IOException {
    for (Path file : list("ninjs/paired_newsml_to_ninjs", "*.xml")) {
      String twin = file.getFileName().toString().replace(".xml", ".json");
      Path json = fixtures.resolve("ninjs/examples/1.4").resolve(twin);
      WireFacts gold = WireFacts.of(JSON.readTree(json.toFile()));
      // the twins count versions in their address, are dated by the day of conversion and hold
      // the beginning of the text only
      gold.fields()
          .keySet()
          .removeAll(Set.of("id", "date", "copyright", "urgency", "byline", "body"));
      score(report, "wire NewsML 1.2", file, gold);
    }
  }

  private void items(Report report, String folder, String data) throws IOException {
    for (Path file : list(folder, "*.json")) {
      JsonNode item = JSON.readTree(file.toFile());
      boolean picture = item.path("type").asText().equals("picture");
      if (item.isObject() && !picture) {
        score(report, data, file, WireFacts.of(item));
      }
    }
  }

  private void walked(Report report) throws IOException {
    JsonNode manifest = JSON.readTree(fixtures.resolve("formats/MANIFEST.json").toFile());
    for (JsonNode row : manifest) {
      String name = row.path("file").asText().replaceFirst("^dev/", "");
      Path file = fixtures.resolve("formats").resolve(name);
      boolean text = row.path("gold_auto").path("p_count").asInt() > 0;
      if (text && Files.exists(file) && name.matches("(nitf|newsml-g2)/.*")) {
        WireFacts gold = WireFacts.ofWalk(row.path("gold_auto"));
        // the walk took one file's letters for others
        boolean garbled = String.valueOf(gold.fields().get("headline")).contains("ã rig");
        if (gold.fields().containsKey("headline") && !garbled) {
          String data = name.startsWith("nitf") ? "wire NITF" : "wire NewsML-G2 others";
          score(report, data, file, gold);
        }
      }
    }
  }

  private void score(Report report, String data, Path file, WireFacts gold) throws IOException {
    if (!report.wants(data)) {
      return;
    }
    String name = file.getFileName().toString();
    Marks marks = report.read(data, name, Files.readAllBytes(file));
    Article article = marks.article();
    if (article == null && !gold.holdsAnArticle()) {
      return;
    }
    WireFacts found = article == null ? new WireFacts(new TreeMap<>()) : WireFacts.of(article);
    gold.fields()
        .forEach(
            (field, wanted) ->
                marks.values(field, wanted, found.fields().getOrDefault(field, Set.of())));
    boolean walked = !gold.fields().containsKey("body");
    if (!walked && !gold.fields().containsKey("embargo")) {
      marks.values("embargo", Set.of(), found.fields().getOrDefault("embargo", Set.of()));
    }
    marks.done();
  }

  private List<Path> list(String folder, String glob) throws IOException {
    List<Path> files = new ArrayList<>();
    try (DirectoryStream<Path> found = Files.newDirectoryStream(fixtures.resolve(folder), glob)) {
      found.forEach(files::add);
    }
    files.sort(null);
    return files;
  }
}
