package org.wirecopy.media;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * Picture files by the SHA-256 of their bytes, in a folder for each first two digits. A picture is
 * whole and on disk, or not there.
 */
public final class MediaStore {
  private static final String UNFINISHED = ".fresh-";

  private final Path folder;

  /**
   * Keeps pictures in a folder, which is made when the first comes.
   *
   * @throws MediaException if what a crash left unfinished there cannot be removed
   */
  public MediaStore(Path folder) {
    this.folder = folder;
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
    if (Files.exists(file) && Files.size(file) == bytes.length) {
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
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(fresh);
    }
    force(bucket);
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
