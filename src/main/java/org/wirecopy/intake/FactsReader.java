package org.wirecopy.intake;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wirecopy.article.Byline;
import org.wirecopy.article.Dateline.Precision;
import org.wirecopy.article.Rights;
import org.wirecopy.article.Status;
import org.wirecopy.article.Subject;
import org.wirecopy.intake.Dates.Stated;
import org.wirecopy.intake.FrontMatter.Field;

/** Turns fields as written into facts; stops at the first that cannot be accepted. */
final class FactsReader {
  private static final Set<String> YES = Set.of("true", "yes", "1", "on");
  private static final Set<String> NO = Set.of("false", "no", "0", "off");

  /** No file that is dropped is older; some tools leave the time of 1970 or 1980. */
  private static final Instant ANY_FILE = Instant.parse("2000-01-01T00:00:00Z");

  /** What is done with a story, in fields that other systems have for it. */
  private static final Set<String> ACTIONS =
      Set.of(
          "kill",
          "delete",
          "withdraw",
          "retract",
          "remove",
          "cancel",
          "hold",
          "withhold",
          "recall");

  private final Source source;
  private final List<String> warnings = new ArrayList<>();

  /** What is said in fields that go nowhere; yet it may be an order to the desk. */
  private final List<String> unread = new ArrayList<>();

  private final List<Subject> subjects = new ArrayList<>();
  private final List<String> genres = new ArrayList<>();
  private final List<String> partners = new ArrayList<>();
  private @Nullable String id;
  private @Nullable Status status;
  private @Nullable String headline;
  private @Nullable String subhead;
  private @Nullable String summary;
  private @Nullable String slug;
  private @Nullable Byline byline;
  private @Nullable String place;
  private @Nullable Stated date;
  private @Nullable Field ahead;
  private @Nullable String language;
  private int urgency;
  private Rights rights = Rights.NONE;
  private @Nullable OffsetDateTime embargo;
  private @Nullable OffsetDateTime expires;
  private @Nullable String correction;
  private @Nullable String edNote;
  private @Nullable String href;
  private @Nullable String digitalSourceType;

  FactsReader(Source source) {
    this.source = source;
  }

  /** Reads all fields; the rejection if one cannot be accepted, else null. */
  @Nullable Rejection read(List<Field> fields) {
    for (Field field : fields) {
      Rejection rejection = field(field);
      if (rejection != null) {
        return rejection;
      }
    }
    return orders();
  }

  Facts facts() {
    return new Facts(
        id,
        status,
        headline,
        subhead,
        summary,
        slug,
        byline,
        place,
        date,
        language,
        urgency,
        subjects,
        genres,
        rights,
        embargo,
        expires,
        correction,
        edNote,
        href,
        digitalSourceType,
        partners,
        warnings);
  }

  private @Nullable Rejection field(Field field) {
    String value = CleanText.line(field.value());
    if (value.isEmpty()) {
      return FieldNames.nearlyCritical(field.name()) == null ? null : empty(field);
    }
    switch (field.name()) {
      case "id" -> id = value;
      case "headline" -> headline = CleanText.headline(value);
      case "subhead" -> subhead = value;
      case "summary" -> summary = value;
      case "slug" -> slug = value;
      case "byline" -> byline = byline(field);
      case "place" -> place = value;
      case "source" -> rights = rights.withSource(value);
      case "credit" -> rights = rights.withCredit(value);
      case "copyright" -> copyright(value);
      case "rights" -> rights = rights.withUsageTerms(value);
      case "subjects" -> items(field).forEach(item -> subjects.add(subject(item)));
      case "genre" -> genres.addAll(items(field));
      case "partners" -> partners.addAll(items(field));
      case "ednote" -> edNote = value;
      case "note" -> unread.add(value); // private: it never leaves the house
      case "digitalsourcetype" -> digitalSourceType = value;
      default -> {
        return checked(field, value);
      }
    }
    return null;
  }

  private @Nullable Rejection checked(Field field, String value) {
    return switch (field.name()) {
      case "status" -> status(field, value);
      case "date" -> date(value, field);
      case "published" -> published(value, field);
      case "release" -> release(value, field);
      case "embargo" -> embargo(field, value);
      case "expires" -> expires(field, value);
      case "urgency" -> urgency(field, value);
      case "language" -> language(value);
      case "correction" -> correction(field, value);
      case "url" -> url(value);
      case "draft" -> draft(field, value);
      default -> unknown(field);
    };
  }

