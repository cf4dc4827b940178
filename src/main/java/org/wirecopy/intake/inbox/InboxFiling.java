package org.wirecopy.intake.inbox;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.Exchange;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.GenericFileEndpoint;
import org.apache.camel.component.file.GenericFileOperations;
import org.apache.camel.component.file.GenericFileProcessStrategy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What happens to a file around its exchange: taken only if it still is as it was met, filed once
 * its stories are committed or it cannot be sent, and left where it is, to be tried again, if
 * anything else failed.
 */
public final class InboxFiling implements GenericFileProcessStrategy<File> {
  /** Exchange property: the reason in plain words, if the file is to be rejected. */
  public static final String REASON = "wirecopyRejectionReason";

  /** Exchange property: the {@link PictureFile}s that leave the inbox with the file. */
  static final String PICTURES = "wirecopyPictureFiles";

  /**
   * Exchange property: true if no file that lay in the inbox with a recall of a story that is not
   * here is still to be read, so that {@link AwaitedStory} is of no use any more.
   */
  public static final String WAITED = "wirecopyWaited";

  /** Exchange property: when the file was written, an {@link Instant}. */
  public static final String MODIFIED = "wirecopyModified";

  /** Exchange property: true if the file was taken before, and newer ones may have overtaken it. */
  public static final String AGAIN = "wirecopyAgain";

  private static final Logger LOG = LoggerFactory.getLogger(InboxFiling.class);

  private final Path inbox;
  private final FilingClerk clerk;
  private final InstantSource clock;
  private final Pauses pauses;
  private final WaitingArticles waiting;
  private final WaitingRecalls recalls = new WaitingRecalls();

  /** What could not be moved: it is only moved, never read, committed and sent once more. */
  private final Map<Path, Unfiled> unfiled = new ConcurrentHashMap<>();

  InboxFiling(Path inbox, InboxSettings settings, InstantSource clock) {
    this.inbox = inbox;
    this.clerk = new FilingClerk(inbox, new FilingCabinet(inbox, settings.zone(), clock));
    this.clock = clock;
    this.pauses = new Pauses(clock);
    this.waiting = new WaitingArticles(settings, clock);
  }

  InstantSource clock() {
    return clock;
  }

  @Override
  public void prepareOnStartup(
      GenericFileOperations<File> operations, GenericFileEndpoint<File> endpoint)
      throws IOException {
    Files.createDirectories(inbox);
  }

  @Override
  public boolean begin(
      GenericFileOperations<File> operations,
      GenericFileEndpoint<File> endpoint,
      Exchange exchange,
      GenericFile<File> generic) {
    InboxFile file = (InboxFile) generic;
    BasicFileAttributes now = FilingCabinet.attributes(file.path());
    if (now == null || !file.unchanged(now)) {
      return false;
    }
    Unfiled done = unfiled.get(file.path());
    if (done != null && !done.file().unchanged(now)) {
      // A new text has come in its place, which nobody needs to wait for.
      forget(file.path());
      done = null;
    }
    boolean lastTry = recalls.hasWaited(file.path());
    if (pauses.holds(file.path()) && !lastTry) {
      return false;
    }
    if (done == null && ReasonFile.is(file.path())) {
      LOG.info("The reason of a rejection is no story, filed unread: {}", file.name());
      done = new Unfiled(file, null, List.of());
    }
    if (done != null) {
      file(done);
      return false;
    }
    Instant modified = now.lastModifiedTime().toInstant();
    exchange.setProperty(WAITED, lastTry);
    exchange.setProperty(MODIFIED, modified);
    exchange.setProperty(AGAIN, pauses.has(file.path()) || waiting.has(file.path()));
    boolean waited = waiting.hasWaited(file.path());
    exchange.getIn().setBody(new Dropped(file.path(), file.name(), now.size(), modified, waited));
    return true;
  }

