package org.wirecopy.ledger;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wirecopy.article.Standing;

/** Every partner ever heard of. Belongs to the writer's thread. */
final class Partners {
  private static final String LOAD =
      """
      SELECT partner_id, name, paused, disabled, reason, next_sequence, resting_until, probe,
             rest_reason, failing_since, failing_alarms, breaker_since, breaker_rest
      FROM partner_state
      """;
  private static final String LOAD_FREE = "SELECT partner_id, sequence FROM free_sequence";
  private static final String INSERT = "INSERT INTO partner_state (partner_id, name) VALUES (?, ?)";
  private static final String UPDATE =
      """
      UPDATE partner_state
      SET paused = ?, disabled = ?, reason = ?, next_sequence = ?, resting_until = ?, probe = ?,
          rest_reason = ?, failing_since = ?, failing_alarms = ?, breaker_since = ?,
          breaker_rest = ?
      WHERE partner_id = ?
      """;
  private static final String KEEP_FREE =
      "INSERT INTO free_sequence (partner_id, sequence) VALUES (?, ?)";
  private static final String USE_FREE =
      "DELETE FROM free_sequence WHERE partner_id = ? AND sequence = ?";

  private final Map<String, Partner> byName = new HashMap<>();
  private final Map<Long, Partner> byKey = new HashMap<>();
  private long lastKey;

  Partners(Statements sql) throws SQLException {
    sql.each(
        LOAD,
        row -> {
          Partner partner = new Partner(row.getLong(1), row.getString(2));
          partner.paused = row.getBoolean(3);
          partner.disabled = row.getBoolean(4);
          partner.reason = row.getString(5);
          partner.nextSequence = row.getLong(6);
          partner.restingUntil = row.getLong(7);
          if (partner.restingUntil != 0) {
            partner.narrow();
          }
          partner.probe = row.getBoolean(8);
          partner.restReason = row.getString(9);
          partner.standing =
              new Standing(
                  0,
                  instant(row.getLong(10)),
                  row.getInt(11),
                  instant(row.getLong(12)),
                  Duration.ofMillis(row.getLong(13)));
          add(partner);
        });
    sql.each(LOAD_FREE, row -> with(row.getLong(1)).freeSequences.add(row.getLong(2)));
  }

  private static @Nullable Instant instant(long millis) {
    return millis == 0 ? null : Instant.ofEpochMilli(millis);
  }

  private static @Nullable Long millis(@Nullable Instant instant) {
    return instant == null ? null : instant.toEpochMilli();
  }

  private void add(Partner partner) {
    byName.put(partner.name, partner);
    byKey.put(partner.key, partner);
    lastKey = Math.max(lastKey, partner.key);
  }

  Collection<Partner> all() {
    return byKey.values();
  }

  @Nullable Partner namedOrNull(String name) {
    return byName.get(name);
  }

  /** The partner with a key that stands in a table. */
  Partner with(long key) {
    Partner partner = byKey.get(key);
    if (partner == null) {
      throw new IllegalStateException("no partner has the key " + key);
    }
    return partner;
  }

  /** The partner of that name, entered if it is new. */
  Partner named(String name, Transaction tx) throws SQLException {
    Partner known = byName.get(name);
    if (known != null) {
      return known;
    }
    Partner partner = new Partner(lastKey + 1, name);
    tx.sql.update(INSERT, partner.key, name);
    tx.onFailure(
        () -> {
          byName.remove(name);
          byKey.remove(partner.key);
        });
    add(partner);
    return partner;
  }

  /** The lowest number without a holder. */
  long takeSequence(Partner partner, Transaction tx) throws SQLException {
    tx.touch(partner);
    Long free = partner.freeSequences.pollFirst();
    if (free != null) {
      tx.sql.update(USE_FREE, partner.key, free);
      return free;
    }
    return partner.nextSequence++;
  }

  /** A number that nobody will acknowledge any more: the next claim takes it. */
  void freeSequence(Partner partner, long sequence, Transaction tx) throws SQLException {
    tx.touch(partner).freeSequences.add(sequence);
    tx.sql.update(KEEP_FREE, partner.key, sequence);
  }

  /** Writes the rows of all partners that the transaction changed. */
  void flush(Transaction tx) throws SQLException {
    for (Partner partner : tx.touched()) {
      tx.sql.update(
          UPDATE,
          partner.paused,
          partner.disabled,
          partner.reason,
          partner.nextSequence,
          partner.restingUntil == 0 ? null : partner.restingUntil,
          partner.probe,
          partner.restReason,
          millis(partner.standing.failingSince()),
          partner.standing.alarms(),
          millis(partner.standing.openSince()),
          partner.standing.rest().toMillis(),
          partner.key);
    }
  }
}
