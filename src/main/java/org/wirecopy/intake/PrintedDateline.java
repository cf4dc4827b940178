package org.wirecopy.intake;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.wirecopy.article.Block;
import org.wirecopy.article.Dateline;
import org.wirecopy.article.Dateline.Precision;

/**
 * The dateline that a story's first paragraph begins with: "ANKARA, Aug 25 (Reuters) - …", "LINDI:
 * …", "Hamburg/Kiel, 12. März (dpa) – …", "नई दिल्ली, 25 अगस्त (भाषा) …".
 *
 * <p>A place in capitals needs no more than a dash or colon behind it. Any other needs two of day,
 * agency and dash, since so do many sentences begin.
 */
public final class PrintedDateline {
  private static final int LONGEST_LEAD = 90;
  private static final int LONGEST_CAPITALS_LEAD = 70;
  private static final int LONGEST_PLACE = 40;

  /** How long ago a day without its year may be for the year to be told, in days. */
  private static final int RECENT = 7;

  private static final String WORD = "(?:\\p{Lu}[\\p{L}\\p{M}.'’-]*|[\\p{Lo}\\p{M}]+)";
  private static final String MONTH = "\\p{L}[\\p{L}\\p{M}]{1,14}";

  private static final Pattern LEAD =
      Pattern.compile(
          ("^(?<place>WORD(?:(?: (?:de|del|la|las|los|am|an|der|do|da|di|sur|les|upon|el) | / |[ /])WORD){0,4})"
                  + "(?:, \\p{Lu}[\\p{L}. ]{1,24}?)??"
                  + "(?<day>[,.] ?(?:(?:le|den|am|el|il|em) )?"
                  + "(?:(?<d1>\\p{Nd}{1,2})(?:er|[.º])?(?: de)? ?(?<m1>MONTH)\\.?"
                  + "|(?<m2>MONTH)\\.? (?<d2>\\p{Nd}{1,2})(?:st|nd|rd|th)?)"
                  + "(?:,? (?:de )?(?<year>\\p{Nd}{4}))?)?"
                  + "(?<agency>[,.]? ?\\([\\p{L}\\p{M}/. -]{2,24}\\))?"
                  + "(?<dash>[.,]? ?[–—-]{1,2} | )")
              .replace("WORD", WORD)
              .replace("MONTH", MONTH));

  /** Beside those that {@link Offices} knows, agencies as they sign in other scripts. */
  private static final Set<String> AGENCIES =
      Set.of(
          "भाषा",
          "वार्ता",
          "एजेंसी",
          "رويترز",
          "أ ف ب",
          "د ب أ",
          "وام",
          "واس",
          "тасс",
          "риа новости",
          "интерфакс",
          "укринформ",
          "lusa",
          "ntb",
          "ritzau",
          "tt",
          "stt",
          "pap",
          "čtk",
          "tasr",
          "mti",
          "agerpres",
          "antara",
          "bernama",
          "kna",
          "epd",
          "ots",
          "sda",
          "belga",
          "uni",
          "aa",
          "yonhap",
          "kyodo",
          "notimex",
          "télam");

  private PrintedDateline() {}

  /**
   * A dateline with what the body prints of it where it lacks it: the place, and the day if none is
   * stated elsewhere. The year may be left out of it while it is fresh, as agencies do; it is then
   * that of the days before the file was saved.
   */
  public static Dateline complete(Dateline found, List<Block> body, Source source) {
    if (body.isEmpty() || (found.place() != null && found.date() != null)) {
      return found;
    }
    String text =
        body.stream()
            // an agency's key points stand above the lead
            .filter(block -> block.kind() != Block.Kind.BULLET)
            .findFirst()
            .orElse(body.get(0))
            .text();
    Matcher lead =
        LEAD.matcher(text.length() <= LONGEST_LEAD ? text : text.substring(0, LONGEST_LEAD));
    boolean printed = lead.find() && isSure(lead);
    String place = found.place() == null ? capitals(text) : found.place();
    if (place == null && printed) {
      place = lead.group("place").strip();
    }
    LocalDate day =
        found.date() == null && printed && lead.group("day") != null ? day(lead, source) : null;
    return day == null
        ? new Dateline(place, found.date(), found.precision())
        : new Dateline(place, midnight(day, source), Precision.DAY);
  }

