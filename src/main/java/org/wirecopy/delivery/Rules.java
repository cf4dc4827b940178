package org.wirecopy.delivery;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.wirecopy.article.Attempt;
import org.wirecopy.article.Delivery;
import org.wirecopy.article.Outcome;
import org.wirecopy.article.Outcome.Report;
import org.wirecopy.article.Outcome.Rest;
import org.wirecopy.article.Standing;

/** What follows an answer: delivered, again later, parked, or the end of the partnership. */
public final class Rules {
  private static final Duration LONGEST_REST = Duration.ofHours(1);

  /** Between attempts that cannot succeed until a person mends something. */
  private static final Duration LEAST_SLOW_PAUSE = Duration.ofMinutes(5);

  /**
   * The whole body, or what a JSON body gives as its error, code or title: other words of something
   * stale may be of a lock or a cache. The body may be cut short.
   */
  private static final Pattern STALE =
      Pattern.compile(
          "^\"?stale(?:[ _-]version)?[.!]?\"?$"
              + "|\"(?:error|code|title)\"\\s*:\\s*\"stale(?:[ _-]version)?[.!]?\"",
          Pattern.CASE_INSENSITIVE);

  private final InstantSource clock;
  private final RandomGenerator random;
  private final Alarms alarms;
  private final Map<String, Standing> standings;
  private final Map<String, TrackRecord> records = new ConcurrentHashMap<>();

  /**
   * Alarms go to the log only.
   *
   * @param clock the time
   * @param random for jitter
   */
  public Rules(InstantSource clock, RandomGenerator random) {
    this(clock, random, new Alarms(Duration.ofDays(1), List.of()), Map.of());
  }

  /**
   * @param clock the time
   * @param random for jitter
   * @param alarms told what a person should look at
   * @param standings how partners stood when Wirecopy last ended, by name
   */
  public Rules(
      InstantSource clock, RandomGenerator random, Alarms alarms, Map<String, Standing> standings) {
    this.clock = clock;
    this.random = random;
    this.alarms = alarms;
    this.standings = Map.copyOf(standings);
  }

  /** What to record of an exchange. */
  public Report rule(Partner partner, Delivery delivery, Answer answer) {
    Attempt attempt =
        new Attempt(
            answer.at(), answer.took(), answer.status(), answer.excerpt(), answer.failure());
    Instant now = clock.instant();
    TrackRecord.Verdict verdict =
        answer.forbidden()
            ? new TrackRecord.Verdict(0, null, null)
            : recordOf(partner.name()).ended(isTrouble(answer), answer.at(), now);
    Outcome outcome =
        afterDaysOfFailure(
            partner, answer, outcome(partner, delivery, answer, now), verdict.percent(), now);
    alarm(partner, delivery, answer, outcome, now);
    Rest rest = rest(answer, verdict.rest(), now);
    return new Report(delivery, attempt, outcome, rest, verdict.changed());
  }

  /** Whether a delivery waited longer than its partner takes news; a recall never does. */
  public boolean isTooOld(Partner partner, Delivery delivery) {
    return isTooOld(partner, delivery, clock.instant());
  }

  /** What to record of a delivery that waited too long, with nothing sent. */
  public Report setAside(Partner partner, Delivery delivery) {
    String reason =
        "too old to be sent: it waited longer than " + ValueForms.inWords(partner.maxAge());
    return new Report(delivery, null, new Outcome.Parked(reason), null);
  }

  /** A person ended a partner's rest: it is rested again by what comes from now on only. */
  public void resumed(String partner) {
    recordOf(partner).resumed();
  }

  private TrackRecord recordOf(String partner) {
    return records.computeIfAbsent(
        partner, name -> new TrackRecord(standings.getOrDefault(name, Standing.GOOD)));
  }

  private Outcome afterDaysOfFailure(
      Partner partner, Answer answer, Outcome outcome, int percent, Instant now) {
    if (percent == 100) {
      return new Outcome.Disabled("nothing but failures for 5 days, last " + inWords(answer));
    }
    if (percent > 0) {
      String reason = "nothing but failures for " + percent + " % of 5 days, then it is disabled";
      alarms.raiseAgain(new Alarm(Alarm.Kind.FAILING, partner.name(), null, now, reason));
    }
    return outcome;
  }

