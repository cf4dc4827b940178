package org.wirecopy.steps;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Rests a site's own search service that failed several times in a row: each story that waits for
 * an answer which never comes holds up those behind it, a kill among them. After the rest one story
 * asks again; if it gets its answer, all ask.
 */
final class LookupRest {
  private static final Logger LOG = LoggerFactory.getLogger(LookupRest.class);
  private static final int FAILURES = 3;
  private static final Duration REST = Duration.ofSeconds(30);

  private final InstantSource clock;
  private int failures;
  private Instant until = Instant.MIN;

  LookupRest(InstantSource clock) {
    this.clock = clock;
  }

  /** Whether a story may ask now; each that may must report what came of it. */
  synchronized boolean mayAsk() {
    if (failures < FAILURES) {
      return true;
    }
    Instant now = clock.instant();
    if (now.isBefore(until)) {
      return false;
    }
    // The others go on without until this one has its answer.
    until = now.plus(REST);
    return true;
  }

  synchronized void answered() {
    if (failures >= FAILURES) {
      LOG.info("The search service answers again");
    }
    failures = 0;
  }

  synchronized void failed() {
    failures++;
    if (failures >= FAILURES) {
      until = clock.instant().plus(REST);
    }
    if (failures == FAILURES) {
      LOG.warn(
          "The search service failed {} times in a row: it is asked once every {} s until it"
              + " answers, and stories go out without it",
          FAILURES,
          REST.toSeconds());
    }
  }
}
