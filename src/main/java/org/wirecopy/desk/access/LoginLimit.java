package org.wirecopy.desk.access;

import java.time.InstantSource;
import java.util.Map;

/**
 * How often a password may be tried: a bucket of tries for each key (an address, a user) that fills
 * up again with time. Right passwords take nothing out.
 */
final class LoginLimit {
  private static final int MOST_KEYS = 10_000;

  private record Bucket(double tries, long at) {}

  private final int burst;
  private final long refillMillis;
  private final InstantSource clock;

  private final Map<String, Bucket> byKey = new RecentlyUsed<>(MOST_KEYS);

  /**
   * @param burst tries at once
   * @param refillMillis until one more is allowed
   */
  LoginLimit(int burst, long refillMillis, InstantSource clock) {
    this.burst = burst;
    this.refillMillis = refillMillis;
    this.clock = clock;
  }

  /** Takes one try; false if there is none left. */
  synchronized boolean take(String key) {
    double tries = tries(key);
    if (tries < 1) {
      return false;
    }
    byKey.put(key, new Bucket(tries - 1, clock.millis()));
    return true;
  }

  /** Gives a try back: the password was right. */
  synchronized void giveBack(String key) {
    byKey.put(key, new Bucket(Math.min(burst, tries(key) + 1), clock.millis()));
  }

  /** Seconds until the next try is allowed, at least 1. */
  long secondsToNext() {
    return Math.max(1, refillMillis / 1000);
  }

  private double tries(String key) {
    Bucket bucket = byKey.get(key);
    if (bucket == null) {
      return burst;
    }
    double refilled = (double) Math.max(0, clock.millis() - bucket.at()) / refillMillis;
    return Math.min(burst, bucket.tries() + refilled);
  }
}
