package org.wirecopy.ledger;

import java.sql.SQLException;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.wirecopy.article.Attempt;
import org.wirecopy.article.Outcome;

/** What follows an attempt. Belongs to the writer's thread. */
final class Outcomes {
  private static final String ATTEMPT =
      """
      INSERT INTO attempt (delivery_id, number, at, took_micros, status, excerpt, error, outcome)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?)
      """;
  private static final String DELIVERED =
      """
      UPDATE delivery
      SET state = 'delivered', lease_until = NULL, place = NULL, due = NULL, attempts = ?,
          tries = ?, delivered_at = ?, reason = NULL
      WHERE delivery_id = ?
      """;
  private static final String SETTLED =
      """
      UPDATE delivery
      SET state = ?, lease_until = NULL, place = NULL, due = NULL, attempts = ?, tries = ?,
          reason = ?
      WHERE delivery_id = ?
      """;
  private static final String WAITS =
      """
      UPDATE delivery
      SET lease_until = NULL, place = ?, due = ?, attempts = ?, tries = ?, reason = ?
      WHERE delivery_id = ?
      """;

  /** Those that waited for an older version to end; their place is their rank's, then their age. */
  private static final String UNBLOCK =
      """
      UPDATE delivery SET place = rank * 1125899906842624 + delivery_id
      WHERE story_id = ? AND partner_id = ? AND state = 'pending'
        AND place IS NULL AND due IS NULL AND lease_until IS NULL
      """;

  /** The try that failed because the partner was down takes nothing from the schedule. */
  private static final String TRIED_WHILE_DOWN =
      """
      UPDATE delivery
      SET due = ?, attempts = CASE WHEN attempts > 0 THEN attempts - 1 ELSE 0 END
      WHERE partner_id = ? AND state = 'pending' AND place IS NULL AND due > ?
      """;

  private static final String LATE =
      """
      UPDATE delivery
      SET state = 'delivered', place = NULL, due = NULL, delivered_at = ?, reason = NULL,
          attempts = attempts + 1
      WHERE id = ? AND lease_until IS NULL AND state IN ('pending', 'parked')
      """;

  private final Lanes lanes;
  private final Sequences sequences;
  private final Switches switches;
  private LongConsumer dueNoted = due -> {};

  Outcomes(Lanes lanes, Sequences sequences, Switches switches) {
    this.lanes = lanes;
    this.sequences = sequences;
    this.switches = switches;
  }

  /** Who is told of a new due time. */
  void tell(LongConsumer dueNoted) {
    this.dueNoted = dueNoted;
  }

  void record(Outcome.Report report, Transaction tx) throws SQLException {
    Claim claim = lanes.claimOrNull(report.delivery().id());
    if (claim == null || claim.delivery != report.delivery()) {
      late(report, tx);
      return;
    }
    if (report.attempt() != null) {
      enter(claim, report.attempt(), report.outcome(), tx);
    }
    int tries = claim.tries + (report.attempt() == null ? 0 : 1);
    int attempts = claim.delivery.attempts() + (report.attempt() == null ? 0 : 1);
    Outcome outcome = report.outcome();
    lanes.release(claim, tx);
    if (outcome instanceof Outcome.Delivered) {
      tx.sql.update(DELIVERED, attempts, tries, tx.now, claim.row);
      proved(claim.partner, tx);
      freeFollowers(claim, tx);
    } else if (outcome instanceof Outcome.Superseded superseded) {
      settle(claim, DeliveryState.SUPERSEDED, attempts, tries, superseded.reason(), tx);
      proved(claim.partner, tx);
      freeFollowers(claim, tx);
    } else if (claim.overtaken) {
      overtaken(claim, attempts, tries, tx);
    } else if (outcome instanceof Outcome.Retry retry && claim.partner.disabled && !claim.recall) {
      settle(claim, DeliveryState.PARKED, attempts, tries, retry.reason(), tx);
    } else if (outcome instanceof Outcome.Retry retry) {
      int counted = retry.counts() ? attempts : claim.delivery.attempts();
      retry(claim, retry.due().toEpochMilli(), counted, tries, retry.reason(), tx);
    } else if (outcome instanceof Outcome.Parked parked) {
      settle(claim, DeliveryState.PARKED, attempts, tries, parked.reason(), tx);
    } else if (outcome instanceof Outcome.Disabled disabled) {
      settleDisabled(claim, attempts, tries, disabled.reason(), tx);
    }
    if (outcome instanceof Outcome.Disabled disabled) {
      switches.disable(claim.partner, disabled.reason(), tx);
    }
    if (report.rest() != null) {
      rest(claim.partner, report.rest(), tx);
    }
    if (report.standing() != null && report.standing().order() > claim.partner.standing.order()) {
      tx.touch(claim.partner).standing = report.standing();
    }
  }

