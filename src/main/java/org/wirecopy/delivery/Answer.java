package org.wirecopy.delivery;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What came of one exchange.
 *
 * @param at when it began
 * @param took until the answer was read or the exchange failed
 * @param status HTTP status, 0 if there was no answer
 * @param retryAfter the header {@code Retry-After} as sent, or null
 * @param excerpt the beginning of the answer's body, control characters removed, or null
 * @param failure why there was no answer, in words, or null
 * @param forbidden true if the target's address may not be connected to
 */
public record Answer(
    Instant at,
    Duration took,
    int status,
    @Nullable String retryAfter,
    @Nullable String excerpt,
    @Nullable String failure,
    boolean forbidden) {

  /** True for 200 to 299 and nothing else: a redirect is a failure. */
  boolean succeeded() {
    return status >= 200 && status < 300;
  }
}
