package org.wirecopy.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.wirecopy.ledger.Desk.article;
import static org.wirecopy.ledger.Desk.filtered;
import static org.wirecopy.ledger.Desk.held;
import static org.wirecopy.ledger.Desk.kill;
import static org.wirecopy.ledger.Desk.settled;
import static org.wirecopy.ledger.Desk.submission;
import static org.wirecopy.ledger.Desk.to;
import static org.wirecopy.ledger.Desk.withhold;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.LongStream;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wirecopy.article.Action;
import org.wirecopy.article.ArchiveStory;
import org.wirecopy.article.Article;
import org.wirecopy.article.Delivery;
import org.wirecopy.article.Outcome;
import org.wirecopy.article.Receipt;
import org.wirecopy.article.RelatedStory;
import org.wirecopy.article.Standing;
import org.wirecopy.article.Status;
import org.wirecopy.article.Story;
import org.wirecopy.article.Submission;

@NullUnmarked
class LedgerTest {
  private static final String URI = "tag:example.org,2026:harbour";

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
  void firstVersionGoesToEveryPartnerThatWantsIt() {
    Desk.Line acme = desk.lane("acme", 8);
    Receipt receipt = desk.accept(URI, "Harbour opens", to("acme"), to("bolt"), filtered("corp"));

    assertThat(receipt).isInstanceOf(Receipt.Accepted.class);
    assertThat(((Receipt.Accepted) receipt).partners()).containsExactly("acme", "bolt");
    Delivery delivery = acme.next();
    assertThat(delivery.id()).matches("msg_[0-9A-HJKMNP-TV-Z]{26}");
    assertThat(delivery.sequence()).isEqualTo(1);
    assertThat(delivery.story().action()).isEqualTo(Action.PUBLISH);
    assertThat(delivery.story()).isEqualTo(((Receipt.Accepted) receipt).story());
    acme.delivered(delivery);
    assertThat(desk.states(URI))
        .containsExactly("acme v1 delivered", "bolt v1 pending", "corp v1 filtered");
    assertThat(desk.ledger().views().attempts(delivery.id()))
        .singleElement()
        .satisfies(attempt -> assertThat(attempt.outcome()).isEqualTo("delivered"));
  }

  @Test
  void sameContentIsADuplicateAndChangedContentTheNextVersion() {
    desk.accept(URI, "Harbour opens", to("acme"));
    assertThat(desk.accept(URI, "Harbour opens", to("acme")))
        .isEqualTo(new Receipt.Duplicate(URI, 1));
    Receipt update = desk.accept(URI, "Harbour opens late", to("acme"));
    Receipt correction =
        desk.accept(
            URI, article("Harbour opens early").correction("It was early.").build(), to("acme"));
    assertThat(((Receipt.Accepted) update).story().action()).isEqualTo(Action.UPDATE);
    assertThat(((Receipt.Accepted) correction).story().action()).isEqualTo(Action.CORRECT);
    assertThat(((Receipt.Accepted) correction).story().version()).isEqualTo(3);
    assertThat(desk.states(URI))
        .containsExactly("acme v1 superseded", "acme v2 superseded", "acme v3 pending");
  }

  @Test
  void recallOfAnUnknownStoryIsRefused() {
    assertThat(desk.accept(URI, kill("Harbour")))
        .isInstanceOfSatisfying(
            Receipt.Refused.class, refused -> assertThat(refused.unknownStory()).isTrue());
    assertThat(desk.accept(URI, withhold("Harbour")))
        .isInstanceOfSatisfying(
            Receipt.Refused.class, refused -> assertThat(refused.unknownStory()).isTrue());
  }

  @Test
  void storyMayBeWithheldFromTheFirstAndIsPublishedWhenItIsReleased() {
    Desk.Line acme = desk.lane("acme", 8);
    Article held = article("Harbour opens").status(Status.WITHHELD).build();
    assertThat(desk.accept(URI, held, to("acme")))
        .isInstanceOfSatisfying(
            Receipt.Accepted.class,
            accepted -> {
              assertThat(accepted.story().action()).isEqualTo(Action.WITHHOLD);
              assertThat(accepted.partners()).isEmpty();
            });

    desk.accept(URI, "Harbour opens", to("acme"));
    Delivery first = acme.next();
    assertThat(first.story().version()).isEqualTo(2);
    assertThat(first.story().action()).isEqualTo(Action.PUBLISH);
    assertThat(first.sequence()).isEqualTo(1);
  }

