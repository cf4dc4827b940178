package org.wirecopy.intake.score;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.wirecopy.article.Article;
import org.wirecopy.intake.StoryFiles;

/**
 * The formats for which there is no labelled file: the labelled stories of the saved pages (in some
 * twenty languages), written in each format by the tests. It shows what a format loses, not what
 * the programs of this world make of it.
 */
final class WrittenGold {
  private static final String CORPUS = "fundus";

  /** Files of {@link StoryFiles}, and what they are called in the report. */
  private static final Map<String, String> FORMATS = formats();

  private final PageGold pages;

  WrittenGold(PageGold pages) {
    this.pages = pages;
  }

  void score(Report report) throws IOException {
    for (Map.Entry<String, String> format : FORMATS.entrySet()) {
      String data = "written " + format.getValue();
      if (report.wants(data)) {
        for (JsonNode gold : pages.gold(CORPUS)) {
          if (gold.path("body_paragraphs").size() > 1 && gold.hasNonNull("title")) {
            score(report, data, gold, format.getKey());
          }
        }
      }
    }
  }

  private void score(Report report, String data, JsonNode gold, String file) throws IOException {
    String written = gold.path("date").asText("").replace(' ', 'T');
    boolean dated = written.matches(".*T.*(?:Z|[+-]\\d\\d:\\d\\d)$");
    StoryFiles story =
        new StoryFiles(
            line(gold.path("title")),
            lines(gold.path("authors")),
            OffsetDateTime.parse(dated ? written : "2026-03-14T09:30:00+01:00"),
            lines(gold.path("body_paragraphs")));
    byte[] bytes = story.inEachFormat().getOrDefault(file, new byte[0]);
    Marks marks = report.read(data, gold.path("id").asText(), bytes);
    marks.headline(story.headline());
    marks.text("body", String.join("\n", story.paragraphs()), marks.body());
    if (!story.authors().isEmpty()) {
      marks.authors(story.authors());
    }
    if (file.matches(".*[.](?:md|eml|xml|html)")) {
      marks.instant(story.date().toInstant(), story.date().toLocalDate().toString());
    }
    String language = pages.language(gold);
    if (language != null && !file.endsWith(".html")) {
      Article article = marks.article();
      String found = article == null || article.language() == null ? "" : article.language();
      marks.value("language", found.equals(language), found, language);
    }
    marks.done();
  }

  private static List<String> lines(JsonNode texts) {
    List<String> lines = new ArrayList<>();
    texts.forEach(text -> lines.add(line(text)));
    return lines;
  }

  private static String line(JsonNode text) {
    return text.asText().replaceAll("\\s+", " ").strip();
  }

  private static Map<String, String> formats() {
    Map<String, String> formats = new LinkedHashMap<>();
    formats.put("story.txt", "plain text");
    formats.put("story.md", "Markdown");
    formats.put("story.docx", "Word");
    formats.put("story.odt", "OpenDocument");
    formats.put("story.rtf", "RTF");
    formats.put("story.eml", "e-mail");
    formats.put("rss.xml", "RSS");
    formats.put("atom.xml", "Atom");
    formats.put("nitf.xml", "NITF");
    formats.put("newsml-1.xml", "NewsML 1.2");
    formats.put("newsml-g2.xml", "NewsML-G2");
    formats.put("story.zip", "plain text in a zip");
    return formats;
  }
}
