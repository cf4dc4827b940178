package org.wirecopy.intake.text;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.wirecopy.article.Article;
import org.wirecopy.intake.Reading;

/** How one pasted text was read, against its gold. */
record PageScore(
    double precision,
    double recall,
    boolean titleAsked,
    boolean titleRight,
    boolean authorsAsked,
    boolean authorsRight,
    boolean dayAsked,
    boolean dayRight,
    String found) {

  static PageScore of(JsonNode gold, Reading reading) {
    Article article = reading instanceof Reading.Articles all ? all.articles().get(0) : null;
    Map<List<String>, Integer> wanted = shingles(visibleBody(gold));
    Map<List<String>, Integer> found = shingles(article == null ? "" : TextScorer.body(article));
    int right = 0;
    for (Map.Entry<List<String>, Integer> e : found.entrySet()) {
      right += Math.min(e.getValue(), wanted.getOrDefault(e.getKey(), 0));
    }
    int given = found.values().stream().mapToInt(n -> n).sum();
    int asked = wanted.values().stream().mapToInt(n -> n).sum();
    String title = gold.path("title").asText("");
    String headline = article == null ? "" : article.headline();
    return new PageScore(
        given == 0 ? 0 : (double) right / given,
        asked == 0 ? 1 : (double) right / asked,
        gold.path("title_visible").asBoolean(),
        TextScorer.words(title, true).equals(TextScorer.words(headline, true)),
        authorsAsked(gold),
        article != null && authors(gold).equals(new TreeSet<>(article.byline().names())),
        !gold.path("date_visible_day").isMissingNode() && !gold.path("date_visible_day").isNull(),
        article != null && sameDay(gold.path("date_visible_day").asText(), article),
        headline
            + " | "
            + (article == null
                ? reading
                : article.byline().names() + " | " + article.dateline().date()));
  }

  private static boolean sameDay(String day, Article article) {
    return article.dateline().date() != null
        && day.length() >= 10
        && article.dateline().date().toLocalDate().equals(LocalDate.parse(day.substring(0, 10)));
  }

  private static boolean authorsAsked(JsonNode gold) {
    boolean all = gold.path("authors_visible").size() > 0;
    for (JsonNode visible : gold.path("authors_visible")) {
      all &= visible.asBoolean();
    }
    return all;
  }

  private static TreeSet<String> authors(JsonNode gold) {
    TreeSet<String> authors = new TreeSet<>();
    gold.path("authors").forEach(author -> authors.add(author.asText()));
    return authors;
  }

  static String visibleBody(JsonNode gold) {
    StringBuilder out = new StringBuilder();
    JsonNode paragraphs = gold.path("body_paragraphs");
    for (int i = 0; i < paragraphs.size(); i++) {
      if (gold.path("paragraph_visible").path(i).asBoolean(true)) {
        out.append(paragraphs.get(i).asText()).append('\n');
      }
    }
    return out.toString();
  }

  private static Map<List<String>, Integer> shingles(String text) {
    List<String> words = TextScorer.words(text, false);
    Map<List<String>, Integer> shingles = new HashMap<>();
    if (!words.isEmpty() && words.size() < 4) {
      shingles.put(words, 1);
    }
    for (int i = 0; i + 4 <= words.size(); i++) {
      shingles.merge(new ArrayList<>(words.subList(i, i + 4)), 1, Integer::sum);
    }
    return shingles;
  }

  String line(@Nullable String name) {
    return String.format(
        "%-46s P %.3f R %.3f %s%s%s %s",
        name,
        precision,
        recall,
        !titleAsked ? "-" : titleRight ? "H" : "h!",
        !authorsAsked ? "-" : authorsRight ? "A" : "a!",
        !dayAsked ? "-" : dayRight ? "D" : "d!",
        found);
  }
}