  /** True if a file is to be met again soon, though there is no use in taking it yet. */
  boolean waits(InboxFile file) {
    Path path = file.path();
    return waiting.waits(path)
        || (recalls.waits(path) && pauses.holds(path) && !recalls.hasWaited(path));
  }

  /** A pass through the inbox begins. */
  void begin() {
    unfiled.keySet().removeIf(FilingCabinet::isGone);
    pauses.tidy();
    waiting.tidy();
    recalls.tidy();
    recalls.begin();
  }

  /** The pass met a file that is no picture. */
  void met(InboxFile file) {
    if (!unfiled.containsKey(file.path())) {
      recalls.met(file.path());
    }
  }

  /**
   * True for a page's folder whose page has gone out: it is put away, and nothing in it is read.
   */
  boolean followsItsPage(Path folder) {
    if (pauses.holds(folder)) {
      return true;
    }
    try {
      boolean followed = clerk.followsItsPage(folder);
      pauses.remove(folder);
      return followed;
    } catch (IOException e) {
      LOG.warn(
          "The page of this folder is done, but it cannot be moved to .done; it is tried again in"
              + " {} s: {} ({})",
          pauses.add(folder).toSeconds(),
          InboxPaths.relative(inbox, folder),
          e.toString());
      return true;
    }
  }

  @Override
  public void abort(
      GenericFileOperations<File> operations,
      GenericFileEndpoint<File> endpoint,
      Exchange exchange,
      GenericFile<File> file) {}

  @Override
  public void commit(
      GenericFileOperations<File> operations,
      GenericFileEndpoint<File> endpoint,
      Exchange exchange,
      GenericFile<File> generic) {
    InboxFile file = (InboxFile) generic;
    waiting.remove(file.path());
    recalls.remove(file.path());
    BasicFileAttributes now = FilingCabinet.attributes(file.path());
    if (now == null) {
      LOG.warn("Gone before it was filed: {}", file.name());
      pauses.remove(file.path());
    } else if (file.unchanged(now)) {
      file(Unfiled.of(file, exchange));
    } else {
      readAgain(file);
    }
  }

  private void file(Unfiled done) {
    InboxFile file = done.file();
    try {
      if (clerk.file(done)) {
        forget(file.path());
      } else {
        readAgain(file);
      }
    } catch (IOException e) {
      unfiled.put(file.path(), done);
      LOG.warn(
          "{}, but cannot be moved to {} and so stays in the inbox; it is tried again in {} s: {}"
              + " ({})",
          done.rejected() ? "Rejected" : "Its story is done",
          done.rejected() ? ".rejected" : ".done",
          pauses.add(file.path()).toSeconds(),
          file.name(),
          e.toString());
    }
  }

  private void readAgain(InboxFile file) {
    forget(file.path());
    LOG.info("Changed before it was filed, is read again: {}", file.name());
  }

  private void forget(Path file) {
    unfiled.remove(file);
    pauses.remove(file);
    recalls.remove(file);
  }

  @Override
  public void rollback(
      GenericFileOperations<File> operations,
      GenericFileEndpoint<File> endpoint,
      Exchange exchange,
      GenericFile<File> generic) {
    InboxFile file = (InboxFile) generic;
    Throwable cause = exchange.getException();
    while (cause != null && cause.getCause() != null) {
      cause = cause.getCause();
    }
    if (cause instanceof AwaitedPictures awaited) {
      waiting.add(file.path(), awaited.files());
      return;
    }
    if (cause instanceof ChangedMeanwhile) {
      readAgain(file);
      return;
    }
    if (cause instanceof AwaitedStory && !recalls.waits(file.path())) {
      // Mostly nothing else lies there, and the next pass through the inbox says so.
      recalls.add(file.path());
      pauses.add(file.path());
      return;
    }
    LOG.warn(
        "Not done yet, stays in the inbox and is tried again in {} s: {} ({})",
        pauses.add(file.path()).toSeconds(),
        file.name(),
        cause == null || cause.getMessage() == null ? cause : cause.getMessage());
  }
}
