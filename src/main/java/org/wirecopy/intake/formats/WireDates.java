package org.wirecopy.intake.formats;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.wirecopy.article.Dateline.Precision;
import org.wirecopy.intake.Dates;
import org.wirecopy.intake.Dates.Stated;

/**
 * Dates as machines write them: ISO 8601 in its extended and basic forms, whole, and else whatever
 * {@link Dates} reads. A day or an hour that does not exist is no date.
 */
final class WireDates {
  private static final Pattern ISO =
      Pattern.compile(
          "(\\d{4})-?(\\d\\d)-?(\\d\\d)"
              + "(?:[T ](\\d\\d):?(\\d\\d)(?::?(\\d\\d)(?:[.,]\\d{1,9})?)?"
              + "\\s?(Z|[+-]\\d\\d(?::?\\d\\d)?)?)?");
  private static final Pattern FIGURES = Pattern.compile("\\d+");

  private WireDates() {}

  /** The date; null if the text states none. */
  static @Nullable Stated parse(String raw, ZoneId zone) {
    String text = raw.strip();
    Matcher iso = ISO.matcher(text);
    if (iso.matches()) {
      try {
        return iso(iso, text.length(), zone);
      } catch (DateTimeException e) {
        return null;
      }
    }
    return FIGURES.matcher(text).matches() ? null : Dates.parse(text, zone);
  }

  private static Stated iso(Matcher iso, int length, ZoneId zone) {
    LocalDate day = LocalDate.of(number(iso, 1), number(iso, 2), number(iso, 3));
    if (iso.group(4) == null) {
      return new Stated(day.atStartOfDay(zone).toOffsetDateTime(), Precision.DAY, 0, length);
    }
    int second = iso.group(6) == null ? 0 : Math.min(59, number(iso, 6));
    LocalDateTime time = day.atTime(number(iso, 4), number(iso, 5), second);
    if (iso.group(7) == null) {
      return new Stated(time.atZone(zone).toOffsetDateTime(), Precision.LOCAL_TIME, 0, length);
    }
    return new Stated(
        OffsetDateTime.of(time, ZoneOffset.of(iso.group(7))), Precision.INSTANT, 0, length);
  }

  private static int number(Matcher iso, int group) {
    return Integer.parseInt(iso.group(group));
  }
}
