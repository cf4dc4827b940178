package org.wirecopy.ledger;

import java.sql.SQLException;

/**
 * Keeps a partner's numbers without gaps when a version is superseded before it was acknowledged.
 */
final class Sequences {
  private static final String WAS_DELIVERED =
      "SELECT count(*) FROM delivery WHERE delivery_id = ? AND delivered_at IS NOT NULL";
  private static final String TAKE_OVER =
      """
      UPDATE delivery SET sequence = ?
      WHERE story_id = ? AND partner_id = ? AND version_id > ? AND sequence IS NULL
        AND state IN ('pending', 'held', 'parked')
      """;

  private final Partners partners;

  Sequences(Partners partners) {
    this.partners = partners;
  }

  /** Gives the number of a claim that failed and is superseded to the version that waits. */
  void handOn(Claim claim, Transaction tx) throws SQLException {
    if (wasDelivered(claim, tx)) {
      return;
    }
    long number = claim.delivery.sequence();
    if (tx.sql.update(TAKE_OVER, number, claim.story, claim.partner.key, claim.version) == 0) {
      partners.freeSequence(claim.partner, number, tx);
    }
  }

  /** True for a replay of something the partner has already. */
  boolean wasDelivered(Claim claim, Transaction tx) throws SQLException {
    return tx.sql.number(WAS_DELIVERED, claim.row) > 0;
  }
}
