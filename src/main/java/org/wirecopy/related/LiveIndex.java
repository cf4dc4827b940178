package org.wirecopy.related;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.AlreadyClosedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wirecopy.article.ArchiveStory;

/**
 * The index in use: kept fresh, noticed when it is damaged, and built anew while it goes on being
 * used.
 */
final class LiveIndex implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(LiveIndex.class);

  /** How often a story put is looked for within the time in which it is to be found. */
  private static final int LOOKS_PER_REFRESH = 5;

  private static final long EXAMINED_EVERY_NANOS = TimeUnit.MINUTES.toNanos(1);

  /** Something written to the index. */
  interface Writing {
    void to(ArchiveIndex target) throws IOException;
  }

  /** Something looked up in the index as it is at this moment. */
  interface Looking<T> {
    T in(ArchiveIndex index, IndexSearcher searcher) throws IOException;
  }

  private final ArchiveFolder folder;
  private final ArchiveSettings settings;
  private final Languages languages;
  private final ScheduledExecutorService refresher;

  /** Told of once; belongs to the thread that refreshes. */
  private boolean refreshFails;

  private final ReentrantReadWriteLock swap = new ReentrantReadWriteLock();
  private volatile ArchiveIndex index;
  private volatile @Nullable Rebuild rebuilding;
  private volatile boolean needsRebuild;
  private volatile long lastExamined = System.nanoTime() - EXAMINED_EVERY_NANOS;

  /**
   * @param toRead to look into beside whoever uses it: nothing is healed or made
   */
  LiveIndex(ArchiveFolder folder, ArchiveSettings settings, boolean toRead) throws IOException {
    this.folder = folder;
    this.settings = settings;
    this.languages = new Languages(settings.language());
    this.needsRebuild = !toRead && folder.heal();
    this.index =
        toRead
            ? ArchiveIndex.toRead(folder.snapshot(), settings, languages)
            : new ArchiveIndex(folder.current(), settings, languages);
    this.refresher =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, "archive-refresh");
              thread.setDaemon(true);
              return thread;
            });
    long millis = Math.max(1, settings.refresh().toMillis() / LOOKS_PER_REFRESH);
    refresher.scheduleWithFixedDelay(this::refreshQuietly, millis, millis, TimeUnit.MILLISECONDS);
  }

  /** True if the index was found damaged and no rebuild has made it whole since. */
  boolean needsRebuild() {
    return needsRebuild;
  }

  /** What the last commit kept as its position. */
  Map<String, String> position() {
    return index.position();
  }

  /** Puts into the index in use, and into the one that is being built. */
  void put(List<ArchiveStory> stories) {
    write(
        target -> {
          target.put(stories);
          Rebuild rebuild = rebuilding;
          if (rebuild != null) {
            rebuild.put(stories);
          }
        });
  }

  /** Removes from the index in use, and from the one that is being built. */
  void remove(String uri) {
    write(
        target -> {
          target.remove(uri);
          Rebuild rebuild = rebuilding;
          if (rebuild != null) {
            rebuild.remove(uri);
          }
        });
  }

  void write(Writing writing) {
    swap.readLock().lock();
    try {
      writing.to(index);
    } catch (CorruptIndexException | EOFException | NoSuchFileException e) {
      damaged(e);
      throw new UncheckedIOException("the archive index is damaged", e);
    } catch (AlreadyClosedException e) {
      // After a full or failing disk the index takes no more: only a rebuild makes it whole.
      needsRebuild = true;
      throw new UncheckedIOException(
          "the archive index is closed after an earlier failure", new IOException(e));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write to the archive", e);
    } finally {
      swap.readLock().unlock();
    }
  }

  /** A lookup over a damaged index finds nothing: no story waits for the archive to be healed. */
  <T> T look(Looking<T> looking, T ifDamaged) {
    swap.readLock().lock();
    try {
      ArchiveIndex current = index;
      IndexSearcher searcher = current.acquire();
      try {
        return looking.in(current, searcher);
      } finally {
        current.release(searcher);
      }
    } catch (CorruptIndexException | EOFException | NoSuchFileException e) {
      damaged(e);
      return ifDamaged;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the archive", e);
    } catch (IndexOutOfBoundsException | IllegalStateException | NegativeArraySizeException e) {
      // What Lucene makes of bytes that are not what it wrote; only a look at them tells.
      refresher.execute(this::examineNowAndThen);
      throw e;
    } finally {
      swap.readLock().unlock();
    }
  }

  /** The index in use, for what takes too long to hold up a swap: its own view outlives it. */
  ArchiveIndex current() {
    return index;
  }

  /**
   * Builds the index anew while it goes on being used, then takes it in place of the old one.
   *
   * @see Archive#rebuild
   */
  synchronized void rebuild(Archive.Source source, Supplier<Map<String, String>> position) {
    try {
      Rebuild rebuild = new Rebuild(new ArchiveIndex(folder.next(), settings, languages));
      rebuilding = rebuild;
      try {
        source.read(stories -> rebuild.putOlder(stories));
        rebuild.index().commit(position.get());
      } catch (IOException | RuntimeException e) {
        rebuilding = null;
        rebuild.index().close();
        throw e;
      }
      closeOld(swapIn(rebuild));
      folder.tidy();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot rebuild the archive", e);
    }
  }

  /** Takes the rebuilt index in place of the old one, which it returns. */
  private ArchiveIndex swapIn(Rebuild rebuild) throws IOException {
    boolean taken = false;
    swap.writeLock().lock();
    try {
      rebuild.index().refresh();
      folder.take();
      taken = true;
      ArchiveIndex old = index;
      index = rebuild.index();
      needsRebuild = false;
      return old;
    } finally {
      rebuilding = null;
      swap.writeLock().unlock();
      if (!taken) {
        closeOld(rebuild.index());
      }
    }
  }

  private static void closeOld(ArchiveIndex old) {
    try {
      old.close();
    } catch (IOException e) {
      LOG.warn("The replaced archive index did not close well", e);
    }
  }

  private void damaged(Exception e) {
    if (!needsRebuild) {
      needsRebuild = true;
      LOG.error("The archive index is damaged and is built anew from the ledger", e);
    }
  }

  private void examineNowAndThen() {
    if (!needsRebuild && System.nanoTime() - lastExamined >= EXAMINED_EVERY_NANOS) {
      lastExamined = System.nanoTime();
      examine();
    }
  }

  /** Whoever puts stories mostly refreshes too; this is for those that have waited all the time. */
  private void refreshQuietly() {
    Duration refresh = settings.refresh();
    Duration waited = refresh.minus(refresh.dividedBy(LOOKS_PER_REFRESH));
    try {
      write(target -> target.refreshIfWaiting(waited));
      refreshFails = false;
    } catch (RuntimeException | Error e) {
      // A scheduled task that throws is never run again.
      if (!refreshFails) {
        refreshFails = true;
        LOG.warn("The archive could not show its newest stories; it tries again and again", e);
      }
    }
  }

  /** Has every file's checksum compared, after something that should not happen. */
  void examine() {
    try {
      write(target -> target.commit(Map.of()));
      if (!folder.isSound()) {
        damaged(new IOException("a file of the index is not as it was written"));
      }
    } catch (IOException | UncheckedIOException e) {
      damaged(e);
    }
  }

  @Override
  public void close() {
    refresher.shutdown();
    try {
      if (!refresher.awaitTermination(30, TimeUnit.SECONDS)) {
        LOG.warn("The archive's refresh did not end; closing it all the same");
      }
      index.close();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot close the archive", e);
    }
  }
}
