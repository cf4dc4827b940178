package org.wirecopy.watch;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wirecopy.delivery.Alarm;
import org.wirecopy.delivery.Alarms;
import org.wirecopy.ledger.DeliveryView;
import org.wirecopy.ledger.Ledger;
import org.wirecopy.ledger.PartnerView;

/**
 * Looks at the ledger now and then for what no attempt tells of: stories that wait too long, and
 * recalls that a partner has not acknowledged, be it paused, resting or silent.
 */
public final class AlarmWatch implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(AlarmWatch.class);
  private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(30);
  private static final int MOST_RECALLS = 1_000;

  private final Ledger ledger;
  private final Alarms alarms;
  private final InstantSource clock;
  private final Duration backlog;
  private final Duration recall;
  private final ScheduledExecutorService looks;

  /**
   * @param backlog how old the oldest waiting story may be
   * @param recall how long a kill or withhold may stay unacknowledged
   */
  public AlarmWatch(
      Ledger ledger, Alarms alarms, InstantSource clock, Duration backlog, Duration recall) {
    this.ledger = ledger;
    this.alarms = alarms;
    this.clock = clock;
    this.backlog = backlog;
    this.recall = recall;
    this.looks =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, "alarm-watch");
              thread.setDaemon(true);
              return thread;
            });
  }

  public void start() {
    long millis = BETWEEN_LOOKS.toMillis();
    looks.scheduleWithFixedDelay(this::lookQuietly, millis, millis, TimeUnit.MILLISECONDS);
  }

  private void lookQuietly() {
    try {
      look();
    } catch (RuntimeException | Error e) {
      LOG.warn(
          "The ledger could not be looked through for alarms, and is again soon: {}", e.toString());
    }
  }

  /** Raises what is to be raised now. */
  public void look() {
    Instant now = clock.instant();
    for (PartnerView partner : ledger.views().partners()) {
      Instant oldest = partner.oldest();
      if (oldest != null && oldest.plus(backlog).isBefore(now)) {
        alarms.raise(
            new Alarm(
                Alarm.Kind.BACKLOG,
                partner.partner(),
                null,
                now,
                partner.backlog()
                    + " stories wait, the oldest for "
                    + Duration.between(oldest, now).toMinutes()
                    + " min"
                    + why(partner)));
      } else {
        alarms.over(Alarm.Kind.BACKLOG, partner.partner());
      }
    }
    for (DeliveryView delivery :
        ledger.views().unacknowledgedRecalls(now.minus(recall), MOST_RECALLS)) {
      alarms.raise(
          new Alarm(
              Alarm.Kind.RECALL_UNACKNOWLEDGED,
              delivery.partner(),
              delivery.uri(),
              now,
              delivery.action().wireName()
                  + " not acknowledged for "
                  + Duration.between(delivery.acceptedAt(), now).toMinutes()
                  + " min"
                  + (delivery.reason() == null ? "" : ": " + delivery.reason())));
    }
  }

  private static String why(PartnerView partner) {
    if (partner.disabled() || partner.paused()) {
      String reason = partner.reason() == null ? "" : ": " + partner.reason();
      return (partner.disabled() ? ", it is disabled" : ", it is paused") + reason;
    }
    return partner.restReason() == null || partner.restingUntil() == null
        ? ""
        : ", " + partner.restReason();
  }

  @Override
  public void close() {
    looks.shutdownNow();
  }
}
