package org.wirecopy.archive;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.wirecopy.article.ArchiveStory;
import org.wirecopy.article.Article;
import org.wirecopy.article.Dateline;
import org.wirecopy.article.Status;
import org.wirecopy.article.Story;
import org.wirecopy.ledger.ArchiveRow;
import org.wirecopy.ledger.Ledger;
import org.wirecopy.ledger.StoryRow;

/**
 * What the ledger has for the archive, read on from a position: stories in the order of their
 * versions, imported ones, and those whose embargo has ended. Used by one thread.
 */
final class ArchiveFeed {
  private static final int BATCH = 200;
  private static final String STORIES = "stories";
  private static final String IMPORTED = "imported";
  private static final String EMBARGOED = "embargoed.";

  private final Ledger ledger;
  private final InstantSource clock;

  /** End of embargo by row: these stories are put again, as linkable, when their time has come. */
  private final Map<Long, Instant> embargoed = new TreeMap<>();

  /** Rows whose embargo ended since the position was last noted, to be taken out of the note. */
  private final Set<Long> ended = new HashSet<>();

  private long storyRow;
  private long importedRow;
  private boolean moved;
  private long read;

  /**
   * @param position as {@link #position} gave it; empty to begin at the ledger's first story
   */
  ArchiveFeed(Ledger ledger, InstantSource clock, Map<String, String> position) {
    this.ledger = ledger;
    this.clock = clock;
    this.storyRow = Long.parseLong(position.getOrDefault(STORIES, "0"));
    this.importedRow = Long.parseLong(position.getOrDefault(IMPORTED, "0"));
    position.forEach(
        (name, until) -> {
          if (name.startsWith(EMBARGOED)) {
            embargoed.put(Long.valueOf(name.substring(EMBARGOED.length())), Instant.parse(until));
          }
        });
  }

  /**
   * Puts the next stories, if there are any.
   *
   * @return true if there may be more at once
   */
  boolean readOn(Consumer<List<ArchiveStory>> put) {
    List<StoryRow> stories = ledger.scans().storiesSince(storyRow, BATCH);
    if (!stories.isEmpty()) {
      put.accept(stories.stream().map(this::entry).toList());
      read += stories.size();
      storyRow = stories.get(stories.size() - 1).row();
      moved = true;
    }
    List<ArchiveRow> imported = ledger.scans().archivedSince(importedRow, BATCH);
    if (!imported.isEmpty()) {
      List<ArchiveStory> foreign =
          imported.stream().map(ArchiveRow::story).filter(Objects::nonNull).toList();
      put.accept(foreign);
      read += foreign.size();
      importedRow = imported.get(imported.size() - 1).row();
      moved = true;
    }
    releaseEmbargoed(put);
    return stories.size() == BATCH || imported.size() == BATCH;
  }

  /** Whether it has read what the ledger does not have: this is not the ledger it was read from. */
  boolean isAhead() {
    return storyRow > ledger.scans().lastStory() || importedRow > ledger.scans().lastArchived();
  }

  /** How many stories it has put so far. */
  long read() {
    return read;
  }

  /** Whether anything was read since the position was last noted. */
  boolean moved() {
    return moved;
  }

  /** How far it has read; an empty value takes the entry out of an earlier note. */
  Map<String, String> position() {
    Map<String, String> position = new HashMap<>();
    position.put(STORIES, Long.toString(storyRow));
    position.put(IMPORTED, Long.toString(importedRow));
    ended.forEach(row -> position.put(EMBARGOED + row, ""));
    embargoed.forEach((row, until) -> position.put(EMBARGOED + row, until.toString()));
    return position;
  }

  /** The position is kept with the archive. */
  void noted() {
    ended.clear();
    moved = false;
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
          ledger.scans().storiesSince(row - 1, 1).stream()
              .filter(current -> current.row() == row)
              .map(this::entry)
              .toList());
      embargoed.remove(row);
      ended.add(row);
      moved = true;
    }
  }

  private ArchiveStory entry(StoryRow row) {
    Story story = row.story();
    Instant embargo = embargo(story.article());
    boolean held = embargo != null && embargo.isAfter(clock.instant());
    if (held && embargo != null) {
      embargoed.put(row.row(), embargo);
    }
    // A link names the story to every partner that reads it: an exclusive one is nobody's link.
    boolean forAll = story.article().partners().isEmpty();
    return entry(story, story.status() == Status.USABLE && !held && forAll);
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
        article.text(),
        dated ? dateline.date() : story.firstCreated().atOffset(ZoneOffset.UTC),
        dated && dateline.precision() == Dateline.Precision.DAY,
        article.rights().source(),
        article.href(),
        article.language(),
        linkable);
  }
}
