package org.wirecopy.ledger;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;

/** Brings the schema up to date. */
final class Migrations {
  /** The newest script in {@code db/migration}. */
  static final String NEWEST = "5";

  private Migrations() {}

  /**
   * Runs the scripts that are missing. Flyway takes a good part of a second to look around, so it
   * is started only where its own table does not show the newest script as done.
   */
  static void run(Engine engine) {
    try {
      if (!upToDate(engine)) {
        Flyway.configure()
            .dataSource(engine.source())
            .locations("classpath:db/migration")
            .placeholders(engine.placeholders())
            .load()
            .migrate();
      }
    } catch (SQLException | FlywayException e) {
      throw new LedgerException(
          "The ledger's tables could not be brought up to date: " + e.getMessage(), e);
    }
  }

  private static boolean upToDate(Engine engine) throws SQLException {
    try (Connection connection = engine.writing();
        Statement statement = connection.createStatement()) {
      if (!connection.getMetaData().getTables(null, null, "flyway_schema_history", null).next()) {
        return false;
      }
      try (ResultSet row =
          statement.executeQuery(
              """
              SELECT version FROM flyway_schema_history
              WHERE success ORDER BY installed_rank DESC LIMIT 1
              """)) {
        return row.next() && NEWEST.equals(row.getString(1));
      }
    }
  }
}
