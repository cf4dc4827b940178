package org.wirecopy.related;

import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wirecopy.article.ListedHeadline;

/**
 * A story to find related ones for.
 *
 * @param uri its identity, never found itself; or null
 * @param id the identity it was imported under, never found itself; or null
 * @param headline in one line, may be empty
 * @param text its body as plain text
 * @param date when it was published, or null (then {@code asOf} serves)
 * @param language BCP 47 tag, or null for the archive's own
 * @param listed the headlines that the story itself lists
 * @param asOf nothing published later is found among the further ones, or null
 * @param source only stories of this publisher are found among the further ones, or null
 */
public record Query(
    @Nullable String uri,
    @Nullable String id,
    String headline,
    String text,
    @Nullable OffsetDateTime date,
    @Nullable String language,
    List<ListedHeadline> listed,
    @Nullable OffsetDateTime asOf,
    @Nullable String source) {

  public Query {
    listed = List.copyOf(listed);
  }

  /** A query of headline and text alone. */
  public static Query of(String headline, String text) {
    return new Query(null, null, headline, text, null, null, List.of(), null, null);
  }

  /** This query for the story of that identity. */
  public Query withUri(@Nullable String value) {
    return new Query(value, id, headline, text, date, language, listed, asOf, source);
  }

  /** This query for the story imported under that identity. */
  public Query withId(@Nullable String value) {
    return new Query(uri, value, headline, text, date, language, listed, asOf, source);
  }

  /** This query for a story of that date. */
  public Query withDate(@Nullable OffsetDateTime value) {
    return new Query(uri, id, headline, text, value, language, listed, asOf, source);
  }

  /** This query in that language. */
  public Query withLanguage(@Nullable String value) {
    return new Query(uri, id, headline, text, date, value, listed, asOf, source);
  }

  /** This query with the headlines that the story itself lists. */
  public Query withListed(List<ListedHeadline> value) {
    return new Query(uri, id, headline, text, date, language, value, asOf, source);
  }

  /** This query, finding nothing published later. */
  public Query withAsOf(@Nullable OffsetDateTime value) {
    return new Query(uri, id, headline, text, date, language, listed, value, source);
  }

  /** This query, finding only stories of that publisher. */
  public Query withSource(@Nullable String value) {
    return new Query(uri, id, headline, text, date, language, listed, asOf, value);
  }

  /** The time that nearness is measured from, or null. */
  @Nullable OffsetDateTime reference() {
    return date != null ? date : asOf;
  }
}
