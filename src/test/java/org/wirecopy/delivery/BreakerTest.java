package org.wirecopy.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.wirecopy.article.Outcome.Rest;
import org.wirecopy.article.Standing;

class BreakerTest {
  private final Breaker breaker = new Breaker(Standing.GOOD);
  private Instant now = Instant.parse("2026-03-01T09:00:00Z");

  @Test
  void tenFailuresOpenAndNineDoNot() {
    assertThat(fail(9)).isNull();
    Rest rest = fail(1);
    assertThat(rest).isNotNull();
    assertThat(rest.until()).isEqualTo(now.plusSeconds(30));
    assertThat(rest.probe()).isTrue();
  }

  @Test
  void sevenOfTenOpenAndSixDoNot() {
    succeed(4);
    assertThat(fail(6)).isNull();
    assertThat(fail(3)).isNull();
    assertThat(fail(1)).as("10 of 14 failed").isNotNull();
  }

  @Test
  void failuresOlderThanFiveMinutesAreForgotten() {
    fail(9);
    now = now.plus(Duration.ofMinutes(5));
    assertThat(fail(9)).isNull();
    assertThat(fail(1)).isNotNull();
  }

  @Test
  void eachFailedProbeDoublesTheRestUpToAnHour() {
    Rest rest = fail(10);
    for (int seconds : new int[] {60, 120, 240, 480, 960, 1920, 3600, 3600}) {
      assertThat(rest).isNotNull();
      now = rest.until();
      rest = fail(1);
      assertThat(rest).isNotNull();
      assertThat(Duration.between(now, rest.until())).hasSeconds(seconds);
    }
  }

  @Test
  void aProbeThatSucceedsClosesAndTheNextRestIsShortAgain() {
    now = until(fail(10));
    now = until(fail(1));
    succeed(1);
    assertThat(fail(9)).isNull();
    assertThat(until(fail(1))).isEqualTo(now.plusSeconds(30));
  }

  @Test
  void whatWasUnderWayWhenItOpenedDoesNotProbe() {
    Instant before = now.minusSeconds(5);
    Instant until = until(fail(10));
    now = until.plusSeconds(1);
    assertThat(breaker.ended(false, before, now)).isNull();
    assertThat(breaker.ended(true, before, now)).isNull();
    assertThat(until(fail(1))).as("still open, so this is a probe").isEqualTo(now.plusSeconds(60));
  }

  @Test
  void aRecallThatFailsWithinTheRestLeavesIt() {
    Instant until = until(fail(10));
    now = now.plusSeconds(10);
    assertThat(fail(1)).isNull();
    now = until;
    assertThat(until(fail(1))).isEqualTo(now.plusSeconds(60));
  }

  @Test
  void aRecallThatSucceedsWithinTheRestCloses() {
    fail(10);
    now = now.plusSeconds(10);
    succeed(1);
    assertThat(fail(9)).isNull();
  }

  @Test
  void aPersonWhoEndsTheRestClosesIt() {
    now = until(fail(10));
    for (int i = 0; i < 7; i++) {
      now = until(fail(1));
    }
    fail(1);
    now = now.plusSeconds(10);
    breaker.resumed();
    assertThat(fail(9)).isNull();
    assertThat(until(fail(1))).isEqualTo(now.plusSeconds(30));
  }

  @Test
  void aClockSetBackDoesNotKeepItOpen() {
    fail(10);
    now = now.minus(Duration.ofHours(3));
    assertThat(fail(9)).isNull();
    assertThat(until(fail(1))).isEqualTo(now.plusSeconds(30));
  }

  private @Nullable Rest fail(int times) {
    Rest last = null;
    for (int i = 0; i < times; i++) {
      last = breaker.ended(true, now, now);
    }
    return last;
  }

  private void succeed(int times) {
    for (int i = 0; i < times; i++) {
      assertThat(breaker.ended(false, now, now)).isNull();
    }
  }

  private static Instant until(@Nullable Rest rest) {
    assertThat(rest).isNotNull();
    return rest.until();
  }
}
