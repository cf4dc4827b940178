package org.wirecopy.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

/**
 * Everything the ledger holds, in the order in which it came, for those that keep a copy of their
 * own. Read on connections that never hold up the writer.
 */
public final class Scans {
  private static final String SINCE =
      "SELECT "
          + Stories.COLUMNS
          + """
          , v.version_id
          FROM story_version v
          JOIN story s ON s.story_id = v.story_id AND s.version_id = v.version_id
          WHERE v.version_id > ? ORDER BY v.version_id LIMIT ?
          """;
  private static final String ROWS_SINCE =
      """
      SELECT v.version_id
      FROM story_version v
      JOIN story s ON s.story_id = v.story_id AND s.version_id = v.version_id
      WHERE v.version_id > ? ORDER BY v.version_id LIMIT ?
      """;
  private static final String ARCHIVED_SINCE =
      """
      SELECT a.archive_id,
        CASE WHEN EXISTS (SELECT 1 FROM story s WHERE s.uri = a.uri) THEN NULL ELSE a.content END
      FROM archive_story a
      WHERE a.archive_id > ? ORDER BY a.archive_id LIMIT ?
      """;

  private final Readers readers;
  private final Stories codec;
  private final StoryCodec json;
  private final FreshStories fresh;

  Scans(Readers readers, StoryCodec json, FreshStories fresh) {
    this.readers = readers;
    this.codec = new Stories(json, 0);
    this.json = json;
    this.fresh = fresh;
  }

  /**
   * The current versions of all stories, of any status, in the order in which they were accepted.
   *
   * @param afterRow where the last scan ended, 0 for the beginning
   */
  public List<StoryRow> storiesSince(long afterRow, int limit) {
    return readers.ask(
        sql -> {
          List<Long> rows = sql.all(ROWS_SINCE, row -> row.getLong(1), afterRow, limit);
          List<StoryRow> known = fresh.allOrNull(rows);
          return known != null
              ? known
              : sql.all(
                  SINCE, row -> new StoryRow(row.getLong(9), codec.read(row)), afterRow, limit);
        });
  }

  /**
   * Imported stories in the order of their import, without those that the ledger has as stories of
   * its own: an import, such as of an earlier export, must not bring back what was killed since.
   *
   * @param afterRow where the last scan ended, 0 for the beginning
   */
  public List<ArchiveRow> archivedSince(long afterRow, int limit) {
    return readers.ask(sql -> sql.all(ARCHIVED_SINCE, this::archived, afterRow, limit));
  }

  /** The newest row of {@link #storiesSince}; 0 if there is none. */
  public long lastStory() {
    return readers.ask(sql -> sql.number("SELECT max(version_id) FROM story_version"));
  }

  /** The newest row of {@link #archivedSince}; 0 if there is none. */
  public long lastArchived() {
    return readers.ask(sql -> sql.number("SELECT max(archive_id) FROM archive_story"));
  }

  private ArchiveRow archived(ResultSet row) throws SQLException {
    byte[] content = row.getBytes(2);
    return new ArchiveRow(row.getLong(1), content == null ? null : json.archive(content));
  }
}
