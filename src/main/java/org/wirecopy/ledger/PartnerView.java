package org.wirecopy.ledger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a partner stands.
 *
 * @param partner name
 * @param paused by a person
 * @param disabled by a person or by the partner's own answers
 * @param reason why it is paused or disabled, or null
 * @param restingUntil end of a rest ({@code Retry-After}, breaker), or null
 * @param probing true if one delivery goes alone after the rest
 * @param restReason why it rests, or null
 * @param backlog deliveries that wait, are under way or are to be retried
 * @param oldest when the oldest of the backlog was accepted, or null
 * @param held deliveries under embargo
 * @param parked deliveries that wait for a person
 * @param lastSequence the highest number assigned so far
 */
public record PartnerView(
    String partner,
    boolean paused,
    boolean disabled,
    @Nullable String reason,
    @Nullable Instant restingUntil,
    boolean probing,
    @Nullable String restReason,
    long backlog,
    @Nullable Instant oldest,
    long held,
    long parked,
    long lastSequence) {}
