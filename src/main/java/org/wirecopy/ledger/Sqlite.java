package org.wirecopy.ledger;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/**
 * SQLite in one file. Write-ahead log, so that readers and the writer do not wait for each other;
 * {@code synchronous=FULL}, so that what is committed survives a power cut.
 */
final class Sqlite implements Engine {
  /** Most articles then fit into one page. */
  private static final int PAGE_SIZE = 8_192;

  private static final Set<SQLiteErrorCode> STORAGE =
      Set.of(
          SQLiteErrorCode.SQLITE_FULL,
          SQLiteErrorCode.SQLITE_IOERR,
          SQLiteErrorCode.SQLITE_READONLY,
          SQLiteErrorCode.SQLITE_CANTOPEN,
          SQLiteErrorCode.SQLITE_CORRUPT,
          SQLiteErrorCode.SQLITE_NOTADB,
          SQLiteErrorCode.SQLITE_PROTOCOL,
          SQLiteErrorCode.SQLITE_NOMEM,
          SQLiteErrorCode.SQLITE_BUSY);

  private final Path file;
  private final FileChannel lockFile;

  private Sqlite(Path file, FileChannel lockFile) {
    this.file = file;
    this.lockFile = lockFile;
  }

  /** Takes the folder for this process alone. */
  static Sqlite in(Path folder) {
    Path file = folder.resolve("ledger.db");
    try {
      Files.createDirectories(folder);
      FileChannel lockFile =
          FileChannel.open(
              folder.resolve("ledger.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (lockOrNull(lockFile) == null) {
        lockFile.close();
        throw new LedgerException(
            "Another Wirecopy is using the ledger in "
                + folder
                + ". Stop it first, or start this one in a folder of its own.");
      }
      return new Sqlite(file, lockFile);
    } catch (IOException e) {
      throw new LedgerException(
          "The ledger's folder "
              + folder
              + " cannot be used: "
              + e
              + ". Check that it may be written to and that the disk is not full.",
          e);
    }
  }

  private static @Nullable FileLock lockOrNull(FileChannel channel) throws IOException {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      return null;
    }
  }

  @Override
  public Connection writing() throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    config.setBusyTimeout(5_000);
    // Keys are handed out here: the driver need not ask for one after every row.
    config.setGetGeneratedKeys(false);
    Connection connection = config.createConnection("jdbc:sqlite:" + file);
    try (Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA page_size = " + PAGE_SIZE);
      statement.execute("PRAGMA journal_mode = WAL");
      statement.execute("PRAGMA synchronous = FULL");
      statement.execute("PRAGMA wal_autocheckpoint = 4000");
      statement.execute("PRAGMA journal_size_limit = 67108864");
      statement.execute("PRAGMA cache_size = -32768");
      statement.execute("PRAGMA temp_store = MEMORY");
    }
    return connection;
  }

  @Override
  public DataSource source() {
    SQLiteConfig config = new SQLiteConfig();
    config.setPageSize(PAGE_SIZE);
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    SQLiteDataSource source = new SQLiteDataSource(config);
    source.setUrl("jdbc:sqlite:" + file);
    return source;
  }

  @Override
  public Connection reading() throws SQLException {
    SQLiteConfig config = new SQLiteConfig();
    config.setBusyTimeout(5_000);
    Connection connection = config.createConnection("jdbc:sqlite:" + file);
    try (Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA query_only = ON");
      statement.execute("PRAGMA cache_size = -8192");
      statement.execute("PRAGMA temp_store = MEMORY");
    }
    return connection;
  }

  @Override
  public String begin() {
    return "BEGIN IMMEDIATE";
  }

  @Override
  public String probe() {
    return "PRAGMA user_version = 0";
  }

  @Override
  public Map<String, String> placeholders() {
    return Map.of(
        "key",
        "INTEGER",
        "bytes",
        "BLOB",
        "clustered",
        "WITHOUT ROWID",
        "story_words",
        "CREATE VIRTUAL TABLE story_words"
            + " USING fts5(words, content = '', detail = none, tokenize = 'trigram')");
  }

  @Override
  public boolean isStorageFault(Throwable problem) {
    SQLiteErrorCode code = code(problem);
    return code != null && STORAGE.contains(code);
  }

  @Override
  public String explain(Throwable problem) {
    SQLiteErrorCode code = code(problem);
    if (code == SQLiteErrorCode.SQLITE_FULL) {
      return "The disk that holds "
          + file
          + " is full. Make room; Wirecopy then goes on by itself.";
    }
    if (code == SQLiteErrorCode.SQLITE_BUSY) {
      return "Another program keeps "
          + file
          + " locked. Close it; Wirecopy then goes on by itself.";
    }
    return "The ledger " + file + " could not be written: " + problem.getMessage();
  }

  /** The primary code: extended ones carry it in their low byte. */
  private static @Nullable SQLiteErrorCode code(Throwable problem) {
    for (Throwable t = problem; t != null; t = t.getCause()) {
      if (t instanceof SQLiteException sqlite) {
        return SQLiteErrorCode.getErrorCode(sqlite.getResultCode().code & 0xff);
      }
    }
    return null;
  }

  @Override
  public void close() {
    try {
      lockFile.close();
    } catch (IOException e) {
      throw new LedgerException("The lock beside " + file + " could not be released.", e);
    }
  }
}
