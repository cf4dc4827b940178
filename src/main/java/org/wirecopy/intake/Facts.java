package org.wirecopy.intake;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wirecopy.article.ArticleBuilder;
import org.wirecopy.article.Byline;
import org.wirecopy.article.Dateline;
import org.wirecopy.article.Rights;
import org.wirecopy.article.Status;
import org.wirecopy.article.Subject;
import org.wirecopy.intake.Dates.Stated;

/**
 * What an editor states of an article in its front matter; null or empty where nothing is stated.
 * The parts are those of {@link org.wirecopy.article.Article}. Private notes are not among them:
 * they never leave the house.
 *
 * @param warnings near misses that were accepted
 */
public record Facts(
    @Nullable String id,
    @Nullable Status status,
    @Nullable String headline,
    @Nullable String subhead,
    @Nullable String summary,
    @Nullable String slug,
    @Nullable Byline byline,
    @Nullable String place,
    @Nullable Stated date,
    @Nullable String language,
    int urgency,
    List<Subject> subjects,
    List<String> genres,
    Rights rights,
    @Nullable OffsetDateTime embargo,
    @Nullable OffsetDateTime expires,
    @Nullable String correction,
    @Nullable String edNote,
    @Nullable String href,
    @Nullable String digitalSourceType,
    List<String> partners,
    List<String> warnings) {

  public Facts {
    subjects = List.copyOf(subjects);
    genres = List.copyOf(genres);
    partners = List.copyOf(partners);
    warnings = List.copyOf(warnings);
  }

  /** Nothing stated. */
  public static final Facts NONE =
      new Facts(
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          null,
          0,
          List.of(),
          List.of(),
          Rights.NONE,
          null,
          null,
          null,
          null,
          null,
          null,
          List.of(),
          List.of());

  /** These facts with more warnings. */
  public Facts withWarnings(List<String> more) {
    List<String> all = new ArrayList<>(more);
    all.addAll(warnings);
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
        all);
  }

  /** True if the story is to be recalled: then its file needs neither headline nor body. */
  public boolean recalls() {
    return status == Status.CANCELED || status == Status.WITHHELD;
  }

  /**
   * Sets what is stated here on an article, over what its text says.
   *
   * @param found place and date as the text gives them, used where nothing is stated here
   */
  public ArticleBuilder applyTo(ArticleBuilder article, Dateline found) {
    article.dateline(dateline(found));
    if (status != null) {
      article.status(status);
    }
    if (headline != null) {
      article.headline(headline);
    }
    if (byline != null) {
      article.byline(byline);
    }
    if (subhead != null) {
      article.subhead(subhead);
    }
    if (language != null) {
      article.language(language);
    }
    if (href != null) {
      article.href(href);
    }
    return article
        .id(id)
        .summary(summary)
        .slug(slug)
        .urgency(urgency)
        .subjects(subjects)
        .genres(genres)
        .rights(rights)
        .embargo(embargo)
        .expires(expires)
        .correction(correction)
        .edNote(edNote)
        .digitalSourceType(digitalSourceType)
        .partners(partners);
  }

  private Dateline dateline(Dateline found) {
    String where = place == null ? found.place() : place;
    return date == null
        ? new Dateline(where, found.date(), found.precision())
        : new Dateline(where, date.date(), date.precision());
  }
}
