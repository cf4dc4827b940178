package org.wirecopy.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wirecopy.delivery.Stories.NOW;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirecopy.article.Action;
import org.wirecopy.article.Delivery;
import org.wirecopy.article.Outcome;
import org.wirecopy.article.Outcome.Report;
import org.wirecopy.article.Outcome.Rest;
import org.wirecopy.article.Standing;

class RulesTest {
  private final Partner partner = Stories.partner(URI.create("https://acme.example/news"));
  private final Rules rules = new Rules(() -> NOW, () -> 0L);

  @ParameterizedTest
  @CsvSource({
    "200, Delivered",
    "201, Delivered",
    "204, Delivered",
    "299, Delivered",
    "300, Parked",
    "301, Parked",
    "307, Parked",
    "400, Parked",
    "405, Parked",
    "413, Parked",
    "415, Parked",
    "418, Parked",
    "422, Parked",
    "401, Retry",
    "403, Retry",
    "404, Retry",
    "408, Retry",
    "409, Retry",
    "425, Retry",
    "429, Retry",
    "500, Retry",
    "501, Retry",
    "502, Retry",
    "503, Retry",
    "504, Retry",
    "599, Retry",
    "410, Disabled",
    "0, Retry"
  })
  void everyAnswerHasItsConsequence(int status, String outcome) {
    Report report = rules.rule(partner, first(), answer(status));
    assertThat(report.outcome().getClass().getSimpleName()).isEqualTo(outcome);
    assertThat(report.attempt()).isNotNull();
    assertThat(report.attempt().status()).isEqualTo(status);
    assertThat(report.rest()).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "stale",
        "Stale version",
        "\"stale\"",
        "{\"error\":\"stale\"}",
        "{\"status\": 409, \"code\": \"STALE_VERSION\", \"detail\": \"cut o"
      })
  void aConflictThatSaysStaleSupersedes(String body) {
    assertThat(rules.rule(partner, first(), conflict(body)).outcome())
        .isInstanceOf(Outcome.Superseded.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"status\":409,\"error\":\"Conflict\",\"trace\":\"StaleObjectStateException: Row was updated\"}",
        "StaleObjectStateException",
        "the lock is stale, try again",
        "{\"error\":\"stale lock\"}",
        "{\"cache\":\"stale\",\"error\":\"busy\"}"
      })
  void aConflictThatOnlyMentionsSomethingStaleComesAgain(String body) {
    assertThat(rules.rule(partner, first(), conflict(body)).outcome())
        .isInstanceOf(Outcome.Retry.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"KILL", "WITHHOLD"})
  void aRecallIsNotAcknowledgedByAConflict(Action action) {
    List<String> heard = new ArrayList<>();
    Alarms alarms =
        new Alarms(Duration.ofDays(1), List.of(a -> heard.add(a.kind() + " " + a.reason())));
    Report report =
        new Rules(() -> NOW, () -> 0L, alarms, Map.of())
            .rule(partner, delivery(action, 0), conflict("stale"));
    assertThat(report.outcome()).isInstanceOf(Outcome.Retry.class);
    assertThat(heard).singleElement().asString().startsWith("RECALL_UNACKNOWLEDGED");
  }

  private static Answer conflict(String body) {
    return new Answer(NOW, Duration.ZERO, 409, null, body, null, false);
  }

  @Test
  void aForbiddenTargetParksAndDoesNotCountAsTrouble() {
    Answer forbidden =
        new Answer(NOW, Duration.ZERO, 0, null, null, "10.0.0.7 is not public", true);
    for (int i = 0; i < 20; i++) {
      Report report = rules.rule(partner, first(), forbidden);
      assertThat(report.outcome()).isEqualTo(new Outcome.Parked("10.0.0.7 is not public"));
      assertThat(report.rest()).isNull();
    }
  }

  @Test
  void aPartnerStandsAsItStoodWhenWirecopyEnded() {
    Standing failing =
        new Standing(
            0, NOW.minus(Duration.ofDays(5)), 3, NOW.minusSeconds(60), Duration.ofSeconds(60));
    Rules restarted =
        new Rules(
            () -> NOW,
            () -> 0L,
            new Alarms(Duration.ofDays(1), List.of()),
            Map.of(partner.name(), failing));
    Report report = restarted.rule(partner, first(), answer(500));
    assertThat(report.outcome()).isInstanceOf(Outcome.Disabled.class);
    assertThat(report.rest().until()).isEqualTo(NOW.plusSeconds(120));
    assertThat(report.standing().rest()).hasSeconds(120);
  }

  @ParameterizedTest
  @CsvSource({"0, 5", "1, 300", "2, 1800", "8, 86400"})
  void aFailureComesAgainOnTheSchedule(int attempts, long seconds) {
    Outcome.Retry retry = retry(delivery(Action.UPDATE, attempts), answer(500));
    assertThat(retry.due()).isEqualTo(NOW.plusSeconds(seconds));
    assertThat(retry.counts()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(ints = {401, 403, 404})
  void whatAPersonMustMendComesAgainSlowly(int status) {
    assertThat(retry(first(), answer(status)).due()).isEqualTo(NOW.plusSeconds(300));
  }

  @Test
  void aTokenThatWasRefusedIsReplacedSoonAndOnlyAfterThatByAPerson() {
    Partner oauth =
        SomePartner.with(
            "tokenEndpoint", "https://acme.example/token", "clientId", "wire", "clientSecret", "x");
    assertThat(retryDue(oauth, 0)).isEqualTo(NOW.plusSeconds(5));
    assertThat(retryDue(oauth, 1)).isEqualTo(NOW.plusSeconds(300));
    assertThat(heardFrom(oauth, 0)).isEmpty();
    assertThat(heardFrom(oauth, 1)).containsExactly("REFUSED HTTP 401");
  }

  private Instant retryDue(Partner to, int attempts) {
    return ((Outcome.Retry)
            rules.rule(to, delivery(Action.UPDATE, attempts), answer(401)).outcome())
        .due();
  }

  private static List<String> heardFrom(Partner to, int attempts) {
    List<String> heard = new ArrayList<>();
    Alarms alarms =
        new Alarms(Duration.ofDays(1), List.of(a -> heard.add(a.kind() + " " + a.reason())));
    new Rules(() -> NOW, () -> 0L, alarms, Map.of())
        .rule(to, delivery(Action.UPDATE, attempts), answer(401));
    return heard;
  }

  @Test
  void aRedirectIsParkedWithWhatToDo() {
    assertThat(rules.rule(partner, first(), answer(308)).outcome())
        .isEqualTo(
            new Outcome.Parked(
                "the partner answered HTTP 308, which is not followed; if it moved, change its"
                    + " endpoint"));
  }

  @Test
  void theTenthFailureParks() {
    assertThat(rules.rule(partner, delivery(Action.UPDATE, 9), answer(500)).outcome())
        .isEqualTo(new Outcome.Parked("given up after 10 attempts: HTTP 500"));
  }

  @Test
  void tooManyRequestsCostNoAttemptEvenOfTheLast() {
    Outcome.Retry retry = retry(delivery(Action.UPDATE, 9), answer(429));
    assertThat(retry.counts()).isFalse();
    assertThat(retry.due()).isEqualTo(NOW.plus(Duration.ofHours(24)));
    assertThat(retry(first(), answer(429)).due()).isEqualTo(NOW.plusSeconds(5));
  }

  @ParameterizedTest
  @ValueSource(strings = {"KILL", "WITHHOLD"})
  void recallsAreTriedForEverAtTheLastStep(Action action) {
    Instant longAgo = NOW.minus(Duration.ofDays(400));
    Delivery recall = Stories.delivery(action, 300, longAgo);
    assertThat(retry(recall, answer(500)).due()).isEqualTo(NOW.plus(Duration.ofHours(24)));
  }

  @Test
  void newsPerishesAtItsMaximumAge() {
    Instant threeDaysAgo = NOW.minus(Duration.ofDays(3));
    assertThat(outcome(threeDaysAgo, false)).isInstanceOf(Outcome.Parked.class);
    assertThat(outcome(threeDaysAgo.plusSeconds(1), false)).isInstanceOf(Outcome.Retry.class);
    assertThat(outcome(threeDaysAgo, true)).as("replay").isInstanceOf(Outcome.Retry.class);
  }

  @Test
  void whatIsTooOldIsNotEvenTried() {
    Instant threeDaysAgo = NOW.minus(Duration.ofDays(3));
    Delivery old = Stories.delivery(Action.PUBLISH, 0, threeDaysAgo);
    assertThat(rules.isTooOld(partner, old)).isTrue();
    assertThat(
            rules.isTooOld(
                partner, Stories.delivery(Action.PUBLISH, 0, threeDaysAgo.plusSeconds(1))))
        .isFalse();
    assertThat(rules.isTooOld(partner, Stories.delivery(Action.KILL, 0, threeDaysAgo))).isFalse();
    assertThat(rules.setAside(partner, old))
        .isEqualTo(
            new Report(
                old,
                null,
                new Outcome.Parked("too old to be sent: it waited longer than 72h"),
                null));
  }

  @Test
  void ageBeginsWithTheEndOfTheEmbargo() {
    var article =
        Stories.article().toBuilder()
            .embargo(NOW.minusSeconds(60).atOffset(ZoneOffset.UTC))
            .build();
    Delivery held =
        Stories.delivery(article, Action.PUBLISH, 0, NOW.minus(Duration.ofDays(9)), false);
    assertThat(rules.rule(partner, held, answer(500)).outcome()).isInstanceOf(Outcome.Retry.class);
  }

  @ParameterizedTest
  @CsvSource({
    "429, 120, 120",
    "503, 120, 120",
    "503, 'Sun, 01 Mar 2026 09:02:00 GMT', 120",
    "503, 'Sunday, 01-Mar-26 09:02:00 GMT', 120",
    "429, 'Sun Mar  1 09:02:00 2026', 120",
    "429, 999999999, 3600"
  })
  void retryAfterRestsTheWholePartnerWithinAnHour(int status, String header, long seconds) {
    Report report = rules.rule(partner, first(), answer(status, header));
    Instant until = NOW.plusSeconds(seconds);
    assertThat(report.rest()).isEqualTo(new Rest(until, false, "the partner asked for a pause"));
    assertThat(((Outcome.Retry) report.outcome()).due()).isEqualTo(until);
  }

  @Test
  void theScheduleHoldsWhereRetryAfterIsShorter() {
    Outcome.Retry retry = retry(delivery(Action.UPDATE, 2), answer(503, "10"));
    assertThat(retry.due()).isEqualTo(NOW.plus(Duration.ofMinutes(30)));
  }

  @ParameterizedTest
  @CsvSource({"500, 120", "503, soon", "503, 'Sun, 01 Mar 2026 08:00:00 GMT'", "503, 0"})
  void otherRetryAfterRestsNobody(int status, String header) {
    assertThat(rules.rule(partner, first(), answer(status, header)).rest()).isNull();
  }

  @Test
  void tenFailuresRestThePartnerAndOnlyThatOne() {
    assertThat(afterFailures(9, null)).isNull();
    Rest rest = afterFailures(1, null);
    assertThat(rest).isNotNull();
    assertThat(rest.until()).isEqualTo(NOW.plusSeconds(30));
    assertThat(rest.probe()).isTrue();
    Partner other = SomePartner.named("other");
    assertThat(rules.rule(other, first(), answer(500)).rest()).isNull();
  }

  @Test
  void aPartnerThatAPersonResumedIsRestedAgainAfterTenFailures() {
    Standing resting = new Standing(0, null, 0, NOW.minusSeconds(60), Duration.ofHours(1));
    Alarms alarms = new Alarms(Duration.ofDays(1), List.of());
    Rules restarted = new Rules(() -> NOW, () -> 0L, alarms, Map.of(partner.name(), resting));
    restarted.resumed(partner.name());
    for (int i = 0; i < 9; i++) {
      assertThat(restarted.rule(partner, first(), answer(503)).rest()).isNull();
    }
    assertThat(restarted.rule(partner, first(), answer(503)).rest().until())
        .isEqualTo(NOW.plusSeconds(30));
  }

  @Test
  void theLongerOfBreakerAndRetryAfterCountsAndStillProbes() {
    afterFailures(9, null);
    assertThat(afterFailures(1, "120"))
        .isEqualTo(new Rest(NOW.plusSeconds(120), true, "the partner asked for a pause"));
  }

  @Test
  void storiesRefusedOneByOneDoNotRestThePartner() {
    for (int i = 0; i < 30; i++) {
      assertThat(rules.rule(partner, first(), answer(422)).rest()).isNull();
    }
  }

  private @Nullable Rest afterFailures(int times, @Nullable String retryAfter) {
    Rest last = null;
    for (int i = 0; i < times; i++) {
      last = rules.rule(partner, first(), answer(503, retryAfter)).rest();
    }
    return last;
  }

  private Outcome outcome(Instant acceptedAt, boolean replay) {
    Delivery delivery = Stories.delivery(Stories.article(), Action.UPDATE, 1, acceptedAt, replay);
    return rules.rule(partner, delivery, answer(500)).outcome();
  }

  private Outcome.Retry retry(Delivery delivery, Answer answer) {
    return (Outcome.Retry) rules.rule(partner, delivery, answer).outcome();
  }

  private static Delivery first() {
    return delivery(Action.PUBLISH, 0);
  }

  private static Delivery delivery(Action action, int attempts) {
    return Stories.delivery(action, attempts, NOW.minusSeconds(60));
  }

  private static Answer answer(int status) {
    return answer(status, null);
  }

  private static Answer answer(int status, @Nullable String retryAfter) {
    String failure = status == 0 ? "no connection" : null;
    return new Answer(NOW, Duration.ofMillis(20), status, retryAfter, null, failure, false);
  }
}
