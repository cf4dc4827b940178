package org.wirecopy.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wirecopy.article.Action;
import org.wirecopy.article.Attempt;
import org.wirecopy.article.Status;
import org.wirecopy.article.Story;

/**
 * Every question to the ledger, asked on connections of their own that never hold up the writer.
 */
final class Reading {
  private static final String DELIVERY =
      """
      SELECT d.id, s.uri, v.version, v.action, p.name, d.state, d.lease_until, d.sequence,
             d.attempts, d.accepted_at, d.due, d.held_until, d.delivered_at, d.reason, v.headline, d.replay
      FROM delivery d
      JOIN story s ON s.story_id = d.story_id
      JOIN story_version v ON v.version_id = d.version_id
      JOIN partner_state p ON p.partner_id = d.partner_id
      """;
  private static final String DELIVERIES_OF_VERSION =
      DELIVERY + "WHERE d.story_id = ? AND d.version_id = ? ORDER BY p.name";
  private static final String DELIVERIES_OF_STORY =
      DELIVERY + "WHERE d.story_id = ? ORDER BY d.delivery_id";
  private static final String DELIVERY_NAMED = DELIVERY + "WHERE d.id = ?";
  private static final String UNACKNOWLEDGED_RECALLS =
      DELIVERY
          + """
          WHERE d.rank = 0 AND d.state IN ('pending', 'parked') AND d.accepted_at <= ?
          ORDER BY d.delivery_id LIMIT ?
          """;
  private static final String RECENT_DELIVERIES =
      DELIVERY
          + """
          WHERE d.partner_id = (SELECT partner_id FROM partner_state WHERE name = ?)
          ORDER BY d.accepted_at DESC LIMIT ?
          """;
  // What was attempted has no place in its lane, or one of the first.
  private static final String UNACKNOWLEDGED =
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
  private static final String NEWEST_BEFORE =
      "SELECT coalesce(max(version_id), 0) FROM story_version WHERE version_id < ?";
  private static final String RECENT_VERSIONS =
      "SELECT created FROM story_version ORDER BY version_id DESC LIMIT ?";
  private static final String WARNED =
      """
      SELECT s.uri, v.headline, v.file, v.created, v.warnings
      FROM story_version v JOIN story s ON s.story_id = v.story_id
      WHERE v.warnings IS NOT NULL ORDER BY v.version_id DESC LIMIT ?
      """;
  private static final String STORY_KEY = "SELECT story_id FROM story WHERE uri = ?";
  private static final String VERSIONS =
      "SELECT "
          + Stories.COLUMNS
          + """
          , v.file, v.note, v.warnings
          FROM story s JOIN story_version v ON v.story_id = s.story_id
          WHERE s.uri = ? ORDER BY v.version
          """;
  private static final String SINCE =
      "SELECT "
          + Stories.COLUMNS
          + """
          , v.version_id
          FROM story_version v
          JOIN story s ON s.story_id = v.story_id AND s.version_id = v.version_id
          WHERE v.version_id > ? ORDER BY v.version_id LIMIT ?
          """;
  private static final String LISTING =
      "SELECT "
          + Stories.COLUMNS
          + """
          FROM related_link l
          JOIN story s ON s.story_id = l.story_id
          JOIN story_version v ON v.version_id = s.version_id
          WHERE l.target_uri = ? AND s.status = 'USABLE' ORDER BY v.version_id
          """;
  private static final String STATUS = "SELECT status FROM story WHERE uri = ?";
  private static final String ATTEMPTS =
      """
      SELECT a.number, a.at, a.took_micros, a.status, a.excerpt, a.error, a.outcome
      FROM delivery d JOIN attempt a ON a.delivery_id = d.delivery_id
      WHERE d.id = ? ORDER BY a.number
      """;
  private static final String ARCHIVED_SINCE =
      """
      SELECT archive_id, content FROM archive_story
      WHERE archive_id > ? ORDER BY archive_id LIMIT ?
      """;
  // The indexes are named since the planner, which knows no counts, would read all that a partner
  // ever got.
  private static final String PARTNERS =
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

  private record Listed(long row, long story, StorySummary summary) {}

  private final Readers readers;
  private final Stories codec;
  private final StoryCodec json;

  Reading(Readers readers, StoryCodec json) {
    this.readers = readers;
    this.codec = new Stories(json, 0);
    this.json = json;
  }

  StoryPage stories(StoryQuery query) {
    return readers.ask(
        sql -> {
          List<Listed> found = new ArrayList<>();
          long newest =
              sql.number(NEWEST_BEFORE, query.before() == null ? Long.MAX_VALUE : query.before());
          StorySearch search = StorySearch.of(query, newest);
          sql.each(search.sql(), row -> found.add(listed(row)), search.values());
          boolean more = found.size() > query.limit();
          List<Listed> shown = more ? found.subList(0, query.limit()) : found;
          List<StorySummary> stories = new ArrayList<>();
          for (Listed each : shown) {
            stories.add(withDeliveries(each, sql));
          }
          Long next = more ? Long.valueOf(shown.get(shown.size() - 1).row()) : null;
          if (next == null && search.windowed() && StorySearch.floor(newest) > 1) {
            next = StorySearch.floor(newest);
          }
          return new StoryPage(stories, next);
        });
  }

  private static Listed listed(ResultSet row) throws SQLException {
    return new Listed(
        row.getLong(1),
        row.getLong(2),
        new StorySummary(
            row.getString(3),
            row.getInt(4),
            Action.valueOf(row.getString(5)),
            Status.valueOf(row.getString(6)),
            row.getString(7),
            row.getString(8),
            Instant.ofEpochMilli(row.getLong(9)),
            Instant.ofEpochMilli(row.getLong(10)),
            List.of()));
  }

