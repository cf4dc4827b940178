package org.wirecopy.article;

import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A headline that the file itself lists under "Also Read", "Related" and the like.
 *
 * @param headline as printed, without the marks of truncation
 * @param truncated true if the file shows only its beginning ("…" or "...")
 * @param date the date printed with it, or null
 * @param dayOnly true if {@code date} has no stated time of day
 * @param href the link printed with it, or null
 */
public record ListedHeadline(
    String headline,
    boolean truncated,
    @Nullable OffsetDateTime date,
    boolean dayOnly,
    @Nullable String href) {}
