package org.wirecopy.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What both baselines make of a file: the simplest reading that gets headline, byline, date, body
 * and list, and much the same JSON that Wirecopy sends. No rules for other layouts, no checks.
 */
record PlainStory(
    String uri,
    String headline,
    String byline,
    String date,
    String caption,
    List<String> paragraphs,
    List<String> listed) {
  private static final ObjectMapper JSON = new ObjectMapper();

  static PlainStory read(String fileName, byte[] bytes) {
    String[] lines = new String(bytes, StandardCharsets.UTF_8).split("\n");
    List<String> bullets = new ArrayList<>();
    List<String> paragraphs = new ArrayList<>();
    List<String> listed = new ArrayList<>();
    String caption = "";
    boolean alsoRead = false;
    for (int i = 1; i < lines.length; i++) {
      String line = lines[i].strip();
      if (line.isEmpty()) {
        continue;
      }
      if (line.startsWith("•")) {
        bullets.add(line.substring(1).strip());
      } else if (line.equals(lines[0])) {
        caption = lines[++i];
      } else if (line.equals("Also Read")) {
        alsoRead = true;
      } else if (alsoRead) {
        listed.add(line);
      } else {
        paragraphs.add(line);
      }
    }
    String uri = "tag:bench.example,2026:" + fileName.substring(0, fileName.lastIndexOf('.'));
    return new PlainStory(
        uri, lines[0], bullets.get(0), bullets.get(1), caption, paragraphs, listed);
  }

  byte[] json() throws JsonProcessingException {
    StringBuilder html = new StringBuilder();
    for (String paragraph : paragraphs) {
      html.append("<p>").append(escaped(paragraph)).append("</p>\n");
    }
    Map<String, Object> ninjs = new LinkedHashMap<>();
    ninjs.put("uri", uri);
    ninjs.put("type", "text");
    ninjs.put("version", "1");
    ninjs.put("pubStatus", "usable");
    ninjs.put("by", byline);
    ninjs.put("contentCreated", date);
    ninjs.put("headlines", List.of(Map.of("role", "main", "value", headline)));
    ninjs.put(
        "bodies",
        List.of(
            Map.of("role", "main", "contentType", "text/html", "value", html.toString()),
            Map.of(
                "role",
                "main",
                "contentType",
                "text/plain",
                "value",
                String.join("\n\n", paragraphs))));
    List<Map<String, Object>> associations = new ArrayList<>();
    associations.add(
        Map.of("name", "picture-1", "type", "picture", "descriptions", List.of(text(caption))));
    for (int i = 0; i + 1 < listed.size(); i += 2) {
      associations.add(
          Map.of(
              "name",
              "related-" + (i / 2 + 1),
              "rel",
              "seeAlso",
              "type",
              "text",
              "headlines",
              List.of(text(listed.get(i))),
              "versionCreated",
              listed.get(i + 1)));
    }
    ninjs.put("associations", associations);
    return JSON.writeValueAsBytes(ninjs);
  }

  private static Map<String, String> text(String value) {
    return Map.of("role", "main", "value", value);
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }
}
