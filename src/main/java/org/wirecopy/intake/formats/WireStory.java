package org.wirecopy.intake.formats;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.wirecopy.article.Article;
import org.wirecopy.article.ArticleBuilder;
import org.wirecopy.article.Block;
import org.wirecopy.article.Dateline;
import org.wirecopy.article.Dateline.Precision;
import org.wirecopy.article.ListedHeadline;
import org.wirecopy.article.Picture;
import org.wirecopy.article.Status;
import org.wirecopy.intake.CleanText;
import org.wirecopy.intake.Dates.Stated;
import org.wirecopy.intake.HeadNotices;
import org.wirecopy.intake.PrintedDateline;
import org.wirecopy.intake.Rejection;
import org.wirecopy.intake.ShownLanguage;
import org.wirecopy.intake.Source;
import org.wirecopy.intake.StruckOut;
import org.wirecopy.intake.html.HtmlBlocks;

/**
 * A story on its way from a machine-written format to an {@link Article}: checks each fact as it is
 * set, in the same way for every format. What must not be guessed (status, embargo) stops the
 * reading; what is merely odd is left out with a warning.
 */
final class WireStory {
  private static final int LONGEST_ID = 512;
  private static final Pattern UNSAFE_ID =
      Pattern.compile("(?i)^\\s*(javascript|vbscript|data|file)\\s*:.*", Pattern.DOTALL);

  private final Source source;
  private final String entry;
  private final ArticleBuilder article = Article.titled("");
  private final List<Block> body = new ArrayList<>();
  private final List<Picture> pictures = new ArrayList<>();
  private final List<ListedHeadline> alsoRead = new ArrayList<>();
  private final List<String> warnings = new ArrayList<>();
  private final WireRights rights = new WireRights();
  private final WireTopics topics = new WireTopics();
  private final WireNotes notes = new WireNotes(this::warn);
  private Status status = Status.USABLE;
  private @Nullable String id;
  private @Nullable String headline;
  private @Nullable String subhead;
  private @Nullable String summary;
  private @Nullable String place;
  private @Nullable Stated date;
  private @Nullable String language;
  private @Nullable OffsetDateTime embargo;

  /**
   * Starts a story.
   *
   * @param entry which of several in the file, for example {@code entry 3}; empty for the only one
   */
  WireStory(Source source, String entry) {
    this.source = source;
    this.entry = entry;
  }

  /** For the facts that need no check. */
  ArticleBuilder article() {
    return article;
  }

  WireRights rights() {
    return rights;
  }

  WireTopics topics() {
    return topics;
  }

  WireNotes notes() {
    return notes;
  }

  List<String> warnings() {
    return warnings;
  }

  void warn(String warning) {
    warnings.add(entry.isEmpty() ? warning : entry + ": " + warning);
  }

  /** The first counts: what an envelope says, before what it holds. */
  void id(@Nullable String raw) throws Unreadable {
    String line = WireText.line(raw);
    if (line == null) {
      return;
    }
    if (UNSAFE_ID.matcher(line).matches()) {
      throw fault(
          "URI_UNSAFE",
          "The story's identity is an address that is never accepted.",
          WireText.shortened(line),
          "Give the story an identity such as urn:newsml:… and drop the file again.");
    }
    if (id == null) {
      id = line.length() <= LONGEST_ID ? line : line.substring(0, LONGEST_ID);
    }
  }

  @Nullable String id() {
    return id;
  }

  void headline(@Nullable String raw) {
    if (headline == null && raw != null) {
      String line = CleanText.headline(raw);
      headline = line.isEmpty() ? null : line;
    }
  }

  @Nullable String headline() {
    return headline;
  }

  void subhead(@Nullable String raw) {
    if (subhead == null) {
      subhead = WireText.line(raw);
    }
  }

  void summary(@Nullable String raw) {
    if (summary == null) {
      summary = WireText.line(raw);
    }
  }

  @Nullable String summary() {
    return summary;
  }

  /**
   * A code of IPTC's {@code pubStatus}, with or without its prefix. Where an envelope and what it
   * holds disagree, the stricter counts.
   */
  void status(@Nullable String raw, String where) throws Unreadable {
    String value = WireText.line(raw);
    if (value == null) {
      return;
    }
    String code = value.substring(value.lastIndexOf(':') + 1).toLowerCase(Locale.ROOT);
    code = code.substring(code.lastIndexOf('/') + 1);
    Status stated =
        switch (code) {
          case "usable" -> Status.USABLE;
          case "withheld", "withhold" -> Status.WITHHELD;
          case "canceled", "cancelled" -> Status.CANCELED;
          default ->
              throw fault(
                  "STATUS_UNKNOWN",
                  "The status is not one that Wirecopy knows.",
                  where + ": " + WireText.shortened(value),
                  "Use usable, withheld or canceled and drop the file again.");
        };
    status = stated.compareTo(status) > 0 ? stated : status;
  }

  boolean recalls() {
    return status != Status.USABLE;
  }

  /** Of several the last to end counts. */
  void embargo(@Nullable String raw, String where) throws Unreadable {
    String value = WireText.line(raw);
    if (value == null) {
      return;
    }
    Stated stated = WireDates.parse(value, source.zone());
    if (stated == null || stated.precision() != Precision.INSTANT) {
      throw fault(
          stated == null ? "EMBARGO_UNREADABLE" : "EMBARGO_WITHOUT_ZONE",
          stated == null
              ? "The embargo is no date that Wirecopy can read."
              : stated.dayOnly()
                  ? "The embargo has no time of day."
                  : "The embargo has no time zone.",
          where + ": " + WireText.shortened(value),
          "Write it as 2026-11-23T18:00+01:00 and drop the file again.");
    }
    if (embargo == null || stated.date().isAfter(embargo)) {
      embargo = stated.date();
    }
  }

