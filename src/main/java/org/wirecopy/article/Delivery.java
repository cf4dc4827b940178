package org.wirecopy.article;

import java.time.Instant;

/**
 * One version on its way to one partner, claimed for one attempt.
 *
 * @param id the delivery id: {@code webhook-id}, constant over retries and replays
 * @param partner name of the partner
 * @param story the version to send
 * @param sequence gapless number of this delivery for the partner, assigned at its first attempt
 * @param attempts attempts that counted so far, this one not included
 * @param acceptedAt when the version was committed for this partner
 * @param replay true if this is a resend or replay of something settled before
 */
public record Delivery(
    String id,
    String partner,
    Story story,
    long sequence,
    int attempts,
    Instant acceptedAt,
    boolean replay) {}
