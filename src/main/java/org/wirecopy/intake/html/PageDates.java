package org.wirecopy.intake.html;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;
import org.wirecopy.article.Dateline;
import org.wirecopy.article.Dateline.Precision;

/** When a page says it was published: JSON-LD, then meta, then {@code <time>}; never guessed. */
final class PageDates {
  private static final Pattern ISO =
      Pattern.compile(
          "(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})"
              + "(?:[T ,]+(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,](\\d{1,9}))?)?"
              + "\\s*(Z|UTC|GMT|[+-]\\d{1,2}(?::?\\d{2})?)?)?.{0,40}",
          Pattern.CASE_INSENSITIVE);
  private static final Pattern COMPACT =
      Pattern.compile("(\\d{4})(\\d{2})(\\d{2})(?:T?(\\d{2})(\\d{2})(\\d{2})?()(Z|[+-]\\d{4})?)?");
  private static final int LONGEST = 80;

  private PageDates() {}

  /** The date of publication; {@link Dateline#NONE} if the page states none. */
  static Dateline of(Document page, MetaTags meta, JsonLd jsonLd, ZoneId zone) {
    Dateline best = better(Dateline.NONE, read(jsonLd.text("datePublished"), zone));
    best = better(best, read(jsonLd.text("dateCreated"), zone));
    for (String key :
        new String[] {
          "article:published_time",
          "og:published_time",
          "datepublished",
          "article:published",
          "og:article:published_time",
          "parsely-pub-date",
          "sailthru.date",
          "publishdate",
          "pubdate",
          "publish-date",
          "publication_date",
          "dc.date.issued",
          "dcterms.created",
          "dc.date",
          "dc.date.created",
          "dcterms.date",
          "cxenseparse:recs:publishtime",
          "bt:pubdate",
          "date",
          "article_date_original",
          "weibo:article:create_at",
          "displaydate",
          "originalpublicationdate",
          "article.published",
          "rnews:datepublished",
          "dc.created",
          "dcsext.articlefirstpublished",
          "last-modified-date",
          "citation_publication_date"
        }) {
      if (best.precision() == Precision.INSTANT) {
        return best;
      }
      best = better(best, read(meta.first(key), zone));
    }
    if (best.date() == null) {
      best = marked(page, zone);
    }
    return best;
  }

  /** A finer date wins over a coarser one of the same day, an earlier source over a later one. */
  private static Dateline better(Dateline have, Dateline other) {
    OffsetDateTime old = have.date();
    OffsetDateTime found = other.date();
    if (found == null) {
      return have;
    }
    if (old == null) {
      return other;
    }
    boolean near = Math.abs(old.toLocalDate().toEpochDay() - found.toLocalDate().toEpochDay()) <= 1;
    return near && other.precision().compareTo(have.precision()) < 0 ? other : have;
  }

  private static Dateline marked(Document page, ZoneId zone) {
    for (String selector :
        new String[] {
          "[itemprop=datePublished]",
          "time[pubdate][datetime]",
          "article time[datetime], main time[datetime]",
          "time[datetime]",
          "[property=datePublished]",
          "abbr.published",
          ".dt-published, .published[title]"
        }) {
      for (Element element : page.select(selector)) {
        for (String attribute : new String[] {"datetime", "content", "title"}) {
          Dateline found = read(element.attr(attribute), zone);
          if (found.date() != null) {
            return found;
          }
        }
      }
    }
    return Dateline.NONE;
  }

  /** Reads a machine's date; {@link Dateline#NONE} for anything else. */
  static Dateline read(@Nullable String text, ZoneId zone) {
    if (text == null || text.isBlank() || text.length() > LONGEST) {
      return Dateline.NONE;
    }
    String value = text.strip();
    try {
      Matcher iso = ISO.matcher(value);
      if (iso.matches()) {
        return dated(iso, zone);
      }
      Matcher compact = COMPACT.matcher(value);
      if (compact.matches()) {
        return dated(compact, zone);
      }
      if (value.length() > 20 && Character.isLetter(value.charAt(0))) {
        OffsetDateTime date = OffsetDateTime.parse(value, DateTimeFormatter.RFC_1123_DATE_TIME);
        return plausible(new Dateline(null, date, Precision.INSTANT));
      }
    } catch (DateTimeException e) {
      return Dateline.NONE;
    }
    return Dateline.NONE;
  }

  private static Dateline dated(Matcher m, ZoneId zone) {
    LocalDate day = LocalDate.of(number(m, 1), number(m, 2), number(m, 3));
    if (m.group(4) == null) {
      return plausible(
          new Dateline(null, day.atStartOfDay(zone).toOffsetDateTime(), Precision.DAY));
    }
    LocalTime time =
        LocalTime.of(number(m, 4), number(m, 5), m.group(6) == null ? 0 : number(m, 6));
    String fraction = m.group(7);
    if (fraction != null && !fraction.isEmpty()) {
      time = time.withNano(Integer.parseInt((fraction + "00000000").substring(0, 9)));
    }
    LocalDateTime local = day.atTime(time);
    String offset = m.group(8);
    if (offset == null) {
      return plausible(
          new Dateline(null, local.atZone(zone).toOffsetDateTime(), Precision.LOCAL_TIME));
    }
    boolean zulu = Character.isLetter(offset.charAt(0));
    return plausible(
        new Dateline(
            null,
            local.atOffset(zulu ? ZoneOffset.UTC : ZoneOffset.of(colon(offset))),
            Precision.INSTANT));
  }

  private static Dateline plausible(Dateline date) {
    OffsetDateTime at = date.date();
    return at != null && at.getYear() >= 1980 && at.getYear() < 2100 ? date : Dateline.NONE;
  }

  private static String colon(String offset) {
    String digits = offset.substring(1).replace(":", "");
    if (digits.length() < 3) {
      return offset.charAt(0) + (digits.length() == 1 ? "0" : "") + digits + ":00";
    }
    String padded = digits.length() == 3 ? "0" + digits : digits;
    return offset.charAt(0) + padded.substring(0, 2) + ":" + padded.substring(2);
  }

  private static int number(Matcher m, int group) {
    return Integer.parseInt(m.group(group));
  }
}
