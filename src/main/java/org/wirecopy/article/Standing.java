package org.wirecopy.article;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How a partner stands by its latest exchanges. It is put on record with the exchange that changed
 * it, so that a restart forgives nothing and delays nothing.
 *
 * @param order ascending with each change while the process runs: of two that are recorded in the
 *     wrong order the higher counts
 * @param failingSince when an unbroken row of failures began, or null
 * @param alarms how many stages of the way to being disabled were told of
 * @param openSince when its breaker opened, or null if it is closed
 * @param rest how long the breaker rests the partner; zero if it is closed
 */
public record Standing(
    long order,
    @Nullable Instant failingSince,
    int alarms,
    @Nullable Instant openSince,
    Duration rest) {
  /** Of a partner that nothing is held against. */
  public static final Standing GOOD = new Standing(0, null, 0, null, Duration.ZERO);

  /** The same with its breaker closed. */
  public Standing withoutRest() {
    return new Standing(order, failingSince, alarms, null, Duration.ZERO);
  }

  /** True if the other says the same, whenever it was written. */
  public boolean saysTheSameAs(Standing other) {
    return equals(
        new Standing(order, other.failingSince, other.alarms, other.openSince, other.rest));
  }
}
