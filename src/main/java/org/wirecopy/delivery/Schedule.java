package org.wirecopy.delivery;

import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;

/** When a failed push is tried again: growing pauses with jitter that only ever adds. */
final class Schedule {
  private static final List<Duration> PAUSES =
      List.of(
          Duration.ZERO,
          Duration.ofSeconds(5),
          Duration.ofMinutes(5),
          Duration.ofMinutes(30),
          Duration.ofHours(2),
          Duration.ofHours(5),
          Duration.ofHours(10),
          Duration.ofHours(14),
          Duration.ofHours(20),
          Duration.ofHours(24));
  private static final Duration LEAST_JITTER = Duration.ofSeconds(2);
  private static final Duration MOST_JITTER = Duration.ofMinutes(15);
  private static final int JITTER_SHARE = 10;

  private Schedule() {}

  /** True if the schedule has no further attempt after this many. */
  static boolean usedUp(int attempts) {
    return attempts >= PAUSES.size();
  }

  /** The pause after {@code attempts} attempts (at least 1); the last one repeats. */
  static Duration pause(int attempts, RandomGenerator random) {
    Duration pause = PAUSES.get(Math.min(attempts, PAUSES.size() - 1));
    long most = Math.min(pause.toMillis() / JITTER_SHARE, MOST_JITTER.toMillis());
    if (attempts >= 2) {
      most = Math.max(most, LEAST_JITTER.toMillis());
    }
    return pause.plusMillis(most == 0 ? 0 : random.nextLong(most + 1));
  }
}
