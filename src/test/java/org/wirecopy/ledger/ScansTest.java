package org.wirecopy.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wirecopy.article.Action;
import org.wirecopy.article.Article;
import org.wirecopy.article.ArticleBuilder;
import org.wirecopy.article.Block;
import org.wirecopy.article.RelatedStory;
import org.wirecopy.article.Submission;

/** Who follows the ledger gets the same stories from memory as from the disk. */
class ScansTest {
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");

  @TempDir Path folder;

  @Test
  void aScanOfFreshStoriesGivesWhatOneOfTheReopenedLedgerGives() {
    List<StoryRow> fresh;
    List<StoryRow> later;
    try (Ledger ledger = Ledger.open(LedgerSettings.in(folder), () -> NOON)) {
      accept(ledger, story("Harbour opens"), story("School roof repaired"), story("Ferry late"));
      accept(
          ledger,
          story("Harbour opens").embargo(OffsetDateTime.parse("2026-03-02T18:00:00+01:00")));
      ledger.orders().act(uri("Ferry late"), Action.KILL, "no").toCompletableFuture().join();
      fresh = ledger.scans().storiesSince(0, 200);
      later = ledger.scans().storiesSince(3, 1);
    }

    assertThat(fresh).extracting(StoryRow::row).containsExactly(2L, 4L, 5L);
    try (Ledger ledger = Ledger.open(LedgerSettings.in(folder), () -> NOON)) {
      assertThat(ledger.scans().storiesSince(0, 200)).isEqualTo(fresh);
      assertThat(ledger.scans().storiesSince(3, 1)).isEqualTo(later);
    }
  }

  @Test
  void aScanGoesBeyondWhatIsKeptInMemory() {
    try (Ledger ledger = Ledger.open(LedgerSettings.in(folder), () -> NOON)) {
      List<ArticleBuilder> many = new ArrayList<>();
      for (int i = 0; i < 300; i++) {
        many.add(story("Story " + i));
      }
      accept(ledger, many.toArray(ArticleBuilder[]::new));
      accept(ledger, story("A long one").body(List.of(Block.paragraph("word ".repeat(20_000)))));

      assertThat(ledger.scans().storiesSince(0, 400))
          .hasSize(301)
          .extracting(row -> row.story().article().headline())
          .startsWith("Story 0", "Story 1")
          .endsWith("Story 299", "A long one");
    }
  }

  private static void accept(Ledger ledger, ArticleBuilder... stories) {
    List<Submission> submissions = new ArrayList<>();
    for (ArticleBuilder story : stories) {
      Article article = story.build();
      RelatedStory listed =
          new RelatedStory(
              null,
              null,
              "Old ferry",
              NOON.atOffset(ZoneOffset.UTC),
              null,
              true,
              false,
              0,
              "listed in the file");
      submissions.add(
          new Submission(
              uri(article.headline()), article, List.of(listed), List.of(), "story.txt"));
    }
    ledger.commit(submissions).toCompletableFuture().join();
  }

  private static ArticleBuilder story(String headline) {
    return Article.titled(headline)
        .body(List.of(Block.paragraph("Written of " + headline + ".")))
        .language("en");
  }

  private static String uri(String headline) {
    return "tag:example.org,2026:" + headline.replace(' ', '-');
  }
}
