package org.wirecopy.ledger;

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
  private static final String ARCHIVED_SINCE =
      """
      SELECT archive_id, content FROM archive_story
      WHERE archive_id > ? ORDER BY archive_id LIMIT ?
      """;

  private final Readers readers;
  private final Stories codec;
  private final StoryCodec json;

  Scans(Readers readers, StoryCodec json) {
    this.readers = readers;
    this.codec = new Stories(json, 0);
    this.json = json;
  }

  /**
   * The current versions of all stories, of any status, in the order in which they were accepted.
   *
   * @param afterRow where the last scan ended, 0 for the beginning
   */
  public List<StoryRow> storiesSince(long afterRow, int limit) {
    return readers.ask(
        sql ->
            sql.all(SINCE, row -> new StoryRow(row.getLong(9), codec.read(row)), afterRow, limit));
  }

  /**
   * Imported stories in the order of their import.
   *
   * @param afterRow where the last scan ended, 0 for the beginning
   */
  public List<ArchiveRow> archivedSince(long afterRow, int limit) {
    return readers.ask(
        sql ->
            sql.all(
                ARCHIVED_SINCE,
                row -> new ArchiveRow(row.getLong(1), json.archive(row.getBytes(2))),
                afterRow,
                limit));
  }
}
