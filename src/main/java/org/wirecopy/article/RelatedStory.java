package org.wirecopy.article;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A story related to another.
 *
 * @param uri the related story's identity in the archive; null for a listed headline that the
 *     archive does not have
 * @param id the identity it was imported under, or null
 * @param headline the archived headline; for an unresolved one as the file prints it
 * @param date when it was published, or null
 * @param href its web address, or null
 * @param listed true if the file itself lists it, false if the lookup found it
 * @param truncated true if {@code headline} is only the beginning that the file shows
 * @param score the lookup's confidence, 0 to 1
 * @param why in a few words, for editors: shared terms, how near in time
 */
public record RelatedStory(
    @Nullable String uri,
    @Nullable String id,
    String headline,
    @Nullable OffsetDateTime date,
    @Nullable String href,
    boolean listed,
    boolean truncated,
    double score,
    String why) {}