  private static OffsetDateTime midnight(LocalDate day, Source source) {
    return day.atStartOfDay(source.zone()).toOffsetDateTime();
  }

  private static boolean isSure(Matcher lead) {
    boolean day = lead.group("day") != null && month(lead) > 0;
    if (lead.group("day") != null && !day) {
      return false;
    }
    boolean agency = lead.group("agency") != null && isAgency(lead.group("agency"));
    boolean dash = !lead.group("dash").isBlank();
    return lead.group("place").length() <= LONGEST_PLACE
        && ((day && dash) || (agency && dash) || (day && agency));
  }

  private static boolean isAgency(String bracketed) {
    String inside = bracketed.substring(bracketed.indexOf('(') + 1, bracketed.length() - 1);
    for (String part : inside.split("/", 4)) {
      String name = part.strip();
      if (Offices.is(name) || AGENCIES.contains(name.toLowerCase(Locale.ROOT))) {
        return true;
      }
    }
    return false;
  }

  private static int month(Matcher lead) {
    String name = lead.group("m1") == null ? lead.group("m2") : lead.group("m1");
    return MonthNames.month(MonthNames.fold(name));
  }

  private static @Nullable LocalDate day(Matcher lead, Source source) {
    String stated = lead.group("d1") == null ? lead.group("d2") : lead.group("d1");
    int month = month(lead);
    LocalDate saved = source.modified().atZone(source.zone()).toLocalDate();
    try {
      String year = lead.group("year");
      if (year != null) {
        return LocalDate.of(Integer.parseInt(year), month, Integer.parseInt(stated));
      }
      for (int back = -1; back <= 1; back++) {
        LocalDate day = LocalDate.of(saved.getYear() - back, month, Integer.parseInt(stated));
        if (!day.isBefore(saved.minusDays(RECENT)) && !day.isAfter(saved.plusDays(1))) {
          return day;
        }
      }
    } catch (DateTimeException noSuchDay) {
      // 31 November: not a day, so not a date
    }
    return null;
  }

  /** The place that a text begins with, in capitals, or null. */
  private static @Nullable String capitals(String text) {
    int end = 0;
    int letters = 0;
    while (end < text.length() && end <= LONGEST_PLACE) {
      char c = text.charAt(end);
      if (Character.isUpperCase(c)) {
        letters++;
      } else if (Character.isLetterOrDigit(c) || ",(:–—".indexOf(c) >= 0) {
        break;
      } else if (c != ' ' && c != '.' && c != '\'' && c != '’' && c != '-' && c != '/') {
        return null;
      }
      end++;
    }
    if (letters < 3 || end >= text.length() || Character.isLetterOrDigit(text.charAt(end))) {
      return null;
    }
    String place = text.substring(0, end).strip();
    while (place.endsWith("-")) {
      place = place.substring(0, place.length() - 1).strip();
    }
    return isEnded(text, end) && place.length() >= 3 ? place : null;
  }

  /** True if a dash or colon ends the dateline, after at most a date and an agency. */
  private static boolean isEnded(String text, int from) {
    char next = text.charAt(from);
    if (next == ':') {
      return from + 1 < text.length() && text.charAt(from + 1) == ' ';
    }
    for (int i = from; i < Math.min(text.length() - 1, LONGEST_CAPITALS_LEAD); i++) {
      char c = text.charAt(i);
      if (c == '–' || c == '—' || (c == '-' && text.charAt(i + 1) == ' ')) {
        return true;
      }
    }
    return false;
  }
}