  @Test
  void storyWithheldFromTheFirstIsPublishedWhenAPersonReleasesIt() {
    Desk.Line acme = desk.lane("acme", 8);
    desk.accept(URI, article("Harbour opens").status(Status.WITHHELD).build(), to("acme"));

    settled(desk.ledger().orders().act(URI, Action.RELEASE, null, sent -> List.of(to("acme"))));
    assertThat(acme.next().story().action()).isEqualTo(Action.PUBLISH);
  }

  @Test
  void oneListIsAnsweredInOrder() {
    List<Receipt> receipts =
        settled(
            desk.ledger()
                .commit(
                    List.of(
                        submission("a", article("A").build(), to("acme")),
                        submission("b", kill("B")),
                        submission("a", article("A").build(), to("acme")),
                        submission("a", article("A2").build(), to("acme")))));
    assertThat(receipts)
        .extracting(receipt -> receipt.getClass().getSimpleName())
        .containsExactly("Accepted", "Refused", "Duplicate", "Accepted");
  }

  @Test
  void killOvertakesPendingUpdates() {
    Desk.Line acme = desk.lane("acme", 1);
    desk.accept("busy", "Busy", to("acme"));
    Delivery busy = acme.next();
    desk.accept("first", "First", to("acme"));
    desk.accept(URI, "Harbour opens", to("acme"));
    acme.delivered(busy);
    Delivery first = acme.next();
    acme.fails(first, Duration.ZERO);
    desk.ledger().orders().pause("acme", "look");
    settled(desk.ledger().orders().resume("acme"));
    List<Delivery> next = acme.handed();
    assertThat(next).hasSize(1);
    desk.accept("first", kill("First"), to("acme"));
    // The older version of the same story is under way: the kill waits for it alone.
    acme.fails(next.get(0), Duration.ofSeconds(5));
    Delivery overtaking = acme.next();
    assertThat(overtaking.story().action()).isEqualTo(Action.KILL);
    assertThat(desk.states("first")).containsExactly("acme v1 superseded", "acme v2 pending");
  }

  @Test
  void killGoesToWhoeverWasAttemptedPastFiltersAndToNobodyElse() {
    Desk.Line acme = desk.lane("acme", 8);
    Delivery failed;
    desk.accept(URI, "Harbour opens", to("acme"), to("bolt"), filtered("corp"));
    failed = acme.next();
    acme.fails(failed, Duration.ofHours(2));

    Receipt receipt =
        desk.accept(URI, kill("Harbour opens"), filtered("acme"), to("bolt"), to("corp"));

    assertThat(((Receipt.Accepted) receipt).partners()).containsExactly("acme");
    Delivery recall = acme.next();
    assertThat(recall.story().action()).isEqualTo(Action.KILL);
    assertThat(recall.sequence()).isEqualTo(failed.sequence());
    assertThat(recall.story().article().body()).isNotEmpty();
    assertThat(desk.states(URI))
        .containsExactly(
            "acme v1 superseded", "bolt v1 superseded", "corp v1 filtered", "acme v2 pending");
    acme.delivered(recall);
    desk.advance(Duration.ofHours(3));
    assertThat(acme.handed()).isEmpty();
  }

  @Test
  void killPassesRestAndRateAndPausedLanesHoldIt() {
    Desk.Line acme = desk.lane("acme", new LaneSettings(4, 1, 0, Duration.ofMinutes(1)));
    desk.accept(URI, "Harbour opens", to("acme"));
    Delivery first = acme.next();
    acme.report(
        first,
        new Outcome.Retry(desk.clock.instant().plusSeconds(60), false, "429"),
        429,
        new Outcome.Rest(desk.clock.instant().plusSeconds(600), true, "Retry-After"));
    desk.accept("other", "Other", to("acme"));
    assertThat(acme.handed()).isEmpty();
    desk.accept(URI, kill("Harbour opens"));
    assertThat(acme.next().story().action()).isEqualTo(Action.KILL);
    assertThat(acme.handed()).isEmpty();
    assertThat(desk.partner("acme").restingUntil()).isNotNull();
  }

