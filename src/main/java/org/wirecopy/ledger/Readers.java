package org.wirecopy.ledger;

import java.sql.SQLException;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/** A few connections for questions, opened as needed and kept. */
final class Readers implements AutoCloseable {
  private static final int MOST = 4;

  /** Something asked on one connection. */
  interface Question<T> {
    @Nullable T ask(Statements sql) throws SQLException;
  }

  private final Engine engine;
  private final Semaphore free = new Semaphore(MOST);
  private final ConcurrentLinkedQueue<Statements> idle = new ConcurrentLinkedQueue<>();
  private volatile boolean closed;

  Readers(Engine engine) {
    this.engine = engine;
  }

  <T> T ask(Question<T> question) {
    T answer = askOrNull(question);
    if (answer == null) {
      throw new IllegalStateException("a question without an answer");
    }
    return answer;
  }

  <T> @Nullable T askOrNull(Question<T> question) {
    free.acquireUninterruptibly();
    try {
      if (closed) {
        throw new LedgerException("The ledger is closed.");
      }
      Statements sql = idle.poll();
      if (sql == null) {
        sql = new Statements(engine.reading());
      }
      try {
        return question.ask(sql);
      } finally {
        idle.add(sql);
      }
    } catch (SQLException e) {
      throw new LedgerException("The ledger could not be read: " + e.getMessage(), e);
    } finally {
      free.release();
    }
  }

  /** Waits for questions under way. */
  @Override
  public void close() throws SQLException {
    closed = true;
    free.acquireUninterruptibly(MOST);
    for (Statements sql = idle.poll(); sql != null; sql = idle.poll()) {
      sql.close();
    }
    free.release(MOST);
  }
}
