package org.wirecopy.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import org.wirecopy.article.Action;
import org.wirecopy.article.Attempt;

/** Deliveries and their attempts as the tables tell them to people. */
final class DeliveryRows {
  private static final String DELIVERY =
      """
      SELECT d.id, s.uri, v.version, v.action, p.name, d.state, d.lease_until, d.sequence,
             d.attempts, d.accepted_at, d.due, d.held_until, d.delivered_at, d.reason, v.headline, d.replay,
             d.tries
      FROM delivery d
      JOIN story s ON s.story_id = d.story_id
      JOIN story_version v ON v.version_id = d.version_id
      JOIN partner_state p ON p.partner_id = d.partner_id
      """;
  static final String OF_VERSION =
      DELIVERY + "WHERE d.story_id = ? AND d.version_id = ? ORDER BY p.name";
  static final String OF_STORY = DELIVERY + "WHERE d.story_id = ? ORDER BY d.delivery_id";
  static final String NAMED = DELIVERY + "WHERE d.id = ?";
  static final String UNACKNOWLEDGED_RECALLS =
      DELIVERY
          + """
          WHERE d.delivery_id IN (
              SELECT o.delivery_id FROM delivery o INDEXED BY delivery_of_recall
              WHERE o.rank = 0 AND o.state IN ('pending', 'parked') AND o.accepted_at <= ?)
          ORDER BY d.delivery_id LIMIT ?
          """;
  static final String RECENT =
      DELIVERY
          + """
          WHERE d.partner_id = (SELECT partner_id FROM partner_state WHERE name = ?)
          ORDER BY d.accepted_at DESC LIMIT ?
          """;
  // By what became of it, so that neither what a filter left out nor what waits is read through.
  static final String ATTEMPTED =
      DELIVERY
          + """
          WHERE d.delivery_id IN (
              SELECT delivery_id FROM (
                SELECT o.delivery_id FROM delivery o INDEXED BY delivery_settled
                WHERE o.partner_id = (SELECT partner_id FROM partner_state WHERE name = ?)
                  AND o.state NOT IN ('held', 'pending', 'parked') AND o.state = 'delivered'
                ORDER BY o.version_id DESC LIMIT ?)
              UNION ALL
              SELECT delivery_id FROM (
                SELECT o.delivery_id FROM delivery o INDEXED BY delivery_settled
                WHERE o.partner_id = (SELECT partner_id FROM partner_state WHERE name = ?)
                  AND o.state NOT IN ('held', 'pending', 'parked') AND o.state = 'superseded'
                ORDER BY o.version_id DESC LIMIT ?)
              UNION ALL
              SELECT delivery_id FROM (
                SELECT o.delivery_id FROM delivery o INDEXED BY delivery_aside
                WHERE o.partner_id = (SELECT partner_id FROM partner_state WHERE name = ?)
                  AND o.state IN ('held', 'parked') AND o.state = 'parked'
                ORDER BY o.delivery_id DESC LIMIT ?)
              UNION ALL
              SELECT delivery_id FROM (
                SELECT o.delivery_id FROM delivery o INDEXED BY delivery_waiting
                WHERE o.partner_id = (SELECT partner_id FROM partner_state WHERE name = ?)
                  AND o.state = 'pending'
                ORDER BY o.place LIMIT ?))
            AND d.sequence IS NOT NULL AND (d.tries > 0 OR d.lease_until IS NOT NULL)
          ORDER BY d.accepted_at DESC, d.delivery_id DESC LIMIT ?
          """;
  // What was attempted has no place in its lane, or one of the first.
  static final String UNACKNOWLEDGED =
      DELIVERY
          + """
          WHERE d.delivery_id IN (
              SELECT delivery_id FROM (
                SELECT o.delivery_id FROM delivery o INDEXED BY delivery_aside
                WHERE o.partner_id = (SELECT partner_id FROM partner_state WHERE name = ?)
                  AND o.state IN ('held', 'parked')
                LIMIT 1000)
              UNION ALL
              SELECT delivery_id FROM (
                SELECT o.delivery_id FROM delivery o INDEXED BY delivery_waiting
                WHERE o.partner_id = (SELECT partner_id FROM partner_state WHERE name = ?)
                  AND o.state = 'pending'
                ORDER BY o.place LIMIT 1000))
            AND d.sequence IS NOT NULL AND d.tries > 0
          ORDER BY d.sequence LIMIT ?
          """;
  static final String ATTEMPTS =
      """
      SELECT a.number, a.at, a.took_micros, a.status, a.excerpt, a.error, a.outcome
      FROM delivery d JOIN attempt a ON a.delivery_id = d.delivery_id
      WHERE d.id = ? ORDER BY a.number
      """;

  private DeliveryRows() {}

  static DeliveryView delivery(ResultSet row) throws SQLException {
    return new DeliveryView(
        row.getString(1),
        row.getString(2),
        row.getInt(3),
        Action.valueOf(row.getString(4)),
        row.getString(5),
        DeliveryState.of(row.getString(6)),
        Statements.longOrNull(row, 7) != null,
        Statements.longOrNull(row, 8),
        row.getInt(9),
        Instant.ofEpochMilli(row.getLong(10)),
        Statements.instantOrNull(row, 11),
        Statements.instantOrNull(row, 12),
        Statements.instantOrNull(row, 13),
        row.getString(14),
        row.getString(15),
        row.getBoolean(16),
        row.getInt(17));
  }

  static AttemptView attempt(ResultSet row) throws SQLException {
    return new AttemptView(
        row.getInt(1),
        new Attempt(
            Instant.ofEpochMilli(row.getLong(2)),
            Duration.ofNanos(row.getLong(3) * 1_000),
            row.getInt(4),
            row.getString(5),
            row.getString(6)),
        row.getString(7));
  }
}
