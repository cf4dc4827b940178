package org.wirecopy.ledger;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
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

  private static final int REPLIERS = 2;

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
  private volatile boolean ended;
  private long notBefore;
  private boolean leftOpen;

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
    ThreadPoolExecutor pool =
        new ThreadPoolExecutor(
            REPLIERS, REPLIERS, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), Writer::replier);
    // Later there may be no room for another thread, when answers are wanted most.
    pool.prestartAllCoreThreads();
    this.replies = pool;
    this.thread = new Thread(this::run, "ledger-writer");
  }

  private static Thread replier(Runnable task) {
    Thread reply = new Thread(task, "ledger-reply");
    reply.setDaemon(true);
    return reply;
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
    if (closing && (ended || !thread.isAlive()) && waiting.remove(unit)) {
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
    try {
      while (!closing || !waiting.isEmpty()) {
        next(group);
        group.clear();
      }
    } catch (Throwable e) {
      fault = "The ledger's writer has ended (" + e + "). Start Wirecopy anew.";
      log.error("{}", fault, e);
    } finally {
      closing = true;
      ended = true;
      refuseWhatWaits();
    }
  }

  private void next(List<Unit<?>> group) {
    try {
      gather(group);
      if (!group.isEmpty() || nextAt() <= clock.getAsLong()) {
        commit(group);
      }
    } catch (InterruptedException e) {
      // Only close ends the writer, and it says so in a field.
      return;
    } catch (Throwable e) {
      // Nobody would learn that the one who writes is gone.
      log.error("The ledger's writer met something that it does not expect; it goes on", e);
      LedgerException reason = new LedgerException("The ledger could not do this: " + e, e);
      group.forEach(unit -> unit.done().completeExceptionally(reason));
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(LONGEST_NAP));
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
    } catch (Throwable e) {
      if (engine.isStorageFault(e)) {
        storageFault(group, e);
      } else if (group.size() > 1) {
        group.forEach(unit -> commit(List.of(unit)));
      } else {
        notBefore = clock.getAsLong() + LONGEST_NAP;
        refuse(group, new LedgerException("The ledger could not do this: " + inWords(e), e));
        if (group.isEmpty()) {
          log.error("The ledger could not look after its due deliveries; it tries again", e);
        }
      }
    }
  }

  private static String inWords(Throwable e) {
    return e instanceof Error ? e.toString() : String.valueOf(e.getMessage());
  }

  private void storageFault(List<Unit<?>> group, Throwable cause) {
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
    reply(refused.stream().map(unit -> refusal(unit, reason)).toList());
  }

  private static Runnable refusal(Unit<?> unit, LedgerException reason) {
    return () -> unit.done().completeExceptionally(reason);
  }

  private void reply(List<Runnable> answers) {
    Runnable all = () -> answers.forEach(Writer::safely);
    try {
      replies.execute(all);
    } catch (RuntimeException | Error e) {
      log.error("The ledger's answers cannot be handed on; the writer gives them itself", e);
      all.run();
    }
  }

  /** What is committed stays so, whatever those who are told make of it. */
  private static void safely(Runnable step) {
    try {
      step.run();
    } catch (Throwable e) {
      log.error("Something that follows a commit failed; what was committed stands", e);
    }
  }

  private void together(List<Unit<?>> group) throws SQLException {
    long began = System.nanoTime();
    Transaction transaction = new Transaction(sql, clock.getAsLong());
    List<Runnable> answers = new ArrayList<>(group.size());
    begin();
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
    } catch (Throwable e) {
      try {
        transaction.failed();
      } finally {
        rollback(e);
      }
      throw e;
    }
    count(group.size(), System.nanoTime() - began);
    transaction.committed(Writer::safely);
    watchers.forEach(Writer::safely);
    if (!answers.isEmpty()) {
      reply(answers);
    }
  }

  private void begin() throws SQLException {
    if (leftOpen) {
      rollback(new SQLException("the transaction before was left open"));
    }
    sql.run(engine.begin());
  }

  private void count(int size, long nanos) {
    commits = commits + 1;
    pieces = pieces + size;
    commitNanos = commitNanos + nanos;
  }

  private void rollback(Throwable cause) {
    leftOpen = true;
    try {
      sql.run("ROLLBACK");
      leftOpen = false;
    } catch (SQLException e) {
      // SQLite rolls back by itself on a full disk; then there is nothing left to roll back.
      leftOpen = false;
      cause.addSuppressed(e);
    }
  }

  private void refuseWhatWaits() {
    for (Unit<?> late = waiting.poll(); late != null; late = waiting.poll()) {
      late.done().completeExceptionally(closed());
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
    refuseWhatWaits();
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
