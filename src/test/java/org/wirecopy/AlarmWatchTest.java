package org.wirecopy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wirecopy.article.Action;
import org.wirecopy.article.Article;
import org.wirecopy.article.Block;
import org.wirecopy.article.Delivery;
import org.wirecopy.article.Outcome;
import org.wirecopy.article.Plan;
import org.wirecopy.article.Submission;
import org.wirecopy.delivery.Alarms;
import org.wirecopy.ledger.LaneSettings;
import org.wirecopy.ledger.Ledger;
import org.wirecopy.ledger.LedgerSettings;
import org.wirecopy.watch.AlarmWatch;

/** What waits too long, and recalls that stay unacknowledged, are told without any attempt. */
class AlarmWatchTest {
  private static final Duration REPEAT = Duration.ofMinutes(30);

  @TempDir Path folder;
  private volatile Instant now = Instant.parse("2026-11-23T10:00:00Z");
  private final List<String> heard = new ArrayList<>();
  private Ledger ledger;
  private AlarmWatch watch;

  @BeforeEach
  void open() {
    ledger = Ledger.open(LedgerSettings.in(folder), () -> now);
    Alarms alarms =
        new Alarms(
            REPEAT,
            List.of(
                alarm -> heard.add(alarm.kind() + " " + alarm.partner() + " " + alarm.reason())));
    watch =
        new AlarmWatch(ledger, alarms, () -> now, Duration.ofMinutes(15), Duration.ofMinutes(2));
  }

  @AfterEach
  void close() {
    watch.close();
    ledger.close();
  }

  @Test
  void storiesThatWaitTooLongAreToldOnceAndAgainAfterAWhile() {
    accept("storm");
    settle(ledger.orders().pause("acme", "paused by a person"));
    now = now.plus(Duration.ofMinutes(15));
    watch.look();
    assertThat(heard).isEmpty();

    now = now.plusSeconds(60);
    watch.look();
    now = now.plusSeconds(60);
    watch.look();
    assertThat(heard)
        .containsExactly(
            "BACKLOG acme 1 stories wait, the oldest for 16 min, it is paused: paused by a person");
    now = now.plus(REPEAT);
    watch.look();
    assertThat(heard).hasSize(2);
  }

  @Test
  void aRefusedKillIsToldUntilItIsAcknowledged() throws Exception {
    CompletableFuture<Delivery> sent = new CompletableFuture<>();
    CompletableFuture<Delivery> killed = new CompletableFuture<>();
    ledger.openLane(
        "acme",
        LaneSettings.concurrently(1),
        deliveries ->
            deliveries.forEach(
                each -> (each.story().action() == Action.KILL ? killed : sent).complete(each)));
    accept("storm");
    report(sent.get(10, TimeUnit.SECONDS), new Outcome.Delivered());
    settle(ledger.orders().act("storm", Action.KILL, "wrong photo"));
    report(killed.get(10, TimeUnit.SECONDS), new Outcome.Parked("the partner answered HTTP 422"));

    now = now.plus(Duration.ofMinutes(3));
    watch.look();
    assertThat(heard)
        .containsExactly(
            "RECALL_UNACKNOWLEDGED acme kill not acknowledged for 3 min: the partner answered HTTP"
                + " 422");
  }

  @Test
  void alarmsArePostedSignedToTheNewsroomsOwnAddress(@TempDir Path house) throws IOException {
    try (TestPartner chat = new TestPartner();
        TestPartner acme = new TestPartner();
        TestHouse running =
            new TestHouse(house)
                .with("WIRECOPY_ALARMS_ENDPOINT", chat.url())
                .with("WIRECOPY_ALARMS_SECRET", TestHouse.SECRET)
                .partner("acme", acme.url())) {
      acme.answers(410, "gone");
      running.open();
      running.drop("storm.txt", "Storm closes port\n\nThe port stayed shut on Friday.\n");

      await().until(() -> !chat.pushes().isEmpty());
      TestPartner.Push alarm = chat.pushes().get(0);
      assertThat(alarm.signedWith(TestHouse.SECRET)).isTrue();
      JsonNode json = alarm.json();
      assertThat(json.get("kind").asText()).isEqualTo("disabled");
      assertThat(json.get("partner").asText()).isEqualTo("acme");
      assertThat(json.get("text").asText()).contains("acme").contains("410");
    } catch (java.security.GeneralSecurityException e) {
      throw new AssertionError(e);
    }
  }

  private void accept(String uri) {
    Article article =
        Article.titled("News of " + uri).body(List.of(Block.paragraph("Text."))).build();
    List<Plan> plans = List.of(new Plan("acme", true, null, null));
    settle(ledger.commit(List.of(new Submission(uri, article, List.of(), plans, uri + ".txt"))));
  }

  private void report(Delivery delivery, Outcome outcome) {
    settle(ledger.record(new Outcome.Report(delivery, null, outcome, null)));
  }

  private static <T> T settle(java.util.concurrent.CompletionStage<T> stage) {
    return stage.toCompletableFuture().orTimeout(20, TimeUnit.SECONDS).join();
  }
}
