package org.wirecopy.ledger;

import java.sql.SQLException;

/** Row keys, ascending; handed out by the one writer. A failed transaction leaves a hole. */
final class Keys {
  private long story;
  private long version;
  private long delivery;
  private long archive;

  Keys(Statements sql) throws SQLException {
    story = sql.number("SELECT max(story_id) FROM story");
    version = sql.number("SELECT max(version_id) FROM story_version");
    delivery = sql.number("SELECT max(delivery_id) FROM delivery");
    archive = sql.number("SELECT max(archive_id) FROM archive_story");
  }

  long story() {
    return ++story;
  }

  long version() {
    return ++version;
  }

  long delivery() {
    return ++delivery;
  }

  long archive() {
    return ++archive;
  }
}
