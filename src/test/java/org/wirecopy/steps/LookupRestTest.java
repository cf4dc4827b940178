package org.wirecopy.steps;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** A search service that fails is left alone for a while. */
class LookupRestTest {
  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");

  private final AtomicReference<Instant> time = new AtomicReference<>(NOON);
  private final LookupRest rest = new LookupRest(time::get);

  @Test
  void itRestsAfterThreeFailuresInARow() {
    rest.failed();
    rest.failed();
    assertThat(rest.mayAsk()).isTrue();
    rest.failed();
    assertThat(rest.mayAsk()).isFalse();
  }

  @Test
  void anAnswerBetweenFailuresKeepsItAsked() {
    rest.failed();
    rest.failed();
    rest.answered();
    rest.failed();
    rest.failed();
    assertThat(rest.mayAsk()).isTrue();
  }

  @Test
  void afterTheRestOneStoryAsksAndWhatComesOfItDecides() {
    for (int i = 0; i < 3; i++) {
      rest.failed();
    }
    time.set(NOON.plusSeconds(29));
    assertThat(rest.mayAsk()).isFalse();
    time.set(NOON.plusSeconds(30));
    assertThat(rest.mayAsk()).isTrue();
    assertThat(rest.mayAsk()).isFalse();
    rest.failed();
    assertThat(rest.mayAsk()).isFalse();

    time.set(NOON.plusSeconds(60));
    assertThat(rest.mayAsk()).isTrue();
    rest.answered();
    assertThat(rest.mayAsk()).isTrue();
    assertThat(rest.mayAsk()).isTrue();
  }
}
