package org.wirecopy.intake;

import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds times of day and time zones beside a date. */
final class Clocks {
  private static final Set<String> LINKS =
      Set.of(
          "at", "um", "a", "à", "as", "alle", "ore", "ora", "kl", "klo", "om", "ob", "o", "las",
          "la", "t", "uhr", "time", "saat", "в", "о", "στις", "às", "the", "le", "il", "den", "d");
  private static final Set<String> WEEKDAYS =
      Set.of(
          "monday",
          "tuesday",
          "wednesday",
          "thursday",
          "friday",
          "saturday",
          "sunday",
          "mon",
          "tue",
          "tues",
          "wed",
          "thu",
          "thur",
          "thurs",
          "fri",
          "sat",
          "sun",
          "montag",
          "dienstag",
          "mittwoch",
          "donnerstag",
          "freitag",
          "samstag",
          "sonnabend",
          "sonntag",
          "mo",
          "di",
          "mi",
          "do",
          "fr",
          "sa",
          "so",
          "lundi",
          "mardi",
          "mercredi",
          "jeudi",
          "vendredi",
          "samedi",
          "dimanche",
          "lunes",
          "martes",
          "miercoles",
          "jueves",
          "viernes",
          "sabado",
          "domingo",
          "lunedi",
          "martedi",
          "mercoledi",
          "giovedi",
          "venerdi",
          "sabato",
          "domenica",
          "on",
          "am",
          "del",
          "de",
          "of");
  private static final String JOINTS = ",;@–—-|•·/(:∙⋅";
  private static final int MOST_LINKS = 4;

  private final DateTokens tokens;
  private final ZoneId desk;
  private int zoneEnd;

  Clocks(DateTokens tokens, ZoneId desk) {
    this.tokens = tokens;
    this.desk = desk;
  }

  /**
   * A time of day.
   *
   * @param zone its stated zone, or null
   * @param nextDay true for 24:00
   * @param first its first token
   * @param next the token after it and its zone
   */
  record Clock(LocalTime time, @Nullable ZoneId zone, boolean nextDay, int first, int next) {}

  /** True for a weekday or a small word between it, the time and the date, folded. */
  static boolean isLink(String word) {
    return LINKS.contains(word) || WEEKDAYS.contains(word);
  }

  /** True if a number begins a time such as 10:30. */
  boolean isClock(int i) {
    return tokens.sign(i + 1) == ':' && tokens.digits(i + 2) == 2;
  }

  /** The time that follows a date. */
  @Nullable Clock after(int from) {
    int i = from;
    for (int links = 0; links <= MOST_LINKS; links++) {
      Clock clock = clock(i);
      if (clock != null) {
        return clock;
      }
      String word = tokens.word(i);
      boolean link = word.isEmpty() ? JOINTS.indexOf(tokens.sign(i)) >= 0 : LINKS.contains(word);
      if (tokens.number(i) >= 0 || tokens.sign(i) == '\0' && !link) {
        return null;
      }
      if (!link && tokens.sign(i) != '.') {
        return null;
      }
      i++;
    }
    return null;
  }

  /** The time that stands before a date, with nothing but links between. */
  @Nullable Clock before(int date) {
    for (int i = Math.max(0, date - 14); i < date; i++) {
      if (tokens.number(i) < 0 || (i > 0 && tokens.glued(i) && tokens.sign(i - 1) == ':')) {
        continue;
      }
      Clock clock = clock(i);
      if (clock != null && clock.next() <= date && onlyLinks(clock.next(), date)) {
        return clock;
      }
    }
    return null;
  }

  private boolean onlyLinks(int from, int to) {
    for (int i = from; i < to; i++) {
      String word = tokens.word(i);
      boolean link =
          word.isEmpty()
              ? JOINTS.indexOf(tokens.sign(i)) >= 0 || tokens.sign(i) == '.'
              : isLink(word);
      if (!link || tokens.number(i) >= 0) {
        return false;
      }
    }
    return to - from <= MOST_LINKS + 2;
  }

  /** The time that begins at a token. */
  private @Nullable Clock clock(int i) {
    String early = tokens.word(i);
    boolean forenoon = early.equals("午前") || early.equals("오전") || early.equals("上午");
    boolean afternoon = early.equals("午後") || early.equals("오후") || early.equals("下午");
    int at = forenoon || afternoon ? i + 1 : i;
    int hour = tokens.number(at);
    if (hour < 0 || hour > 24 || tokens.digits(at) > 2) {
      return compact(i);
    }
    int minute = 0;
    int second = 0;
    boolean sure = forenoon || afternoon;
    String unit = tokens.word(at + 1);
    char sign = tokens.sign(at + 1);
    boolean minutes = tokens.digits(at + 2) == 2 && tokens.number(at + 2) < 60;
    if ((sign == ':' || sign == '.') && minutes) {
      sure |= sign == ':' || !figuresGoOn(at + 3);
      minute = tokens.number(at + 2);
      at += 3;
      if (tokens.sign(at) == sign && tokens.digits(at + 1) == 2) {
        second = Math.min(59, tokens.number(at + 1));
        at += 2;
        boolean fraction = tokens.sign(at) == '.' && tokens.number(at + 1) >= 0;
        at += fraction && tokens.glued(at) ? 2 : 0;
      }
    } else if (isHour(unit) && minutes) {
      sure = true;
      minute = tokens.number(at + 2);
      at += 3;
      at += tokens.word(at).equals("分") || tokens.word(at).equals("분") ? 1 : 0;
    } else {
      sure |= isHour(unit) || unit.equals("uhr");
      at += isHour(unit) ? 2 : 1;
    }
    int half = half(at);
    if (half != 0) {
      sure = true;
      forenoon = half < 0;
      afternoon = half > 0;
      at = halfEnd(at);
    } else if (isHourWord(tokens.word(at))) {
      sure = true;
      at++;
    }
    if (!sure || hour > 24 || (hour == 24 && minute + second > 0)) {
      return null;
    }
    if (afternoon && hour < 12) {
      hour += 12;
    } else if (forenoon && hour == 12) {
      hour = 0;
    }
    ZoneId zone = zone(at);
    return new Clock(
        LocalTime.of(hour % 24, minute, second), zone, hour == 24, i, zone == null ? at : next(at));
  }

