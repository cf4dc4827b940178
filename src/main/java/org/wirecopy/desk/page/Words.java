package org.wirecopy.desk.page;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.wirecopy.ledger.DeliveryState;
import org.wirecopy.ledger.DeliveryView;
import org.wirecopy.ledger.PartnerView;

/** Times, spans and states in plain newsroom words, in the desk's time zone. */
final class Words {
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.UK);
  private static final DateTimeFormatter SECONDS =
      DateTimeFormatter.ofPattern("HH:mm:ss", Locale.UK);
  private static final DateTimeFormatter DAY_SECONDS =
      DateTimeFormatter.ofPattern("d MMM yyyy HH:mm:ss", Locale.UK);
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMM HH:mm", Locale.UK);
  private static final DateTimeFormatter YEAR =
      DateTimeFormatter.ofPattern("d MMM yyyy HH:mm", Locale.UK);
  private static final DateTimeFormatter EXACT =
      DateTimeFormatter.ofPattern("d MMM yyyy HH:mm:ss.SSS", Locale.UK);

  private final ZoneId zone;
  private final InstantSource clock;

  Words(ZoneId zone, InstantSource clock) {
    this.zone = zone;
    this.clock = clock;
  }

  ZoneId zone() {
    return zone;
  }

  Instant now() {
    return clock.instant();
  }

  /** A time as short as it can be said today. */
  String time(Instant instant) {
    ZonedDateTime at = instant.atZone(zone);
    ZonedDateTime now = clock.instant().atZone(zone);
    if (at.toLocalDate().equals(now.toLocalDate())) {
      return CLOCK.format(at);
    }
    return (at.getYear() == now.getYear() ? DAY : YEAR).format(at);
  }

  /** A time to the minute, as a form's field has it. */
  String local(Instant instant) {
    return instant.atZone(zone).toLocalDateTime().withSecond(0).withNano(0).toString();
  }

  /** A time to the second, with its day unless that is today. */
  String clock(Instant instant) {
    ZonedDateTime at = instant.atZone(zone);
    boolean today = at.toLocalDate().equals(clock.instant().atZone(zone).toLocalDate());
    return (today ? SECONDS : DAY_SECONDS).format(at);
  }

  /** A time to the millisecond. */
  String exactly(Instant instant) {
    return EXACT.format(instant.atZone(zone));
  }

  /** How long ago, for the age of a backlog. */
  String age(Instant since) {
    return span(Duration.between(since, clock.instant()));
  }

  /** A span such as {@code 0.4 s}, {@code 31 ms}, {@code 12 min}. */
  static String span(Duration span) {
    long millis = Math.max(0, span.toMillis());
    if (millis < 100) {
      return millis + " ms";
    }
    if (millis < 10_000) {
      return String.format(Locale.ROOT, "%.1f s", millis / 1000.0);
    }
    long seconds = millis / 1000;
    if (seconds < 120) {
      return seconds + " s";
    }
    if (seconds < 7200) {
      return seconds / 60 + " min";
    }
    return seconds < 48 * 3600 ? seconds / 3600 + " h" : seconds / 86400 + " days";
  }

  /** {@code 1st}, {@code 2nd}, {@code 3rd}, {@code 11th}. */
  static String ordinal(int number) {
    int tens = number % 100;
    String ending =
        tens >= 11 && tens <= 13
            ? "th"
            : switch (number % 10) {
              case 1 -> "st";
              case 2 -> "nd";
              case 3 -> "rd";
              default -> "th";
            };
    return number + ending;
  }

  /** {@code 1 story}, {@code 2 stories}. */
  static String count(long number, String one, String many) {
    return String.format(Locale.UK, "%,d %s", number, number == 1 ? one : many);
  }

  /** A size in bytes, in the unit that people would use. */
  static String size(long bytes) {
    if (bytes < 1024) {
      return bytes + " B";
    }
    double size = bytes;
    int unit = -1;
    while (size >= 1024 && unit < 3) {
      size /= 1024;
      unit++;
    }
    return String.format(Locale.ROOT, size < 10 ? "%.1f %s" : "%.0f %s", size, UNITS[unit]);
  }

  private static final String[] UNITS = {"KB", "MB", "GB", "TB"};

  /** A state in one or two words. */
  static String plain(DeliveryState state) {
    return switch (state) {
      case PENDING -> "waiting";
      case HELD -> "held";
      case DELIVERED -> "delivered";
      case SUPERSEDED -> "superseded";
      case FILTERED -> "left out";
      case PARKED -> "parked";
    };
  }

  /** Where a delivery stands, as its partner is told. */
  String state(DeliveryView delivery) {
    return state(delivery, null);
  }

  /**
   * Where a delivery stands, and what happens next.
   *
   * @param partner where the partner stands, for what keeps it waiting; null if that is not told
   */
  String state(DeliveryView delivery, @Nullable PartnerView partner) {
    return switch (delivery.state()) {
      case DELIVERED -> "delivered" + took(delivery);
      case HELD ->
          delivery.heldUntil() == null ? "held" : "held until " + time(delivery.heldUntil());
      case PARKED -> "parked" + because(delivery.reason());
      case FILTERED -> "left out" + because(delivery.reason());
      case SUPERSEDED -> "superseded" + because(delivery.reason());
      case PENDING -> pending(delivery, partner);
    };
  }

  private String took(DeliveryView delivery) {
    Duration latency = latency(delivery);
    return latency == null ? "" : " in " + span(latency);
  }

  /** From when it could be sent until the partner had it; null if sent again since, or not yet. */
  static @Nullable Duration latency(DeliveryView delivery) {
    Instant done = delivery.deliveredAt();
    if (done == null || delivery.replay()) {
      return null;
    }
    Instant held = delivery.heldUntil();
    Instant start =
        held != null && held.isAfter(delivery.acceptedAt()) ? held : delivery.acceptedAt();
    return Duration.between(start, done);
  }

  private String pending(DeliveryView delivery, @Nullable PartnerView partner) {
    if (delivery.underWay()) {
      return "being sent";
    }
    Instant rest = partner == null ? null : partner.restingUntil();
    String obstacle = partner == null ? "" : obstacle(partner);
    if (delivery.attempts() == 0) {
      String waits = delivery.replay() ? "to be sent again" : "waiting";
      return obstacle.isEmpty() ? waits : waits + ": " + obstacle;
    }
    Instant due = delivery.due();
    Instant next = rest != null && (due == null || rest.isAfter(due)) ? rest : due;
    String then = next == null ? "next at once" : "next at " + time(next);
    boolean stopped = partner != null && (partner.paused() || partner.disabled());
    return "retrying, "
        + ordinal(delivery.attempts())
        + " time, "
        + (stopped ? obstacle : then)
        + because(delivery.reason());
  }

  /** What keeps all that waits for a partner from being sent now; empty if nothing does. */
  private String obstacle(PartnerView partner) {
    if (partner.disabled()) {
      return "the partner is disabled";
    }
    if (partner.paused()) {
      return "the partner is paused";
    }
    Instant until = partner.restingUntil();
    if (until == null) {
      return "";
    }
    String why = partner.probing() ? "the partner is failing" : "the partner asked for a pause";
    return why + ", next try at " + time(until);
  }

  private static String because(@Nullable String reason) {
    return reason == null || reason.isBlank() ? "" : ": " + Reason.brief(reason);
  }

  /** The colour family of a state; the words always say it too. */
  static String tone(DeliveryView delivery) {
    return tone(delivery, null);
  }

  /** The same, told apart by what keeps it waiting. */
  static String tone(DeliveryView delivery, @Nullable PartnerView partner) {
    DeliveryState state = delivery.state();
    return switch (state) {
      case DELIVERED -> "good";
      case PARKED -> "bad";
      case HELD -> "held";
      case PENDING ->
          delivery.attempts() > 0 || (partner != null && stopped(partner)) ? "late" : "busy";
      case FILTERED, SUPERSEDED -> "off";
    };
  }

  private static boolean stopped(PartnerView partner) {
    return partner.disabled() || partner.paused() || partner.restingUntil() != null;
  }
}
