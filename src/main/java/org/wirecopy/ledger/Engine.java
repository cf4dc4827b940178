package org.wirecopy.ledger;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import javax.sql.DataSource;

/** The few things in which database engines differ. */
interface Engine extends AutoCloseable {

  /** The connection of the one writer; it commits only when told. */
  Connection writing() throws SQLException;

  /** Where the migrations get their connections. */
  DataSource source();

  /** A connection that only reads and never makes the writer wait. */
  Connection reading() throws SQLException;

  /** Begins a transaction that will write. */
  String begin();

  /** Writes something that changes nothing: whether anything can be written at all. */
  String probe();

  /** Column types and table options of the migration, by placeholder. */
  Map<String, String> placeholders();

  /** True if the storage itself is at fault (full, unreadable, locked), not the statement. */
  boolean isStorageFault(Throwable problem);

  /** What is wrong and what to do, for people. */
  String explain(Throwable problem);

  @Override
  void close();
}
