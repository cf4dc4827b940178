package org.wirecopy.intake.score;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.wirecopy.article.Article;
import org.wirecopy.article.ListedHeadline;
import org.wirecopy.article.Picture;

/** Texts that were judged by hand, field by field. */
final class HandGold {
  private static final String DATA = "text by hand";

  private final Path texts;

  HandGold(Path texts) {
    this.texts = texts;
  }

  void score(Report report) throws IOException {
    if (!report.wants(DATA)) {
      return;
    }
    for (JsonNode gold : new ObjectMapper().readTree(texts.resolve("hand-gold.json").toFile())) {
      String name = gold.path("file").asText();
      Path file = texts.resolve(name.substring(name.indexOf('/') + 1));
      Marks marks = report.read(DATA, file.getFileName().toString(), Files.readAllBytes(file));
      Article article = marks.article();
      field(marks, "read", article != null, "");
      if (article != null) {
        score(marks, gold, article);
      }
      marks.done();
    }
  }

  private void score(Marks marks, JsonNode gold, Article article) {
    String headline = gold.path("headline").asText();
    field(marks, "headline", Shingles.same(headline, article.headline()), article.headline());
    byline(marks, gold, article);
    date(marks, gold, article);
    paragraph(marks, "first paragraph", gold.path("body_first_paragraph"), article);
    paragraph(marks, "last paragraph", gold.path("body_last_paragraph"), article);
    for (JsonNode caption : gold.path("captions")) {
      boolean found =
          article.pictures().stream()
              .map(Picture::caption)
              .anyMatch(c -> c != null && Shingles.begins(c, caption.asText()));
      field(marks, "captions", found, caption.asText());
      field(marks, "no caption in body", !blockEquals(article, caption.asText()), caption.asText());
    }
    String body = Report.body(article);
    for (JsonNode not : gold.path("not_body")) {
      field(marks, "not in body", !body.contains(not.asText()), not.asText());
    }
    for (JsonNode related : gold.path("related")) {
      related(marks, related, article);
    }
    if (gold.path("related").isEmpty() && gold.path("related").isArray()) {
      field(marks, "no related", article.alsoRead().isEmpty(), String.valueOf(article.alsoRead()));
    }
  }

  private void byline(Marks marks, JsonNode gold, Article article) {
    List<String> wanted = new ArrayList<>();
    gold.path("byline").forEach(one -> wanted.add(one.asText()));
    String printed = article.byline().text();
    boolean right =
        wanted.isEmpty()
            ? printed == null
            : wanted.equals(article.byline().names())
                || (printed != null && Shingles.same(String.join(" ", wanted), printed));
    field(marks, "byline", right, String.valueOf(article.byline()));
  }

  private void date(Marks marks, JsonNode gold, Article article) {
    OffsetDateTime date = article.dateline().date();
    String wanted = gold.path("published_local").asText("null");
    if (wanted.equals("null")) {
      field(marks, "no date invented", date == null, String.valueOf(date));
      return;
    }
    boolean right =
        date != null
            && date.toLocalDateTime()
                .toString()
                .startsWith(wanted.substring(0, Math.min(16, wanted.length())));
    String offset = gold.path("offset").asText("null");
    if (right && date != null && !offset.equals("null")) {
      right =
          date.getOffset().getTotalSeconds() == java.time.ZoneOffset.of(offset).getTotalSeconds();
    }
    field(marks, "date", right, date + " for " + wanted);
  }

  private void paragraph(Marks marks, String field, JsonNode wanted, Article article) {
    if (!wanted.isMissingNode() && !wanted.isNull()) {
      boolean found =
          field.startsWith("first")
              ? !article.body().isEmpty() && blockEquals(article, wanted.asText())
              : blockEquals(article, wanted.asText());
      field(marks, field, found, wanted.asText());
    }
  }

  private void related(Marks marks, JsonNode related, Article article) {
    String title = related.path("title").asText().replace("...", "").replace("…", "");
    ListedHeadline found =
        article.alsoRead().stream()
            .filter(one -> Shingles.same(one.headline(), title))
            .findFirst()
            .orElse(null);
    field(marks, "related", found != null, title);
    String date = related.path("date").asText("");
    if (!date.isEmpty()) {
      field(
          marks,
          "related date",
          found != null
              && found.date() != null
              && found.date().toLocalDateTime().toString().startsWith(date),
          title);
    }
    if (related.path("truncated").asBoolean()) {
      field(marks, "related truncated", found != null && found.truncated(), title);
    }
  }

  private static void field(Marks marks, String name, boolean right, String told) {
    marks.verdict(name, right, told);
    marks.verdict("all fields", right, "");
  }

  private static boolean blockEquals(Article article, String text) {
    return article.body().stream().anyMatch(block -> Shingles.same(block.text(), text));
  }
}
