package org.wirecopy.ledger;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The prepared statements of one connection, each prepared once. Used by one thread at a time. */
final class Statements implements AutoCloseable {

  /** Reads one row. */
  interface Row<T> {
    @Nullable T read(ResultSet row) throws SQLException;
  }

  /** Takes one row. */
  interface EachRow {
    void take(ResultSet row) throws SQLException;
  }

  private static final Logger log = LoggerFactory.getLogger(Statements.class);

  private final Connection connection;
  private final Map<String, PreparedStatement> prepared = new HashMap<>();

  Statements(Connection connection) {
    this.connection = connection;
  }

  /** Runs a statement that changes rows; answers how many. */
  int update(String sql, @Nullable Object... values) throws SQLException {
    PreparedStatement statement = bound(sql, values);
    try {
      return statement.executeUpdate();
    } catch (SQLException e) {
      forget(sql, statement);
      throw e;
    }
  }

  /** The first row, or null if there is none. */
  <T> @Nullable T first(String sql, Row<T> row, @Nullable Object... values) throws SQLException {
    PreparedStatement statement = bound(sql, values);
    try (ResultSet rows = statement.executeQuery()) {
      return rows.next() ? row.read(rows) : null;
    } catch (SQLException e) {
      forget(sql, statement);
      throw e;
    }
  }

  /** A number that is always there, such as a count. */
  long number(String sql, @Nullable Object... values) throws SQLException {
    Long number = first(sql, row -> row.getLong(1), values);
    return number == null ? 0 : number;
  }

  /** Every row in turn. */
  void each(String sql, EachRow row, @Nullable Object... values) throws SQLException {
    PreparedStatement statement = bound(sql, values);
    try (ResultSet rows = statement.executeQuery()) {
      while (rows.next()) {
        row.take(rows);
      }
    } catch (SQLException e) {
      forget(sql, statement);
      throw e;
    }
  }

  /** What every row reads as. */
  <T> List<T> all(String sql, Row<T> row, @Nullable Object... values) throws SQLException {
    List<T> found = new ArrayList<>();
    each(sql, each -> found.add(row.read(each)), values);
    return found;
  }

  /** Runs a statement without values or result, such as {@code COMMIT}. */
  void run(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  /** The column as a number, or null. */
  static @Nullable Long longOrNull(ResultSet row, int column) throws SQLException {
    long value = row.getLong(column);
    return row.wasNull() ? null : value;
  }

  /** The column as a time, kept in milliseconds, or null. */
  static @Nullable Instant instantOrNull(ResultSet row, int column) throws SQLException {
    Long millis = longOrNull(row, column);
    return millis == null ? null : Instant.ofEpochMilli(millis);
  }

  /** A statement that failed on a full disk cannot be run again; the next use prepares it anew. */
  private void forget(String sql, PreparedStatement statement) {
    prepared.remove(sql);
    try {
      statement.close();
    } catch (SQLException e) {
      log.debug("A failed statement could not be closed", e);
    }
  }

  private PreparedStatement bound(String sql, @Nullable Object... values) throws SQLException {
    PreparedStatement statement = prepared.get(sql);
    if (statement == null) {
      statement = connection.prepareStatement(sql);
      prepared.put(sql, statement);
    }
    for (int i = 0; i < values.length; i++) {
      bind(statement, i + 1, values[i]);
    }
    return statement;
  }

  private static void bind(PreparedStatement statement, int index, @Nullable Object value)
      throws SQLException {
    if (value instanceof Long number) {
      statement.setLong(index, number);
    } else if (value instanceof Integer number) {
      statement.setInt(index, number);
    } else if (value instanceof String text) {
      statement.setString(index, text);
    } else if (value instanceof byte[] bytes) {
      statement.setBytes(index, bytes);
    } else if (value instanceof Boolean flag) {
      statement.setInt(index, flag ? 1 : 0);
    } else if (value == null) {
      statement.setObject(index, null);
    } else {
      throw new SQLException("no column holds a " + value.getClass());
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
