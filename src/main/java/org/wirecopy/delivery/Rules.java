package org.wirecopy.delivery;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.wirecopy.article.Attempt;
import org.wirecopy.article.Delivery;
import org.wirecopy.article.Outcome;
import org.wirecopy.article.Outcome.Report;
import org.wirecopy.article.Outcome.Rest;

/** What follows an answer: delivered, again later, parked, or the end of the partnership. */
public final class Rules {
  private static final Duration LONGEST_REST = Duration.ofHours(1);

  private final InstantSource clock;
  private final RandomGenerator random;

  /**
   * @param clock the time
   * @param random for jitter
   */
  public Rules(InstantSource clock, RandomGenerator random) {
    this.clock = clock;
    this.random = random;
  }

  /** What to record of an exchange. */
  public Report rule(Partner partner, Delivery delivery, Answer answer) {
    Attempt attempt =
        new Attempt(
            answer.at(), answer.took(), answer.status(), answer.excerpt(), answer.failure());
    return new Report(delivery, attempt, outcome(partner, delivery, answer), rest(answer));
  }

  private Outcome outcome(Partner partner, Delivery delivery, Answer answer) {
    int status = answer.status();
    if (status >= 200 && status < 300) {
      return new Outcome.Delivered();
    }
    if (answer.forbidden()) {
      return new Outcome.Parked(String.valueOf(answer.failure()));
    }
    if (status == 410) {
      return new Outcome.Disabled("the partner answered 410 Gone");
    }
    if (status == 409 && staleAnswer(answer)) {
      return new Outcome.Superseded("the partner has something newer");
    }
    boolean again =
        status == 0
            || status == 401
            || status == 403
            || status == 404
            || status == 408
            || status == 409
            || status == 425
            || status == 429
            || status >= 500;
    return again
        ? retry(partner, delivery, answer)
        : new Outcome.Parked("the partner answered " + inWords(answer));
  }

  private Outcome retry(Partner partner, Delivery delivery, Answer answer) {
    Instant now = clock.instant();
    boolean recall = delivery.story().action().recalls();
    int attempts = delivery.attempts() + 1;
    boolean tooOld = delivery.acceptedAt().plus(partner.maxAge()).isBefore(now);
    if (!recall && (tooOld || partner.schedule().usedUp(attempts))) {
      return new Outcome.Parked("given up after " + attempts + " attempts: " + inWords(answer));
    }
    Instant due = now.plus(partner.schedule().pause(attempts, random));
    Instant hint = hint(answer, now).orElse(due);
    return new Outcome.Retry(
        hint.isAfter(due) ? hint : due, answer.status() != 429, inWords(answer));
  }

  /** {@code Retry-After} pauses the whole partner. */
  private @Nullable Rest rest(Answer answer) {
    Instant now = clock.instant();
    return hint(answer, now)
        .filter(until -> until.isAfter(now))
        .map(until -> new Rest(until, false, "the partner asked for a pause"))
        .orElse(null);
  }

  private static Optional<Instant> hint(Answer answer, Instant now) {
    boolean counts = answer.status() == 429 || answer.status() == 503;
    String value = answer.retryAfter();
    if (!counts || value == null) {
      return Optional.empty();
    }
    Instant cap = now.plus(LONGEST_REST);
    return RetryAfter.parse(value, now).map(until -> until.isAfter(cap) ? cap : until);
  }

  private static boolean staleAnswer(Answer answer) {
    return answer.excerpt() != null && answer.excerpt().contains("stale");
  }

  private static String inWords(Answer answer) {
    if (answer.status() == 0) {
      return String.valueOf(answer.failure());
    }
    return answer.excerpt() == null
        ? "HTTP " + answer.status()
        : "HTTP " + answer.status() + " \"" + answer.excerpt() + "\"";
  }
}
