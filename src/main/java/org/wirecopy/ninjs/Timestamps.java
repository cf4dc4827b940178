package org.wirecopy.ninjs;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** Dates as RFC 3339 writes them, to the millisecond, the fraction only where there is one. */
final class Timestamps {
  private Timestamps() {}

  /** A time of the house, in UTC: {@code 2026-11-23T09:15:00.250Z}. */
  static String utc(Instant instant) {
    OffsetDateTime date = instant.atOffset(ZoneOffset.UTC);
    return write(date.getYear() > 9999 ? LATEST : date.getYear() < 0 ? EARLIEST : date, "Z", true);
  }

  /** A stated time with its offset; null if RFC 3339 cannot write it (years have four digits). */
  static @Nullable String stated(@Nullable OffsetDateTime date) {
    if (date == null) {
      return null;
    }
    // An offset with seconds (local mean time) is not in RFC 3339; the instant stays.
    OffsetDateTime writable =
        date.getOffset().getTotalSeconds() % 60 == 0
            ? date
            : date.withOffsetSameInstant(ZoneOffset.UTC);
    if (writable.getYear() < 0 || writable.getYear() > 9999) {
      return null;
    }
    return write(writable, writable.getOffset().getId(), true);
  }

  /** A time as Superdesk writes and reads it: UTC, whole seconds, {@code +0000}. */
  static String superdesk(Instant instant) {
    OffsetDateTime date = instant.truncatedTo(ChronoUnit.SECONDS).atOffset(ZoneOffset.UTC);
    return write(
        date.getYear() > 9999 ? LATEST : date.getYear() < 0 ? EARLIEST : date, "+0000", false);
  }

  private static final OffsetDateTime EARLIEST =
      OffsetDateTime.of(0, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);
  private static final OffsetDateTime LATEST =
      OffsetDateTime.of(9999, 12, 31, 23, 59, 59, 0, ZoneOffset.UTC);

  private static String write(OffsetDateTime date, String offset, boolean fraction) {
    StringBuilder out = new StringBuilder(32);
    int year = date.getYear();
    two(out, year / 100);
    two(out, year % 100);
    two(out.append('-'), date.getMonthValue());
    two(out.append('-'), date.getDayOfMonth());
    two(out.append('T'), date.getHour());
    two(out.append(':'), date.getMinute());
    two(out.append(':'), date.getSecond());
    int millis = date.getNano() / 1_000_000;
    if (fraction && millis != 0) {
      out.append('.').append((char) ('0' + millis / 100));
      two(out, millis % 100);
    }
    return out.append(offset).toString();
  }

  private static void two(StringBuilder out, int number) {
    out.append((char) ('0' + number / 10)).append((char) ('0' + number % 10));
  }
}
