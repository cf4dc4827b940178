package org.wirecopy.intake.score;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Real news pages pasted as text, by how they were pasted. Only what the gold marks as visible in
 * the text is asked for.
 */
final class TextGold {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> CORPORA = List.of("pasted-fundus", "pasted-fundus-eval");

  /** How each kind of paste is called in the report. */
  private static final Map<String, String> STYLES = Map.of("w3mpage", "whole page w3m");

  private final Path texts;

  TextGold(Path texts) {
    this.texts = texts;
  }

  void score(Report report) throws IOException {
    for (String corpus : CORPORA) {
      for (String line : Files.readAllLines(texts.resolve(corpus).resolve("gold.jsonl"))) {
        JsonNode gold = JSON.readTree(line);
        String style = gold.path("render").asText();
        String data = "text " + STYLES.getOrDefault(style, "pasted " + style);
        if (report.wants(data)) {
          Path file = texts.resolve(corpus).resolve(gold.path("file").asText());
          score(report.read(data, file.getFileName().toString(), Files.readAllBytes(file)), gold);
        }
      }
    }
  }

  private static void score(Marks marks, JsonNode gold) {
    if (gold.path("title_visible").asBoolean()) {
      marks.headline(gold.path("title").asText());
    }
    marks.text("body", visibleBody(gold), marks.body());
    if (authorsAsked(gold)) {
      List<String> authors = new ArrayList<>();
      gold.path("authors").forEach(author -> authors.add(author.asText()));
      marks.authors(authors);
    }
    String day = gold.path("date_visible_day").asText("");
    if (day.length() >= 10) {
      marks.day(day.substring(0, 10));
    }
    marks.done();
  }

  private static boolean authorsAsked(JsonNode gold) {
    boolean all = gold.path("authors_visible").size() > 0;
    for (JsonNode visible : gold.path("authors_visible")) {
      all &= visible.asBoolean();
    }
    return all;
  }

  private static String visibleBody(JsonNode gold) {
    StringBuilder out = new StringBuilder();
    JsonNode paragraphs = gold.path("body_paragraphs");
    for (int i = 0; i < paragraphs.size(); i++) {
      if (gold.path("paragraph_visible").path(i).asBoolean(true)) {
        out.append(paragraphs.get(i).asText()).append('\n');
      }
    }
    return out.toString();
  }
}