  /** Ends a claim without an outcome. */
  void giveUp(Claim claim, long due, String reason, Transaction tx) throws SQLException {
    lanes.release(claim, tx);
    if (claim.overtaken) {
      overtaken(claim, claim.delivery.attempts(), claim.tries, tx);
    } else {
      retry(claim, due, claim.delivery.attempts(), claim.tries, reason, tx);
    }
  }

  /**
   * A report whose claim is gone: its lease ran out, or it is from before a restart. That the
   * partner has it is still worth knowing; all else was decided without it.
   */
  private void late(Outcome.Report report, Transaction tx) throws SQLException {
    if (report.outcome() instanceof Outcome.Delivered
        && lanes.claimOrNull(report.delivery().id()) == null) {
      tx.sql.update(LATE, tx.now, report.delivery().id());
    }
  }

  private static void enter(Claim claim, Attempt attempt, Outcome outcome, Transaction tx)
      throws SQLException {
    tx.sql.update(
        ATTEMPT,
        claim.row,
        claim.tries + 1,
        attempt.at().toEpochMilli(),
        attempt.took().toNanos() / 1_000,
        attempt.status(),
        attempt.excerpt(),
        attempt.error(),
        outcome.getClass().getSimpleName().toLowerCase(java.util.Locale.ROOT));
  }

  private void retry(Claim claim, long due, int attempts, int tries, String reason, Transaction tx)
      throws SQLException {
    if (due <= tx.now) {
      Rank rank = rank(claim);
      tx.sql.update(WAITS, rank.place(claim.row), null, attempts, tries, reason, claim.row);
      lanes.ready(claim.partner);
    } else {
      tx.sql.update(WAITS, null, due, attempts, tries, reason, claim.row);
      dueNoted.accept(due);
    }
  }

  private static Rank rank(Claim claim) {
    if (claim.recall) {
      return Rank.RECALL;
    }
    return claim.replay
        ? Rank.REPLAY
        : Rank.of(claim.delivery.story().action(), claim.delivery.story().article());
  }

  private static void settle(
      Claim claim,
      DeliveryState state,
      int attempts,
      int tries,
      @Nullable String reason,
      Transaction tx)
      throws SQLException {
    tx.sql.update(SETTLED, state.column(), attempts, tries, reason, claim.row);
  }

  /** A recall waits for the partner to be enabled again; all else is parked. */
  private void settleDisabled(Claim claim, int attempts, int tries, String reason, Transaction tx)
      throws SQLException {
    if (claim.recall) {
      retry(claim, tx.now, attempts, tries, reason, tx);
    } else {
      settle(claim, DeliveryState.PARKED, attempts, tries, reason, tx);
    }
  }

  private void overtaken(Claim claim, int attempts, int tries, Transaction tx) throws SQLException {
    sequences.handOn(claim, tx);
    settle(
        claim,
        sequences.wasDelivered(claim, tx) ? DeliveryState.DELIVERED : DeliveryState.SUPERSEDED,
        attempts,
        tries,
        "A newer version came while this one was on its way.",
        tx);
    freeFollowers(claim, tx);
  }

  private void freeFollowers(Claim claim, Transaction tx) throws SQLException {
    if (claim.overtaken && tx.sql.update(UNBLOCK, claim.story, claim.partner.key) > 0) {
      lanes.ready(claim.partner);
    }
  }

  /**
   * An acknowledgement ends a rest that waited for a probe, and lets more go at once: also what was
   * tried in vain and would come again much later.
   */
  private void proved(Partner partner, Transaction tx) throws SQLException {
    partner.widen();
    if (partner.restingUntil != 0 && partner.restingUntil <= tx.now) {
      tx.touch(partner).restingUntil = 0;
      partner.probe = false;
      partner.restReason = null;
      if (tx.sql.update(TRIED_WHILE_DOWN, tx.now, partner.key, tx.now) > 0) {
        dueNoted.accept(tx.now);
      }
    }
  }

  private void rest(Partner partner, Outcome.Rest rest, Transaction tx) {
    tx.touch(partner);
    long until = rest.until().toEpochMilli();
    if (until >= partner.restingUntil) {
      partner.restingUntil = until;
      partner.restReason = rest.reason();
    }
    partner.narrow();
    partner.probe |= rest.probe();
    lanes.wake(partner);
  }
}
