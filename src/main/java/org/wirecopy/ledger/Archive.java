package org.wirecopy.ledger;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;

/** Stories that were imported, not dropped: known to the related lookup, never delivered. */
final class Archive {
  private static final String KNOWN = "SELECT digest FROM archive_story WHERE uri = ?";
  private static final String FORGET = "DELETE FROM archive_story WHERE uri = ?";
  private static final String INSERT =
      "INSERT INTO archive_story (archive_id, uri, digest, content) VALUES (?, ?, ?, ?)";

  /** A story with its stored form, made before it waits for the writer. */
  record Prepared(String uri, byte[] digest, byte[] content) {}

  private final Keys keys;

  Archive(Keys keys) {
    this.keys = keys;
  }

  /** Answers how many were new or changed. */
  int add(List<Prepared> stories, Transaction tx) throws SQLException {
    int changed = 0;
    for (Prepared story : stories) {
      byte[] known = tx.sql.first(KNOWN, row -> row.getBytes(1), story.uri());
      if (!Arrays.equals(known, story.digest())) {
        if (known != null) {
          tx.sql.update(FORGET, story.uri());
        }
        tx.sql.update(INSERT, keys.archive(), story.uri(), story.digest(), story.content());
        changed++;
      }
    }
    return changed;
  }
}
