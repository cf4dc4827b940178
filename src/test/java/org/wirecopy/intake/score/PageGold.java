package org.wirecopy.intake.score;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.wirecopy.article.Article;
import org.wirecopy.intake.html.HtmlBlocks;

/**
 * Saved web pages, corpus by corpus. Metrics are those of {@code fixtures/html/README.md}: a
 * headline counts if its words are equal, authors if the names in the printed byline are the same
 * set, a day if the calendar day is, an instant if it is the same second.
 */
final class PageGold {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> CORPORA =
      List.of(
          "scrapinghub",
          "fundus",
          "fundus-eval",
          "trafilatura",
          "wcxb-article",
          "newspaper4k",
          "mozilla");

  /** The gold of these has the stand-first in the body. */
  private static final Set<String> STANDFIRST_COUNTS = Set.of("fundus");

  private static final Pattern LANGUAGE =
      Pattern.compile("(?i)<html[^>]{0,300}?\\blang=[\"']?([a-z]{2})\\b");

  private final Path pages;

  private PageGold(Path pages) {
    this.pages = pages;
  }

  /**
   * The packed pages.
   *
   * @param target where they are unpacked, if they are not there yet
   */
  static PageGold unpacked(Path fixtures, Path target) throws IOException, InterruptedException {
    if (!Files.isDirectory(target.resolve("html"))) {
      Process process =
          new ProcessBuilder("bash", fixtures.resolve("unpack").toString(), target.toString())
              .inheritIO()
              .start();
      if (process.waitFor() != 0) {
        throw new IOException("cannot unpack " + fixtures);
      }
    }
    return new PageGold(target.resolve("html/dev"));
  }

  void score(Report report) throws IOException {
    for (String corpus : CORPORA) {
      String data = "pages " + corpus;
      if (report.wants(data)) {
        for (JsonNode gold : gold(corpus)) {
          Path file = pages.resolve(corpus).resolve(gold.path("file").asText());
          score(
              report.read(data, gold.path("id").asText(), Files.readAllBytes(file)),
              gold,
              STANDFIRST_COUNTS.contains(corpus));
        }
      }
    }
  }

  /** The gold of one corpus, a page each. */
  List<JsonNode> gold(String corpus) throws IOException {
    List<JsonNode> gold = new ArrayList<>();
    for (String row : Files.readAllLines(pages.resolve(corpus).resolve("gold.jsonl"))) {
      gold.add(JSON.readTree(row));
    }
    return gold;
  }

  /** The language that a page's root states, without its region; null if it states none. */
  @Nullable String language(JsonNode gold) throws IOException {
    Path file = pages.resolve(gold.path("corpus").asText()).resolve(gold.path("file").asText());
    Matcher language = LANGUAGE.matcher(Files.readString(file, StandardCharsets.ISO_8859_1));
    String stated = language.find() ? language.group(1).toLowerCase(Locale.ROOT) : null;
    return stated != null && stated.matches("nb|nn") ? "no" : stated;
  }

  private static void score(Marks marks, JsonNode gold, boolean standfirstCounts) {
    Article article = marks.article();
    String body = marks.body();
    String found =
        standfirstCounts && article != null && article.subhead() != null
            ? article.subhead() + "\n" + body
            : body;
    String wanted = wantedBody(gold, found);
    if (wanted != null) {
      boolean exact = marks.text("body", wanted, found).exact();
      marks.verdict("body exact", exact, "");
    }
    segments(marks, gold, found);
    if (gold.hasNonNull("title")) {
      marks.headline(gold.path("title").asText());
    }
    date(marks, gold.path("date").asText(""));
    if (gold.path("authors").size() > 0) {
      List<String> authors = new ArrayList<>();
      gold.path("authors").forEach(author -> authors.add(author.asText()));
      marks.authors(authors);
    }
    marks.done();
  }

  private static void date(Marks marks, String wanted) {
    if (!wanted.matches("\\d{4}-\\d\\d-\\d\\d.*")) {
      return;
    }
    String iso = wanted.replace(' ', 'T');
    String day = wanted.substring(0, 10);
    if (iso.matches(".*T.*(?:Z|[+-]\\d\\d:\\d\\d)$")) {
      marks.instant(OffsetDateTime.parse(iso).toInstant(), day);
    } else {
      marks.day(day);
    }
  }

  /** Text that must and must not be in the body. */
  private static void segments(Marks marks, JsonNode gold, String found) {
    if (!gold.path("corpus").asText().equals("trafilatura")) {
      return;
    }
    String text = squeezed(found);
    int in = 0;
    int out = 0;
    for (JsonNode with : gold.path("with_")) {
      in += text.contains(squeezed(with.asText())) ? 1 : 0;
    }
    for (JsonNode without : gold.path("without")) {
      out += text.contains(squeezed(without.asText())) ? 1 : 0;
    }
    marks.counts("segments", in, in + out, gold.path("with_").size());
  }

  private static String squeezed(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }

  /** The gold body; what is marked optional in it counts only where it was found. */
  private static @Nullable String wantedBody(JsonNode gold, String found) {
    if (gold.hasNonNull("expected_html")) {
      return HtmlBlocks.ofFragment(gold.path("expected_html").asText(), "").text();
    }
    if (gold.hasNonNull("body_text")) {
      return gold.path("body_text").asText();
    }
    if (!gold.has("body_paragraphs")) {
      return null;
    }
    Set<Integer> optional = new LinkedHashSet<>();
    gold.path("optional").forEach(index -> optional.add(index.asInt()));
    List<String> paragraphs = new ArrayList<>();
    for (int i = 0; i < gold.path("body_paragraphs").size(); i++) {
      String paragraph = gold.path("body_paragraphs").get(i).asText();
      if (!optional.contains(i) || found.contains(paragraph.strip())) {
        paragraphs.add(paragraph);
      }
    }
    return String.join("\n", paragraphs);
  }
}
