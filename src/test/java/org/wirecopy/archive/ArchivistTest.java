package org.wirecopy.archive;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wirecopy.article.Action;
import org.wirecopy.article.ArchiveStory;
import org.wirecopy.article.Article;
import org.wirecopy.article.ArticleBuilder;
import org.wirecopy.article.Block;
import org.wirecopy.article.ListedHeadline;
import org.wirecopy.article.Submission;
import org.wirecopy.ledger.Ledger;
import org.wirecopy.ledger.LedgerSettings;
import org.wirecopy.related.Archive;
import org.wirecopy.related.ArchiveSettings;

/** The archive follows the ledger, whatever happens to it on the way. */
class ArchivistTest {
  private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
  private static final String HARBOUR = "Harbour opens after long winter";
  private static final String SCHOOL = "School roof repaired in Ellery";

  @TempDir Path folder;
  private final AtomicReference<Instant> time = new AtomicReference<>(NOON);
  private Ledger ledger;
  private Archive archive;
  private Archivist archivist;

  @BeforeEach
  void open() {
    ledger = Ledger.open(LedgerSettings.in(folder), time::get);
    openArchive();
  }

  @AfterEach
  void close() {
    archivist.close();
    archive.close();
    ledger.close();
  }

  @Test
  void aRebuildThatFailsLosesNothingAndIsTriedAgain() throws IOException {
    accept(HARBOUR, null);
    archivist.catchUp();
    Path inTheWay = Files.createDirectories(folder.resolve("archive/current.tmp/full"));

    accept(SCHOOL, null);
    archivist.rebuildSoon();
    archivist.start();

    await().untilAsserted(() -> assertThat(knows(SCHOOL)).isTrue());
    assertThat(index()).isEqualTo("1");
    Files.delete(inTheWay);
    Files.delete(inTheWay.getParent());
    await().untilAsserted(() -> assertThat(index()).isEqualTo("2"));
    assertThat(knows(HARBOUR)).isTrue();
    assertThat(knows(SCHOOL)).isTrue();
  }

  @Test
  void aDamagedArchiveIsWholeAgainSoonAfterTheStart() throws IOException {
    accept(HARBOUR, null);
    accept(SCHOOL, null);
    archivist.catchUp();
    archivist.close();
    archive.close();
    try (Stream<Path> files = Files.list(folder.resolve("archive/index-1"))) {
      for (Path file : files.filter(name -> name.toString().contains("_0")).toList()) {
        Files.write(file, new byte[] {1, 2, 3});
      }
    }

    openArchive();
    assertThat(archive.needsRebuild()).isTrue();
    archivist.start();

    await().untilAsserted(() -> assertThat(archive.size()).isEqualTo(2));
    assertThat(knows(HARBOUR)).isTrue();
  }

  @Test
  void theFirstStoryAfterARestIsFoundWithoutWaitingForOthers() {
    AtomicInteger looks = new AtomicInteger();
    InstantSource counting =
        () -> {
          looks.incrementAndGet();
          return NOON;
        };
    archivist = new Archivist(ledger, archive, counting, Duration.ofMinutes(5));
    archivist.start();
    await().until(() -> looks.get() > 0);

    accept(HARBOUR, null);
    archivist.wake();

    await().untilAsserted(() -> assertThat(knows(HARBOUR)).isTrue());
  }

  @Test
  void anEmbargoedStoryIsFoundFromItsTimeOnAlsoAfterARestart() {
    accept(HARBOUR, NOON.plusSeconds(3600));
    archivist.catchUp();
    assertThat(knows(HARBOUR)).isFalse();
    assertThat(archive.position()).containsKey("embargoed.1");
    archivist.close();
    archive.close();

    time.set(NOON.plusSeconds(3600));
    openArchive();
    archivist.catchUp();

    assertThat(knows(HARBOUR)).isTrue();
    assertThat(archive.position()).doesNotContainKey("embargoed.1");
  }

  @Test
  void aStoryThatLosesItsEmbargoIsFoundAtOnce() {
    accept(HARBOUR, NOON.plusSeconds(3600));
    archivist.start();
    await().untilAsserted(() -> assertThat(archive.position()).isNotNull());
    accept(HARBOUR, null);
    archivist.wake();

    await().untilAsserted(() -> assertThat(knows(HARBOUR)).isTrue());
  }

  @Test
  void aStoryForSomePartnersOnlyIsNeverLinkedSinceOthersWouldReadOfIt() {
    accept(story(HARBOUR).partners(List.of("acme")));
    accept(story(SCHOOL));
    archivist.catchUp();
    assertThat(archive.story(uri(HARBOUR))).isEmpty();
    assertThat(knows(SCHOOL)).isTrue();

    accept(story(HARBOUR));
    archivist.catchUp();
    assertThat(knows(HARBOUR)).isTrue();
  }

