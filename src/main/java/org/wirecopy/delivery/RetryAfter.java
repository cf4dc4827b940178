package org.wirecopy.delivery;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The header {@code Retry-After} (RFC 9110, section 10.2.3): seconds, or any of the three HTTP
 * dates.
 */
final class RetryAfter {
  private static final int MOST_DIGITS = 9;
  private static final long LONGEST_SECONDS = 999_999_999;

  /** A two-digit year is never more than 50 years ahead (RFC 9110, section 5.6.7). */
  private static final int YEARS_AHEAD = 50;

  private static final DateTimeFormatter IMF_FIXDATE = format("EEE, dd MMM yyyy HH:mm:ss 'GMT'");
  private static final DateTimeFormatter ASCTIME = format("EEE MMM ppd HH:mm:ss yyyy");

  private RetryAfter() {}

  private static DateTimeFormatter format(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).withZone(ZoneOffset.UTC);
  }

  /** Not before that time; empty if the value is neither form. */
  static Optional<Instant> parse(String value, Instant now) {
    String text = value.strip();
    if (!text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9')) {
      boolean tooLong = text.length() > MOST_DIGITS;
      return Optional.of(now.plusSeconds(tooLong ? LONGEST_SECONDS : Long.parseLong(text)));
    }
    for (DateTimeFormatter date : List.of(IMF_FIXDATE, rfc850(now), ASCTIME)) {
      try {
        return Optional.of(date.parse(text, Instant::from));
      } catch (DateTimeException notThisForm) {
        continue;
      }
    }
    return Optional.empty();
  }

  private static DateTimeFormatter rfc850(Instant now) {
    int earliest = now.atZone(ZoneOffset.UTC).getYear() - 99 + YEARS_AHEAD;
    return new DateTimeFormatterBuilder()
        .appendPattern("EEEE, dd-MMM-")
        .appendValueReduced(ChronoField.YEAR, 2, 2, earliest)
        .appendPattern(" HH:mm:ss 'GMT'")
        .toFormatter(Locale.ENGLISH)
        .withZone(ZoneOffset.UTC);
  }
}
