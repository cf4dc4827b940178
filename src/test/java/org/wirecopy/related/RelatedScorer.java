package org.wirecopy.related;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.wirecopy.article.ArchiveStory;
import org.wirecopy.article.RelatedStory;

/**
 * Scores the lookups on labelled stories, methods side by side:
 *
 * <pre>mvn -o -q test -Djacoco.skip -Dtest=RelatedScorer -Dscorer=true</pre>
 *
 * <p>with {@code -Psemantic} (without {@code -o} the first time) also with a language model to
 * order what was found.
 *
 * <p>It prints nDCG@5, precision and recall at 5 and MRR for stories found, and the shares right,
 * wrong and falsely accepted for headlines resolved.
 */
@EnabledIfSystemProperty(named = "scorer", matches = "true")
class RelatedScorer {
  private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);

  @Test
  void headlines(@TempDir Path folder) throws IOException {
    Assumptions.assumeTrue(RelatedFixtures.present(), "no fixtures beside the repository");
    Predicate<String> absent = RelatedFixtures.headlineNegatives();
    try (Archive archive = Archive.open(folder, ArchiveSettings.defaults())) {
      List<ArchiveStory> stories =
          RelatedFixtures.archive().values().stream()
              .filter(story -> !absent.test(String.valueOf(story.id())))
              .toList();
      archive.put(stories);
      archive.refresh();
      HeadlineScore score = HeadlineScore.of(archive, RelatedFixtures.headlines());
      score.print(out);
      assertThat(score.right()).isGreaterThan(0.9);
    }
  }

  @Test
  void stories(@TempDir Path folder) throws IOException, ReflectiveOperationException {
    Assumptions.assumeTrue(RelatedFixtures.present(), "no fixtures beside the repository");
    Map<String, ArchiveStory> stories = RelatedFixtures.archive();
    Map<String, ArchiveStory> alsoRead = RelatedFixtures.alsoReadQueries();
    Set<String> duplicates = RelatedFixtures.duplicates();
    Map<String, Map<String, Integer>> sameStory = RelatedFixtures.qrels("same_story.qrels");
    Map<String, Map<String, Integer>> links = RelatedFixtures.qrels("also_read.qrels");
    Map<String, Map<String, Integer>> graded = RelatedFixtures.qrels("pooled_graded.qrels");
    ArchiveSettings settings = ArchiveSettings.defaults();
    try (Archive archive = Archive.open(folder.resolve("all"), settings.withMinScore(0))) {
      archive.put(List.copyOf(stories.values()));
      archive.refresh();
      Map<String, Method> methods = new LinkedHashMap<>();
      methods.put("ours, shown", (query, limit) -> shown(archive, query, limit, settings));
      methods.put("ours, all", archive::find);
      Optional<SemanticOrder> semantic = SemanticOrder.present();
      semantic.ifPresent(
          order ->
              methods.put(
                  "ours + MiniLM", (query, limit) -> order.find(archive, stories, query, limit)));
      try (PlainLucene lucene = new PlainLucene(folder.resolve("plain"), stories.values())) {
        methods.put("MoreLikeThis", lucene::moreLikeThis);
        methods.put("BM25 x time", lucene::textAndTime);
        out.printf(
            "%-14s %-13s %7s %7s %7s %7s%n", "data", "method", "nDCG@5", "P@5", "R@5", "MRR");
        for (Map.Entry<String, Method> method : methods.entrySet()) {
          RankingScore same = new RankingScore();
          for (Map.Entry<String, Map<String, Integer>> each : sameStory.entrySet()) {
            Query query = asking(named(stories, each.getKey()));
            same.add(each.getValue(), ids(method.getValue(), query, duplicates));
          }
          same.print(out, "same story", method.getKey());
          RankingScore own = new RankingScore();
          for (Map.Entry<String, Map<String, Integer>> each : links.entrySet()) {
            ArchiveStory story = named(alsoRead, each.getKey());
            Query query = asking(story).withSource(story.source());
            if (story.date() != null) {
              query = query.withAsOf(story.date().plusDays(1));
            }
            own.add(each.getValue(), ids(method.getValue(), query, duplicates));
          }
          own.print(out, "own links", method.getKey());
          GradedScore shown = new GradedScore();
          for (Map.Entry<String, Map<String, Integer>> each : graded.entrySet()) {
            ArchiveStory story = named(stories, each.getKey());
            Query query = asking(story);
            if (story.date() != null) {
              query = query.withAsOf(story.date().plusDays(1));
            }
            shown.add(each.getValue(), method.getValue().find(query, 5), settings.minScore());
          }
          shown.print(out, method.getKey());
        }
        semantic.ifPresent(order -> order.printCost(out));
      }
    }
  }

  interface Method {
    List<RelatedStory> find(Query query, int limit);
  }

  static Query asking(ArchiveStory story) {
    return Query.of(story.headline(), story.text())
        .withUri(story.uri())
        .withId(story.id())
        .withDate(story.date());
  }

  /** Only what is good enough by the settings' own measure. */
  private static List<RelatedStory> shown(
      Archive archive, Query query, int limit, ArchiveSettings settings) {
    double least = settings.minScore() * (query.source() == null ? 1 : StoryFinder.OF_ONE_SOURCE);
    return archive.find(query, limit).stream().filter(story -> story.score() >= least).toList();
  }

  private static ArchiveStory named(Map<String, ArchiveStory> stories, String id) {
    return Objects.requireNonNull(stories.get(id), id);
  }

  private static List<String> ids(Method method, Query query, Set<String> duplicates) {
    List<String> ids = new ArrayList<>();
    for (RelatedStory story : method.find(query, 8)) {
      String id = Optional.ofNullable(story.id()).orElse("");
      if (!duplicates.contains(id) && ids.size() < 5) {
        ids.add(id);
      }
    }
    return ids;
  }
}
