package org.wirecopy.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.wirecopy.ledger.Desk.article;
import static org.wirecopy.ledger.Desk.held;
import static org.wirecopy.ledger.Desk.settled;
import static org.wirecopy.ledger.Desk.to;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wirecopy.article.Action;
import org.wirecopy.article.Article;
import org.wirecopy.article.Delivery;
import org.wirecopy.article.Plan;
import org.wirecopy.article.Status;

/** Whatever people do meanwhile, nothing goes out before its time. */
@NullUnmarked
class EmbargoTest {
  private static final String URI = "tag:example.org,2026:budget";
  private static final Duration HOURS = Duration.ofHours(2);
  private static final LaneSettings TRUSTED =
      new LaneSettings(8, 0, 50, Duration.ofMinutes(1), true);

  @TempDir Path folder;
  private Desk desk;
  private Instant end;

  @BeforeEach
  void open() {
    desk = new Desk(folder.resolve("data"));
    end = desk.clock.instant().plus(HOURS);
  }

  @AfterEach
  void close() {
    desk.close();
  }

  @Test
  void holdsToTheSecondAndSurvivesRestart() {
    desk.accept(URI, "Budget", held("acme", end), to("trusted"));
    assertThat(desk.states(URI)).containsExactly("acme v1 held", "trusted v1 pending");
    desk.restart();
    goesToAcmeInTime();
  }

  @Test
  void movedAndLiftedIsPlannedAnew() {
    Desk.Line acme = desk.lane("acme", 8);
    desk.accept(URI, "Budget", held("acme", end));
    desk.accept(URI, "Budget, moved", held("acme", end.plus(HOURS)));
    desk.advance(HOURS);
    assertThat(acme.handed()).isEmpty();
    desk.accept(URI, "Budget, lifted", to("acme"));
    assertThat(acme.next().story().version()).isEqualTo(3);
  }

  @Test
  void aReleaseIsPlannedAsWhatIsSent() {
    desk.accept(URI, article("Budget").embargo(end.atOffset(ZoneOffset.UTC)).build(), to("acme"));
    settled(desk.ledger().orders().act(URI, Action.WITHHOLD, "lawyers"));
    settled(
        desk.ledger()
            .orders()
            .act(
                URI,
                Action.RELEASE,
                "lawyers agree",
                sent -> List.of(sent.status() == Status.USABLE ? held("acme", end) : to("acme"))));
    assertThat(desk.states(URI)).contains("acme v3 held");
  }

  @Test
  void parkingAndTakingUpAgainKeepsIt() {
    desk.accept(URI, "Budget", held("acme", end));
    settled(desk.ledger().orders().disable("acme", "moving house"));
    await().untilAsserted(() -> assertThat(desk.states(URI)).containsExactly("acme v1 parked"));
    settled(desk.ledger().orders().enable("acme"));

    assertThat(settled(desk.ledger().orders().unpark("acme"))).isEqualTo(1);

    assertThat(desk.states(URI)).containsExactly("acme v1 held");
    goesToAcmeInTime();
  }

  @Test
  void arrivingWhileThePartnerIsDisabledKeepsIt() {
    desk.lane("acme", 8);
    settled(desk.ledger().orders().disable("acme", "moving house"));
    desk.accept(URI, "Budget", held("acme", end));
    settled(desk.ledger().orders().enable("acme"));

    settled(
        desk.ledger()
            .orders()
            .replay("acme", Instant.MIN, Instant.MAX, Set.of(DeliveryState.PARKED)));

    assertThat(desk.states(URI)).containsExactly("acme v1 held");
    desk.restart();
    goesToAcmeInTime();
  }

  @Test
  void aResendPastTheFilterKeepsIt() {
    desk.accept(URI, "Budget", new Plan("acme", false, end, "not its desk"));

    assertThat(settled(desk.ledger().orders().resend(URI, "acme"))).isEqualTo(1);

    assertThat(desk.states(URI)).containsExactly("acme v1 held");
    goesToAcmeInTime();
  }

  @Test
  void aTrustedPartnerHasItAtOnce() {
    Desk.Line acme = desk.lane("acme", TRUSTED);
    desk.accept(URI, embargoed("Budget"), to("acme"));
    assertThat(acme.next().story().uri()).isEqualTo(URI);
  }

  @Test
  void trustTakenAwayHoldsWhatAlreadyWaits() {
    desk.lane("acme", TRUSTED);
    settled(desk.ledger().orders().pause("acme", "broke an embargo"));
    desk.accept(URI, embargoed("Budget"), to("acme"));
    desk.accept(URI + "-tables", embargoed("Budget in figures"), to("acme"));
    desk.accept("tag:example.org,2026:storm", "Storm", to("acme"));

    Desk.Line acme = desk.lane("acme", 1);
    settled(desk.ledger().orders().resume("acme"));

    Delivery storm = acme.next();
    assertThat(storm.story().article().headline()).isEqualTo("Storm");
    acme.delivered(storm);
    assertThat(desk.states(URI)).containsExactly("acme v1 held");
    assertThat(settled(desk.ledger().orders().resend(URI, "acme"))).isZero();
    desk.restart();
    goesToAcmeInTime();
  }

  @Test
  void trustTakenAwayBetweenThePlanAndTheCommitHoldsIt() {
    desk.lane("acme", 8);
    desk.accept(URI, embargoed("Budget"), to("acme"));
    goesToAcmeInTime();
  }

  @Test
  void aRecallIsNeverHeld() {
    Desk.Line acme = desk.lane("acme", TRUSTED);
    desk.accept(URI, embargoed("Budget"), to("acme"));
    acme.delivered(acme.next());
    acme = desk.lane("acme", 8);
    settled(desk.ledger().orders().act(URI, Action.KILL, "leaked"));
    assertThat(acme.next().story().action()).isEqualTo(Action.KILL);
  }

  private Article embargoed(String headline) {
    return article(headline).embargo(end.atOffset(ZoneOffset.UTC)).build();
  }

  private void goesToAcmeInTime() {
    Desk.Line acme = desk.lane("acme", 8);
    desk.advance(HOURS.minusSeconds(1));
    assertThat(acme.handed()).isEmpty();
    desk.advance(Duration.ofSeconds(1));
    assertThat(acme.next().story().uri()).isEqualTo(URI);
  }
}