  @Test
  void anImportedCopyOfTheHousesOwnStoryDoesNotBringItBackWhenItIsKilled() {
    imports(uri(HARBOUR), HARBOUR);
    imports("tag:example.org,2026:old", "Lighthouse keeper retires at last");
    archivist.catchUp();
    assertThat(knows(HARBOUR)).isTrue();
    accept(story(HARBOUR));
    ledger.orders().act(uri(HARBOUR), Action.KILL, null).toCompletableFuture().join();
    archivist.catchUp();
    assertThat(archive.story(uri(HARBOUR))).isEmpty();

    // An import of what an export wrote before, and an index from the first row on.
    imports(uri(HARBOUR), HARBOUR + " at last");
    archivist.catchUp();
    assertThat(archive.story(uri(HARBOUR))).isEmpty();
    archivist.close();
    archive.close();
    archive = Archive.open(folder.resolve("another"), ArchiveSettings.defaults());
    archivist = new Archivist(ledger, archive, time::get, Duration.ofMillis(1));
    archivist.catchUp();

    assertThat(archive.story(uri(HARBOUR))).isEmpty();
    assertThat(archive.story("tag:example.org,2026:old")).isPresent();
  }

  @Test
  void anIndexThatIsAheadOfARestoredLedgerIsBuiltAnew() throws IOException {
    accept(HARBOUR, null);
    accept("Ferries wait at Ellery", null);
    accept("Lighthouse keeper retires at last", null);
    archivist.catchUp();
    archivist.close();
    archive.close();
    ledger.close();

    ledger = Ledger.open(LedgerSettings.in(folder.resolve("restored")), time::get);
    accept(SCHOOL, null);
    openArchive();
    archivist.start();

    await().untilAsserted(() -> assertThat(knows(SCHOOL)).isTrue());
    assertThat(archive.size()).isEqualTo(1);
    archivist.close();
    archive.close();
    openArchive();
    archivist.catchUp();
    assertThat(index()).as("not built anew at each start").isEqualTo("2");
  }

  @Test
  void aKillDuringARebuildIsNotLost() {
    List<Submission> batch = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      batch.add(submission(story(i + " lighthouses of the coast")));
    }
    ledger.commit(batch).toCompletableFuture().join();
    archivist.catchUp();
    // The clock is looked at after each reading of the ledger: at first for the new index, then for
    // the one in use, then for the new one again.
    Iterator<Runnable> between =
        List.<Runnable>of(
                () -> accept(HARBOUR, null),
                () ->
                    ledger
                        .orders()
                        .act(uri(HARBOUR), Action.KILL, null)
                        .toCompletableFuture()
                        .join())
            .iterator();
    archivist =
        new Archivist(
            ledger,
            archive,
            () -> {
              if (between.hasNext()) {
                between.next().run();
              }
              return NOON;
            },
            Duration.ofMillis(1));
    archivist.rebuildSoon();
    archivist.start();
    await().untilAsserted(() -> assertThat(index()).isEqualTo("2"));
    archivist.close();

    archive.refresh();
    assertThat(archive.size()).isEqualTo(200);
    assertThat(archive.story(uri(HARBOUR))).isEmpty();
  }

  private void openArchive() {
    archive = Archive.open(folder.resolve("archive"), ArchiveSettings.defaults());
    archivist = new Archivist(ledger, archive, time::get, Duration.ofMillis(1));
  }

  private String index() throws IOException {
    Path current = folder.resolve("archive/current");
    return Files.exists(current) ? Files.readString(current) : "1";
  }

  private boolean knows(String headline) {
    return archive.resolve(new ListedHeadline(headline, false, null, false, null)).isPresent();
  }

  private void accept(String headline, @Nullable Instant embargo) {
    ArticleBuilder article = story(headline);
    if (embargo != null) {
      article.embargo(embargo.atOffset(ZoneOffset.UTC));
    }
    accept(article);
  }

  private void accept(ArticleBuilder story) {
    ledger.commit(List.of(submission(story))).toCompletableFuture().join();
  }

  private static Submission submission(ArticleBuilder story) {
    Article article = story.build();
    return new Submission(uri(article.headline()), article, List.of(), List.of(), "story.txt");
  }

  private void imports(String uri, String headline) {
    ArchiveStory story =
        new ArchiveStory(
            uri,
            null,
            headline,
            "Written of " + headline + " for the test.",
            NOON.atOffset(ZoneOffset.UTC),
            false,
            null,
            null,
            "en",
            true);
    ledger.archive(List.of(story)).toCompletableFuture().join();
  }

  private static ArticleBuilder story(String headline) {
    return Article.titled(headline)
        .body(List.of(Block.paragraph("Written of " + headline + " for the test.")))
        .language("en");
  }

  private static String uri(String headline) {
    return "tag:example.org,2026:" + headline.replace(' ', '-');
  }
}