  @Test
  void whoEndsARestIsToldOfBeforeAnythingMoreIsSent() {
    List<String> seen = new CopyOnWriteArrayList<>();
    desk.ledger().orders().watchResumed(partner -> seen.add("resumed " + partner));
    desk.ledger()
        .openLane("acme", LaneSettings.concurrently(4), deliveries -> seen.add("sent something"));
    settled(desk.ledger().orders().pause("acme", "look"));
    desk.accept(URI, "Harbour opens", to("acme"));
    assertThat(seen).isEmpty();
    settled(desk.ledger().orders().resume("acme"));
    assertThat(seen).containsExactly("resumed acme", "sent something");
  }

  @Test
  void aRestThatAPersonEndedIsNotTakenUpAtTheNextStart() {
    Desk.Line acme = desk.lane("acme", 8);
    desk.accept(URI, "Harbour opens", to("acme"));
    Instant since = desk.clock.instant();
    acme.failsAnd(acme.next(), new Standing(1, since, 0, since, Duration.ofHours(1)));
    settled(desk.ledger().orders().resume("acme"));
    desk.restart();
    assertThat(desk.ledger().standings().get("acme"))
        .isEqualTo(new Standing(0, since, 0, null, Duration.ZERO));
  }

  @Test
  void killedStoryRefusesLaterVersionsUntilAPersonReleasesIt() {
    desk.accept(URI, "Harbour opens", to("acme"));
    desk.accept(URI, kill("Harbour opens"));
    assertThat(desk.accept(URI, kill("Harbour opens"))).isInstanceOf(Receipt.Duplicate.class);
    assertThat(desk.accept(URI, "Harbour opens again", to("acme")))
        .isInstanceOfSatisfying(
            Receipt.Refused.class, refused -> assertThat(refused.unknownStory()).isFalse());
    Receipt released =
        settled(
            desk.ledger()
                .orders()
                .act(URI, Action.RELEASE, "killed in error", sent -> List.of(to("acme"))));
    assertThat(((Receipt.Accepted) released).story().action()).isEqualTo(Action.RELEASE);
    assertThat(desk.accept(URI, "Harbour opens again", to("acme")))
        .isInstanceOf(Receipt.Accepted.class);
  }

  @Test
  void aReleaseBringsBackTheStoryAndNotTheWordsOfTheRecall() {
    Desk.Line acme = desk.lane("acme", 8);
    Article story = article("Harbour opens").correction("It opens on Friday.").build();
    desk.accept(URI, story, to("acme"));
    acme.delivered(acme.next());
    desk.accept(URI, notice("HOLD – lawyers", Status.WITHHELD));
    Delivery hold = acme.next();
    acme.delivered(hold);
    assertThat(hold.story().article().headline()).isEqualTo("HOLD – lawyers");
    assertThat(hold.story().article().edNote()).isEqualTo("Please remove all versions.");
    assertThat(desk.accept(URI, notice("HOLD – lawyers", Status.WITHHELD)))
        .isInstanceOf(Receipt.Duplicate.class);
    desk.accept(URI, notice("KILL", Status.CANCELED));
    acme.delivered(acme.next());

    settled(desk.ledger().orders().act(URI, Action.RELEASE, null));

    assertThat(acme.next().story().article()).isEqualTo(story);
  }

  @Test
  void aReleaseKeepsTheTextThatCameWithTheRecall() {
    Desk.Line acme = desk.lane("acme", 8);
    desk.accept(URI, "Harbour opens", to("acme"));
    acme.delivered(acme.next());
    desk.accept(URI, article("Harbour opens late").status(Status.WITHHELD).build());
    acme.delivered(acme.next());
    desk.accept(URI, notice("KILL", Status.CANCELED));
    acme.delivered(acme.next());

    settled(desk.ledger().orders().act(URI, Action.RELEASE, null));

    assertThat(acme.next().story().article()).isEqualTo(article("Harbour opens late").build());
  }

  private static Article notice(String headline, Status status) {
    return Article.titled(headline).status(status).edNote("Please remove all versions.").build();
  }

  @Test
  void withheldStoryIsReleasedByItsNextUsableVersion() {
    Desk.Line acme = desk.lane("acme", 8);
    desk.accept(URI, "Harbour opens", to("acme"));
    acme.delivered(acme.next());
    desk.accept(URI, withhold("Harbour opens"));
    Delivery hold = acme.next();
    assertThat(hold.story().action()).isEqualTo(Action.WITHHOLD);
    acme.delivered(hold);
    desk.accept(URI, "Harbour opens", to("acme"));
    assertThat(acme.next().story().action()).isEqualTo(Action.RELEASE);
  }

