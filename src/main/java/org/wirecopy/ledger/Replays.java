package org.wirecopy.ledger;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wirecopy.article.Status;
import org.wirecopy.article.Story;

/**
 * Sends again what was settled: only a story's current version, with the same id, version and
 * dates.
 */
final class Replays {
  /** Rows changed in one transaction; the rest follows in the next, so that live news goes on. */
  static final int BATCH = 1_000;

  private static final String OF_STORY =
      """
      SELECT d.delivery_id, d.partner_id, d.story_id, d.rank, d.state, d.accepted_at,
             d.held_until
      FROM story s JOIN delivery d ON d.story_id = s.story_id AND d.version_id = s.version_id
      WHERE s.uri = ? AND d.lease_until IS NULL AND d.state <> 'held'
      """;
  private static final String OF_PARTNER =
      """
      SELECT d.delivery_id, d.partner_id, d.story_id, d.rank, d.state, d.accepted_at,
             d.held_until
      FROM delivery d JOIN story s ON s.story_id = d.story_id AND s.version_id = d.version_id
      WHERE d.partner_id = ? AND (d.accepted_at, d.delivery_id) > (?, ?) AND d.accepted_at < ?
        AND d.state IN (?, ?, ?, ?)
      ORDER BY d.accepted_at, d.delivery_id LIMIT ?
      """;
  // The index is named since the planner, which knows no counts, would read all that the partner
  // ever got. Its order is that of the keys.
  private static final String PARKED =
      """
      SELECT d.delivery_id, d.partner_id, d.story_id, d.rank, d.state, d.accepted_at,
             d.held_until
      FROM delivery d INDEXED BY delivery_aside
      CROSS JOIN story s ON s.story_id = d.story_id AND s.version_id = d.version_id
      WHERE d.partner_id = ? AND d.state IN ('held', 'parked') AND d.state = 'parked'
        AND d.delivery_id > ? AND d.accepted_at >= ? AND d.accepted_at < ?
      ORDER BY d.delivery_id LIMIT ?
      """;
  static final String COUNT =
      """
      SELECT count(*)
      FROM delivery d JOIN story s ON s.story_id = d.story_id AND s.version_id = d.version_id
      WHERE d.partner_id = (SELECT partner_id FROM partner_state WHERE name = ?)
        AND d.accepted_at >= ? AND d.accepted_at < ? AND d.state IN (?, ?, ?, ?)
      """;
  private static final String KNOWN =
      """
      SELECT count(*) FROM delivery WHERE story_id = ? AND partner_id = ? AND version_id = ?
      """;
  private static final String AGAIN =
      """
      UPDATE delivery
      SET state = 'pending', rank = ?, place = ?, due = NULL, attempts = 0,
          replay = max(replay, ?), reason = NULL
      WHERE delivery_id = ?
      """;

  private static final String HOLD_AGAIN =
      """
      UPDATE delivery
      SET state = 'held', rank = ?, place = NULL, due = held_until, attempts = 0,
          replay = max(replay, ?), reason = NULL
      WHERE delivery_id = ?
      """;

  /** Where a batch ended, of what was accepted at or after {@code from}. */
  record Cursor(long from, long acceptedAt, long row) {
    static Cursor before(long millis) {
      return new Cursor(millis, millis, 0);
    }

    private Cursor after(Settled last) {
      return new Cursor(from, last.acceptedAt(), last.row());
    }
  }

  /**
   * What a batch did.
   *
   * @param next where the next one begins, or null if this was the last
   */
  record Batch(int count, @Nullable Cursor next) {}

  private record Settled(
      long row,
      long partner,
      long story,
      Rank rank,
      DeliveryState state,
      long acceptedAt,
      @Nullable Long heldUntil) {}

  private final Partners partners;
  private final Lanes lanes;
  private final Stories stories;
  private final Fanout fanout;
  private final DueTimes dueTimes;

  Replays(Partners partners, Lanes lanes, Stories stories, Fanout fanout, DueTimes dueTimes) {
    this.dueTimes = dueTimes;
    this.partners = partners;
    this.lanes = lanes;
    this.stories = stories;
    this.fanout = fanout;
  }

