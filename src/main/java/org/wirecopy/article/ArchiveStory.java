package org.wirecopy.article;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A story as the archive knows it: what the related lookup searches and what an import brings.
 *
 * @param uri identity in the archive
 * @param id identity it was imported under, or null
 * @param headline in one line
 * @param text the body as plain text, paragraphs separated by a blank line
 * @param date when it was published, or null
 * @param dayOnly true if {@code date} states only the day
 * @param source publisher, or null
 * @param href web address, or null
 * @param language BCP 47 tag, or null
 * @param linkable false while it is embargoed, withheld or killed, or for some partners only: then
 *     it is never listed
 */
public record ArchiveStory(
    String uri,
    @Nullable String id,
    String headline,
    String text,
    @Nullable OffsetDateTime date,
    boolean dayOnly,
    @Nullable String source,
    @Nullable String href,
    @Nullable String language,
    boolean linkable) {}