  @Test
  void whatAPersonWithheldIsNotReleasedByTheSameTextAgain() {
    Desk.Line acme = desk.lane("acme", 8);
    desk.accept(URI, "Harbour opens", to("acme"));
    acme.delivered(acme.next());
    settled(desk.ledger().orders().act(URI, Action.WITHHOLD, "lawyers"));
    acme.delivered(acme.next());

    Receipt again = desk.accept(URI, "Harbour opens", to("acme"));

    assertThat(((Receipt.Refused) again).reason()).contains("withheld").contains("lawyers");
    assertThat(acme.handed()).isEmpty();
    desk.accept(URI, "Harbour opens, says port", to("acme"));
    assertThat(acme.next().story().action()).isEqualTo(Action.RELEASE);
  }

  @Test
  void aCorrectionReachesWhoeverHasWhatItCorrects() {
    Desk.Line acme = desk.lane("acme", 8);
    desk.accept(URI, "Harbour opens", to("acme"), filtered("bolt"));
    acme.delivered(acme.next());

    desk.accept(URI, "Harbour opens on Friday", filtered("acme"), filtered("bolt"));
    desk.accept(
        URI,
        article("Harbour opens on Monday").correction("the day").build(),
        filtered("acme"),
        filtered("bolt"));

    assertThat(acme.next().story().action()).isEqualTo(Action.CORRECT);
    assertThat(desk.states(URI))
        .contains("acme v2 filtered", "bolt v3 filtered", "acme v3 pending");
  }

  @Test
  void newerVersionWaitsForTheOlderUnderWayAndTakesItsNumberIfThatFails() {
    Desk.Line acme = desk.lane("acme", 8);
    desk.accept(URI, "Harbour opens", to("acme"));
    Delivery first = acme.next();
    desk.accept(URI, "Harbour opens late", to("acme"));
    assertThat(acme.handed()).isEmpty();
    acme.fails(first, Duration.ZERO);
    Delivery second = acme.next();
    assertThat(second.story().version()).isEqualTo(2);
    assertThat(second.sequence()).isEqualTo(first.sequence());
    acme.delivered(second);
    desk.accept("other", "Other", to("acme"));
    assertThat(acme.next().sequence()).isEqualTo(2);
    assertThat(desk.states(URI)).containsExactly("acme v1 superseded", "acme v2 delivered");
  }

  @Test
  void numberOfAFailedVersionIsGivenToTheNextDeliveryIfTheNewOneIsFiltered() {
    Desk.Line acme = desk.lane("acme", 8);
    desk.accept(URI, "Harbour opens", to("acme"));
    acme.fails(acme.next(), Duration.ofHours(1));
    desk.accept(URI, "Port ouvert", filtered("acme"));
    desk.restart();
    Desk.Line again = desk.lane("acme", 8);
    desk.accept("other", "Other", to("acme"));
    assertThat(again.next().sequence()).isEqualTo(1);
    desk.accept("third", "Third", to("acme"));
    assertThat(again.next().sequence()).isEqualTo(2);
  }

  @Test
  void urgentNewsOvertakesRoutineBacklog() {
    desk.accept("routine1", "Routine one", to("acme"));
    desk.accept("routine2", "Routine two", to("acme"));
    desk.accept("urgent", article("Urgent").urgency(1).build(), to("acme"));
    Desk.Line acme = desk.lane("acme", 1);
    Delivery first = acme.next();
    acme.delivered(first);
    Delivery second = acme.next();
    assertThat(first.story().uri()).isEqualTo("urgent");
    assertThat(second.story().uri()).isEqualTo("routine1");
  }

  @Test
  void neverMoreUnderWayThanTheLaneAllows() {
    for (int i = 0; i < 20; i++) {
      desk.accept("story" + i, "Story " + i, to("acme"));
    }
    Desk.Line acme = desk.lane("acme", 3);
    List<Delivery> handed = acme.handed();
    assertThat(handed).hasSize(3);
    acme.delivered(handed.get(0));
    assertThat(acme.handed()).hasSize(1);
  }

  @Test
  void retryWaitsForItsTimeAndKeepsItsId() {
    Desk.Line acme = desk.lane("acme", 8);
    desk.accept(URI, "Harbour opens", to("acme"));
    Delivery first = acme.next();
    acme.fails(first, Duration.ofSeconds(5));
    desk.advance(Duration.ofSeconds(4));
    assertThat(acme.handed()).isEmpty();
    desk.advance(Duration.ofSeconds(1));
    Delivery second = acme.next();
    assertThat(second.id()).isEqualTo(first.id());
    assertThat(second.attempts()).isEqualTo(1);
    assertThat(second.sequence()).isEqualTo(first.sequence());
  }

