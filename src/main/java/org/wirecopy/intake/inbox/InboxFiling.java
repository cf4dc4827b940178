package org.wirecopy.intake.inbox;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.Exchange;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.GenericFileEndpoint;
import org.apache.camel.component.file.GenericFileOperations;
import org.apache.camel.component.file.GenericFileProcessStrategy;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What happens to a file around its exchange: taken only if it still is as it was met, filed under
 * {@code .done} once its stories are committed, under {@code .rejected} with its reason if it
 * cannot be sent, and left where it is, to be tried again, if anything else failed.
 */
public final class InboxFiling implements GenericFileProcessStrategy<File> {
  /** Exchange property: the reason in plain words, if the file is to be rejected. */
  public static final String REASON = "wirecopyRejectionReason";

  /** Exchange property: the {@link PictureFile}s that leave the inbox with the file. */
  static final String PICTURES = "wirecopyPictureFiles";

  private static final Logger LOG = LoggerFactory.getLogger(InboxFiling.class);
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy/MM/dd");
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HHmmss.SSS");
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);

  private final Path inbox;
  private final InboxSettings settings;
  private final InstantSource clock;
  private final Map<Path, Pause> pauses = new ConcurrentHashMap<>();
  private final WaitingArticles waiting;

  private record Pause(Instant until, Duration length) {}

  InboxFiling(Path inbox, InboxSettings settings, InstantSource clock) {
    this.inbox = inbox;
    this.settings = settings;
    this.clock = clock;
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
    Pause pause = pauses.get(file.path());
    if (pause != null && clock.instant().isBefore(pause.until())) {
      return false;
    }
    BasicFileAttributes now = attributes(file.path());
    if (now == null || !file.unchanged(now)) {
      return false;
    }
    boolean waited = waiting.hasWaited(file.path());
    exchange
        .getIn()
        .setBody(
            new Dropped(
                file.path(), file.name(), now.size(), now.lastModifiedTime().toInstant(), waited));
    return true;
  }

  /** The articles that wait for their pictures. */
  WaitingArticles waiting() {
    return waiting;
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
      GenericFile<File> generic)
      throws IOException {
    InboxFile file = (InboxFile) generic;
    pauses.remove(file.path());
    waiting.remove(file.path());
    BasicFileAttributes now = attributes(file.path());
    if (now == null) {
      LOG.warn("Gone before it was filed: {}", file.name());
      return;
    }
    String reason = exchange.getProperty(REASON, String.class);
    Path folder = PageFolder.of(file.path());
    if (!file.unchanged(now) || !(reason == null ? fileAway(file) : reject(file, reason))) {
      LOG.info("Changed while it was read, is read again: {}", file.name());
      return;
    }
    if (folder != null) {
      move(folder, reason != null);
    }
    // The article first: a picture that a crash leaves behind does no harm, the other way about
    // the article would be read again and go out without it.
    if (exchange.getProperty(PICTURES) instanceof List<?> pictures) {
      for (Object picture : pictures) {
        follow((PictureFile) picture, reason != null);
      }
    }
  }

  private void follow(PictureFile picture, boolean rejected) {
    if (!picture.unchanged()) {
      return;
    }
    if (picture.refusal() == null) {
      move(picture.path(), rejected);
      return;
    }
    try {
      reject(picture.path(), picture.refusal());
    } catch (IOException e) {
      stays(picture.path(), e);
    }
  }

  /** What belongs to an article goes where it went, and has no reason of its own. */
  private void move(Path belonging, boolean rejected) {
    try {
      if (rejected) {
        setAside(belonging);
      } else {
        fileAway(belonging);
      }
    } catch (IOException e) {
      stays(belonging, e);
    }
  }

  private void stays(Path belonging, IOException why) {
    LOG.warn(
        "Its story is done, but it stays in the inbox: {} ({})",
        InboxPaths.relative(inbox, belonging),
        why.toString());
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
    Pause next =
        pauses.compute(
            file.path(),
            (path, last) -> {
              Duration length = last == null ? FIRST_PAUSE : last.length().multipliedBy(2);
              length = length.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : length;
              return new Pause(clock.instant().plus(length), length);
            });
    LOG.warn(
        "Not done yet, stays in the inbox and is tried again in {} s: {} ({})",
        next.length().toSeconds(),
        file.name(),
        cause == null || cause.getMessage() == null ? cause : cause.getMessage());
  }

  /**
   * The reason is written first: a crash in between leaves the file in the inbox, to be read again.
   */
  boolean reject(InboxFile file, String reason) throws IOException {
    Path to = reject(file.path(), reason);
    return isWhatWasRead(file, to)
        || giveBack(
            file, to, InboxPaths.named(Objects.requireNonNull(to.getParent()), to, ".reason.txt"));
  }

  private Path reject(Path file, String reason) throws IOException {
    Path to = target(file, inbox.resolve(".rejected"));
    Path folder = Objects.requireNonNull(to.getParent());
    Files.createDirectories(folder);
    Files.write(
        InboxPaths.named(folder, to, ".reason.txt"),
        (reason + System.lineSeparator()).getBytes(StandardCharsets.UTF_8));
    Files.move(file, to, StandardCopyOption.ATOMIC_MOVE);
    return to;
  }

  /** Beside the rejected article that it belongs to, whose reason is its own. */
  private void setAside(Path file) throws IOException {
    Path to = target(file, inbox.resolve(".rejected"));
    Files.createDirectories(Objects.requireNonNull(to.getParent()));
    Files.move(file, to, StandardCopyOption.ATOMIC_MOVE);
  }

  /**
   * Files a file that was dealt with; false if another one was dropped in its place just then,
   * which is in the inbox again.
   */
  boolean fileAway(InboxFile file) throws IOException {
    Path to = fileAway(file.path());
    return isWhatWasRead(file, to) || giveBack(file, to, null);
  }

  /** Looking first and moving then leaves a moment in between, so the file is looked at moved. */
  private static boolean isWhatWasRead(InboxFile file, Path moved) {
    BasicFileAttributes now = attributes(moved);
    return now == null || file.unchanged(now);
  }

  /** Puts back what nobody has read yet, unless something newer stands there already. */
  private static boolean giveBack(InboxFile file, Path moved, @Nullable Path reason)
      throws IOException {
    try {
      Files.createLink(file.path(), moved);
      Files.delete(moved);
    } catch (UnsupportedOperationException noLinks) {
      Files.move(moved, file.path());
    } catch (FileAlreadyExistsException newer) {
      LOG.warn("Overtaken by a newer one before it was read: {}", file.name());
    }
    if (reason != null) {
      Files.deleteIfExists(reason);
    }
    return false;
  }

  private Path fileAway(Path file) throws IOException {
    String day = clock.instant().atZone(settings.zone()).format(DAY);
    Path to = target(file, inbox.resolve(".done").resolve(day));
    try {
      Files.move(file, to, StandardCopyOption.ATOMIC_MOVE);
    } catch (NoSuchFileException noFolderYet) {
      Files.createDirectories(Objects.requireNonNull(to.getParent()));
      Files.move(file, to, StandardCopyOption.ATOMIC_MOVE);
    }
    return to;
  }

  /** Where a file goes below {@code folder}, its own folders kept; never onto an older file. */
  private Path target(Path file, Path folder) {
    Path relative = inbox.relativize(file);
    Path own = relative.getParent();
    Path parent = own == null ? folder : folder.resolve(own);
    Path to = parent.resolve(relative.getFileName());
    return Files.exists(to, LinkOption.NOFOLLOW_LINKS) ? free(parent, to) : to;
  }

  private Path free(Path folder, Path taken) {
    String time = clock.instant().atZone(settings.zone()).format(TIME);
    Path candidate = InboxPaths.named(folder, taken, "~" + time);
    for (int n = 2; Files.exists(candidate, LinkOption.NOFOLLOW_LINKS); n++) {
      candidate = InboxPaths.named(folder, taken, "~" + time + "-" + n);
    }
    return candidate;
  }

  private static @Nullable BasicFileAttributes attributes(Path file) {
    try {
      return Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    } catch (IOException gone) {
      return null;
    }
  }
}
