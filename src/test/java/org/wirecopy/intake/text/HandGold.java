package org.wirecopy.intake.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.wirecopy.article.Article;
import org.wirecopy.article.ListedHeadline;
import org.wirecopy.article.Picture;
import org.wirecopy.intake.Reading;

/** Scores the fields of the texts that were judged by hand. */
final class HandGold {
  private final Map<String, int[]> fields = new LinkedHashMap<>();
  private final List<String> misses = new ArrayList<>();
  private int invented;

  HandGold(Path texts) throws IOException {
    for (JsonNode gold : new ObjectMapper().readTree(texts.resolve("hand-gold.json").toFile())) {
      String name = gold.path("file").asText();
      Reading reading = TextScorer.read(texts.resolve(name.substring(name.indexOf('/') + 1)));
      if (reading instanceof Reading.Articles all) {
        score(name, gold, all.articles().get(0));
      } else {
        field("read", false, name + " " + reading);
      }
    }
  }

  int inventedDates() {
    return invented;
  }

  String table() {
    StringBuilder out = new StringBuilder();
    int right = 0;
    int all = 0;
    for (Map.Entry<String, int[]> e : fields.entrySet()) {
      out.append(String.format("%-20s %3d of %3d%n", e.getKey(), e.getValue()[0], e.getValue()[1]));
      right += e.getValue()[0];
      all += e.getValue()[1];
    }
    out.append(
        String.format(
            "%-20s %3d of %3d = %.3f; dates invented: %d%n",
            "hand-gold fields", right, all, (double) right / all, invented));
    misses.forEach(miss -> out.append("  missed ").append(miss).append('\n'));
    return out.toString();
  }

  private void score(String name, JsonNode gold, Article article) {
    field(
        "headline",
        same(gold.path("headline").asText(), article.headline()),
        name + ": " + article.headline());
    byline(name, gold, article);
    date(name, gold, article);
    String body = TextScorer.body(article);
    paragraph("first paragraph", gold.path("body_first_paragraph"), article, name);
    paragraph("last paragraph", gold.path("body_last_paragraph"), article, name);
    for (JsonNode caption : gold.path("captions")) {
      boolean found =
          article.pictures().stream()
              .map(Picture::caption)
              .anyMatch(c -> c != null && begins(c, caption.asText()));
      field("captions", found, name + ": " + caption.asText());
      field(
          "no caption in body",
          !blockEquals(article, caption.asText()),
          name + ": " + caption.asText());
    }
    for (JsonNode not : gold.path("not_body")) {
      field("not in body", !body.contains(not.asText()), name + ": " + not.asText());
    }
    for (JsonNode related : gold.path("related")) {
      related(name, related, article);
    }
    if (gold.path("related").isEmpty() && gold.path("related").isArray()) {
      field("no related", article.alsoRead().isEmpty(), name + ": " + article.alsoRead());
    }
  }

  private void byline(String name, JsonNode gold, Article article) {
    List<String> wanted = new ArrayList<>();
    gold.path("byline").forEach(one -> wanted.add(one.asText()));
    String printed = article.byline().text();
    boolean right =
        wanted.isEmpty()
            ? printed == null
            : wanted.equals(article.byline().names())
                || (printed != null && same(String.join(" ", wanted), printed));
    field("byline", right, name + ": " + article.byline());
  }

  private void date(String name, JsonNode gold, Article article) {
    OffsetDateTime date = article.dateline().date();
    String wanted = gold.path("published_local").asText("null");
    if (wanted.equals("null")) {
      field("date", date == null, name + ": " + date);
      invented += date == null ? 0 : 1;
      return;
    }
    boolean right =
        date != null
            && date.toLocalDateTime()
                .toString()
                .startsWith(
                    wanted.replace(":00", ":00").substring(0, Math.min(16, wanted.length())));
    String offset = gold.path("offset").asText("null");
    if (right && date != null && !offset.equals("null")) {
      right =
          date.getOffset().getTotalSeconds() == java.time.ZoneOffset.of(offset).getTotalSeconds();
    }
    field("date", right, name + ": " + date + " for " + wanted);
  }

  private void paragraph(String field, JsonNode wanted, Article article, String name) {
    if (!wanted.isMissingNode() && !wanted.isNull()) {
      boolean found =
          field.startsWith("first")
              ? !article.body().isEmpty() && blockEquals(article, wanted.asText())
              : blockEquals(article, wanted.asText());
      field(field, found, name + ": " + wanted.asText());
    }
  }

  private void related(String name, JsonNode related, Article article) {
    String title = related.path("title").asText().replace("...", "").replace("…", "");
    ListedHeadline found =
        article.alsoRead().stream()
            .filter(one -> same(one.headline(), title))
            .findFirst()
            .orElse(null);
    field("related", found != null, name + ": " + title);
    String date = related.path("date").asText("");
    if (!date.isEmpty()) {
      field(
          "related date",
          found != null
              && found.date() != null
              && found.date().toLocalDateTime().toString().startsWith(date),
          name + ": " + title);
    }
    if (related.path("truncated").asBoolean()) {
      field("related truncated", found != null && found.truncated(), name + ": " + title);
    }
  }

  private void field(String name, boolean right, String miss) {
    int[] counts = fields.computeIfAbsent(name, k -> new int[2]);
    counts[0] += right ? 1 : 0;
    counts[1]++;
    if (!right) {
      misses.add(name + ": " + miss);
    }
  }

  private static boolean blockEquals(Article article, String text) {
    return article.body().stream().anyMatch(block -> same(block.text(), text));
  }

  private static boolean begins(String caption, String wanted) {
    List<String> words = TextScorer.words(wanted, true);
    List<String> have = TextScorer.words(caption, true);
    return have.size() >= words.size() && have.subList(0, words.size()).equals(words);
  }

  private static boolean same(String a, String b) {
    return TextScorer.words(a, true).equals(TextScorer.words(b, true));
  }
}
