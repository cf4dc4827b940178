package org.wirecopy.intake;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wirecopy.article.Dateline.Precision;
import org.wirecopy.intake.Dates.Stated;

/** Dates told from the present: "2 hours ago", "vor 2 Stunden", "il y a 2 heures". */
final class RelativeDates {
  private static final Map<String, Duration> UNITS =
      Map.ofEntries(
          unit("minute", 1),
          unit("minutes", 1),
          unit("min", 1),
          unit("mins", 1),
          unit("minuten", 1),
          unit("minutos", 1),
          unit("minuto", 1),
          unit("minuti", 1),
          unit("minut", 1),
          unit("minuter", 1),
          unit("minutter", 1),
          unit("dakika", 1),
          unit("hour", 60),
          unit("hours", 60),
          unit("hr", 60),
          unit("hrs", 60),
          unit("h", 60),
          unit("stunde", 60),
          unit("stunden", 60),
          unit("std", 60),
          unit("heure", 60),
          unit("heures", 60),
          unit("hora", 60),
          unit("horas", 60),
          unit("ora", 60),
          unit("ore", 60),
          unit("uur", 60),
          unit("uren", 60),
          unit("timer", 60),
          unit("timme", 60),
          unit("timmar", 60),
          unit("saat", 60),
          unit("hodinami", 60),
          unit("day", 1440),
          unit("days", 1440),
          unit("tag", 1440),
          unit("tagen", 1440),
          unit("jour", 1440),
          unit("jours", 1440),
          unit("dia", 1440),
          unit("dias", 1440),
          unit("giorno", 1440),
          unit("giorni", 1440),
          unit("dag", 1440),
          unit("dagen", 1440),
          unit("dagar", 1440),
          unit("gun", 1440));
  private static final Set<String> BEFORE = Set.of("vor", "hace", "ha", "for", "a", "pred");
  private static final Set<String> AFTER =
      Set.of("ago", "fa", "atras", "geleden", "siden", "sedan", "once");
  private static final Set<String> YESTERDAY =
      Set.of("yesterday", "gestern", "ayer", "ieri", "ontem", "gisteren", "dun");
  private static final Set<String> TODAY =
      Set.of("today", "heute", "aujourd", "hoy", "oggi", "hoje", "vandaag", "bugun");
  private static final int FEW_TOKENS = 7;
  private static final int MOST_TOKENS = 12;
  private static final int MOST_DAYS = 6;

  private RelativeDates() {}

  private static Map.Entry<String, Duration> unit(String word, int minutes) {
    return Map.entry(word, Duration.ofMinutes(minutes));
  }

  static @Nullable Stated find(String line, Instant reference, ZoneId zone) {
    if (line.length() > 80) {
      return null;
    }
    DateTokens tokens = DateTokens.of(line, 0);
    if (tokens.count() > MOST_TOKENS) {
      return null;
    }
    for (int i = 0; i < tokens.count(); i++) {
      String word = tokens.word(i);
      boolean brief = tokens.count() <= FEW_TOKENS;
      if (brief && YESTERDAY.contains(word)) {
        return day(day(reference, zone).minusDays(1), zone, tokens, i, i + 1);
      }
      if (brief && TODAY.contains(word)) {
        return day(day(reference, zone), zone, tokens, i, i + 1);
      }
      Duration unit = tokens.number(i) >= 0 ? UNITS.get(tokens.word(i + 1)) : null;
      if (unit != null && isPast(tokens, i)) {
        Duration past = tooLong(tokens.number(i)) ? null : unit.multipliedBy(tokens.number(i));
        if (past == null || past.toDays() > MOST_DAYS) {
          return null;
        }
        LocalDate then = day(reference.minus(past), zone);
        return stated(then, null, zone, tokens.start(i), tokens.end(i + 1));
      }
    }
    return null;
  }

  private static LocalDate day(Instant time, ZoneId zone) {
    return time.atZone(zone).toLocalDate();
  }

  private static boolean tooLong(int number) {
    return number > 10_000;
  }

  private static boolean isPast(DateTokens tokens, int number) {
    return AFTER.contains(tokens.word(number + 2))
        || BEFORE.contains(tokens.word(number - 1))
        || tokens.word(number + 2).equals("temu");
  }

  private static Stated day(LocalDate day, ZoneId zone, DateTokens tokens, int first, int next) {
    Clocks.Clock clock = new Clocks(tokens, zone).after(next);
    return stated(
        day,
        clock == null ? null : clock.time(),
        zone,
        tokens.start(first),
        tokens.end(clock == null ? next - 1 : clock.next() - 1));
  }

  private static Stated stated(
      LocalDate day, @Nullable LocalTime time, ZoneId zone, int start, int end) {
    LocalDateTime local = LocalDateTime.of(day, time == null ? LocalTime.MIDNIGHT : time);
    return new Stated(
        local.atZone(zone).toOffsetDateTime(),
        time == null ? Precision.DAY : Precision.LOCAL_TIME,
        start,
        end);
  }
}
