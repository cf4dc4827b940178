package org.wirecopy.related;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wirecopy.article.ArchiveStory;
import org.wirecopy.article.RelatedStory;

/**
 * Keeps the lookups from getting worse unnoticed: part of the labelled stories, in a few seconds.
 * {@link RelatedScorer} has the real figures.
 */
class RelatedQualityTest {
  private static final int EVERY = 4;

  @Test
  void staysAsGoodAsItWas(@TempDir Path folder) throws IOException {
    Assumptions.assumeTrue(RelatedFixtures.present(), "no fixtures beside the repository");
    Map<String, Map<String, Integer>> sameStory = RelatedFixtures.qrels("same_story.qrels");
    Map<String, ArchiveStory> stories = RelatedFixtures.archive();
    Predicate<String> absent = RelatedFixtures.headlineNegatives();
    Set<String> wanted = new HashSet<>(sameStory.keySet());
    List<RelatedFixtures.Listed> headlines = RelatedFixtures.headlines();
    headlines.forEach(listed -> wanted.add(String.valueOf(listed.gold())));
    List<ArchiveStory> some = new ArrayList<>();
    int number = 0;
    for (Map.Entry<String, ArchiveStory> each : stories.entrySet()) {
      boolean kept = wanted.contains(each.getKey()) || ++number % EVERY == 0;
      if (kept && !absent.test(each.getKey())) {
        some.add(each.getValue());
      }
    }
    try (Archive archive = Archive.open(folder, ArchiveSettings.defaults())) {
      archive.put(some);
      archive.refresh();
      HeadlineScore resolved = HeadlineScore.of(archive, headlines);
      assertThat(resolved.right()).isGreaterThan(0.99);
      assertThat(resolved.wrong()).isLessThan(0.005);
      assertThat(resolved.falselyAccepted()).isLessThan(0.015);
      RankingScore found = new RankingScore();
      int asked = 0;
      for (Map.Entry<String, Map<String, Integer>> each : sameStory.entrySet()) {
        ArchiveStory story = stories.get(each.getKey());
        if (story != null && ++asked % EVERY == 0) {
          List<String> ids =
              archive.find(RelatedScorer.asking(story), 5).stream()
                  .map(related -> String.valueOf(related.id()))
                  .toList();
          found.add(each.getValue(), ids);
        }
      }
      assertThat(found.ndcg()).isGreaterThan(0.76);
    }
  }

  @Test
  void aLongListHasNoTwoCopies(@TempDir Path folder) {
    List<ArchiveStory> stories = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      stories.add(
          Newsroom.story(
              "copy" + i,
              Newsroom.FERRY_SINKS.headline(),
              "2031-03-04T09:00:00Z",
              Newsroom.FERRY_SINKS.text() + " Desk " + i + "."));
    }
    stories.addAll(Newsroom.all());
    try (Archive archive = Archive.open(folder, ArchiveSettings.defaults().withMinScore(0))) {
      archive.put(stories);
      archive.refresh();
      List<RelatedStory> related = archive.find(Newsroom.asking(Newsroom.FERRY_OWNER), 10);
      assertThat(related)
          .filteredOn(story -> story.headline().equals(Newsroom.FERRY_SINKS.headline()))
          .hasSize(1);
    }
  }

  @Test
  void holdsStoriesOfAnyLength(@TempDir Path folder) {
    String longest = "Lighthouse keeper's log. ".repeat(20_000);
    ArchiveStory story =
        Newsroom.story("long", "log ".repeat(5_000), "2031-03-04T09:00:00Z", longest);
    try (Archive archive = Archive.open(folder, ArchiveSettings.defaults())) {
      archive.put(List.of(story, Newsroom.story("empty", "Nothing", null, "")));
      archive.refresh();
      List<ArchiveStory> back = new ArrayList<>();
      archive.each(back::add);
      assertThat(back).contains(story).hasSize(2);
      assertThat(archive.find(Newsroom.asking(story), 5)).isEmpty();
    }
  }
}
