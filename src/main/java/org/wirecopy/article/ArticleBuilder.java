package org.wirecopy.article;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Builds an {@link Article} part by part; each part is described there. */
public final class ArticleBuilder {
  private @Nullable String id;
  private Status status = Status.USABLE;
  private String headline;
  private @Nullable String subhead;
  private @Nullable String summary;
  private @Nullable String slug;
  private Byline byline = Byline.NONE;
  private Dateline dateline = Dateline.NONE;
  private List<Block> body = List.of();
  private List<Picture> pictures = List.of();
  private List<ListedHeadline> alsoRead = List.of();
  private @Nullable String language;
  private int urgency;
  private List<Subject> subjects = List.of();
  private List<String> genres = List.of();
  private Rights rights = Rights.NONE;
  private @Nullable OffsetDateTime embargo;
  private @Nullable OffsetDateTime expires;
  private @Nullable String correction;
  private @Nullable String edNote;
  private @Nullable String href;
  private @Nullable String digitalSourceType;
  private List<String> partners = List.of();

  ArticleBuilder(String headline) {
    this.headline = headline;
  }

  ArticleBuilder(Article article) {
    id = article.id();
    status = article.status();
    headline = article.headline();
    subhead = article.subhead();
    summary = article.summary();
    slug = article.slug();
    byline = article.byline();
    dateline = article.dateline();
    body = article.body();
    pictures = article.pictures();
    alsoRead = article.alsoRead();
    language = article.language();
    urgency = article.urgency();
    subjects = article.subjects();
    genres = article.genres();
    rights = article.rights();
    embargo = article.embargo();
    expires = article.expires();
    correction = article.correction();
    edNote = article.edNote();
    href = article.href();
    digitalSourceType = article.digitalSourceType();
    partners = article.partners();
  }

  public ArticleBuilder id(@Nullable String id) {
    this.id = id;
    return this;
  }

  public ArticleBuilder status(Status status) {
    this.status = status;
    return this;
  }

  public ArticleBuilder headline(String headline) {
    this.headline = headline;
    return this;
  }

  public ArticleBuilder subhead(@Nullable String subhead) {
    this.subhead = subhead;
    return this;
  }

  public ArticleBuilder summary(@Nullable String summary) {
    this.summary = summary;
    return this;
  }

  public ArticleBuilder slug(@Nullable String slug) {
    this.slug = slug;
    return this;
  }

  public ArticleBuilder byline(Byline byline) {
    this.byline = byline;
    return this;
  }

  public ArticleBuilder dateline(Dateline dateline) {
    this.dateline = dateline;
    return this;
  }

  public ArticleBuilder body(List<Block> body) {
    this.body = body;
    return this;
  }

  public ArticleBuilder pictures(List<Picture> pictures) {
    this.pictures = pictures;
    return this;
  }

  public ArticleBuilder alsoRead(List<ListedHeadline> alsoRead) {
    this.alsoRead = alsoRead;
    return this;
  }

  public ArticleBuilder language(@Nullable String language) {
    this.language = language;
    return this;
  }

  public ArticleBuilder urgency(int urgency) {
    this.urgency = urgency;
    return this;
  }

  public ArticleBuilder subjects(List<Subject> subjects) {
    this.subjects = subjects;
    return this;
  }

  public ArticleBuilder genres(List<String> genres) {
    this.genres = genres;
    return this;
  }

  public ArticleBuilder rights(Rights rights) {
    this.rights = rights;
    return this;
  }

  public ArticleBuilder embargo(@Nullable OffsetDateTime embargo) {
    this.embargo = embargo;
    return this;
  }

  public ArticleBuilder expires(@Nullable OffsetDateTime expires) {
    this.expires = expires;
    return this;
  }

  public ArticleBuilder correction(@Nullable String correction) {
    this.correction = correction;
    return this;
  }

  public ArticleBuilder edNote(@Nullable String edNote) {
    this.edNote = edNote;
    return this;
  }

  public ArticleBuilder href(@Nullable String href) {
    this.href = href;
    return this;
  }

  public ArticleBuilder digitalSourceType(@Nullable String digitalSourceType) {
    this.digitalSourceType = digitalSourceType;
    return this;
  }

  public ArticleBuilder partners(List<String> partners) {
    this.partners = partners;
    return this;
  }

  /** The headline set so far. */
  public String headline() {
    return headline;
  }

  /** The article; throws IllegalArgumentException if the headline is blank. */
  public Article build() {
    return new Article(
        id,
        status,
        headline,
        subhead,
        summary,
        slug,
        byline,
        dateline,
        body,
        pictures,
        alsoRead,
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
        partners);
  }
}