  void expires(@Nullable String raw) {
    String value = WireText.line(raw);
    if (value == null) {
      return;
    }
    Stated stated = WireDates.parse(value, source.zone());
    if (stated == null) {
      warn("The expiry was not understood and is left out: " + WireText.shortened(value));
    } else {
      article.expires(stated.date());
    }
  }

  /** Takes the first date that can be read; null and blank ones are passed over. */
  void date(@Nullable String raw) {
    String value = WireText.line(raw);
    if (date != null || value == null) {
      return;
    }
    date = WireDates.parse(value, source.zone());
    if (date == null) {
      warn("The date was not understood and is left out: " + WireText.shortened(value));
    } else if (date.precision() == Precision.LOCAL_TIME) {
      warn("The date has no time zone; the desk's was taken: " + date.date());
    }
  }

  @Nullable OffsetDateTime date() {
    return date == null ? null : date.date();
  }

  /** The place out of a printed dateline such as {@code Berlin (dpa) -}. */
  void dateline(@Nullable String raw) {
    if (place == null && raw != null) {
      place = Datelines.place(CleanText.line(raw));
    }
  }

  void place(@Nullable String raw) {
    if (place == null) {
      place = WireText.line(raw);
    }
  }

  void urgency(@Nullable String raw) {
    String value = WireText.line(raw);
    if (value == null) {
      return;
    }
    if (value.length() == 1 && value.charAt(0) >= '1' && value.charAt(0) <= '9') {
      article.urgency(value.charAt(0) - '0');
    } else {
      warn("The urgency is no figure from 1 to 9 and is left out: " + WireText.shortened(value));
    }
  }

  void language(@Nullable String raw) {
    String value = WireText.line(raw);
    if (value == null || language != null) {
      return;
    }
    try {
      String tag =
          new Locale.Builder().setLanguageTag(value.replace('_', '-')).build().toLanguageTag();
      if (!tag.equals("und")) {
        language = tag;
      }
    } catch (IllformedLocaleException e) {
      warn(
          "The language is no tag such as en or en-GB and is left out: "
              + WireText.shortened(value));
    }
  }

  /** A code of IPTC's vocabulary that says how the content was made. */
  void digitalSourceType(@Nullable String raw) {
    article.digitalSourceType(WireText.line(raw));
  }

  void href(@Nullable String raw) {
    String link = WireText.webLink(raw);
    if (link != null) {
      article.href(link);
    }
  }

  void body(List<Block> blocks) {
    body.addAll(blocks);
  }

  /** Tells if struck-out text of the body was left out. */
  void struck(HtmlBlocks read) {
    if (read.struck()) {
      warn(StruckOut.WARNING);
    }
  }

  /** A short item may have no text but its description. */
  void summaryAsBody() {
    if (body.isEmpty() && summary != null && !recalls()) {
      body.add(Block.paragraph(summary));
      summary = null;
      warn("The item has no body, so its description stands as its text.");
    }
  }

  boolean hasBody() {
    return !body.isEmpty();
  }

  void picture(Picture picture) {
    String href = picture.href();
    boolean known =
        pictures.stream()
            .anyMatch(one -> href == null ? one.equals(picture) : href.equals(one.href()));
    if (!known) {
      pictures.add(picture);
    }
  }

  /** A headline that the file lists as related. */
  void listed(@Nullable String raw, @Nullable String href) {
    String line = WireText.line(raw);
    if (line != null) {
      alsoRead.add(new ListedHeadline(line, false, null, false, WireText.webLink(href)));
    }
  }

  /** The article, or what it lacks. */
  Article build() throws Unreadable {
    if (headline == null && recalls()) {
      headline = id == null ? CleanText.headline(source.name()) : id;
    }
    if (headline == null || headline.isBlank()) {
      throw fault(
          "NO_HEADLINE",
          "The story has no headline.",
          null,
          "Give the story a headline and drop the file again.");
    }
    dropRepeated(headline);
    if (body.isEmpty() && !recalls()) {
      throw fault(
          "NO_BODY",
          "The story has a headline but no text.",
          WireText.shortened(headline),
          "Put the article's text into the file and drop it again.");
    }
    Stated stated = date;
    Article built =
        article
            .headline(headline)
            .id(id)
            .status(status)
            .subhead(subhead)
            .summary(summary)
            .dateline(
                PrintedDateline.complete(
                    stated == null ? new Dateline(place, null, Precision.DAY) : stated.at(place),
                    body,
                    source))
            .body(body)
            .pictures(pictures)
            .alsoRead(alsoRead)
            .language(language == null ? ShownLanguage.of(body, source) : language)
            .subjects(topics.subjects())
            .genres(topics.genres())
            .rights(rights.rights())
            .embargo(embargo)
            .correction(notes.correction())
            .edNote(notes.edNote())
            .build();
    Rejection rejection = recalls() ? null : HeadNotices.rejection(built);
    if (rejection != null) {
      throw fault(rejection.code(), rejection.problem(), rejection.where(), rejection.remedy());
    }
    return built;
  }

  /** The headline said again at the top of the body is no part of it. */
  private void dropRepeated(String said) {
    while (!body.isEmpty() && body.get(0).text().equals(said)) {
      body.remove(0);
    }
  }

  Unreadable fault(String code, String problem, @Nullable String where, String remedy) {
    String full = entry.isEmpty() ? where : where == null ? entry : entry + ": " + where;
    return new Unreadable(code, problem, full, remedy);
  }
}
