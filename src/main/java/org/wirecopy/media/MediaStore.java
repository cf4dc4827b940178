package org.wirecopy.media;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Picture files by the SHA-256 of their bytes, in a folder for each first two digits. A picture is
 * whole and on disk, or not there. Until when an address leads to it is the time its file says that
 * it was last changed, which may lie ahead: no list beside the files can get out of step.
 */
public final class MediaStore {
  private static final Logger LOG = LoggerFactory.getLogger(MediaStore.class);
  private static final String UNFINISHED = ".fresh-";

  private final Path folder;
  private final InstantSource clock;

  /** Whether a picture is needed and that it is removed must not cross. */
  private final Lock needs = new ReentrantLock();

  /**
   * Keeps pictures in a folder, which is made when the first comes.
   *
   * @throws MediaException if what a crash left unfinished there cannot be removed
   */
  public MediaStore(Path folder, InstantSource clock) {
    this.folder = folder;
    this.clock = clock;
    if (Files.isDirectory(folder)) {
      try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, UNFINISHED + "*")) {
        for (Path file : left) {
          Files.deleteIfExists(file);
        }
      } catch (IOException e) {
        throw new MediaException(
            "The pictures in " + folder + " cannot be used: " + e.getMessage(), e);
      }
    }
  }

  /**
   * Keeps a picture; when this returns it is on disk. Does nothing if it is there already.
   *
   * @param digest lower-case hex SHA-256 of the bytes
   * @throws IOException if it cannot be written; then nothing is left behind
   */
  public void keep(String digest, byte[] bytes) throws IOException {
    if (!digest.equals(digest(bytes))) {
      throw new IllegalArgumentException("not the digest of these bytes: " + digest);
    }
    Path bucket = bucket(digest);
    Path file = bucket.resolve(digest);
    if (neededUntil(digest, clock.instant()) && Files.size(file) == bytes.length) {
      return;
    }
    Files.createDirectories(folder);
    try {
      Files.createDirectory(bucket);
      force(folder);
    } catch (FileAlreadyExistsException asUsual) {
      // another picture's digest begins alike
    }
    Path fresh = Files.createTempFile(folder, UNFINISHED, "");
    try {
      try (FileChannel out = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
        ByteBuffer rest = ByteBuffer.wrap(bytes);
        while (rest.hasRemaining()) {
          out.write(rest);
        }
        out.force(true);
      }
      Files.setLastModifiedTime(fresh, FileTime.from(clock.instant()));
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(fresh);
    }
    force(bucket);
  }

  /**
   * Notes that an address leads to a picture until a time, so that no sweep takes it before. An
   * earlier time than one that was noted changes nothing.
   *
   * @return whether the picture is kept at all
   */
  public boolean neededUntil(String digest, Instant until) {
    needs.lock();
    try {
      Path file = find(digest);
      if (file == null) {
        return false;
      }
      if (Files.getLastModifiedTime(file).toInstant().isBefore(until)) {
        Files.setLastModifiedTime(file, FileTime.from(until));
      }
      return true;
    } catch (IOException e) {
      // It is there and stays until the next sweep; the address is worth more than the note.
      LOG.warn("It could not be noted until when a picture is needed: {}", e.getMessage());
      return true;
    } finally {
      needs.unlock();
    }
  }

  /**
   * Removes the pictures to which no address has led for a time.
   *
   * @return how many, and their bytes
   * @throws IOException if the folder cannot be read; what was removed before is gone
   */
  public Swept sweep(Duration unused) throws IOException {
    Instant before = clock.instant().minus(unused);
    int pictures = 0;
    long bytes = 0;
    if (!Files.isDirectory(folder)) {
      return new Swept(0, 0);
    }
    try (DirectoryStream<Path> buckets = Files.newDirectoryStream(folder, "[0-9a-f][0-9a-f]")) {
      for (Path bucket : buckets) {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(bucket)) {
          for (Path file : files) {
            long size = removed(file, before);
            pictures += size < 0 ? 0 : 1;
            bytes += Math.max(0, size);
          }
        }
      }
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
    return new Swept(pictures, bytes);
  }

  /** What a sweep removed. */
  public record Swept(int pictures, long bytes) {}

  private long removed(Path file, Instant before) throws IOException {
    needs.lock();
    try {
      BasicFileAttributes attributes =
          Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      if (!attributes.isRegularFile()
          || !attributes.lastModifiedTime().toInstant().isBefore(before)) {
        return -1;
      }
      Files.deleteIfExists(file);
      return attributes.size();
    } finally {
      needs.unlock();
    }
  }

  /** Where a picture lies, or null if it is not kept. */
  @Nullable Path find(String digest) {
    Path file = bucket(digest).resolve(digest);
    return Files.isRegularFile(file) ? file : null;
  }

  private Path bucket(String digest) {
    return folder.resolve(digest.substring(0, 2));
  }

  /** A new name in a folder is on disk only when the folder is (fsync, POSIX.1-2017). */
  private static void force(Path folder) throws IOException {
    try (FileChannel names = FileChannel.open(folder, StandardOpenOption.READ)) {
      names.force(true);
    }
  }

  private static String digest(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