  /**
   * One story again, ahead of other replays; what waits for its next try is tried now. What a
   * filter left out goes only to a partner that is named.
   */
  int resend(String uri, @Nullable String partner, Transaction tx) throws SQLException {
    List<Settled> found = new ArrayList<>();
    tx.sql.each(OF_STORY, row -> found.add(read(row)), uri);
    int count = 0;
    for (Settled each : found) {
      boolean meant =
          partner == null
              ? each.state() != DeliveryState.FILTERED
              : partners.with(each.partner()).name.equals(partner);
      if (meant && again(each, each.rank() == Rank.REPLAY ? Rank.LIVE : each.rank(), tx)) {
        count++;
      }
    }
    return partner != null && count == 0 ? sendFirst(uri, partner, tx) : count;
  }

  /** To a partner that has nothing of the current version; never a recall of what it never had. */
  private int sendFirst(String uri, String name, Transaction tx) throws SQLException {
    Stories.Head head = stories.headOrNull(uri, tx);
    Partner partner = partners.namedOrNull(name);
    if (head == null
        || partner == null
        || partner.disabled
        || head.status() != Status.USABLE
        || tx.sql.number(KNOWN, head.story(), partner.key, head.row()) > 0) {
      return 0;
    }
    Story story = stories.load(head.row(), tx.sql);
    fanout.add(new Version(head.row(), head.story(), story), partner, tx);
    return 1;
  }

  /** A batch of a partner's deliveries in some states and a range of time, at a replay's pace. */
  Batch replay(String name, Cursor from, long to, Set<DeliveryState> states, Transaction tx)
      throws SQLException {
    Partner partner = partners.namedOrNull(name);
    if (partner == null || partner.disabled) {
      return new Batch(0, null);
    }
    List<Settled> found = found(partner, from, to, states, tx);
    int count = 0;
    for (Settled each : found) {
      if (again(each, each.rank() == Rank.RECALL ? Rank.RECALL : Rank.REPLAY, tx)) {
        count++;
      }
    }
    if (found.size() < BATCH) {
      return new Batch(count, null);
    }
    return new Batch(count, from.after(found.get(found.size() - 1)));
  }

  private static List<Settled> found(
      Partner partner, Cursor from, long to, Set<DeliveryState> states, Transaction tx)
      throws SQLException {
    if (states.equals(Set.of(DeliveryState.PARKED))) {
      return tx.sql.all(PARKED, Replays::read, partner.key, from.row(), from.from(), to, BATCH);
    }
    String[] columns = columns(states);
    return tx.sql.all(
        OF_PARTNER,
        Replays::read,
        partner.key,
        from.acceptedAt(),
        from.row(),
        to,
        columns[0],
        columns[1],
        columns[2],
        columns[3],
        BATCH);
  }

  /** The settled ones among the states, as column values; blanks match nothing. */
  static String[] columns(Set<DeliveryState> states) {
    String[] columns = {"", "", "", ""};
    int i = 0;
    for (DeliveryState state : states) {
      if (state != DeliveryState.PENDING && state != DeliveryState.HELD) {
        columns[i++] = state.column();
      }
    }
    return columns;
  }

  static long millis(Instant time) {
    try {
      return time.toEpochMilli();
    } catch (ArithmeticException e) {
      return time.isBefore(Instant.EPOCH) ? 0 : Long.MAX_VALUE;
    }
  }

  private static Settled read(java.sql.ResultSet row) throws SQLException {
    return new Settled(
        row.getLong(1),
        row.getLong(2),
        row.getLong(3),
        Rank.of(row.getInt(4)),
        DeliveryState.of(row.getString(5)),
        row.getLong(6),
        Statements.longOrNull(row, 7));
  }

  /**
   * Makes it ready, or holds it while its embargo lasts; answers whether it could. For a disabled
   * partner nothing is ready: it stays parked, in sight, and does not go out by surprise when the
   * partner is enabled.
   */
  private boolean again(Settled settled, Rank rank, Transaction tx) throws SQLException {
    Partner partner = partners.with(settled.partner());
    if (partner.disabled || partner.inFlight.containsKey(settled.story())) {
      return false;
    }
    boolean replay = settled.state() != DeliveryState.PENDING;
    Long heldUntil = settled.heldUntil();
    if (heldUntil != null && heldUntil > tx.now) {
      tx.sql.update(HOLD_AGAIN, rank.ordinal(), replay, settled.row());
      dueTimes.note(heldUntil);
      return true;
    }
    tx.sql.update(AGAIN, rank.ordinal(), rank.place(settled.row()), replay, settled.row());
    lanes.ready(partner);
    return true;
  }
}
