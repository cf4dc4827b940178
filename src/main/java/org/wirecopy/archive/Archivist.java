package org.wirecopy.archive;

import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wirecopy.ledger.Ledger;
import org.wirecopy.related.Archive;

/**
 * Keeps the archive in step with the ledger by reading the ledger on from where the archive stands:
 * what a crash or a damaged index takes from the archive is simply read again.
 */
public final class Archivist implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Archivist.class);
  private static final long BETWEEN_COMMITS = Duration.ofSeconds(5).toNanos();
  private static final Duration LOOK = Duration.ofSeconds(1);
  private static final Duration LONGEST_REST = Duration.ofMinutes(1);

  private final Ledger ledger;
  private final Archive archive;
  private final InstantSource clock;
  private final Duration gather;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition news = lock.newCondition();
  private final Thread thread = new Thread(this::work, "archivist");

  private ArchiveFeed feed;
  private long lastCommit = System.nanoTime();
  private long nextRebuild = System.nanoTime();
  private int failures;
  private boolean pending;
  private volatile boolean ordered;
  private volatile boolean closing;

  /**
   * @param gather stories that come within this time after another are taken as one group, since
   *     each look at the ledger and each refresh of the archive costs, however few they are; the
   *     first after a rest is taken at once
   */
  public Archivist(Ledger ledger, Archive archive, InstantSource clock, Duration gather) {
    this.ledger = ledger;
    this.archive = archive;
    this.clock = clock;
    this.gather = gather;
    this.feed = feed(archive.position());
    if (feed.isAhead()) {
      LOG.warn("The archive index knows more than the ledger, which seems restored from a backup");
      ordered = true;
    }
  }

  private ArchiveFeed feed(Map<String, String> position) {
    return new ArchiveFeed(ledger, clock, position);
  }

  /** Catches up in the background and stays in step. */
  public void start() {
    thread.setDaemon(true);
    thread.start();
  }

  /** Catches up now, and returns when the archive has all that the ledger has. */
  public void catchUp() {
    if (archive.needsRebuild() || ordered) {
      rebuild();
      ordered = false;
    }
    boolean more = true;
    while (more) {
      more = feed.readOn(archive::put);
    }
    commit();
    archive.refresh();
  }

  /** There is something new in the ledger. */
  public void wake() {
    lock.lock();
    try {
      pending = true;
      news.signal();
    } finally {
      lock.unlock();
    }
  }

  /** Has the index built anew from the ledger, while lookups go on with the old one. */
  public void rebuildSoon() {
    ordered = true;
    wake();
  }

  private void work() {
    while (!closing) {
      try {
        if (archive.needsRebuild() || ordered) {
          rebuildIfTime();
        }
        long known = feed.read();
        if (!stayInStep()) {
          await(feed.read() == known ? Duration.ZERO : gather);
        }
      } catch (RuntimeException | Error e) {
        LOG.error("The archive cannot keep in step, tries again: {}", reason(e));
        await(gather);
      }
    }
    try {
      if (feed.moved()) {
        commit();
      }
    } catch (RuntimeException | Error e) {
      LOG.warn("The archive reads its latest stories again at the next start: {}", reason(e));
    }
  }

  private static String reason(Throwable e) {
    return e.getCause() == null ? e.toString() : e.getMessage() + ": " + e.getCause();
  }

  private boolean stayInStep() {
    boolean more = feed.readOn(archive::put);
    if (!more) {
      archive.refresh();
    }
    if (feed.moved() && System.nanoTime() - lastCommit > BETWEEN_COMMITS) {
      commit();
    }
    return more;
  }

  private void commit() {
    archive.commit(feed.position());
    feed.noted();
    lastCommit = System.nanoTime();
  }

  /** A rebuild that failed, as for want of disk, rests longer each time before the next try. */
  private void rebuildIfTime() {
    if (System.nanoTime() - nextRebuild < 0) {
      return;
    }
    try {
      rebuild();
      ordered = false;
      failures = 0;
    } catch (RuntimeException | Error e) {
      long seconds = Math.min(LONGEST_REST.toSeconds(), 1L << Math.min(failures++, 10));
      nextRebuild = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
      LOG.error(
          "The archive index could not be built anew, next try in {} s: {}", seconds, reason(e));
    }
  }

  private void rebuild() {
    LOG.info("The archive index is being built anew from the ledger");
    ArchiveFeed anew = feed(Map.of());
    boolean beside = !archive.needsRebuild();
    archive.rebuild(
        put -> {
          while (anew.readOn(put::accept)) {
            if (closing) {
              throw new IOException("Wirecopy ends before the index is whole; the old one stays");
            }
            if (beside) {
              stayInStep();
            }
          }
          // A story put meanwhile is not taken from the new reading, newer though it may be there.
          boolean more = beside;
          while (more) {
            more = feed.readOn(archive::put);
          }
        },
        anew::position);
    anew.noted();
    feed = anew;
    LOG.info("The archive index is built anew: {} stories", archive.size());
  }

  private void await(Duration rest) {
    lock.lock();
    try {
      long gathering = rest.toNanos();
      while (gathering > 0 && !closing) {
        gathering = news.awaitNanos(gathering);
      }
      if (!pending && !closing) {
        news.awaitNanos(LOOK.toNanos());
      }
      pending = false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void close() {
    closing = true;
    wake();
    try {
      thread.join(Duration.ofSeconds(10).toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
