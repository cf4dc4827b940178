package org.wirecopy.ledger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.wirecopy.article.Action;

/**
 * Where one version stands for one partner.
 *
 * @param id delivery id
 * @param uri the story
 * @param version of the story
 * @param action of the version
 * @param partner name
 * @param state where it stands
 * @param underWay true while an attempt is under way
 * @param sequence the partner's number for it, null before its first attempt
 * @param attempts that counted towards the schedule
 * @param acceptedAt when it was committed
 * @param due when a retry or the end of an embargo makes it ready, or null
 * @param heldUntil the embargo's end as planned, or null
 * @param deliveredAt when the partner acknowledged it last, or null
 * @param reason in words, or null
 * @param headline of the version
 * @param replay true if it was settled before and sent again
 * @param tries made so far, counted towards the schedule or not
 */
public record DeliveryView(
    String id,
    String uri,
    int version,
    Action action,
    String partner,
    DeliveryState state,
    boolean underWay,
    @Nullable Long sequence,
    int attempts,
    Instant acceptedAt,
    @Nullable Instant due,
    @Nullable Instant heldUntil,
    @Nullable Instant deliveredAt,
    @Nullable String reason,
    String headline,
    boolean replay,
    int tries) {

  /** Whether the partner was sent it, or is just now: a number alone may be of the one before. */
  public boolean isAttempted() {
    return sequence != null && (underWay || tries > 0);
  }
}
