package org.wirecopy.intake;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wirecopy.article.Dateline.Precision;
import org.wirecopy.intake.Clocks.Clock;
import org.wirecopy.intake.Dates.Stated;

/** Finds a date that begins at a token, and the time of day that stands with it. */
final class DateScanner {
  private static final Set<String> OF = Set.of("of", "de", "del", "d", "m", "i", "ος", "ci", "cu");
  private static final Set<String> ORDINALS =
      Set.of("st", "nd", "rd", "th", "º", "er", "o", "a", "e", "ª", "η", "го", "ro");

  private final DateTokens tokens;
  private final ZoneId zone;
  private final boolean monthFirst;
  private final Clocks clocks;

  DateScanner(DateTokens tokens, ZoneId zone, boolean monthFirst) {
    this.tokens = tokens;
    this.zone = zone;
    this.monthFirst = monthFirst;
    this.clocks = new Clocks(tokens, zone);
  }

  /** A day, and the token after it. */
  private record Day(LocalDate date, int next) {}

  /** The date that begins at a token, or null. */
  @Nullable Stated at(int token) {
    Day day = day(token);
    if (day == null) {
      return null;
    }
    Clock after = clocks.after(day.next());
    Clock clock = after != null ? after : clocks.before(token);
    int start = tokens.start(token);
    int end = tokens.end(day.next() - 1);
    if (clock == null) {
      ZoneId stated = clocks.zone(day.next());
      return stated(day.date(), null, stated, start, stated == null ? end : clocks.zoneEnd());
    }
    if (clock == after) {
      end = tokens.end(clock.next() - 1);
    } else {
      start = tokens.start(clock.first());
      ZoneId late = clock.zone() == null ? clocks.zone(day.next()) : null;
      if (late != null) {
        return stated(day.date(), clock, late, start, clocks.zoneEnd());
      }
    }
    return stated(day.date(), clock, clock.zone(), start, end);
  }

  private Stated stated(
      LocalDate day, @Nullable Clock clock, @Nullable ZoneId stated, int start, int end) {
    LocalTime time = clock == null ? LocalTime.MIDNIGHT : clock.time();
    LocalDateTime local =
        LocalDateTime.of(clock != null && clock.nextDay() ? day.plusDays(1) : day, time);
    OffsetDateTime date = local.atZone(stated == null ? zone : stated).toOffsetDateTime();
    Precision precision =
        clock == null ? Precision.DAY : stated == null ? Precision.LOCAL_TIME : Precision.INSTANT;
    return new Stated(date, precision, start, end);
  }

  private @Nullable Day day(int i) {
    if (tokens.number(i) >= 0) {
      if (!startsNumber(i)) {
        return null;
      }
      if (tokens.digits(i) == 4) {
        return yearFirst(i);
      }
      if (tokens.digits(i) == 8) {
        return compact(i);
      }
      return tokens.digits(i) <= 2 ? dayFirst(i) : null;
    }
    int month = month(i);
    return month == 0 ? null : monthThenDay(i, month);
  }

  /** False within a number with signs, such as 1.250 or a telephone number. */
  private boolean startsNumber(int i) {
    char before = tokens.glued(i) ? tokens.sign(i - 1) : '\0';
    if (before != '.' && before != '/' && before != '-' && before != ',' && before != '+') {
      return before != '$' && before != '€' && before != '£';
    }
    return !(tokens.number(i - 2) >= 0 && tokens.glued(i - 1));
  }

  /** 2021-08-25, 2021/8/25, 2021.08.25., 2021年8月25日, 2025. június 5., 2025 m. birželio 5 d. */
  private @Nullable Day yearFirst(int i) {
    int year = tokens.number(i);
    int at = i + 1;
    char sign = tokens.sign(at);
    String word = tokens.word(at);
    if (word.equals("年") || word.equals("년")) {
      return calendarSigns(year, at + 1);
    }
    if ((sign == '-' || sign == '/' || sign == '.') && tokens.number(at + 1) >= 0) {
      if (tokens.sign(at + 2) != sign || tokens.digits(at + 1) > 2 || tokens.digits(at + 3) > 2) {
        return null;
      }
      return checked(year, tokens.number(at + 1), tokens.number(at + 3), at + 4);
    }
    if (sign == '.' || sign == '-' || sign == ',' || word.equals("m")) {
      at++;
      at += tokens.sign(at) == '.' ? 1 : 0;
    }
    int month = month(at);
    if (month == 0) {
      return null;
    }
    at += tokens.sign(at + 1) == '-' ? 2 : 1;
    return tokens.digits(at) > 2 ? null : checked(year, month, tokens.number(at), at + 1);
  }

