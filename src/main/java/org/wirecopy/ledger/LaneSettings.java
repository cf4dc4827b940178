package org.wirecopy.ledger;

import java.time.Duration;

/**
 * How much a lane may have under way.
 *
 * @param concurrency most deliveries under way at once, of different stories
 * @param rate most deliveries begun per second, 0 for no limit; recalls are not counted
 * @param replayRate most replays begun per second, 0 for no limit
 * @param lease after this time without an outcome a delivery is taken as lost and repeated; longer
 *     than an attempt can take
 * @param trustedForEmbargo whether embargoed stories go out before their time
 */
public record LaneSettings(
    int concurrency, double rate, double replayRate, Duration lease, boolean trustedForEmbargo) {

  public LaneSettings {
    if (concurrency < 1 || rate < 0 || replayRate < 0 || lease.toMillis() < 1) {
      throw new IllegalArgumentException(
          "A lane needs a concurrency of at least 1, rates of 0 or more and a lease; got "
              + ("concurrency=" + concurrency + " rate=" + rate)
              + (" replayRate=" + replayRate + " lease=" + lease));
    }
  }

  /** A lane that is not trusted with embargoes. */
  public LaneSettings(int concurrency, double rate, double replayRate, Duration lease) {
    this(concurrency, rate, replayRate, lease, false);
  }

  /** So many at once, no rate limit, replays at 50 a second, a lease of a minute. */
  public static LaneSettings concurrently(int concurrency) {
    return new LaneSettings(concurrency, 0, 50, Duration.ofMinutes(1));
  }
}