  private static StorySummary withDeliveries(Listed listed, Statements sql) throws SQLException {
    List<DeliveryView> deliveries = new ArrayList<>();
    sql.each(
        DELIVERIES_OF_VERSION, row -> deliveries.add(delivery(row)), listed.story(), listed.row());
    StorySummary bare = listed.summary();
    return new StorySummary(
        bare.uri(),
        bare.version(),
        bare.action(),
        bare.status(),
        bare.headline(),
        bare.file(),
        bare.firstCreated(),
        bare.versionCreated(),
        deliveries);
  }

  @Nullable StoryHistory storyOrNull(String uri) {
    return readers.askOrNull(
        sql -> {
          Long key = sql.first(STORY_KEY, row -> row.getLong(1), uri);
          if (key == null) {
            return null;
          }
          List<VersionView> versions = new ArrayList<>();
          sql.each(
              VERSIONS,
              row ->
                  versions.add(
                      new VersionView(
                          codec.read(row),
                          row.getString(9),
                          row.getString(10),
                          Stories.warnings(row.getString(11)))),
              uri);
          List<DeliveryView> deliveries = new ArrayList<>();
          sql.each(DELIVERIES_OF_STORY, row -> deliveries.add(delivery(row)), key);
          Story current = versions.get(versions.size() - 1).story();
          return new StoryHistory(current, versions, deliveries);
        });
  }

  @Nullable Status statusOrNull(String uri) {
    return readers.askOrNull(
        sql -> sql.first(STATUS, row -> Status.valueOf(row.getString(1)), uri));
  }

  @Nullable DeliveryView deliveryOrNull(String id) {
    return readers.askOrNull(sql -> sql.first(DELIVERY_NAMED, Reading::delivery, id));
  }

  List<DeliveryView> unacknowledgedRecalls(Instant acceptedBefore, int limit) {
    return readers.ask(
        sql ->
            all(
                sql,
                UNACKNOWLEDGED_RECALLS,
                Reading::delivery,
                acceptedBefore.toEpochMilli(),
                limit));
  }

  List<DeliveryView> recentDeliveries(String partner, int limit) {
    return readers.ask(sql -> all(sql, RECENT_DELIVERIES, Reading::delivery, partner, limit));
  }

  List<DeliveryView> unacknowledged(String partner, int limit) {
    return readers.ask(sql -> all(sql, UNACKNOWLEDGED, Reading::delivery, partner, partner, limit));
  }

  List<Instant> recentVersions(int limit) {
    return readers.ask(
        sql -> all(sql, RECENT_VERSIONS, row -> Instant.ofEpochMilli(row.getLong(1)), limit));
  }

  List<WarnedView> warned(int limit) {
    return readers.ask(
        sql ->
            all(
                sql,
                WARNED,
                row ->
                    new WarnedView(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        Instant.ofEpochMilli(row.getLong(4)),
                        Stories.warnings(row.getString(5))),
                limit));
  }

  List<AttemptView> attempts(String deliveryId) {
    return readers.ask(sql -> all(sql, ATTEMPTS, Reading::attempt, deliveryId));
  }

  List<PartnerView> partners() {
    return readers.ask(sql -> all(sql, PARTNERS, Reading::partner));
  }

  List<StoryRow> storiesSince(long afterRow, int limit) {
    return readers.ask(
        sql ->
            all(sql, SINCE, row -> new StoryRow(row.getLong(9), codec.read(row)), afterRow, limit));
  }

  List<Story> listing(String uri) {
    return readers.ask(sql -> all(sql, LISTING, codec::read, uri));
  }

  List<ArchiveRow> archivedSince(long afterRow, int limit) {
    return readers.ask(
        sql ->
            all(
                sql,
                ARCHIVED_SINCE,
                row -> new ArchiveRow(row.getLong(1), json.archive(row.getBytes(2))),
                afterRow,
                limit));
  }

  int countReplay(String partner, Instant from, Instant to, Set<DeliveryState> states) {
    String[] columns = Replays.columns(states);
    return readers.ask(
        sql ->
            (int)
                sql.number(
                    Replays.COUNT,
                    partner,
                    Replays.millis(from),
                    Replays.millis(to),
                    columns[0],
                    columns[1],
                    columns[2],
                    columns[3]));
  }

  private static <T> List<T> all(
      Statements sql, String text, Statements.Row<T> row, @Nullable Object... values)
      throws SQLException {
    List<T> found = new ArrayList<>();
    sql.each(text, each -> found.add(row.read(each)), values);
    return found;
  }

  private static DeliveryView delivery(ResultSet row) throws SQLException {
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
        instantOrNull(row, 11),
        instantOrNull(row, 12),
        instantOrNull(row, 13),
        row.getString(14),
        row.getString(15),
        row.getBoolean(16));
  }

  private static AttemptView attempt(ResultSet row) throws SQLException {
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

  private static PartnerView partner(ResultSet row) throws SQLException {
    return new PartnerView(
        row.getString(1),
        row.getBoolean(2),
        row.getBoolean(3),
        row.getString(4),
        instantOrNull(row, 5),
        row.getBoolean(6),
        row.getString(7),
        row.getLong(9),
        instantOrNull(row, 10),
        row.getLong(11),
        row.getLong(12),
        row.getLong(8) - 1);
  }

  private static @Nullable Instant instantOrNull(ResultSet row, int column) throws SQLException {
    Long millis = Statements.longOrNull(row, column);
    return millis == null ? null : Instant.ofEpochMilli(millis);
  }
}
