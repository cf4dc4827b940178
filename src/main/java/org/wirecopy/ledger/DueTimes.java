package org.wirecopy.ledger;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Retries and embargoes whose time has come, and leases that ran out. */
final class DueTimes {
  /** As many as are made ready in one transaction; the rest follows in the next. */
  private static final int BATCH = 500;

  /** How often leases are looked at while anything is under way, in milliseconds. */
  private static final long LEASE_CHECK = 1_000;

  private static final String FIRST = "SELECT min(due) FROM delivery WHERE due IS NOT NULL";
  private static final String PASSED =
      """
      SELECT delivery_id, partner_id, story_id, rank FROM delivery
      WHERE due IS NOT NULL AND due <= ? ORDER BY due LIMIT ?
      """;
  private static final String READY =
      "UPDATE delivery SET state = 'pending', due = NULL, place = ? WHERE delivery_id = ?";

  private record Due(long row, long partner, long story, int rank) {}

  private final Partners partners;
  private final Lanes lanes;
  private final Outcomes outcomes;
  private long next;
  private long leaseCheck;

  DueTimes(Partners partners, Lanes lanes, Outcomes outcomes) {
    this.partners = partners;
    this.lanes = lanes;
    this.outcomes = outcomes;
  }

  /** A row with this due time was written. */
  void note(long due) {
    next = Math.min(next, due);
  }

  long nextAt() {
    return lanes.anyClaims() ? Math.min(next, leaseCheck) : next;
  }

  void settle(Transaction tx) throws SQLException {
    expireLeases(tx);
    if (next > tx.now) {
      return;
    }
    long before = next;
    tx.onFailure(() -> next = before);
    List<Due> passed = new ArrayList<>();
    tx.sql.each(
        PASSED,
        row -> passed.add(new Due(row.getLong(1), row.getLong(2), row.getLong(3), row.getInt(4))),
        tx.now,
        BATCH);
    for (Due due : passed) {
      ready(due, tx);
    }
    Long first = tx.sql.first(FIRST, row -> Statements.longOrNull(row, 1));
    next = first == null ? Long.MAX_VALUE : first;
  }

  private void ready(Due due, Transaction tx) throws SQLException {
    Partner partner = partners.with(due.partner());
    Claim older = partner.inFlight.get(due.story());
    if (older == null) {
      tx.sql.update(READY, Rank.of(due.rank()).place(due.row()), due.row());
      lanes.ready(partner);
    } else {
      older.overtaken = true;
      tx.sql.update(READY, null, due.row());
    }
  }

  private void expireLeases(Transaction tx) throws SQLException {
    if (leaseCheck > tx.now && leaseCheck <= tx.now + LEASE_CHECK) {
      return;
    }
    leaseCheck = tx.now + LEASE_CHECK;
    List<Claim> expired = new ArrayList<>();
    for (Claim claim : lanes.claims()) {
      if (claim.leaseUntil <= tx.now) {
        expired.add(claim);
      }
    }
    for (Claim claim : expired) {
      outcomes.giveUp(claim, tx.now, "No outcome was recorded in time; it is tried again.", tx);
    }
  }
}
