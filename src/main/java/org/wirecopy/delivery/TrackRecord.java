package org.wirecopy.delivery;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.wirecopy.article.Outcome.Rest;
import org.wirecopy.article.Standing;

/** What a partner's exchanges say of it: its breaker and its way to being disabled. */
final class TrackRecord {
  private final Breaker breaker;
  private final Failing failing;
  private Standing standing;

  /**
   * What follows an exchange.
   *
   * @param percent of the way to being disabled, if a stage of it is reached now, else 0
   * @param rest of the whole partner, or null
   * @param changed how the partner stands now, or null if that is as before
   */
  record Verdict(int percent, @Nullable Rest rest, @Nullable Standing changed) {}

  TrackRecord(Standing standing) {
    this.standing = standing;
    this.breaker = new Breaker(standing);
    this.failing = new Failing(standing);
  }

  /** A person ended the partner's rest; the way to being disabled goes on. */
  void resumed() {
    breaker.resumed();
  }

  /**
   * Counts an exchange.
   *
   * @param trouble whether it says that the partner is in trouble
   * @param began when the exchange began
   * @param now when it ended
   */
  synchronized Verdict ended(boolean trouble, Instant began, Instant now) {
    int percent = failing.ended(trouble, now);
    Rest rest = breaker.ended(trouble, began, now);
    Standing fresh =
        new Standing(
            standing.order() + 1,
            failing.since(),
            failing.alarms(),
            breaker.openSince(),
            breaker.rest());
    boolean same = fresh.saysTheSameAs(standing);
    standing = same ? standing : fresh;
    return new Verdict(percent, rest, same ? null : fresh);
  }
}