  private void copyright(String value) {
    String lower = value.toLowerCase(Locale.ROOT);
    boolean notice =
        lower.startsWith("©") || lower.startsWith("(c)") || lower.startsWith("copyright");
    rights = notice ? rights.withCopyrightNotice(value) : rights.withCopyrightHolder(value);
  }

  private static Byline byline(Field field) {
    if (field.values().size() > 1) {
      return Bylines.ofAuthors(field.values());
    }
    return Bylines.of(field.value());
  }

  private static List<String> items(Field field) {
    List<String> items = new ArrayList<>();
    for (String value : field.values()) {
      for (String item : field.values().size() > 1 ? new String[] {value} : value.split("[,;]")) {
        String clean = CleanText.line(item);
        if (!clean.isEmpty() && !items.contains(clean)) {
          items.add(clean);
        }
      }
    }
    return items;
  }

  private static Subject subject(String item) {
    int colon = item.indexOf(':');
    boolean code = colon > 0 && item.startsWith("medtop:") && item.length() == 15;
    return code
        ? new Subject(item.substring(0, colon), item.substring(colon + 1), null)
        : Subject.tag(item);
  }

  private @Nullable Rejection status(Field field, String value) {
    switch (value.toLowerCase(Locale.ROOT)) {
      case "usable", "stat:usable" -> status = Status.USABLE;
      case "withheld", "stat:withheld", "hold", "on hold", "held", "withhold" ->
          status = Status.WITHHELD;
      case "canceled", "cancelled", "stat:canceled", "kill", "killed" -> status = Status.CANCELED;
      default -> {
        return FrontMatter.rejection(
            "STATUS_UNKNOWN",
            "The status is not one that Wirecopy knows.",
            field,
            "Write usable, withheld or canceled and drop the file again.");
      }
    }
    return null;
  }

  private @Nullable Rejection date(String value, Field field) {
    Stated stated = Dates.parse(value, source.zone());
    if (stated == null) {
      warnings.add(
          "The date in line " + field.line() + " was not understood and is left out: " + value);
      return null;
    }
    if (stated.precision() == Precision.LOCAL_TIME) {
      warnings.add("The date has no time zone; the desk's was taken: " + stated.date());
    }
    // tomorrow's paper is dated tomorrow
    ahead = liesAhead(stated, Duration.ofDays(1)) ? field : ahead;
    date = date == null ? stated : date;
    return null;
  }

  /** When it was published, or whether it is. */
  private @Nullable Rejection published(String value, Field field) {
    if (NO.contains(value.toLowerCase(Locale.ROOT))) {
      return isDraft(field);
    }
    return YES.contains(value.toLowerCase(Locale.ROOT)) ? null : date(value, field);
  }

  /** The day on which something may be told, or a film or a record comes out. */
  private @Nullable Rejection release(String value, Field field) {
    Stated stated = Dates.parse(value, source.zone());
    ahead = stated != null && liesAhead(stated, Duration.ZERO) ? field : ahead;
    return unknown(field);
  }

  /** By the time of the file, unless nobody set that. */
  private boolean liesAhead(Stated stated, Duration beyond) {
    return source.modified().isAfter(ANY_FILE)
        && stated.date().toInstant().isAfter(source.modified().plus(beyond));
  }

  private @Nullable Rejection orders() {
    if (status != null) {
      return null;
    }
    Rejection order = HeadNotices.rejection(unread, embargo != null);
    return order == null && ahead != null && embargo == null
        ? FrontMatter.rejection(
            "DATE_AHEAD",
            "The date lies ahead, and there is no embargo: the story would go out at once.",
            ahead,
            "If it is to wait, say until when: embargo: 2026-11-23T18:00+01:00. Else correct the"
                + " date, or put the line status: usable below it, and drop the file again.")
        : order;
  }

  private @Nullable Rejection embargo(Field field, String value) {
    Dates.Stated stated = Dates.parse(value, source.zone());
    if (stated == null || stated.precision() != Precision.INSTANT) {
      return FrontMatter.rejection(
          stated == null ? "EMBARGO_UNREADABLE" : "EMBARGO_WITHOUT_ZONE",
          stated == null
              ? "The embargo is no date that Wirecopy can read."
              : stated.dayOnly()
                  ? "The embargo has no time of day."
                  : "The embargo has no time zone.",
          field,
          "Write it as 2026-11-23T18:00+01:00 and drop the file again.");
    }
    embargo = stated.date();
    return null;
  }

