package org.wirecopy.ledger;

import java.sql.SQLException;
import java.util.function.Consumer;

/**
 * Pausing, disabling and parking of whole partners. Recalls are never parked with the rest: they
 * wait for the partner to be taken up again and stay in sight as unacknowledged until then.
 */
final class Switches {
  /** Rows changed in one transaction; the rest follows in the next, so that live news goes on. */
  private static final int BATCH = 1_000;

  // The indexes are named since the planner, which knows no counts, would read all that a partner
  // ever got.
  private static final String PARK =
      """
      UPDATE delivery SET state = 'parked', place = NULL, due = NULL, reason = ?
      WHERE delivery_id IN (
        SELECT delivery_id FROM delivery INDEXED BY delivery_waiting
        WHERE partner_id = ? AND state = 'pending' AND rank <> 0 AND lease_until IS NULL
        LIMIT ?)
      """;
  private static final String PARK_HELD =
      """
      UPDATE delivery SET state = 'parked', due = NULL, reason = ?
      WHERE delivery_id IN (
        SELECT delivery_id FROM delivery INDEXED BY delivery_aside
        WHERE partner_id = ? AND state IN ('held', 'parked') AND state = 'held' LIMIT ?)
      """;

  private final Lanes lanes;
  private Consumer<Partner> disabled = partner -> {};
  private volatile Consumer<String> resumed = partner -> {};

  Switches(Lanes lanes) {
    this.lanes = lanes;
  }

  /** Who parks the backlog, batch by batch, once a partner's disabling is committed. */
  void tell(Consumer<Partner> disabled) {
    this.disabled = disabled;
  }

  /** Who is told that a person ended a partner's pause and rest. */
  void tellResumed(Consumer<String> resumed) {
    this.resumed = resumed;
  }

  void pause(Partner partner, String reason, Transaction tx) {
    tx.touch(partner).paused = true;
    partner.reason = reason;
  }

  /** Ends a pause and any rest; the schedule of what waits stays. */
  void resume(Partner partner, Transaction tx) {
    tx.touch(partner).paused = false;
    partner.restingUntil = 0;
    partner.probe = false;
    partner.restReason = null;
    if (!partner.disabled) {
      partner.reason = null;
    }
    partner.standing = partner.standing.withoutRest();
    // Before the lane is handed what it may send now.
    tx.afterwards(() -> resumed.accept(partner.name));
    lanes.ready(partner);
  }

  void disable(Partner partner, String reason, Transaction tx) {
    tx.touch(partner).disabled = true;
    partner.reason = reason;
    tx.afterwards(() -> disabled.accept(partner));
  }

  void enable(Partner partner, Transaction tx) {
    tx.touch(partner).disabled = false;
    resume(partner, tx);
  }

  /** Parks a batch of what waits, embargoed or not; answers how many. */
  int park(Partner partner, String reason, Transaction tx) throws SQLException {
    return tx.sql.update(PARK, reason, partner.key, BATCH)
        + tx.sql.update(PARK_HELD, reason, partner.key, BATCH);
  }
}
