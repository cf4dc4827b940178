package org.wirecopy.desk.page;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.wirecopy.ledger.DeliveryView;
import org.wirecopy.ledger.PartnerView;

/** States and times as one says them in a newsroom. */
final class PlainWords {
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss");
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMM yyyy HH:mm", Locale.ENGLISH);

  private final ZoneId zone;
  private final InstantSource clock;

  /**
   * @param zone the desk's time zone, in which all times are told
   * @param clock the time
   */
  PlainWords(ZoneId zone, InstantSource clock) {
    this.zone = zone;
    this.clock = clock;
  }

  /** The time of day if it is today, else with the day. */
  String time(@Nullable Instant at) {
    if (at == null) {
      return "";
    }
    ZonedDateTime local = at.atZone(zone);
    boolean today = local.toLocalDate().equals(LocalDate.ofInstant(clock.instant(), zone));
    return (today ? CLOCK : DAY).format(local);
  }

  /** Such as {@code 40 ms}, {@code 2.4 s}, {@code 12 min} or {@code 3 h}. */
  static String span(Duration span) {
    long millis = Math.max(0, span.toMillis());
    if (millis < 1_000) {
      return millis + " ms";
    }
    if (millis < 10_000) {
      return String.format(Locale.ROOT, "%.1f s", millis / 1000.0);
    }
    long seconds = millis / 1000;
    return seconds < 120
        ? seconds + " s"
        : seconds < 7_200
            ? seconds / 60 + " min"
            : seconds < 172_800 ? seconds / 3_600 + " h" : seconds / 86_400 + " days";
  }

  /** Where a delivery stands and what happens next. */
  String state(DeliveryView delivery) {
    String reason = delivery.reason() == null ? "" : ": " + delivery.reason();
    return switch (delivery.state()) {
      case DELIVERED -> delivered(delivery);
      case HELD -> "held until " + time(delivery.heldUntil());
      case PARKED -> "parked" + reason;
      case FILTERED -> "left out" + reason;
      case SUPERSEDED -> "superseded";
      case PENDING ->
          delivery.underWay()
              ? "being sent"
              : delivery.attempts() == 0
                  ? "waiting"
                  : "retrying, attempt "
                      + (delivery.attempts() + 1)
                      + (delivery.due() == null ? " soon" : " at " + time(delivery.due()))
                      + reason;
    };
  }

  private static String delivered(DeliveryView delivery) {
    return delivery.deliveredAt() == null
        ? "delivered"
        : "delivered in " + span(Duration.between(delivery.acceptedAt(), delivery.deliveredAt()));
  }

  /** How a delivery is coloured: good, wait, bad or off. */
  static String tone(DeliveryView delivery) {
    return switch (delivery.state()) {
      case DELIVERED -> "good";
      case PARKED -> "bad";
      case FILTERED, SUPERSEDED -> "off";
      case HELD, PENDING -> delivery.attempts() > 0 ? "bad" : "wait";
    };
  }

  /** Whether a partner is served, and why not. */
  String state(PartnerView partner) {
    String reason = partner.reason() == null ? "" : ": " + partner.reason();
    if (partner.disabled()) {
      return "disabled" + reason;
    }
    if (partner.paused()) {
      return "paused" + reason;
    }
    Instant rest = partner.restingUntil();
    return rest != null && rest.isAfter(clock.instant())
        ? "resting until " + time(rest) + ": " + partner.restReason()
        : "open";
  }

  /** How old the oldest waiting story is; empty if none waits. */
  String age(@Nullable Instant oldest) {
    return oldest == null ? "" : span(Duration.between(oldest, clock.instant()));
  }
}
