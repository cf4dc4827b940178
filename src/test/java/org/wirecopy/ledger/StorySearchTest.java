package org.wirecopy.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wirecopy.ledger.DeliveryState.PENDING;
import static org.wirecopy.ledger.Desk.article;
import static org.wirecopy.ledger.Desk.filtered;
import static org.wirecopy.ledger.Desk.to;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wirecopy.article.Submission;

/** What the desk asks the ledger for. */
@NullUnmarked
class StorySearchTest {
  @TempDir Path folder;
  private Desk desk;

  @BeforeEach
  void open() {
    desk = new Desk(folder.resolve("data"));
  }

  @AfterEach
  void close() {
    desk.close();
  }

  @Test
  void storiesAreListedNewestFirstAndFound() {
    desk.accept("a", "Harbour opens", to("acme"));
    desk.accept("b", "Budget 100% passed", to("acme"));
    desk.accept("c", "Harbour closes", filtered("acme"));
    StoryPage page = desk.ledger().views().stories(StoryQuery.newest(2));
    assertThat(page.stories()).extracting(StorySummary::uri).containsExactly("c", "b");
    assertThat(uris(new StoryQuery(null, null, null, null, null, null, page.next(), 2)))
        .containsExactly("a");
    assertThat(uris(new StoryQuery("harbour", null, null, null, null, null, null, 9)))
        .containsExactly("c", "a");
    assertThat(uris(new StoryQuery("100%", PENDING, "acme", null, null, null, null, 9)))
        .containsExactly("b");
  }

  @Test
  void storiesOfWhichADeliveryWaitsAreFoundNewestFirst() {
    desk.accept("a", "Harbour opens", to("acme"), to("bolt"));
    desk.accept("b", "Budget passed", filtered("acme"), to("bolt"));
    desk.accept("a", "Harbour opens late", to("acme"), to("bolt"));
    desk.accept("c", "Harbour closes", to("acme"));
    assertThat(uris(new StoryQuery(null, PENDING, null, null, null, null, null, 2)))
        .containsExactly("c", "a");
    assertThat(uris(new StoryQuery(null, PENDING, "bolt", null, null, null, null, 9)))
        .containsExactly("a", "b");
    assertThat(uris(new StoryQuery(null, DeliveryState.PARKED, null, null, null, null, null, 9)))
        .isEmpty();
  }

  @Test
  void whatIsSettledForAPartnerIsFoundNewestFirst() {
    desk.accept("a", "Harbour opens", filtered("acme"), to("bolt"));
    desk.accept("b", "Budget passed", to("acme"), filtered("bolt"));
    desk.accept("c", "Harbour closes", filtered("acme"), filtered("bolt"));
    desk.accept("b", "Budget passed at last", filtered("acme"), to("bolt"));
    StoryQuery leftOut = settled("acme", null, 2);
    StoryPage page = desk.ledger().views().stories(leftOut);
    assertThat(page.stories()).extracting(StorySummary::uri).containsExactly("b", "c");
    assertThat(uris(settled("acme", page.next(), 2))).containsExactly("a");
    assertThat(uris(settled("bolt", null, 9))).containsExactly("c");
    assertThat(uris(settled("nobody", null, 9))).isEmpty();
  }

  @Test
  void aSearchThatNoIndexServesIsBrokenOffAndGoesOn() {
    desk.accept("a", "Harbour opens", to("acme"));
    desk.accept("b", "Harbour closes", to("acme"));
    desk.accept("c", "Budget passed", to("bolt"));
    StoryQuery ofAcme = new StoryQuery(null, null, "acme", null, null, null, null, 9);
    assertThat(StorySearch.of(ofAcme, 50_000).windowed()).isTrue();
    assertThat(StorySearch.floor(50_000)).isEqualTo(50_001 - StorySearch.WINDOW);
    assertThat(StorySearch.of(StoryQuery.newest(9), 50_000).windowed()).isFalse();
    StoryPage page = desk.ledger().views().stories(ofAcme);
    assertThat(page.stories()).extracting(StorySummary::uri).containsExactly("b", "a");
    assertThat(page.next()).isNull();
  }

  private static StoryQuery settled(String partner, Long before, int limit) {
    return new StoryQuery(null, DeliveryState.FILTERED, partner, null, null, null, before, limit);
  }

  @Test
  void storiesAreFoundByTheirDesk() {
    desk.ledger()
        .commit(
            List.of(
                submissionFrom("sports/football/final.txt", "a"),
                submissionFrom("Sports/tennis.txt", "b"),
                submissionFrom("sportswear/final.txt", "c"),
                submissionFrom("final.txt", "d")))
        .toCompletableFuture()
        .join();
    assertThat(uris(ofDesk(null, "sports"))).containsExactly("b", "a");
    assertThat(uris(ofDesk("final", "sports"))).containsExactly("a");
    assertThat(uris(ofDesk(null, "sports/football"))).containsExactly("a");
    assertThat(uris(ofDesk(null, "spo%"))).isEmpty();
  }

  @Test
  void warningsAreKeptWithTheVersion() {
    Submission plain = submissionFrom("late.txt", "a");
    desk.ledger()
        .commit(
            List.of(
                new Submission(
                    plain.uri(),
                    plain.article(),
                    List.of(),
                    List.of(),
                    "late.txt",
                    List.of("No time zone", "No byline")),
                submissionFrom("good.txt", "b")))
        .toCompletableFuture()
        .join();
    assertThat(desk.ledger().views().warned(9))
        .singleElement()
        .satisfies(
            warned -> {
              assertThat(warned.file()).isEqualTo("late.txt");
              assertThat(warned.warnings()).containsExactly("No time zone", "No byline");
            });
    assertThat(desk.ledger().views().story("b").versions().get(0).warnings()).isEmpty();
  }

  private static Submission submissionFrom(String file, String uri) {
    return new Submission(uri, article("Story of " + uri).build(), List.of(), List.of(), file);
  }

  private List<String> uris(StoryQuery query) {
    return desk.ledger().views().stories(query).stories().stream().map(StorySummary::uri).toList();
  }

  private static StoryQuery ofDesk(@Nullable String text, String desk) {
    return new StoryQuery(text, null, null, desk, null, null, null, 9);
  }
}
