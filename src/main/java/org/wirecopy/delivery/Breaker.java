package org.wirecopy.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import org.jspecify.annotations.Nullable;
import org.wirecopy.article.Outcome.Rest;
import org.wirecopy.article.Standing;

/**
 * Rests a partner that fails most of the time: opens when 70 % of at least 10 exchanges within 5
 * minutes failed, for 30 seconds; then one real delivery probes. Each failed probe doubles the
 * rest, up to an hour; a success closes.
 */
final class Breaker {
  private static final Duration WINDOW = Duration.ofMinutes(5);
  private static final Duration SLICE = Duration.ofSeconds(10);
  private static final int LEAST_CALLS = 10;
  private static final int FAILED_PERCENT = 70;
  private static final Duration FIRST_REST = Duration.ofSeconds(30);
  private static final Duration LONGEST_REST = Duration.ofMinutes(60);

  private final ArrayDeque<Slice> window = new ArrayDeque<>();
  private @Nullable Open open;

  /** Open if the partner's breaker was open when it was last put on record. */
  Breaker(Standing standing) {
    Instant since = standing.openSince();
    open = since == null ? null : new Open(since, standing.rest());
  }

  /** When it opened, or null if it is closed. */
  synchronized @Nullable Instant openSince() {
    Open resting = open;
    return resting == null ? null : resting.since();
  }

  /** How long it rests the partner; zero if it is closed. */
  synchronized Duration rest() {
    Open resting = open;
    return resting == null ? Duration.ZERO : resting.rest();
  }

  /** A person ended the rest: it is closed, as if nothing had been. */
  synchronized void resumed() {
    open = null;
    window.clear();
  }

  /** Calls that ended within one slice of the window. */
  private static final class Slice {
    private final Instant start;
    private int calls;
    private int failed;

    private Slice(Instant start) {
      this.start = start;
    }
  }

  private record Open(Instant since, Duration rest) {
    Instant until() {
      return since.plus(rest);
    }
  }

  /**
   * Counts an exchange.
   *
   * @param failed whether it says that the partner is in trouble
   * @param began when the exchange began
   * @param now when it ended
   * @return the rest it brings, or null
   */
  synchronized @Nullable Rest ended(boolean failed, Instant began, Instant now) {
    Open resting = open;
    if (resting != null && !now.isBefore(resting.since())) {
      return failed ? stillFailing(resting, began, now) : answered(resting, began);
    }
    // Not open, or the clock was set back: what it said then means nothing now.
    open = null;
    return count(failed, now) ? open(FIRST_REST, now) : null;
  }

  private @Nullable Rest answered(Open resting, Instant began) {
    if (!began.isBefore(resting.since())) {
      open = null;
      window.clear();
    }
    return null;
  }

  /** Only an exchange begun after the rest is a probe; others were under way, or are recalls. */
  private @Nullable Rest stillFailing(Open resting, Instant began, Instant now) {
    if (began.isBefore(resting.until())) {
      return null;
    }
    Duration doubled = resting.rest().multipliedBy(2);
    return open(doubled.compareTo(LONGEST_REST) > 0 ? LONGEST_REST : doubled, now);
  }

  private Rest open(Duration rest, Instant now) {
    window.clear();
    Open opened = new Open(now, rest);
    open = opened;
    return new Rest(
        opened.until(), true, "most exchanges failed: next try after " + rest.toSeconds() + " s");
  }

  private boolean count(boolean failed, Instant now) {
    while (!window.isEmpty() && !inWindow(window.getFirst(), now)) {
      window.removeFirst();
    }
    Slice slice = window.peekLast();
    if (slice == null || !now.isBefore(slice.start.plus(SLICE))) {
      slice = new Slice(now);
      window.addLast(slice);
    }
    slice.calls++;
    slice.failed += failed ? 1 : 0;
    long calls = 0;
    long failures = 0;
    for (Slice each : window) {
      calls += each.calls;
      failures += each.failed;
    }
    return failed && calls >= LEAST_CALLS && failures * 100 >= calls * FAILED_PERCENT;
  }

  private static boolean inWindow(Slice slice, Instant now) {
    return slice.start.isAfter(now.minus(WINDOW)) && !slice.start.isAfter(now);
  }
}
