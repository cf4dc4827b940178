package org.wirecopy.ledger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which stories to list, newest version first; null means any.
 *
 * @param text to be found in the headline, the uri or the file's path, ignoring case (ASCII)
 * @param state that a delivery of the current version is in
 * @param partner that has a delivery of the current version, in {@code state} if that is given
 * @param desk folder below the inbox that the current version's file was dropped into, or into one
 *     below it
 * @param from current version accepted at or after
 * @param to current version accepted before
 * @param before cursor of the page, from {@link StoryPage#next}
 * @param limit most stories on the page
 */
public record StoryQuery(
    @Nullable String text,
    @Nullable DeliveryState state,
    @Nullable String partner,
    @Nullable String desk,
    @Nullable Instant from,
    @Nullable Instant to,
    @Nullable Long before,
    int limit) {

  /** The newest stories. */
  public static StoryQuery newest(int limit) {
    return new StoryQuery(null, null, null, null, null, null, null, limit);
  }
}
