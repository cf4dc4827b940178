package org.wirecopy.ledger;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Takes up what the last process left under way: its leases are over, since this process owns the
 * ledger alone. The attempt is repeated with the same id, unless a newer version waits.
 */
final class Restart {
  private static final String LEFT =
      """
      SELECT delivery_id, partner_id, story_id, rank, sequence, delivered_at
      FROM delivery WHERE state = 'pending' AND place IS NULL AND due IS NULL
      ORDER BY version_id
      """;
  private static final String READY =
      """
      UPDATE delivery SET place = ?, lease_until = NULL, sequence = coalesce(sequence, ?)
      WHERE delivery_id = ?
      """;
  private static final String SUPERSEDE =
      """
      UPDATE delivery SET state = ?, lease_until = NULL, reason = ? WHERE delivery_id = ?
      """;

  private static final String HELD =
      """
      UPDATE delivery SET sequence = ?
      WHERE story_id = ? AND partner_id = ? AND state IN ('held', 'parked') AND sequence IS NULL
        AND version_id = (SELECT version_id FROM story WHERE story_id = ?)
      """;
  private static final String OUTDATED =
      """
      SELECT count(*) FROM story s JOIN delivery d ON d.story_id = s.story_id
      WHERE d.delivery_id = ? AND d.version_id <> s.version_id
      """;

  private record Left(
      long row, long partner, long story, int rank, @Nullable Long sequence, boolean delivered) {}

  private record Pair(long partner, long story) {}

  private final Partners partners;

  Restart(Partners partners) {
    this.partners = partners;
  }

  void takeUp(Transaction tx) throws SQLException {
    Map<Pair, List<Left>> left = new LinkedHashMap<>();
    tx.sql.each(
        LEFT,
        row -> {
          Left next =
              new Left(
                  row.getLong(1),
                  row.getLong(2),
                  row.getLong(3),
                  row.getInt(4),
                  Statements.longOrNull(row, 5),
                  Statements.longOrNull(row, 6) != null);
          left.computeIfAbsent(new Pair(next.partner(), next.story()), pair -> new ArrayList<>())
              .add(next);
        });
    for (List<Left> versions : left.values()) {
      takeUp(versions, tx);
    }
  }

  private void takeUp(List<Left> versions, Transaction tx) throws SQLException {
    Long number = null;
    Left newest = versions.get(versions.size() - 1);
    boolean outdated = tx.sql.number(OUTDATED, newest.row()) > 0;
    for (Left each : versions) {
      if (each == newest && !outdated) {
        continue;
      }
      tx.sql.update(
          SUPERSEDE,
          (each.delivered() ? DeliveryState.DELIVERED : DeliveryState.SUPERSEDED).column(),
          "A newer version came while this one was on its way.",
          each.row());
      if (each.sequence() != null && !each.delivered()) {
        number = each.sequence();
      }
    }
    if (!outdated) {
      tx.sql.update(READY, Rank.of(newest.rank()).place(newest.row()), number, newest.row());
    } else if (number != null
        && tx.sql.update(HELD, number, newest.story(), newest.partner(), newest.story()) == 0) {
      partners.freeSequence(partners.with(newest.partner()), number, tx);
    }
  }
}
