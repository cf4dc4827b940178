package org.wirecopy;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wirecopy.article.ArchiveStory;
import org.wirecopy.article.Article;
import org.wirecopy.article.Dateline;
import org.wirecopy.article.Status;
import org.wirecopy.article.Story;
import org.wirecopy.ledger.ArchiveRow;
import org.wirecopy.ledger.Ledger;
import org.wirecopy.ledger.StoryRow;
import org.wirecopy.related.Archive;

/**
 * Keeps the archive in step with the ledger by reading the ledger on from where the archive stands:
 * what a crash or a damaged index takes from the archive is simply read again.
 */
final class Archivist implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Archivist.class);
  private static final int BATCH = 200;
  private static final Duration BETWEEN_COMMITS = Duration.ofSeconds(5);
  private static final long LOOK_MILLIS = 1_000;
  private static final String STORIES = "stories";
  private static final String IMPORTED = "imported";
  private static final String EMBARGOED = "embargoed.";

  private final Ledger ledger;
  private final Archive archive;
  private final InstantSource clock;
  private final Duration gather;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition news = lock.newCondition();
  private final Thread thread = new Thread(this::work, "archivist");

  /** End of embargo by row: these stories are put again, as linkable, when their time has come. */
  private final Map<Long, Instant> embargoed = new TreeMap<>();

  /** Rows whose embargo ended since the last commit, to be taken out of its note. */
  private final Set<Long> ended = new HashSet<>();

  private long storyRow;
  private long importedRow;
  private boolean uncommitted;
  private Instant lastCommit;
  private boolean pending;
  private volatile boolean ordered;
  private volatile boolean closing;

  /**
   * @param gather stories that come within this time are taken as one group, since each look at the
   *     ledger and each refresh of the archive costs, however few they are
   */
  Archivist(Ledger ledger, Archive archive, InstantSource clock, Duration gather) {
    this.ledger = ledger;
    this.archive = archive;
    this.clock = clock;
    this.gather = gather;
    this.lastCommit = clock.instant();
  }

  /** Catches up in the background and stays in step. */
  void start() {
    findPosition();
    thread.setDaemon(true);
    thread.start();
  }

  /** Catches up now, and returns when the archive has all that the ledger has. */
  void catchUp() {
    findPosition();
    if (archive.needsRebuild()) {
      rebuild();
    }
    boolean more = true;
    while (more) {
      more = readOn();
    }
    archive.commit(position());
    ended.clear();
    archive.refresh();
  }

  private void findPosition() {
    Map<String, String> position = archive.position();
    storyRow = Long.parseLong(position.getOrDefault(STORIES, "0"));
    importedRow = Long.parseLong(position.getOrDefault(IMPORTED, "0"));
    position.forEach(
        (name, until) -> {
          if (name.startsWith(EMBARGOED)) {
            embargoed.put(Long.valueOf(name.substring(EMBARGOED.length())), Instant.parse(until));
          }
        });
  }

  /** There is something new in the ledger. */
  void wake() {
    lock.lock();
    try {
      pending = true;
      news.signal();
    } finally {
      lock.unlock();
    }
  }

  private void work() {
    while (!closing) {
      try {
        if (archive.needsRebuild() || ordered) {
          ordered = false;
          rebuild();
        }
        boolean more = readOn();
        commitIfTime(false);
        if (!more) {
          archive.refresh();
          await();
        }
      } catch (RuntimeException e) {
        LOG.error("The archive cannot keep in step, tries again: {}", e.getMessage());
        await();
      }
    }
    commitIfTime(true);
  }

  /** Has the index built anew from the ledger, while lookups go on with the old one. */
  void rebuildSoon() {
    ordered = true;
    wake();
  }

  private void rebuild() {
    LOG.info("The archive index is being built anew from the ledger");
    storyRow = 0;
    importedRow = 0;
    embargoed.clear();
    archive.rebuild(
        put -> {
          while (readOn(put::accept)) {
            if (closing) {
              throw new IOException("Wirecopy ends before the index is whole; the old one stays");
            }
          }
        },
        this::position);
    ended.clear();
    LOG.info("The archive index is built anew: {} stories", archive.size());
  }

  private boolean readOn() {
    return readOn(archive::put);
  }

  private boolean readOn(Consumer<List<ArchiveStory>> put) {
    List<StoryRow> stories = ledger.storiesSince(storyRow, BATCH);
    if (!stories.isEmpty()) {
      put.accept(stories.stream().map(this::entry).toList());
      storyRow = stories.get(stories.size() - 1).row();
      uncommitted = true;
    }
    List<ArchiveRow> imported = ledger.archivedSince(importedRow, BATCH);
    if (!imported.isEmpty()) {
      put.accept(imported.stream().map(ArchiveRow::story).toList());
      importedRow = imported.get(imported.size() - 1).row();
      uncommitted = true;
    }
    releaseEmbargoed(put);
    return stories.size() == BATCH || imported.size() == BATCH;
  }

  private void releaseEmbargoed(Consumer<List<ArchiveStory>> put) {
    Instant now = clock.instant();
    List<Long> due =
        embargoed.entrySet().stream()
            .filter(entry -> !entry.getValue().isAfter(now))
            .map(Map.Entry::getKey)
            .toList();
    for (Long row : due) {
      // A newer version has a row of its own; then this one is no longer current and is left out.
      put.accept(
          ledger.storiesSince(row - 1, 1).stream()
              .filter(current -> current.row() == row)
              .map(this::entry)
              .toList());
      embargoed.remove(row);
      ended.add(row);
      uncommitted = true;
    }
  }

  private ArchiveStory entry(StoryRow row) {
    Story story = row.story();
    Instant embargo = embargo(story.article());
    boolean held = embargo != null && embargo.isAfter(clock.instant());
    if (held && embargo != null) {
      embargoed.put(row.row(), embargo);
    }
    return entry(story, story.status() == Status.USABLE && !held);
  }

  private static @Nullable Instant embargo(Article article) {
    return article.embargo() == null ? null : article.embargo().toInstant();
  }

  private static ArchiveStory entry(Story story, boolean linkable) {
    Article article = story.article();
    Dateline dateline = article.dateline();
    boolean dated = dateline.date() != null;
    return new ArchiveStory(
        story.uri(),
        article.id(),
        article.headline(),
        RelatedLookup.text(article),
        dated ? dateline.date() : story.firstCreated().atOffset(ZoneOffset.UTC),
        dated && dateline.precision() == Dateline.Precision.DAY,
        article.rights().source(),
        article.href(),
        article.language(),
        linkable);
  }

  private Map<String, String> position() {
    Map<String, String> position = new HashMap<>();
    position.put(STORIES, Long.toString(storyRow));
    position.put(IMPORTED, Long.toString(importedRow));
    ended.forEach(row -> position.put(EMBARGOED + row, ""));
    embargoed.forEach((row, until) -> position.put(EMBARGOED + row, until.toString()));
    return position;
  }

  private void commitIfTime(boolean now) {
    Instant time = clock.instant();
    if (uncommitted && (now || lastCommit.plus(BETWEEN_COMMITS).isBefore(time))) {
      archive.commit(position());
      ended.clear();
      uncommitted = false;
      lastCommit = time;
    }
  }

  private void await() {
    lock.lock();
    try {
      long gathering = gather.toNanos();
      while (gathering > 0 && !closing) {
        gathering = news.awaitNanos(gathering);
      }
      if (!pending && !closing) {
        news.await(LOOK_MILLIS, TimeUnit.MILLISECONDS);
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
