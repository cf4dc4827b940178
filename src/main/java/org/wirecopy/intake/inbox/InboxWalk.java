package org.wirecopy.intake.inbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wirecopy.intake.PictureNames;

/**
 * Walks the inbox a piece at a time and goes on where it stopped, so that a file costs one look
 * however many wait. Hidden and unfinished names are passed over; links and special files are never
 * followed or opened.
 */
final class InboxWalk implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(InboxWalk.class);
  private static final int DEEPEST = 32;

  private final Path inbox;
  private final InboxSettings settings;
  private final Settling settling;
  private final WaitingPictures pictures;
  private final Consumer<Path> onFolder;
  private final Consumer<InboxFile> onArticle;
  private final Predicate<Path> isLate;
  private final Deque<Level> open = new ArrayDeque<>();
  private final Set<Path> warned = new HashSet<>();
  private int unsettled;

  private record Level(Path folder, DirectoryStream<Path> stream, Iterator<Path> entries) {}

  /**
   * @param onFolder told of each folder before it is listed, so that no change between listing and
   *     watching is missed
   * @param onArticle told of each file that is no picture, whether it is complete or not
   * @param isLate true for a page's folder that is no desk, since its page has gone out before
   */
  InboxWalk(
      Path inbox,
      InboxSettings settings,
      Settling settling,
      WaitingPictures pictures,
      Consumer<Path> onFolder,
      Consumer<InboxFile> onArticle,
      Predicate<Path> isLate) {
    this.inbox = inbox;
    this.settings = settings;
    this.settling = settling;
    this.pictures = pictures;
    this.onFolder = onFolder;
    this.onArticle = onArticle;
    this.isLate = isLate;
  }

  /** Files met in this pass that are not complete yet, or being dealt with. */
  int unsettled() {
    return unsettled;
  }

  /** True between passes: the next call of {@link #next} starts anew. */
  boolean atEnd() {
    return open.isEmpty();
  }

  /** Starts a pass. */
  void begin() {
    unsettled = 0;
    pictures.begin();
    enter(inbox);
  }

  /**
   * The next complete file, or null at the end of the pass.
   *
   * @param free false for files that are being dealt with, which may have to be once more
   * @param awaits true for files that are not complete in some other way
   */
  @Nullable InboxFile next(Predicate<InboxFile> free, Predicate<InboxFile> awaits) {
    while (!open.isEmpty()) {
      Path entry = nextEntry(open.element());
      if (entry == null) {
        closeQuietly(open.remove());
      } else {
        InboxFile file = look(entry);
        if (file == null) {
          continue;
        }
        if (free.test(file) && !awaits.test(file) && settling.settled(entry, file.attributes())) {
          return file;
        }
        unsettled++;
      }
    }
    return null;
  }

  private @Nullable InboxFile look(Path entry) {
    String name = String.valueOf(entry.getFileName());
    if (settings.leavesAlone(name)) {
      return null;
    }
    BasicFileAttributes attributes;
    try {
      attributes =
          Files.readAttributes(entry, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    } catch (IOException gone) {
      return null;
    }
    if (attributes.isDirectory()) {
      if (open.size() < DEEPEST && !belongsToAPage(entry, name)) {
        enter(entry);
      }
      return null;
    }
    if (!attributes.isRegularFile()) {
      if (warned.add(entry)) {
        LOG.warn("Left alone, not a regular file: {}", InboxPaths.relative(inbox, entry));
      }
      return null;
    }
    if (PictureNames.isPicture(name)) {
      return isAlone(entry) ? new InboxFile(inbox, entry, attributes) : null;
    }
    pictures.article(open.element().folder(), attributes.lastModifiedTime().toMillis());
    InboxFile article = new InboxFile(inbox, entry, attributes);
    onArticle.accept(article);
    return article;
  }

  /**
   * A folder named like a page's is one if the page is there, or was, and gives it time to come.
   */
  private boolean belongsToAPage(Path folder, String name) {
    if (!PageFolder.isNamedLikeOne(name)) {
      return false;
    }
    WaitingPictures.Turn turn = pictures.picture(inbox, folder);
    if (PageFolder.hasPage(folder)) {
      return true;
    }
    if (turn == WaitingPictures.Turn.WAITS) {
      unsettled++;
      return true;
    }
    return isLate.test(folder);
  }

  private boolean isAlone(Path picture) {
    WaitingPictures.Turn turn = pictures.picture(inbox, picture);
    unsettled += turn == WaitingPictures.Turn.WAITS ? 1 : 0;
    return turn == WaitingPictures.Turn.ALONE;
  }

  private void enter(Path folder) {
    onFolder.accept(folder);
    try {
      DirectoryStream<Path> stream = Files.newDirectoryStream(folder);
      open.push(new Level(folder, stream, stream.iterator()));
    } catch (IOException e) {
      if (warned.add(folder)) {
        LOG.warn("Cannot list {}: {}", folder, e.getMessage());
      }
    }
  }

  private static @Nullable Path nextEntry(Level level) {
    try {
      return level.entries().hasNext() ? level.entries().next() : null;
    } catch (DirectoryIteratorException e) {
      LOG.warn("Listing broke off, goes on at the next pass: {}", e.getMessage());
      return null;
    }
  }

  private static void closeQuietly(Level level) {
    try {
      level.stream().close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    open.forEach(InboxWalk::closeQuietly);
    open.clear();
  }
}
