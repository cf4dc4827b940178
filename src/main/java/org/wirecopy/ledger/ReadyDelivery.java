package org.wirecopy.ledger;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wirecopy.article.Delivery;
import org.wirecopy.article.Story;

/**
 * A delivery that may be sent now, as the tables have it; found in the order in which a lane takes
 * them.
 *
 * @param row its key
 * @param story the key of its story
 * @param version the key of its version
 * @param sequence its number with the partner, null if it has none yet
 * @param acceptedAt in milliseconds
 */
record ReadyDelivery(
    long row,
    String id,
    long story,
    long version,
    Rank rank,
    @Nullable Long sequence,
    int attempts,
    int tries,
    boolean replay,
    long acceptedAt) {
  /** What waited longer is no longer live news. */
  private static final long LATE_MILLIS = 60_000;

  private static final String READY =
      """
      SELECT delivery_id, id, story_id, version_id, rank, sequence, attempts, tries, replay,
             accepted_at
      FROM delivery
      WHERE state = 'pending' AND partner_id = ? AND place >= ? AND place < ?
      ORDER BY place LIMIT ?
      """;
  private static final String NEWEST = READY.replace("ORDER BY place", "ORDER BY place DESC");

  /** The first of a rank. */
  static List<ReadyDelivery> of(Partner partner, Rank rank, int limit, Transaction tx)
      throws SQLException {
    return read(READY, partner, rank.first(), rank.end(), limit, tx);
  }

  /** Urgent ones, then the oldest; behind an old backlog the newest: live news goes first. */
  static List<ReadyDelivery> news(Partner partner, int limit, Transaction tx) throws SQLException {
    List<ReadyDelivery> oldest =
        read(READY, partner, Rank.URGENT.first(), Rank.REPLAY.first(), limit, tx);
    if (oldest.size() < limit
        || oldest.stream().noneMatch(each -> each.isLate(tx.now) && each.rank() == Rank.LIVE)) {
      return oldest;
    }
    List<ReadyDelivery> news = new ArrayList<>(of(partner, Rank.URGENT, limit, tx));
    int left = limit - news.size();
    news.addAll(read(NEWEST, partner, Rank.LIVE.first(), Rank.LIVE.end(), left, tx));
    return news;
  }

  private static List<ReadyDelivery> read(
      String sql, Partner partner, long from, long before, int limit, Transaction tx)
      throws SQLException {
    List<ReadyDelivery> found = new ArrayList<>();
    tx.sql.each(
        sql,
        row -> {
          found.add(
              new ReadyDelivery(
                  row.getLong(1),
                  row.getString(2),
                  row.getLong(3),
                  row.getLong(4),
                  Rank.of(row.getInt(5)),
                  Statements.longOrNull(row, 6),
                  row.getInt(7),
                  row.getInt(8),
                  row.getBoolean(9),
                  row.getLong(10)));
        },
        partner.key,
        from,
        before,
        limit);
    return found;
  }

  /** As a lane is handed it. */
  Delivery delivery(Partner partner, Story story, long number) {
    Instant accepted = Instant.ofEpochMilli(acceptedAt);
    return new Delivery(id, partner.name, story, number, attempts, accepted, replay);
  }

  private boolean isLate(long now) {
    return now - acceptedAt > LATE_MILLIS;
  }
}