  @Test
  void throttledAttemptDoesNotCount() {
    Desk.Line acme = desk.lane("acme", 8);
    desk.accept(URI, "Harbour opens", to("acme"));
    acme.report(acme.next(), new Outcome.Retry(desk.clock.instant(), false, "429"), 429, null);
    assertThat(acme.next().attempts()).isZero();
  }

  @Test
  void afterARestOneProbeGoesAlone() {
    Desk.Line acme = desk.lane("acme", 4);
    for (int i = 0; i < 5; i++) {
      desk.accept("story" + i, "Story " + i, to("acme"));
    }
    List<Delivery> underWay = acme.handed();
    Outcome.Rest rest = new Outcome.Rest(desk.clock.instant().plusSeconds(30), true, "breaker");
    for (Delivery delivery : underWay) {
      acme.report(delivery, new Outcome.Retry(desk.clock.instant(), true, "503"), 503, rest);
    }
    desk.restart();
    Desk.Line again = desk.lane("acme", 4);
    assertThat(again.handed()).isEmpty();
    desk.advance(Duration.ofSeconds(30));
    Delivery probe = again.next();
    assertThat(again.handed()).isEmpty();
    again.delivered(probe);
    assertThat(again.handed()).hasSize(2);
    assertThat(desk.partner("acme").probing()).isFalse();
  }

  @Test
  void aPartnersStandingOutlivesARestartAndALateReportDoesNotUndoIt() {
    Desk.Line acme = desk.lane("acme", 4);
    desk.accept("story1", "Story 1", to("acme"));
    desk.accept("story2", "Story 2", to("acme"));
    List<Delivery> underWay = acme.handed();
    Instant since = desk.clock.instant().truncatedTo(ChronoUnit.MILLIS);
    Standing first = new Standing(1, since, 0, null, Duration.ZERO);
    Standing second = new Standing(2, since, 1, since.plusSeconds(9), Duration.ofSeconds(30));
    acme.failsAnd(underWay.get(0), second);
    acme.failsAnd(underWay.get(1), first);
    desk.restart();
    assertThat(desk.ledger().standings())
        .hasEntrySatisfying("acme", kept -> assertThat(kept.saysTheSameAs(second)).isTrue());
  }

  @Test
  void crashRepeatsTheSameDeliveryId() throws Exception {
    Desk.Line acme = desk.lane("acme", 8);
    desk.accept(URI, "Harbour opens", to("acme"));
    Delivery first = acme.next();
    // What a process leaves behind that ends in mid-flight: its files as they are.
    Path copy = Files.createDirectory(folder.resolve("copy"));
    for (String name : List.of("ledger.db", "ledger.db-wal")) {
      Files.copy(folder.resolve("data").resolve(name), copy.resolve(name));
    }
    try (Desk after = new Desk(copy)) {
      Delivery repeated = after.lane("acme", 8).next();
      assertThat(repeated.id()).isEqualTo(first.id());
      assertThat(repeated.sequence()).isEqualTo(first.sequence());
      assertThat(repeated.story()).isEqualTo(first.story());
    }
  }

  @Test
  void leaseThatRunsOutRepeatsTheDelivery() {
    Desk.Line acme = desk.lane("acme", new LaneSettings(4, 0, 0, Duration.ofSeconds(20)));
    desk.accept(URI, "Harbour opens", to("acme"));
    Delivery lost = acme.next();
    desk.advance(Duration.ofSeconds(21));
    assertThat(acme.next().id()).isEqualTo(lost.id());
  }

  @Test
  void parkedKeepsItsRowAndReplaysUnderTheSameId() {
    Desk.Line acme = desk.lane("acme", 8);
    desk.accept(URI, "Harbour opens", to("acme"));
    Delivery first = acme.next();
    acme.parks(first);
    assertThat(desk.states(URI)).containsExactly("acme v1 parked");
    Instant from = desk.clock.instant().minusSeconds(1);
    Instant until = desk.clock.instant().plusSeconds(1);
    Set<DeliveryState> parked = Set.of(DeliveryState.PARKED);
    assertThat(desk.ledger().views().countReplay("acme", from, until, parked)).isEqualTo(1);
    assertThat(settled(desk.ledger().orders().replay("acme", from, until, parked))).isEqualTo(1);
    Delivery again = acme.next();
    assertThat(again.id()).isEqualTo(first.id());
    assertThat(again.sequence()).isEqualTo(first.sequence());
    assertThat(again.story()).isEqualTo(first.story());
    assertThat(again.replay()).isTrue();
  }

