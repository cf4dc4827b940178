package org.wirecopy.ledger;

import org.wirecopy.article.Delivery;

/**
 * A delivery under way: claimed by a lane, its outcome not yet recorded. Belongs to the writer's
 * thread.
 */
final class Claim {
  final Delivery delivery;
  final Partner partner;
  final long row;
  final long story;
  final long version;
  final int tries;
  final boolean recall;
  final boolean replay;
  final long leaseUntil;

  /** True once a newer version waits for this one to end: then it is never retried. */
  boolean overtaken;

  Claim(
      Delivery delivery,
      Partner partner,
      long row,
      long story,
      long version,
      int tries,
      Rank rank,
      long leaseUntil) {
    this.delivery = delivery;
    this.partner = partner;
    this.row = row;
    this.story = story;
    this.version = version;
    this.tries = tries;
    this.recall = rank == Rank.RECALL;
    this.replay = rank == Rank.REPLAY;
    this.leaseUntil = leaseUntil;
  }
}
