package org.wirecopy.intake.inbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where files go that were dealt with: under {@code .done}, by day, those whose stories are
 * committed, under {@code .rejected}, with the reason, those that cannot be sent; never onto an
 * older file.
 */
final class FilingCabinet {
  private static final Logger LOG = LoggerFactory.getLogger(FilingCabinet.class);
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("yyyy/MM/dd");
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HHmmss.SSS");

  private final Path inbox;
  private final ZoneId zone;
  private final InstantSource clock;

  FilingCabinet(Path inbox, ZoneId zone, InstantSource clock) {
    this.inbox = inbox;
    this.zone = zone;
    this.clock = clock;
  }

  /** The day by the desk's time zone. */
  LocalDate today() {
    return clock.instant().atZone(zone).toLocalDate();
  }

  /**
   * The reason is written first: a crash in between leaves the file in the inbox, to be read again.
   */
  boolean reject(InboxFile file, String reason) throws IOException {
    Path to = reject(file.path(), reason);
    return isWhatWasRead(file, to)
        || giveBack(
            file,
            to,
            InboxPaths.named(Objects.requireNonNull(to.getParent()), to, ReasonFile.ENDING));
  }

  Path reject(Path file, String reason) throws IOException {
    Path to = target(file, inbox.resolve(".rejected"));
    Path folder = Objects.requireNonNull(to.getParent());
    Files.createDirectories(folder);
    Files.write(
        InboxPaths.named(folder, to, ReasonFile.ENDING),
        (reason + System.lineSeparator()).getBytes(StandardCharsets.UTF_8));
    Files.move(file, to, StandardCopyOption.ATOMIC_MOVE);
    return to;
  }

  /** Beside the rejected article that it belongs to, whose reason is its own. */
  void setAside(Path file) throws IOException {
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
    } catch (FileAlreadyExistsException newer) {
      overtaken(file);
    } catch (IOException | UnsupportedOperationException noLinks) {
      // Some file systems have none, and Linux lets nobody make one to another user's file.
      try {
        Files.move(moved, file.path());
      } catch (FileAlreadyExistsException newer) {
        overtaken(file);
      }
    }
    if (reason != null) {
      Files.deleteIfExists(reason);
    }
    return false;
  }

  private static void overtaken(InboxFile file) {
    LOG.warn("Overtaken by a newer one before it was read: {}", file.name());
  }

  Path fileAway(Path file) throws IOException {
    String day = today().format(DAY);
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
    return InboxPaths.exists(to) ? free(parent, to) : to;
  }

  private Path free(Path folder, Path taken) {
    String time = clock.instant().atZone(zone).format(TIME);
    Path candidate = InboxPaths.named(folder, taken, "~" + time);
    for (int n = 2; InboxPaths.exists(candidate); n++) {
      candidate = InboxPaths.named(folder, taken, "~" + time + "-" + n);
    }
    return candidate;
  }

  static boolean isGone(Path file) {
    return !Files.exists(file, LinkOption.NOFOLLOW_LINKS);
  }

  static @Nullable BasicFileAttributes attributes(Path file) {
    try {
      return Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    } catch (IOException gone) {
      return null;
    }
  }
}