  @Test
  void disabledPartnerKeepsItsBacklogParkedAndItsRecallsWaiting() {
    Desk.Line acme = desk.lane("acme", 1);
    desk.accept(URI, "Harbour opens", to("acme"));
    desk.accept("second", "Second", to("acme"));
    acme.delivered(acme.next());
    Delivery second = acme.next();
    desk.accept("third", "Third", to("acme"));
    acme.report(second, new Outcome.Disabled("410 Gone"), 410, null);
    desk.accept("fourth", "Fourth", to("acme"));
    desk.accept(URI, kill("Harbour opens"));
    desk.ledger().tick();
    assertThat(desk.partner("acme").disabled()).isTrue();
    org.awaitility.Awaitility.await()
        .untilAsserted(() -> assertThat(desk.partner("acme").parked()).isEqualTo(3));
    assertThat(acme.handed()).isEmpty();
    assertThat(desk.ledger().views().unacknowledgedRecalls(desk.clock.instant(), 10))
        .extracting(DeliveryView::uri)
        .containsExactly(URI);
    settled(desk.ledger().orders().enable("acme"));
    Delivery recall = acme.next();
    assertThat(recall.story().action()).isEqualTo(Action.KILL);
    acme.delivered(recall);
    assertThat(settled(desk.ledger().orders().unpark("acme"))).isEqualTo(3);
    assertThat(acme.next().story().uri()).isEqualTo("second");
  }

  @Test
  void whatAPartnerWasSentIsFoundBehindAllThatItDoesNotTakeAndAllThatWaits() {
    Desk.Line acme = desk.lane("acme", 2);
    desk.accept(URI, "Harbour opens", to("acme"));
    acme.delivered(acme.next());
    for (int i = 0; i < 12; i++) {
      desk.accept("other" + i, "Other " + i, filtered("acme"));
    }
    desk.accept("tried", "Tried", to("acme"));
    acme.report(acme.next(), new Outcome.Parked("422"), 422, null);
    settled(desk.ledger().orders().pause("acme", "moving house"));
    for (int i = 0; i < 12; i++) {
      desk.accept("waits" + i, "Waits " + i, to("acme"));
    }
    assertThat(desk.ledger().views().attemptedDeliveries("acme", 10))
        .extracting(DeliveryView::uri)
        .containsExactly("tried", URI);
    assertThat(desk.ledger().views().attemptedDeliveries("acme", 1))
        .extracting(DeliveryView::uri)
        .containsExactly("tried");
  }

  @Test
  void nothingIsTakenUpForADisabledPartner() {
    desk.accept(URI, "Harbour opens", to("acme"), to("bolt"));
    settled(desk.ledger().orders().disable("acme", "moving house"));
    org.awaitility.Awaitility.await()
        .untilAsserted(() -> assertThat(desk.partner("acme").parked()).isEqualTo(1));

    Orders orders = desk.ledger().orders();
    assertThat(settled(orders.unpark("acme"))).isZero();
    assertThat(settled(orders.resend(URI, "acme"))).isZero();
    assertThat(settled(orders.resend(URI, null))).as("bolt alone").isEqualTo(1);
    desk.accept("filtered", "Harbour closes", filtered("bolt"));
    assertThat(settled(orders.resend("filtered", "acme"))).isZero();
    assertThat(desk.states(URI)).containsExactly("acme v1 parked", "bolt v1 pending");
    assertThat(desk.states("filtered")).containsExactly("bolt v1 filtered");
  }

  @Test
  void pausedPartnerWaitsAndResumes() {
    Desk.Line acme = desk.lane("acme", 8);
    settled(desk.ledger().orders().pause("acme", "maintenance"));
    desk.accept(URI, "Harbour opens", to("acme"));
    assertThat(acme.handed()).isEmpty();
    settled(desk.ledger().orders().resume("acme"));
    assertThat(acme.next().story().uri()).isEqualTo(URI);
  }

