package org.wirecopy.ledger;

import org.wirecopy.article.Attempt;

/**
 * One exchange of a delivery.
 *
 * @param number counted from 1 over all attempts and replays
 * @param attempt what happened
 * @param outcome what followed: {@code delivered}, {@code retry}, {@code parked}, {@code
 *     superseded} or {@code disabled}
 */
public record AttemptView(int number, Attempt attempt, String outcome) {}