  private @Nullable Rejection expires(Field field, String value) {
    Dates.Stated stated = Dates.parse(value, source.zone());
    if (stated == null) {
      return FrontMatter.rejection(
          "EXPIRES_UNREADABLE",
          "The expiry is no date that Wirecopy can read.",
          field,
          "Write it as 2026-11-23T18:00+01:00 and drop the file again.");
    }
    if (stated.precision() != Precision.INSTANT) {
      warnings.add("The expiry has no time zone; the desk's was taken: " + stated.date());
    }
    expires = stated.date();
    return null;
  }

  private @Nullable Rejection urgency(Field field, String value) {
    if (value.length() == 1 && value.charAt(0) >= '1' && value.charAt(0) <= '9') {
      urgency = value.charAt(0) - '0';
      return null;
    }
    return FrontMatter.rejection(
        "URGENCY_UNKNOWN",
        "The urgency is no figure from 1 to 9.",
        field,
        "Write a figure from 1 (most urgent) to 9, or leave the field out.");
  }

  private @Nullable Rejection language(String value) {
    try {
      String tag =
          new Locale.Builder().setLanguageTag(value.replace('_', '-')).build().toLanguageTag();
      if (value.length() <= 3 || value.indexOf('-') > 0 || value.indexOf('_') > 0) {
        language = tag;
        return null;
      }
    } catch (IllformedLocaleException e) {
      // Told below, as for a language's name in words.
    }
    warnings.add("The language is no tag such as en or en-GB and is left out: " + value);
    return null;
  }

  private @Nullable Rejection correction(Field field, String value) {
    String lower = value.toLowerCase(Locale.ROOT);
    if (lower.equals("true") || lower.equals("yes")) {
      return empty(field);
    }
    if (!lower.equals("false") && !lower.equals("no")) {
      correction = value;
    }
    return null;
  }

  private @Nullable Rejection url(String value) {
    try {
      URI uri = new URI(value);
      String scheme = uri.getScheme();
      if (uri.getHost() != null
          && ("http".equalsIgnoreCase(scheme) || "https".equalsIgnoreCase(scheme))) {
        href = value;
        return null;
      }
    } catch (URISyntaxException e) {
      // Told below, as for an address of another kind.
    }
    warnings.add("The url is no web address and is left out.");
    return null;
  }

  private static @Nullable Rejection draft(Field field, String value) {
    return NO.contains(value.toLowerCase(Locale.ROOT)) ? null : isDraft(field);
  }

  private static Rejection isDraft(Field field) {
    return FrontMatter.rejection(
        "DRAFT",
        "The file says that it is a draft.",
        field,
        "Take the field out when the story may be sent, and drop the file again.");
  }

  private @Nullable Rejection unknown(Field field) {
    String meant = isAction(field) ? "status" : FieldNames.nearlyCritical(field.name());
    if (meant != null) {
      return FrontMatter.rejection(
          "FIELD_UNKNOWN",
          "There is no field of this name; perhaps " + meant + " was meant.",
          field,
          "Correct the name of the field and drop the file again.");
    }
    unread.add(field.name() + ": " + CleanText.line(field.value()));
    warnings.add(
        "Line " + field.line() + ": the field \"" + shortened(field.name()) + "\" is not known.");
    return null;
  }

  /** {@code action: kill}, or {@code withdrawn: yes}. */
  private static boolean isAction(Field field) {
    String name = FieldNames.bare(field.name());
    String value = CleanText.line(field.value()).toLowerCase(Locale.ROOT);
    return name.equals("action")
        ? ACTIONS.contains(value)
        : YES.contains(value) && ACTIONS.stream().anyMatch(name::startsWith);
  }

  private static Rejection empty(Field field) {
    return FrontMatter.rejection(
        "FIELD_EMPTY",
        "The field " + shortened(field.name()) + " says nothing.",
        field,
        field.name().equals("correction")
            ? "Say in words what was corrected and drop the file again."
            : "Fill the field in, or take it out, and drop the file again.");
  }

  private static String shortened(String name) {
    return CleanText.line(name.length() <= 40 ? name : name.substring(0, 39) + "…");
  }
}