  @Test
  void resendKeepsIdVersionAndNumber() {
    Desk.Line acme = desk.lane("acme", 8);
    desk.accept(URI, "Harbour opens", to("acme"), filtered("bolt"));
    Delivery first = acme.next();
    acme.delivered(first);
    assertThat(settled(desk.ledger().orders().resend(URI, null))).isEqualTo(1);
    Delivery again = acme.next();
    assertThat(again.id()).isEqualTo(first.id());
    assertThat(again.sequence()).isEqualTo(first.sequence());
    desk.accept(URI, "Harbour opens late", to("acme"), to("bolt"));
    acme.fails(again, Duration.ofSeconds(1));
    assertThat(desk.states(URI))
        .contains("acme v1 delivered", "acme v2 pending", "bolt v2 pending");
    assertThat(acme.next().sequence()).isEqualTo(2);
  }

  @Test
  void replaysArePacedAndNeverStarveLiveNews() {
    Desk.Line acme = desk.lane("acme", new LaneSettings(4, 0, 2, Duration.ofMinutes(1)));
    for (int i = 0; i < 6; i++) {
      desk.accept("story" + i, "Story " + i, to("acme"));
    }
    for (int i = 0; i < 6; i++) {
      acme.delivered(acme.next());
    }
    settled(
        desk.ledger()
            .orders()
            .replay("acme", Instant.MIN, Instant.MAX, Set.of(DeliveryState.DELIVERED)));
    List<Delivery> paced = acme.handed();
    assertThat(paced).hasSize(2).allMatch(Delivery::replay);
    desk.accept("live", "Live", to("acme"));
    assertThat(acme.next().story().uri()).isEqualTo("live");
    assertThat(acme.handed()).isEmpty();
    desk.advance(Duration.ofMillis(500));
    assertThat(acme.handed()).hasSize(1);
  }

  @Test
  void rateLimitLetsOnlySoManyBegin() {
    Desk.Line acme = desk.lane("acme", new LaneSettings(100, 5, 0, Duration.ofMinutes(1)));
    for (int i = 0; i < 12; i++) {
      desk.accept("story" + i, "Story " + i, to("acme"));
    }
    assertThat(acme.handed()).hasSize(5);
    desk.advance(Duration.ofMillis(400));
    assertThat(acme.handed()).hasSize(2);
  }