  /** hhmmss after the T of ISO 8601's basic form. */
  private @Nullable Clock compact(int i) {
    int digits = tokens.digits(i);
    if ((digits != 6 && digits != 4) || !tokens.word(i - 1).equals("t") || !tokens.glued(i)) {
      return null;
    }
    int n = digits == 6 ? tokens.number(i) : tokens.number(i) * 100;
    if (n / 10_000 > 23 || n / 100 % 100 > 59) {
      return null;
    }
    LocalTime time = LocalTime.of(n / 10_000, n / 100 % 100, Math.min(59, n % 100));
    ZoneId zone = zone(i + 1);
    return new Clock(time, zone, false, i, zone == null ? i + 1 : next(i + 1));
  }

  private boolean figuresGoOn(int i) {
    return tokens.glued(i) && tokens.sign(i) == '.' && tokens.digits(i + 1) > 2;
  }

  private static boolean isHour(String word) {
    return switch (word) {
      case "h", "u", "時", "点", "时", "시" -> true;
      default -> false;
    };
  }

  private static boolean isHourWord(String word) {
    return switch (word) {
      case "uhr", "h", "hrs", "hours", "klo", "uur", "hod" -> true;
      default -> false;
    };
  }

  /** -1 for a.m., 1 for p.m., else 0. */
  private int half(int i) {
    String word = tokens.word(i);
    if (word.equals("am") || word.equals("πμ")) {
      return -1;
    }
    if (word.equals("pm") || word.equals("μμ")) {
      return 1;
    }
    if ((word.equals("a") || word.equals("p"))
        && tokens.sign(i + 1) == '.'
        && tokens.word(i + 2).equals("m")) {
      return word.equals("a") ? -1 : 1;
    }
    return 0;
  }

  private int halfEnd(int i) {
    if (tokens.word(i).length() == 2) {
      return i + 1;
    }
    return tokens.sign(i + 3) == '.' ? i + 4 : i + 3;
  }

  /** The zone that begins at a token, in round brackets or not; null if there is none. */
  @Nullable ZoneId zone(int from) {
    int i = tokens.sign(from) == '(' ? from + 1 : from;
    i += tokens.sign(from) == ',' || tokens.sign(from) == '|' ? 1 : 0;
    char sign = tokens.sign(i);
    if ((sign == '+' || sign == '-' || sign == '−') && tokens.glued(i + 1)) {
      boolean spaced = !tokens.glued(i) && tokens.digits(i + 1) < 4 && tokens.sign(i + 2) != ':';
      return spaced && sign == '-' ? null : offset(i, sign);
    }
    String word = tokens.word(i);
    if (word.isEmpty() || word.length() > 4) {
      return null;
    }
    ZoneId zone = ZoneNames.zone(word, desk);
    if (zone == null || (word.length() == 2 && !tokens.isCapital(i))) {
      return null;
    }
    zoneEnd = tokens.end(i);
    char next = tokens.sign(i + 1);
    if ((word.equals("gmt") || word.equals("utc"))
        && (next == '+' || next == '-' || next == '−')
        && tokens.glued(i + 2)) {
      ZoneId offset = offset(i + 1, next);
      return offset == null ? zone : offset;
    }
    return zone;
  }

  /** Where the zone found last ends in the line. */
  int zoneEnd() {
    return zoneEnd;
  }

  private int next(int from) {
    int i = from;
    while (i < tokens.count() && tokens.start(i) < zoneEnd) {
      i++;
    }
    return i;
  }

  private @Nullable ZoneId offset(int sign, char plus) {
    int number = tokens.number(sign + 1);
    int digits = tokens.digits(sign + 1);
    int hours = digits == 4 ? number / 100 : number;
    int minutes = digits == 4 ? number % 100 : 0;
    zoneEnd = tokens.end(Math.min(sign + 1, tokens.count() - 1));
    if (digits <= 2 && tokens.sign(sign + 2) == ':' && tokens.digits(sign + 3) == 2) {
      minutes = tokens.number(sign + 3);
      zoneEnd = tokens.end(sign + 3);
    }
    if (digits == 0 || digits == 3 || digits > 4 || hours > 14 || minutes > 59) {
      return null;
    }
    int total = hours * 60 + minutes;
    return ZoneOffset.ofTotalSeconds((plus == '+' ? total : -total) * 60);
  }
}