  private @Nullable Day calendarSigns(int year, int at) {
    String first = tokens.word(at + 1);
    String second = tokens.word(at + 3);
    boolean signs =
        (first.equals("月") && second.equals("日")) || (first.equals("월") && second.equals("일"));
    return signs ? checked(year, tokens.number(at), tokens.number(at + 2), at + 4) : null;
  }

  /** 20210825T122800Z, and 20210825 alone. */
  private @Nullable Day compact(int i) {
    boolean clock =
        tokens.word(i + 1).equals("t") && (tokens.digits(i + 2) == 6 || tokens.digits(i + 2) == 4);
    if (!clock && tokens.count() > 1) {
      return null;
    }
    int n = tokens.number(i);
    return checked(n / 10_000, n / 100 % 100, n % 100, i + 1);
  }

  /** 25 August 2021, 25. August 2021, 25th of August, 2021, 25-Aug-2021, 25.8.2021, 25/08/21. */
  private @Nullable Day dayFirst(int i) {
    int first = tokens.number(i);
    int at = i + 1;
    char sign = tokens.sign(at);
    if ((sign == '.' || sign == '/' || sign == '-') && tokens.number(at + 1) >= 0) {
      return figures(first, sign, at + 1);
    }
    if (ORDINALS.contains(tokens.word(at)) && !isMonth(at)) {
      at++;
    } else if (sign == '.' || sign == '-' || sign == '/' || sign == 'º') {
      at++;
    }
    if (OF.contains(tokens.word(at))) {
      at++;
      at += tokens.sign(at) == '\'' || tokens.sign(at) == '’' ? 1 : 0;
    }
    int month = month(at);
    return month == 0 ? null : year(month, first, at + 1);
  }

  /**
   * Day, month and year in figures: the sign before the month is known, {@code at} is the month.
   */
  private @Nullable Day figures(int first, char sign, int at) {
    int second = tokens.number(at);
    int digits = tokens.digits(at + 2);
    if (tokens.sign(at + 1) != sign || tokens.digits(at) > 2 || (digits != 4 && digits != 2)) {
      return null;
    }
    int year = tokens.number(at + 2) + (digits == 2 ? 2000 : 0);
    if (digits == 2 && (sign == '-' || clocks.isClock(at + 2))) {
      return null;
    }
    boolean american = sign == '/' ? (monthFirst && first <= 12) || second > 12 : false;
    return american ? checked(year, first, second, at + 3) : checked(year, second, first, at + 3);
  }

  /** August 25, 2021, Aug. 25th 2021. */
  private @Nullable Day monthThenDay(int i, int month) {
    int at = i + 1;
    at += tokens.sign(at) == '.' || tokens.sign(at) == '-' ? 1 : 0;
    if (tokens.digits(at) == 0 || tokens.digits(at) > 2) {
      return null;
    }
    int day = tokens.number(at);
    at++;
    at += ORDINALS.contains(tokens.word(at)) ? 1 : 0;
    return tokens.digits(at) == 2 ? null : year(month, day, at);
  }

  /** The year after day and month. */
  private @Nullable Day year(int month, int day, int from) {
    int at = from;
    boolean apostrophe = false;
    for (int skipped = 0; skipped < 3; skipped++) {
      char sign = tokens.sign(at);
      apostrophe |= sign == '\'' || sign == '’';
      boolean joint =
          sign == '.' || sign == ',' || sign == '-' || sign == '/' || sign == '\'' || sign == '’';
      if (!joint && !tokens.word(at).equals("de") && !tokens.word(at).equals("del")) {
        break;
      }
      at++;
    }
    if (tokens.digits(at) == 4 && !clocks.isClock(at)) {
      return checked(tokens.number(at), month, day, at + 1);
    }
    boolean last =
        at + 1 >= tokens.count() || tokens.sign(at + 1) == ',' || tokens.number(at + 1) >= 0;
    if (tokens.digits(at) == 2 && !clocks.isClock(at) && (apostrophe || last)) {
      return checked(2000 + tokens.number(at), month, day, at + 1);
    }
    return null;
  }

  private int month(int token) {
    String word = tokens.word(token);
    return word.isEmpty() ? 0 : MonthNames.month(word);
  }

  private boolean isMonth(int token) {
    return month(token) != 0;
  }

  private static @Nullable Day checked(int year, int month, int day, int next) {
    if (year < 1900 || year > 2100) {
      return null;
    }
    try {
      return new Day(LocalDate.of(year, month, day), next);
    } catch (DateTimeException e) {
      return null;
    }
  }
}