  @Test
  void oneBadPieceOfWorkDoesNotSpoilItsGroup() {
    Desk.Line acme = desk.lane("acme", 100);
    List<CompletionStage<List<Receipt>>> good = new ArrayList<>();
    List<CompletionStage<List<Receipt>>> bad = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      String uri = "story" + i;
      good.add(desk.ledger().commit(List.of(submission(uri, article(uri).build(), to("acme")))));
      bad.add(desk.ledger().commit(List.of(submission(null, article(uri).build(), to("acme")))));
    }
    for (CompletionStage<List<Receipt>> each : bad) {
      assertThatThrownBy(() -> settled(each)).hasCauseInstanceOf(LedgerException.class);
    }
    for (CompletionStage<List<Receipt>> each : good) {
      assertThat(settled(each).get(0)).isInstanceOf(Receipt.Accepted.class);
    }
    assertThat(acme.handed())
        .extracting(Delivery::sequence)
        .containsExactlyElementsOf(LongStream.rangeClosed(1, 30).boxed().toList());
  }

  @Test
  void secondProcessIsTurnedAway() {
    assertThatThrownBy(() -> Ledger.open(LedgerSettings.in(folder.resolve("data")), desk.clock))
        .isInstanceOf(LedgerException.class)
        .hasMessageContaining("Another Wirecopy");
  }

  @Test
  void currentVersionsAreScannedInOrderOfAcceptance() {
    desk.accept("a", "A", to("acme"));
    desk.accept("b", "B", to("acme"));
    desk.accept("a", "A2", to("acme"));
    List<StoryRow> rows = desk.ledger().scans().storiesSince(0, 10);
    assertThat(rows).extracting(row -> row.story().article().headline()).containsExactly("B", "A2");
    assertThat(desk.ledger().scans().storiesSince(rows.get(0).row(), 10)).hasSize(1);
    desk.accept("b", kill("B"));
    assertThat(desk.ledger().scans().storiesSince(rows.get(1).row(), 10))
        .extracting(row -> row.story().status())
        .containsExactly(Status.CANCELED);
  }

  @Test
  void aBacklogOfManyBatchesIsParkedAndTakenUpWhole() {
    List<Submission> many = new ArrayList<>();
    for (int i = 0; i < 2_500; i++) {
      many.add(submission("story" + i, article("Story " + i).build(), to("acme")));
    }
    settled(desk.ledger().commit(many));
    assertThat(settled(desk.ledger().orders().park("acme", "moving house"))).isEqualTo(2_500);
    assertThat(settled(desk.ledger().orders().unpark("acme"))).isEqualTo(2_500);
    assertThat(desk.partner("acme").backlog()).isEqualTo(2_500);
  }

  @Test
  void aResendOfWhatAReplayHasNotSentYetStaysAReplay() {
    desk.accept(URI, "Harbour opens", to("acme"));
    settled(desk.ledger().orders().park("acme", "moving house"));
    assertThat(settled(desk.ledger().orders().unpark("acme"))).isEqualTo(1);
    assertThat(settled(desk.ledger().orders().resend(URI, "acme"))).isEqualTo(1);
    assertThat(desk.lane("acme", 8).next().replay()).isTrue();
  }

  @Test
  void resendToAPartnerThatIsNewSendsItTheCurrentVersion() {
    desk.accept(URI, "Harbour opens", to("acme"), filtered("bolt"));
    Desk.Line corp = desk.lane("corp", 8);
    assertThat(settled(desk.ledger().orders().resend(URI, "corp"))).isEqualTo(1);
    assertThat(corp.next().story().uri()).isEqualTo(URI);
    assertThat(settled(desk.ledger().orders().resend(URI, "corp"))).isZero();
    assertThat(settled(desk.ledger().orders().resend(URI, "bolt"))).isEqualTo(1);
    assertThat(desk.states(URI))
        .containsExactly("acme v1 pending", "bolt v1 pending", "corp v1 pending");
  }

  @Test
  void releaseByAPersonGoesToWhoeverTheStoryWasMeantFor() {
    Instant end = desk.clock.instant().plusSeconds(60);
    desk.accept(URI, "Harbour opens", to("acme"), filtered("bolt"), held("corp", end));
    settled(desk.ledger().orders().act(URI, Action.WITHHOLD, "lawyers"));
    Receipt released = settled(desk.ledger().orders().act(URI, Action.RELEASE, "lawyers agree"));
    assertThat(((Receipt.Accepted) released).partners()).containsExactly("acme", "corp");
    assertThat(desk.states(URI)).contains("acme v3 pending", "bolt v3 filtered", "corp v3 held");
    assertThat(desk.ledger().views().story(URI).versions())
        .extracting(VersionView::note)
        .containsExactly(null, "lawyers", "lawyers agree");
  }

  @Test
  void storiesThatListAKilledOneAreFound() {
    desk.accept("old", "Old", to("acme"));
    Submission listing =
        new Submission(
            "new",
            article("New").build(),
            List.of(related("old"), related("archived"), related("old")),
            List.of(to("acme")),
            "new.txt");
    settled(desk.ledger().commit(List.of(listing)));
    assertThat(desk.ledger().views().listing("old")).extracting(Story::uri).containsExactly("new");
    desk.accept("new", "New, without the old", to("acme"));
    assertThat(desk.ledger().views().listing("old")).isEmpty();
  }

  private static RelatedStory related(String uri) {
    return new RelatedStory(uri, null, "Headline", null, null, false, false, 0.5, "harbour");
  }

  @Test
  void importedStoriesAreKeptOnceAndScannedInOrder() {
    ArchiveStory first =
        new ArchiveStory("a", null, "A", "Text", null, false, null, null, "en", true);
    ArchiveStory second =
        new ArchiveStory("b", null, "B", "Text", null, false, null, null, "en", true);
    assertThat(settled(desk.ledger().archive(List.of(first, second)))).isEqualTo(2);
    assertThat(settled(desk.ledger().archive(List.of(first, second)))).isZero();
    ArchiveStory changed =
        new ArchiveStory("a", null, "A2", "Text", null, false, null, null, "en", true);
    assertThat(settled(desk.ledger().archive(List.of(changed)))).isEqualTo(1);
    List<ArchiveRow> rows = desk.ledger().scans().archivedSince(0, 10);
    assertThat(rows).extracting(ArchiveRow::story).containsExactly(second, changed);
    assertThat(desk.ledger().scans().archivedSince(rows.get(0).row(), 10)).hasSize(1);
  }
}
