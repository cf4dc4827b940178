package org.wirecopy.intake;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.wirecopy.article.Dateline;
import org.wirecopy.article.Dateline.Precision;

/**
 * Recognises dates as newsrooms of many languages print them, and the forms of ISO 8601 and RFC
 * 5322. What does not state day, month and year is no date: nothing is invented.
 */
public final class Dates {
  private Dates() {}

  /**
   * A date that stands in a text.
   *
   * @param date the date; midnight if only the day is stated; in the stated offset, else in the
   *     desk's time zone
   * @param precision how much of it the text states
   * @param start where it begins in the text
   * @param end where it ends, exclusive
   */
  public record Stated(OffsetDateTime date, Precision precision, int start, int end) {

    /** As the date of an article. */
    public Dateline at(@Nullable String place) {
      return new Dateline(place, date, precision);
    }

    /** True if the text states no time of day. */
    public boolean dayOnly() {
      return precision == Precision.DAY;
    }
  }

  /**
   * Reads a text that is to be a date, for example a field's value; null if it states none.
   *
   * @param zone for dates that state no offset
   */
  public static @Nullable Stated parse(String text, ZoneId zone) {
    return find(text, zone, null);
  }

  /** The first date in the first 400 characters of a line, or null. */
  public static @Nullable Stated find(String line, ZoneId zone) {
    return find(line, zone, null);
  }

  /**
   * The first date in the first 400 characters of a line, or null. Where day and month stand in
   * figures that could be either, the month comes first in American English only.
   *
   * @param zone for dates that state no offset
   * @param language BCP 47 tag of the text, or null
   */
  public static @Nullable Stated find(String line, ZoneId zone, @Nullable String language) {
    return find(line, 0, zone, language);
  }

  /** Like {@link #find(String, ZoneId, String)}, from a place in the line on. */
  public static @Nullable Stated find(
      String line, int from, ZoneId zone, @Nullable String language) {
    if (from >= line.length() || !hasDigits(line, from)) {
      return null;
    }
    DateTokens tokens = DateTokens.of(line, from);
    DateScanner scanner = new DateScanner(tokens, zone, monthFirst(zone, language));
    for (int i = 0; i < tokens.count(); i++) {
      Stated stated = scanner.at(i);
      if (stated != null) {
        return stated;
      }
    }
    return null;
  }

  /**
   * A date told from the present ("2 hours ago", "yesterday"), on a line of its own or after a
   * label; null if there is none, or if it is too coarse to name a day ("4 months ago"). It is as
   * exact as the day at most.
   *
   * @param reference the present of whoever saved the text: when its file was written
   */
  public static @Nullable Stated relative(String line, Instant reference, ZoneId zone) {
    return RelativeDates.find(line, reference, zone);
  }

  /** True if the word names a month, in any of the languages known, in full or short. */
  public static boolean isMonth(String word) {
    String bare = word.endsWith(".") ? word.substring(0, word.length() - 1) : word;
    return !bare.isEmpty() && MonthNames.month(MonthNames.fold(bare)) > 0;
  }

  /** True for a weekday, in full or short, and for words such as "on", "am" or "le". */
  public static boolean isLead(String word) {
    String bare = word.endsWith(".") ? word.substring(0, word.length() - 1) : word;
    return Clocks.isLink(MonthNames.fold(bare));
  }

  private static boolean monthFirst(ZoneId zone, @Nullable String language) {
    if (language != null) {
      String tag = language.toLowerCase(Locale.ROOT);
      if (tag.equals("en-us")) {
        return true;
      }
      if (!tag.equals("en")) {
        return false;
      }
    }
    String id = zone.getId();
    return id.startsWith("US/")
        || switch (id) {
          case "America/New_York",
              "America/Chicago",
              "America/Denver",
              "America/Los_Angeles",
              "America/Phoenix",
              "America/Detroit",
              "America/Anchorage",
              "Pacific/Honolulu" ->
              true;
          default -> false;
        };
  }

  private static boolean hasDigits(String line, int from) {
    int end = Math.min(line.length(), from + DateTokens.REACH);
    int digits = 0;
    for (int i = from; i < end; i++) {
      char c = line.charAt(i);
      if ((c >= '0' && c <= '9') || (c >= 0x660 && Character.isDigit(c))) {
        digits++;
      }
    }
    return digits >= 4;
  }
}
