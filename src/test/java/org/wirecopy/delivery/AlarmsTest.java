package org.wirecopy.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.wirecopy.article.Action;
import org.wirecopy.article.Outcome;

class AlarmsTest {
  private static final Duration REPEAT = Duration.ofHours(6);

  private final List<String> heard = new ArrayList<>();
  private final Partner partner = Stories.partner(URI.create("https://acme.example/news"));
  private Instant now = Stories.NOW;
  private final Rules rules =
      new Rules(
          () -> now,
          () -> 0L,
          new Alarms(REPEAT, List.of(alarm -> heard.add(alarm.kind() + " " + alarm.reason()))),
          Map.of());

  @Test
  void aRefusalIsToldOnceUntilThePartnerAnswersAgain() {
    answers(Action.PUBLISH, 401, 403, 404);
    assertThat(heard).containsExactly("REFUSED HTTP 401");
    answers(Action.PUBLISH, 200, 403);
    assertThat(heard).containsExactly("REFUSED HTTP 401", "REFUSED HTTP 403");
  }

  @Test
  void anAlarmThatStillStandsIsToldAgainAfterAWhile() {
    answers(Action.KILL, 500);
    now = now.plus(REPEAT).minusSeconds(1);
    answers(Action.KILL, 500);
    assertThat(heard).hasSize(1);
    now = now.plusSeconds(1);
    answers(Action.KILL, 500);
    assertThat(heard).hasSize(2);
  }

  @Test
  void aPartnerThatIsGoneIsTold() {
    answers(Action.PUBLISH, 410);
    assertThat(heard).containsExactly("DISABLED the partner answered 410 Gone");
  }

  @Test
  void aKillIsToldOnceUntilAcknowledged() {
    answers(Action.KILL, 500, 502, 200, 500);
    assertThat(heard)
        .containsExactly(
            "RECALL_UNACKNOWLEDGED kill not acknowledged: HTTP 500",
            "RECALL_UNACKNOWLEDGED kill not acknowledged: HTTP 500");
  }

  @Test
  void aKillRefusedForGoodIsToldToo() {
    answers(Action.KILL, 422);
    assertThat(heard).containsExactly("RECALL_UNACKNOWLEDGED kill not acknowledged: HTTP 422");
  }

  @Test
  void othersSucceedingDoesNotAcknowledgeAKill() {
    answers(Action.KILL, 500);
    answers(Action.PUBLISH, 200);
    answers(Action.KILL, 500);
    assertThat(heard).hasSize(1);
  }

  @Test
  void daysOfFailureAreToldStageByStageAndThenDisable() {
    Outcome last = new Outcome.Delivered();
    for (int hour = 0; hour <= 120; hour += 6) {
      now = Stories.NOW.plus(Duration.ofHours(hour));
      last = answers(Action.PUBLISH, 500);
    }
    assertThat(last)
        .isEqualTo(new Outcome.Disabled("nothing but failures for 5 days, last HTTP 500"));
    assertThat(heard)
        .containsExactly(
            "FAILING nothing but failures for 50 % of 5 days, then it is disabled",
            "FAILING nothing but failures for 70 % of 5 days, then it is disabled",
            "FAILING nothing but failures for 90 % of 5 days, then it is disabled",
            "DISABLED nothing but failures for 5 days, last HTTP 500");
  }

  @Test
  void aListenerThatFailsDoesNotStopTheNext() {
    Alarms alarms =
        new Alarms(
            REPEAT,
            List.of(
                alarm -> {
                  throw new IllegalStateException("deaf");
                },
                alarm -> heard.add(alarm.partner())));
    alarms.raise(new Alarm(Alarm.Kind.REFUSED, "acme", null, now, "HTTP 401"));
    assertThat(heard).containsExactly("acme");
  }

  private Outcome answers(Action action, int... statuses) {
    Outcome last = new Outcome.Delivered();
    for (int status : statuses) {
      Answer answer = new Answer(now, Duration.ZERO, status, null, null, null, false);
      last = rules.rule(partner, Stories.delivery(action, 0, now), answer).outcome();
    }
    return last;
  }
}
