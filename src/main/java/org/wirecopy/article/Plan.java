package org.wirecopy.article;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What one partner is to get of a submission, decided before it is committed.
 *
 * @param partner name of the partner
 * @param wanted false if the partner's filter leaves the story out: it is then recorded as filtered
 * @param heldUntil end of the embargo for this partner, should it be sent the story, or null
 * @param reason why it is filtered, in words for the desk, or null
 */
public record Plan(
    String partner, boolean wanted, @Nullable Instant heldUntil, @Nullable String reason) {}
