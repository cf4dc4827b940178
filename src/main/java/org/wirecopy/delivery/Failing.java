package org.wirecopy.delivery;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.wirecopy.article.Standing;

/**
 * How far a partner is on the way to being disabled, which comes after 5 days of nothing but
 * failures. Each failure takes it one stage further at most: however long it was quiet in between,
 * alarms come first, and neither two failures days apart nor a clock set forward disable it.
 */
final class Failing {
  private static final Duration ENOUGH = Duration.ofDays(5);
  private static final int[] STAGES = {50, 70, 90, 100};

  private @Nullable Instant since;
  private int stage;

  /** As far as the partner was when it was last put on record. */
  Failing(Standing standing) {
    since = standing.failingSince();
    stage = Math.min(standing.alarms(), STAGES.length - 1);
  }

  /** When the row of failures began, or null. */
  synchronized @Nullable Instant since() {
    return since;
  }

  /** How many stages were reached. */
  synchronized int alarms() {
    return stage;
  }

  /**
   * Counts an exchange.
   *
   * @param failed whether it says that the partner is in trouble
   * @param now when it ended
   * @return 50, 70, 90 or 100 percent of the way if that stage is reached now, else 0. After 100 it
   *     counts from the start, for a person may enable the partner again
   */
  synchronized int ended(boolean failed, Instant now) {
    Instant first = since;
    if (!failed) {
      restart(null);
      return 0;
    }
    if (first == null || first.isAfter(now)) {
      restart(now);
      return 0;
    }
    long percent = Duration.between(first, now).toMillis() * 100 / ENOUGH.toMillis();
    if (percent < STAGES[stage]) {
      return 0;
    }
    int reached = STAGES[stage++];
    if (stage == STAGES.length) {
      restart(null);
    }
    return reached;
  }

  private void restart(@Nullable Instant from) {
    since = from;
    stage = 0;
  }
}
