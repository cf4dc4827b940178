package org.wirecopy.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.wirecopy.article.Action;
import org.wirecopy.article.RelatedStory;
import org.wirecopy.article.Status;
import org.wirecopy.article.Story;

/**
 * The stories' rows, and the stories most recently committed, so that the lanes share one object
 * and seldom read it back.
 */
final class Stories {
  /** What stands for the file in a version that a person ordered. */
  static final String DESK = "desk";

  private static final String HEAD =
      """
      SELECT s.story_id, s.version, s.version_id, s.status, s.first_created, v.digest
      FROM story s JOIN story_version v ON v.version_id = s.version_id
      WHERE s.uri = ?
      """;
  private static final String INSERT =
      """
      INSERT INTO story (story_id, uri, version, version_id, status, first_created)
      VALUES (?, ?, ?, ?, ?, ?)
      """;
  private static final String UPDATE =
      "UPDATE story SET version = ?, version_id = ?, status = ? WHERE story_id = ?";
  private static final String INSERT_VERSION =
      """
      INSERT INTO story_version
        (version_id, story_id, version, action, status, created, digest, headline, file, note,
         article, related, warnings)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;
  private static final String INSERT_WORDS = "INSERT INTO story_words (rowid, words) VALUES (?, ?)";
  static final String COLUMNS =
      """
      s.uri, v.version, v.action, v.status, s.first_created, v.created, v.article, v.related
      """;
  private static final String LOAD =
      "SELECT "
          + COLUMNS
          + """
          FROM story_version v JOIN story s ON s.story_id = v.story_id
          WHERE v.version_id = ?
          """;
  private static final String EVER_SENT =
      "SELECT 1 FROM delivery WHERE story_id = ? AND sequence IS NOT NULL LIMIT 1";
  private static final String NUMBERED =
      "SELECT version_id FROM story_version WHERE story_id = ? AND version = ?";
  private static final String ORDER =
      """
      SELECT coalesce(ordered.note, '')
      FROM story_version ordered
      WHERE ordered.version_id = ? AND ordered.file = ?
        AND ? = (
          SELECT usable.digest FROM story_version usable
          WHERE usable.story_id = ordered.story_id AND usable.status = 'USABLE'
          ORDER BY usable.version DESC LIMIT 1)
      """;
  private static final String UNLINK =
      "DELETE FROM related_link WHERE target_uri = ? AND story_id = ?";
  private static final String LINK =
      "INSERT OR IGNORE INTO related_link (target_uri, story_id) VALUES (?, ?)";

  /**
   * The current version of a story.
   *
   * @param version its number
   * @param row its key
   */
  record Head(
      long story, int version, long row, Status status, Instant firstCreated, byte[] digest) {}

  private record Cached(Story story, int bytes) {}

  private final StoryCodec codec;
  private final int cacheLimit;
  private final FreshStories fresh = new FreshStories();
  private final LinkedHashMap<Long, Cached> cache = new LinkedHashMap<>(256, 0.75f, true);
  private long cachedBytes;

  Stories(StoryCodec codec, int cacheLimit) {
    this.codec = codec;
    this.cacheLimit = cacheLimit;
  }

  @Nullable Head headOrNull(String uri, Transaction tx) throws SQLException {
    return tx.sql.first(
        HEAD,
        row ->
            new Head(
                row.getLong(1),
                row.getInt(2),
                row.getLong(3),
                Status.valueOf(row.getString(4)),
                Instant.ofEpochMilli(row.getLong(5)),
                row.getBytes(6)),
        uri);
  }

  /**
   * Why a person ordered the current version, empty if that was not said; null if no person did, or
   * the last usable version had another digest than this.
   */
  @Nullable String orderOrNull(Head head, byte[] digest, Transaction tx) throws SQLException {
    return tx.sql.first(ORDER, row -> row.getString(1), head.row(), DESK, digest);
  }

  /** Whether any version of the story was ever on its way to anybody. */
  boolean everSent(Head head, Transaction tx) throws SQLException {
    return tx.sql.first(EVER_SENT, row -> true, head.story()) != null;
  }

  /** A version by its number; null if there is none. */
  @Nullable Story numbered(Head head, int version, Transaction tx) throws SQLException {
    Long row = tx.sql.first(NUMBERED, found -> found.getLong(1), head.story(), version);
    return row == null ? null : load(row, tx.sql);
  }

  /** Enters a version as its story's current one. */
  void add(
      Version version,
      Acceptance.Prepared stored,
      @Nullable String note,
      @Nullable Head before,
      Transaction tx)
      throws SQLException {
    Story story = version.story();
    List<String> warnings = stored.submission().warnings();
    tx.sql.update(
        INSERT_VERSION,
        version.row(),
        version.storyRow(),
        story.version(),
        story.action().name(),
        story.status().name(),
        story.versionCreated().toEpochMilli(),
        stored.digest(),
        story.article().headline(),
        stored.submission().file(),
        note,
        stored.article(),
        stored.related(),
        warnings.isEmpty() ? null : String.join("\n", warnings));
    String file = stored.submission().file();
    tx.sql.update(
        INSERT_WORDS, version.row(), story.article().headline() + ' ' + story.uri() + ' ' + file);
    if (before == null) {
      tx.sql.update(
          INSERT,
          version.storyRow(),
          story.uri(),
          story.version(),
          version.row(),
          story.status().name(),
          story.firstCreated().toEpochMilli());
    } else {
      for (String target : targets(load(before.row(), tx.sql).related())) {
        tx.sql.update(UNLINK, target, version.storyRow());
      }
      tx.sql.update(
          UPDATE, story.version(), version.row(), story.status().name(), version.storyRow());
    }
    for (String target : targets(story.related())) {
      tx.sql.update(LINK, target, version.storyRow());
    }
    keep(version.row(), story, stored.bytes());
    tx.onFailure(() -> forget(version.row()));
    tx.afterwards(() -> fresh.keep(version.row(), story, stored.bytes()));
  }

  /** The warnings of a version as they are stored, one a line. */
  static List<String> warnings(@Nullable String stored) {
    return stored == null ? List.of() : stored.lines().toList();
  }

  private static Iterable<String> targets(List<RelatedStory> related) {
    return related.stream()
        .map(RelatedStory::uri)
        .filter(Objects::nonNull)
        .collect(Collectors.toCollection(java.util.LinkedHashSet::new));
  }

  /** The stories committed last, for other threads. */
  FreshStories fresh() {
    return fresh;
  }

  /** The story with that version's key, from memory if it was used lately. */
  Story load(long row, Statements sql) throws SQLException {
    Cached cached = cache.get(row);
    if (cached != null) {
      return cached.story();
    }
    Story story = sql.first(LOAD, this::read, row);
    if (story == null) {
      throw new LedgerException("The ledger has lost version row " + row + ".");
    }
    keep(row, story, size(story));
    return story;
  }

  /** A story from {@link #COLUMNS}, in that order. */
  Story read(ResultSet row) throws SQLException {
    return new Story(
        row.getString(1),
        row.getInt(2),
        Action.valueOf(row.getString(3)),
        Status.valueOf(row.getString(4)),
        Instant.ofEpochMilli(row.getLong(5)),
        Instant.ofEpochMilli(row.getLong(6)),
        codec.article(row.getBytes(7)),
        codec.related(row.getBytes(8)));
  }

  private static int size(Story story) {
    int size = 1_000;
    for (var block : story.article().body()) {
      for (var span : block.spans()) {
        size += 50 + span.text().length();
      }
    }
    return size;
  }

  private void keep(long row, Story story, int bytes) {
    Cached before = cache.put(row, new Cached(story, bytes));
    cachedBytes += bytes - (before == null ? 0 : before.bytes());
    Iterator<Map.Entry<Long, Cached>> eldest = cache.entrySet().iterator();
    while (cachedBytes > cacheLimit && eldest.hasNext()) {
      cachedBytes -= eldest.next().getValue().bytes();
      eldest.remove();
    }
  }

  private void forget(long row) {
    Cached cached = cache.remove(row);
    if (cached != null) {
      cachedBytes -= cached.bytes();
    }
  }
}
