package org.wirecopy.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;

/** Partners as the tables tell them to people, with what waits for each. */
final class PartnerRows {
  // The indexes are named since the planner, which knows no counts, would read all that a partner
  // ever got.
  static final String ALL =
      """
      SELECT p.name, p.paused, p.disabled, p.reason, p.resting_until, p.probe, p.rest_reason,
             p.next_sequence,
             (SELECT count(*) FROM delivery d INDEXED BY delivery_waiting
              WHERE d.partner_id = p.partner_id AND d.state = 'pending'),
             (SELECT min(d.accepted_at) FROM delivery d INDEXED BY delivery_waiting
              WHERE d.partner_id = p.partner_id AND d.state = 'pending'),
             (SELECT count(*) FROM delivery d INDEXED BY delivery_aside
              WHERE d.partner_id = p.partner_id AND d.state IN ('held', 'parked')
                AND d.state = 'held'),
             (SELECT count(*) FROM delivery d INDEXED BY delivery_aside
              WHERE d.partner_id = p.partner_id AND d.state IN ('held', 'parked')
                AND d.state = 'parked')
      FROM partner_state p ORDER BY p.name
      """;

  static final String NAMED = "SELECT 1 FROM partner_state WHERE name = ?";

  private PartnerRows() {}

  static PartnerView partner(ResultSet row) throws SQLException {
    return new PartnerView(
        row.getString(1),
        row.getBoolean(2),
        row.getBoolean(3),
        row.getString(4),
        Statements.instantOrNull(row, 5),
        row.getBoolean(6),
        row.getString(7),
        row.getLong(9),
        Statements.instantOrNull(row, 10),
        row.getLong(11),
        row.getLong(12),
        row.getLong(8) - 1);
  }
}
