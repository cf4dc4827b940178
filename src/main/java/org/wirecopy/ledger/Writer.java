package org.wirecopy.ledger;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that writes. Whatever waits is committed together, so that one flush to disk
 * serves hundreds of stories and outcomes; each caller hears after the commit. Work that fails is
 * taken out of its group: the group is undone and each piece tried again alone.
 */
final class Writer implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Writer.class);

  /** A wall clock that was set forward is noticed within this time, in milliseconds. */
  private static final long LONGEST_NAP = 1_000;

  /** Something to be done within a transaction that may be shared with others. */
  interface Work<T> {
    T in(Transaction transaction) throws SQLException;
  }

  /** What ends every transaction: due times, claims, partners' rows. */
  interface Settling {
    void settle(Transaction transaction) throws SQLException;

    /** When there is something to do without being asked, {@link Long#MAX_VALUE} for never. */
    long nextAt();
  }

  private record Unit<T>(Work<T> work, CompletableFuture<T> done) {
    Runnable apply(Transaction transaction) throws SQLException {
      T result = work.in(transaction);
      return () -> done.complete(result);
    }
  }

  private final Engine engine;
  private final Statements sql;
  private final Settling settling;
  private final LongSupplier clock;
  private final int largestGroup;
  private final LinkedBlockingQueue<Unit<?>> waiting = new LinkedBlockingQueue<>();
  private final ExecutorService replies;
  private final Thread thread;
  private final List<Runnable> watchers = new CopyOnWriteArrayList<>();
  private volatile boolean closing;
  private long notBefore;

  // Written by the writer's thread alone, read by others.
  private volatile @Nullable String fault;
  private volatile long commits;
  private volatile long pieces;
  private volatile long commitNanos;

  Writer(Engine engine, Statements sql, Settling settling, LongSupplier clock, int largestGroup) {
    this.engine = engine;
    this.sql = sql;
    this.settling = settling;
    this.clock = clock;
    this.largestGroup = largestGroup;
    this.replies =
        Executors.newFixedThreadPool(
            2,
            task -> {
              Thread reply = new Thread(task, "ledger-reply");
              reply.setDaemon(true);
              return reply;
            });
    this.thread = new Thread(this::run, "ledger-writer");
  }

  void start() {
    thread.start();
  }

  /** Puts work into the queue; the stage completes after the commit, on a thread of the ledger. */
  <T> CompletableFuture<T> submit(Work<T> work) {
    CompletableFuture<T> done = new CompletableFuture<>();
    if (closing) {
      done.completeExceptionally(closed());
      return done;
    }
    Unit<T> unit = new Unit<>(work, done);
    waiting.add(unit);
    if (closing && !thread.isAlive() && waiting.remove(unit)) {
      done.completeExceptionally(closed());
    }
    return done;
  }

  /** Has {@code watcher} run after every commit, on the writer's thread: it must be quick. */
  void watch(Runnable watcher) {
    watchers.add(watcher);
  }

  /** Looks at the clock and the lanes now. */
  CompletableFuture<Void> wake() {
    return submit(transaction -> Boolean.TRUE).thenAccept(done -> {});
  }

  WriterActivity activity() {
    return new WriterActivity(commits, pieces, commitNanos, waiting.size());
  }

  /** Why nothing could be written last, for people; null if it could. */
  @Nullable String fault() {
    return fault;
  }

  private void run() {
    List<Unit<?>> group = new ArrayList<>();
    while (!closing || !waiting.isEmpty()) {
      try {
        gather(group);
        if (!group.isEmpty() || nextAt() <= clock.getAsLong()) {
          commit(group);
        }
      } catch (InterruptedException e) {
        // Only close ends the writer, and it says so in a field.
        continue;
      }
      group.clear();
    }
  }

  private void gather(List<Unit<?>> group) throws InterruptedException {
    Unit<?> first = waiting.poll(nap(), TimeUnit.MILLISECONDS);
    if (first != null) {
      group.add(first);
      waiting.drainTo(group, largestGroup - 1);
    }
  }

  private long nap() {
    long next = nextAt();
    if (next == Long.MAX_VALUE) {
      return LONGEST_NAP * 60;
    }
    return Math.max(0, Math.min(LONGEST_NAP, next - clock.getAsLong()));
  }

  /** When there is something to do without being asked: due deliveries, or to try again. */
  private long nextAt() {
    return fault == null ? Math.max(settling.nextAt(), notBefore) : notBefore;
  }

  private void commit(List<Unit<?>> group) {
    try {
      together(group);
      fault = null;
      notBefore = 0;
    } catch (SQLException | RuntimeException e) {
      if (engine.isStorageFault(e)) {
        storageFault(group, e);
      } else if (group.size() > 1) {
        group.forEach(unit -> commit(List.of(unit)));
      } else {
        notBefore = clock.getAsLong() + LONGEST_NAP;
        refuse(group, new LedgerException("The ledger could not do this: " + e.getMessage(), e));
        if (group.isEmpty()) {
          log.error("The ledger could not look after its due deliveries; it tries again", e);
        }
      }
    }
  }

  private void storageFault(List<Unit<?>> group, Exception cause) {
    String explanation = engine.explain(cause);
    if (fault == null) {
      log.error("{}", explanation, cause);
    }
    fault = explanation;
    notBefore = clock.getAsLong() + LONGEST_NAP;
    refuse(group, new LedgerException(explanation, cause));
  }

  private void refuse(List<Unit<?>> group, LedgerException reason) {
    List<Unit<?>> refused = List.copyOf(group);
    replies.execute(() -> refused.forEach(unit -> unit.done().completeExceptionally(reason)));
  }

  private void together(List<Unit<?>> group) throws SQLException {
    long began = System.nanoTime();
    Transaction transaction = new Transaction(sql, clock.getAsLong());
    List<Runnable> answers = new ArrayList<>(group.size());
    sql.run(engine.begin());
    try {
      for (Unit<?> unit : group) {
        answers.add(unit.apply(transaction));
      }
      settling.settle(transaction);
      if (fault != null) {
        // A commit that has nothing to write succeeds on a full disk too.
        sql.run(engine.probe());
      }
      sql.run("COMMIT");
    } catch (SQLException | RuntimeException e) {
      transaction.failed();
      rollback(e);
      throw e;
    }
    count(group.size(), System.nanoTime() - began);
    transaction.committed();
    watchers.forEach(Runnable::run);
    if (!answers.isEmpty()) {
      replies.execute(() -> answers.forEach(Runnable::run));
    }
  }

  private void count(int size, long nanos) {
    commits = commits + 1;
    pieces = pieces + size;
    commitNanos = commitNanos + nanos;
  }

  private void rollback(Exception cause) {
    try {
      sql.run("ROLLBACK");
    } catch (SQLException e) {
      // SQLite rolls back by itself on a full disk; then there is nothing left to roll back.
      cause.addSuppressed(e);
    }
  }

  private static LedgerException closed() {
    return new LedgerException("The ledger is closed.");
  }

  /** Finishes what waits, then ends the thread. */
  @Override
  public void close() {
    closing = true;
    waiting.add(new Unit<>(transaction -> Boolean.TRUE, new CompletableFuture<>()));
    boolean interrupted = false;
    while (thread.isAlive()) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    for (Unit<?> late = waiting.poll(); late != null; late = waiting.poll()) {
      late.done().completeExceptionally(closed());
    }
    replies.shutdown();
    try {
      if (!replies.awaitTermination(5, TimeUnit.SECONDS)) {
        log.warn("Some callers have not yet taken the ledger's answers");
      }
    } catch (InterruptedException e) {
      interrupted = true;
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }
}
