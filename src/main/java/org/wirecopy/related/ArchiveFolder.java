package org.wirecopy.related;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.lucene.index.CheckIndex;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.NoLockFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The folder of the archive: which of the indexes in it is the current one. A rebuilt index stands
 * beside the old one until it takes its place.
 */
final class ArchiveFolder {
  private static final Logger LOG = LoggerFactory.getLogger(ArchiveFolder.class);
  private static final String PREFIX = "index-";
  private static final String CURRENT = "current";
  private static final String DAMAGED = ".damaged";

  private final Path folder;

  private ArchiveFolder(Path folder) {
    this.folder = folder;
  }

  /** A folder to be written to, made if it is not there. */
  static ArchiveFolder in(Path folder) throws IOException {
    return new ArchiveFolder(Files.createDirectories(folder));
  }

  /** A folder that is only looked at. */
  static ArchiveFolder beside(Path folder) {
    return new ArchiveFolder(folder);
  }

  /** Where the current index is. */
  Path current() throws IOException {
    return folder.resolve(PREFIX + number());
  }

  /** A fresh folder for an index to be built beside it. */
  Path next() throws IOException {
    Path next = folder.resolve(PREFIX + (number() + 1));
    delete(next);
    return Files.createDirectories(next);
  }

  /** Makes {@link #next} the current one. */
  void take() throws IOException {
    write(number() + 1);
  }

  private void write(long number) throws IOException {
    Path fresh = folder.resolve(CURRENT + ".tmp");
    Files.writeString(fresh, Long.toString(number));
    Files.move(
        fresh,
        folder.resolve(CURRENT),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
  }

  private long number() throws IOException {
    Path current = folder.resolve(CURRENT);
    if (!Files.exists(current)) {
      return 1;
    }
    try {
      return Long.parseLong(Files.readString(current).strip());
    } catch (NumberFormatException e) {
      LOG.warn("{} is not readable; the newest index is taken", current);
      return indexes().stream().mapToLong(ArchiveFolder::number).max().orElse(1);
    }
  }

  private static long number(Path index) {
    try {
      return Long.parseLong(index.getFileName().toString().substring(PREFIX.length()));
    } catch (NumberFormatException e) {
      return -1;
    }
  }

  private List<Path> indexes() throws IOException {
    List<Path> indexes = new ArrayList<>();
    try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, PREFIX + "*")) {
      found.forEach(indexes::add);
    }
    return indexes;
  }

  /** Deletes indexes that are no longer, or never became, the current one. */
  void tidy() throws IOException {
    long number = number();
    for (Path index : indexes()) {
      if (number(index) >= 0 && number(index) != number) {
        delete(index);
      }
    }
  }

  /**
   * Checks the current index and, if it is damaged, moves it aside; one of an earlier version is
   * removed.
   *
   * @return true if an empty one stands in its place
   * @throws IOException if another program uses it, and then nothing is touched
   */
  boolean heal() throws IOException {
    Path current = current();
    Files.createDirectories(current);
    try (Directory directory = FSDirectory.open(current)) {
      boolean empty = directory.listAll().length == 0;
      directory.obtainLock(IndexWriter.WRITE_LOCK_NAME).close();
      tidy();
      if (empty) {
        return false;
      }
      if (sound(directory)) {
        return !IndexForm.current(directory) && startAnew(current);
      }
    }
    Path aside = current.resolveSibling(current.getFileName() + DAMAGED);
    delete(aside);
    Files.move(current, aside);
    Files.createDirectories(current);
    LOG.error(
        "The archive index is damaged; it was moved to {} and must be rebuilt from the ledger",
        aside);
    return true;
  }

  /** What an earlier version of Wirecopy wrote cannot be read on; the ledger has all of it. */
  private static boolean startAnew(Path current) throws IOException {
    LOG.info("The archive index is of an earlier version and must be rebuilt from the ledger");
    delete(current);
    Files.createDirectories(current);
    return true;
  }

  /**
   * The current index as its last commit left it, to be read beside whoever uses it: what is
   * written to the directory stays in memory. An empty one if there is none in this version's form.
   */
  Directory snapshot() throws IOException {
    Path current = current();
    if (!Files.isDirectory(current)) {
      return new ByteBuffersDirectory();
    }
    Directory directory = FSDirectory.open(current, NoLockFactory.INSTANCE);
    if (DirectoryReader.indexExists(directory) && IndexForm.current(directory)) {
      return new UnchangedDirectory(directory);
    }
    directory.close();
    return new ByteBuffersDirectory();
  }

  /** Whether the current index is as it was written; opens it beside whoever uses it. */
  boolean isSound() throws IOException {
    try (Directory directory = FSDirectory.open(current(), NoLockFactory.INSTANCE)) {
      return sound(directory);
    }
  }

  /** True if every file of the index is there and has the checksum it was written with. */
  private static boolean sound(Directory directory) {
    try {
      if (!DirectoryReader.indexExists(directory)) {
        return false;
      }
      try (CheckIndex check = new CheckIndex(directory)) {
        check.setChecksumsOnly(true);
        return check.checkIndex().clean;
      }
    } catch (IOException | RuntimeException e) {
      LOG.warn("The archive index cannot be checked", e);
      return false;
    }
  }

  private static void delete(Path tree) throws IOException {
    if (!Files.exists(tree)) {
      return;
    }
    try (Stream<Path> all = Files.walk(tree)) {
      for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(each);
      }
    }
  }
}
