package org.wirecopy.intake.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.wirecopy.article.Article;
import org.wirecopy.article.Block;
import org.wirecopy.intake.Reading;
import org.wirecopy.intake.Source;

/**
 * Scores the plain text reader on the labelled texts: run {@code mvn -o -q test -Dtest=TextScorer
 * -Dscorer=true}; with {@code -Dscorer.files=true} it lists every file's score too.
 *
 * <p>Headline: right if its words are those of the gold. Body: 4-shingles of words, precision and
 * recall averaged over files, F1 of the two means; only what the gold marks as visible in the text
 * is asked for.
 */
class TextScorer {
  private static final Path TEXTS = Path.of("../shared/fixtures/text");
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void scoresTheTexts() throws IOException {
    assumeTrue(Boolean.getBoolean("scorer"), "run with -Dscorer=true");
    assumeTrue(Files.isDirectory(TEXTS), "the labelled texts are not here");
    Map<String, Score> scores = pasted();
    HandGold hand = new HandGold(TEXTS);
    System.out.println(table(scores));
    System.out.println(hand.table());
    assertThat(scores.get("all w3m").headline()).isGreaterThanOrEqualTo(0.90);
    assertThat(scores.get("all w3m").f1()).isGreaterThanOrEqualTo(0.94);
    assertThat(hand.inventedDates()).isZero();
  }

  /** Scores of all pasted texts, by corpus and style. */
  static Map<String, Score> pasted() throws IOException {
    Map<String, Score> scores = new TreeMap<>();
    for (String corpus : List.of("pasted-fundus", "pasted-fundus-eval")) {
      for (String line : Files.readAllLines(TEXTS.resolve(corpus).resolve("gold.jsonl"))) {
        JsonNode gold = JSON.readTree(line);
        Path file = TEXTS.resolve(corpus).resolve(gold.path("file").asText());
        Reading reading = read(file);
        String style = gold.path("render").asText();
        PageScore page = PageScore.of(gold, reading);
        if (Boolean.getBoolean("scorer.files")) {
          System.out.println(page.line(file.getFileName().toString()));
        }
        scores.computeIfAbsent(corpus + " " + style, k -> new Score()).add(page);
        scores.computeIfAbsent("all " + style, k -> new Score()).add(page);
      }
    }
    return scores;
  }

  static Reading read(Path file) throws IOException {
    return new PlainTextReader()
        .read(
            new Source(
                file.getFileName().toString(),
                Files.readAllBytes(file),
                Instant.parse("2026-11-23T12:00:00Z"),
                ZoneId.of("Asia/Kolkata"),
                "en"));
  }

  static String table(Map<String, Score> scores) {
    StringBuilder out = new StringBuilder();
    out.append(
        String.format(
            "%-28s %5s %9s %9s %9s %9s %9s %9s%n",
            "texts", "files", "headline", "body P", "body R", "body F1", "authors", "day"));
    scores.forEach((name, score) -> out.append(score.line(name)));
    return out.toString();
  }

  /** The words of a text, in lower case where {@code fold} is set. */
  static List<String> words(String text, boolean fold) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    String all = fold ? text.toLowerCase(Locale.ROOT) : text;
    for (int i = 0; i < all.length(); i++) {
      char c = all.charAt(i);
      if (Character.isLetterOrDigit(c) || c == '_') {
        word.append(c);
      } else if (word.length() > 0) {
        words.add(word.toString());
        word.setLength(0);
      }
    }
    if (word.length() > 0) {
      words.add(word.toString());
    }
    return words;
  }

  static String body(Article article) {
    StringBuilder out = new StringBuilder();
    for (Block block : article.body()) {
      out.append(block.text()).append('\n');
    }
    return out.toString();
  }
}
