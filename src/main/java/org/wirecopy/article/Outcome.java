package org.wirecopy.article;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What follows an attempt. */
public sealed interface Outcome {

  /** The partner has it. */
  record Delivered() implements Outcome {}

  /**
   * To be tried again.
   *
   * @param due not before
   * @param counts false if the attempt uses up none of the schedule (429)
   * @param reason in words for the desk
   */
  record Retry(Instant due, boolean counts, String reason) implements Outcome {}

  /** Not to be tried again by itself; a person may replay it. */
  record Parked(String reason) implements Outcome {}

  /** The partner has something newer. */
  record Superseded(String reason) implements Outcome {}

  /** The partner wants nothing any more: it is disabled and its backlog parked. */
  record Disabled(String reason) implements Outcome {}

  /**
   * A pause of the whole partner that comes with an outcome: {@code Retry-After}, or an open
   * breaker.
   *
   * @param until no attempt before
   * @param probe true if the next attempt then goes alone, to see whether the partner is back
   * @param reason in words for the desk
   */
  record Rest(Instant until, boolean probe, String reason) {}

  /**
   * An attempt and what follows it, to be recorded together.
   *
   * @param delivery the claimed delivery, given up by this report
   * @param attempt the exchange; null if there was none (given up before it was sent)
   * @param outcome what follows
   * @param rest a pause of the whole partner, or null
   * @param standing how the partner stands now, or null if that is as before
   */
  record Report(
      Delivery delivery,
      @Nullable Attempt attempt,
      Outcome outcome,
      @Nullable Rest rest,
      @Nullable Standing standing) {

    /** A report that leaves the partner standing as before. */
    public Report(
        Delivery delivery, @Nullable Attempt attempt, Outcome outcome, @Nullable Rest rest) {
      this(delivery, attempt, outcome, rest, null);
    }
  }
}