  private void alarm(
      Partner partner, Delivery delivery, Answer answer, Outcome outcome, Instant now) {
    String name = partner.name();
    String uri = delivery.story().uri();
    boolean recall = delivery.story().action().recalls();
    if (outcome instanceof Outcome.Disabled disabled) {
      alarms.raiseAgain(new Alarm(Alarm.Kind.DISABLED, name, null, now, disabled.reason()));
    } else if (needsAPerson(partner, delivery, answer)) {
      alarms.raise(new Alarm(Alarm.Kind.REFUSED, name, null, now, inWords(answer)));
    } else if (answer.succeeded()) {
      alarms.partnerAnswers(name);
    }
    boolean acknowledged =
        outcome instanceof Outcome.Delivered || outcome instanceof Outcome.Superseded;
    if (recall && acknowledged) {
      alarms.recallAcknowledged(name, uri);
    } else if (recall) {
      String reason =
          delivery.story().action().wireName() + " not acknowledged: " + inWords(answer);
      alarms.raise(new Alarm(Alarm.Kind.RECALL_UNACKNOWLEDGED, name, uri, now, reason));
    }
  }

  private Outcome outcome(Partner partner, Delivery delivery, Answer answer, Instant now) {
    int status = answer.status();
    if (answer.succeeded()) {
      return new Outcome.Delivered();
    }
    if (answer.forbidden()) {
      return new Outcome.Parked(String.valueOf(answer.failure()));
    }
    return switch (status) {
      case 410 -> new Outcome.Disabled("the partner answered 410 Gone");
      case 409 ->
          saysStale(answer) && !delivery.story().action().recalls()
              ? new Outcome.Superseded("the partner has something newer")
              : retry(partner, delivery, answer, now);
      case 401, 403, 404, 408, 425, 429 -> retry(partner, delivery, answer, now);
      default ->
          status == 0 || status >= 500
              ? retry(partner, delivery, answer, now)
              : new Outcome.Parked("the partner answered " + inWords(answer) + moved(status));
    };
  }

  private Outcome retry(Partner partner, Delivery delivery, Answer answer, Instant now) {
    boolean counts = answer.status() != 429;
    int attempts = delivery.attempts() + (counts ? 1 : 0);
    boolean recall = delivery.story().action().recalls();
    if (isTooOld(partner, delivery, now) || (!recall && partner.schedule().usedUp(attempts))) {
      return new Outcome.Parked("given up after " + inWords(attempts) + ": " + inWords(answer));
    }
    Duration pause = partner.schedule().pause(Math.max(1, attempts), random);
    if (needsAPerson(partner, delivery, answer) && pause.compareTo(LEAST_SLOW_PAUSE) < 0) {
      pause = LEAST_SLOW_PAUSE;
    }
    Instant due = now.plus(pause);
    Instant hint = hint(answer, now).orElse(due);
    return new Outcome.Retry(hint.isAfter(due) ? hint : due, counts, inWords(answer));
  }

  /** Age begins when it may first be sent; what a person asked for again has none. */
  private static boolean isTooOld(Partner partner, Delivery delivery, Instant now) {
    if (delivery.replay() || delivery.story().action().recalls()) {
      return false;
    }
    Instant born = delivery.acceptedAt();
    OffsetDateTime embargo = delivery.story().article().embargo();
    if (embargo != null && embargo.toInstant().isAfter(born)) {
      born = embargo.toInstant();
    }
    return !born.plus(partner.maxAge()).isAfter(now);
  }

  /** {@code Retry-After} and an open breaker pause the whole partner, whichever is longer. */
  private static @Nullable Rest rest(Answer answer, @Nullable Rest opened, Instant now) {
    Instant hint = hint(answer, now).filter(until -> until.isAfter(now)).orElse(null);
    if (hint == null || (opened != null && !hint.isAfter(opened.until()))) {
      return opened;
    }
    return new Rest(hint, opened != null, "the partner asked for a pause");
  }

  /** Refusing one story is no trouble; refusing all, overload, faults and silence are. */
  private static boolean isTrouble(Answer answer) {
    int status = answer.status();
    return status == 0
        || status >= 500
        || status == 408
        || status == 425
        || status == 429
        || needsAPerson(answer);
  }

  /** An access token that is refused may have ended early: the next attempt has a new one. */
  private static boolean needsAPerson(Partner partner, Delivery delivery, Answer answer) {
    boolean newToken =
        answer.status() == 401 && partner.access().tokens() != null && delivery.attempts() == 0;
    return needsAPerson(answer) && !newToken;
  }

  private static boolean needsAPerson(Answer answer) {
    return answer.status() == 401 || answer.status() == 403 || answer.status() == 404;
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

  private static boolean saysStale(Answer answer) {
    return answer.excerpt() != null && STALE.matcher(answer.excerpt()).find();
  }

  private static String moved(int status) {
    return status < 400 ? ", which is not followed; if it moved, change its endpoint" : "";
  }

  private static String inWords(int attempts) {
    return attempts == 1 ? "1 attempt" : attempts + " attempts";
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
