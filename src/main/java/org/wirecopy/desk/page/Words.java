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

/** Times, spans and states in plain newsroom words, in the desk's time zone. */
final class Words {
  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm", Locale.UK);
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

  /** Where a delivery stands, and what happens next. */
  String state(DeliveryView delivery) {
    return switch (delivery.state()) {
      case DELIVERED -> "delivered" + took(delivery);
      case HELD ->
          delivery.heldUntil() == null ? "held" : "held until " + time(delivery.heldUntil());
      case PARKED -> "parked" + because(delivery.reason());
      case FILTERED -> "left out" + because(delivery.reason());
      case SUPERSEDED -> "superseded" + because(delivery.reason());
      case PENDING -> pending(delivery);
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

  private String pending(DeliveryView delivery) {
    if (delivery.underWay()) {
      return "being sent";
    }
    if (delivery.attempts() == 0) {
      return delivery.replay() ? "to be sent again" : "waiting";
    }
    String next = delivery.due() == null ? "next at once" : "next at " + time(delivery.due());
    return "retrying, " + ordinal(delivery.attempts()) + " time, " + next;
  }

  private static String because(@Nullable String reason) {
    return reason == null || reason.isBlank() ? "" : ": " + reason;
  }

  /** The colour family of a state; the words always say it too. */
  static String tone(DeliveryView delivery) {
    DeliveryState state = delivery.state();
    return switch (state) {
      case DELIVERED -> "good";
      case PARKED -> "bad";
      case HELD -> "held";
      case PENDING -> delivery.attempts() > 0 ? "late" : "busy";
      case FILTERED, SUPERSEDED -> "off";
    };
  }
}
