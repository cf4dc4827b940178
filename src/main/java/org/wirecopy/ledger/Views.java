package org.wirecopy.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wirecopy.article.Action;
import org.wirecopy.article.Status;
import org.wirecopy.article.Story;

/**
 * What people see of the ledger: its stories, deliveries and partners. Asked on connections of
 * their own that never hold up the writer.
 */
public final class Views {
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
  private static final String SENT =
      "SELECT "
          + Stories.COLUMNS
          + """
          , d.story_id, d.version_id, d.partner_id
          FROM delivery d
          JOIN story s ON s.story_id = d.story_id
          JOIN story_version v ON v.version_id = d.version_id
          WHERE d.id = ?
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

  private record Sent(Story story, long storyRow, long versionRow, long partner) {}

  private record Listed(long row, long story, StorySummary summary) {}

  private final Readers readers;
  private final Stories codec;
  private final MissedCorrections missed;

  Views(Readers readers, StoryCodec json, MissedCorrections missed) {
    this.readers = readers;
    this.missed = missed;
    this.codec = new Stories(json, 0);
  }

  /** Stories, newest version first. */
  public StoryPage stories(StoryQuery query) {
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
        DeliveryRows.OF_VERSION,
        row -> deliveries.add(DeliveryRows.delivery(row)),
        listed.story(),
        listed.row());
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

  /** One story with its versions and deliveries, or null if there is none. */
  public @Nullable StoryHistory story(String uri) {
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
          sql.each(DeliveryRows.OF_STORY, row -> deliveries.add(DeliveryRows.delivery(row)), key);
          Story current = versions.get(versions.size() - 1).story();
          return new StoryHistory(current, versions, deliveries);
        });
  }

  /** How a story stands as of its newest version, or null if there is none. */
  public @Nullable Status status(String uri) {
    return readers.askOrNull(
        sql -> sql.first(STATUS, row -> Status.valueOf(row.getString(1)), uri));
  }

  /** One delivery, or null if there is none. */
  public @Nullable DeliveryView delivery(String id) {
    return readers.askOrNull(sql -> sql.first(DeliveryRows.NAMED, DeliveryRows::delivery, id));
  }

  /** The version of a delivery as its partner is told of it, or null if there is none. */
  public @Nullable Story sent(String delivery) {
    return readers.askOrNull(
        sql -> {
          Sent sent =
              sql.first(
                  SENT,
                  row ->
                      new Sent(codec.read(row), row.getLong(9), row.getLong(10), row.getLong(11)),
                  delivery);
          return sent == null
              ? null
              : missed.told(sent.story(), sent.storyRow(), sent.versionRow(), sent.partner(), sql);
        });
  }

  /**
   * Kills and withholds accepted before a time that their partners have not acknowledged, those
   * they refused among them.
   */
  public List<DeliveryView> unacknowledgedRecalls(Instant acceptedBefore, int limit) {
    return readers.ask(
        sql ->
            sql.all(
                DeliveryRows.UNACKNOWLEDGED_RECALLS,
                DeliveryRows::delivery,
                acceptedBefore.toEpochMilli(),
                limit));
  }

  /** What a partner was sent or is to be sent, latest accepted first. */
  public List<DeliveryView> recentDeliveries(String partner, int limit) {
    return readers.ask(sql -> sql.all(DeliveryRows.RECENT, DeliveryRows::delivery, partner, limit));
  }

  /**
   * What a partner was sent, acknowledged or not, latest accepted first; found however much it does
   * not take or waits for it.
   */
  public List<DeliveryView> attemptedDeliveries(String partner, int limit) {
    return readers.ask(
        sql ->
            sql.all(
                DeliveryRows.ATTEMPTED,
                DeliveryRows::delivery,
                partner,
                limit,
                partner,
                limit,
                partner,
                limit,
                partner,
                limit,
                limit));
  }

  /** What a partner was sent and has not acknowledged, by its numbers. */
  public List<DeliveryView> unacknowledged(String partner, int limit) {
    return readers.ask(
        sql ->
            sql.all(DeliveryRows.UNACKNOWLEDGED, DeliveryRows::delivery, partner, partner, limit));
  }

  /** When the latest versions were accepted, newest first. */
  public List<Instant> recentVersions(int limit) {
    return readers.ask(
        sql -> sql.all(RECENT_VERSIONS, row -> Instant.ofEpochMilli(row.getLong(1)), limit));
  }

  /** The latest versions whose files were read with warnings, newest first. */
  public List<WarnedView> warned(int limit) {
    return readers.ask(
        sql ->
            sql.all(
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

  /** The attempts of a delivery, oldest first. */
  public List<AttemptView> attempts(String deliveryId) {
    return readers.ask(sql -> sql.all(DeliveryRows.ATTEMPTS, DeliveryRows::attempt, deliveryId));
  }

  /** Every partner ever heard of, by name. */
  public List<PartnerView> partners() {
    return readers.ask(sql -> sql.all(PartnerRows.ALL, PartnerRows::partner));
  }

  /** Whether a partner of that name was ever heard of. */
  public boolean hasPartner(String name) {
    return readers.ask(sql -> sql.first(PartnerRows.NAMED, row -> true, name) != null);
  }

  /** The current versions of usable stories that list a story as related. */
  public List<Story> listing(String uri) {
    return readers.ask(sql -> sql.all(LISTING, codec::read, uri));
  }

  /**
   * How many deliveries {@link Orders#replay} would send again now.
   *
   * @param from accepted at or after
   * @param to accepted before
   * @param states settled states only: delivered, superseded (by the partner's word), filtered,
   *     parked
   */
  public int countReplay(String partner, Instant from, Instant to, Set<DeliveryState> states) {
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
}
