package org.wirecopy.desk.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What was rejected and why, what waits, and a way to drop an article without a file. */
final class InboxView {
  private static final String REASON = ".reason.txt";
  private static final int SHOWN = 50;
  private static final int MOST_LOOKED_AT = 10_000;
  private static final int LONGEST_NAME = 100;
  private static final Pattern UNSAFE = Pattern.compile("[^\\p{L}\\p{N}._-]+");

  private final Path inbox;
  private final PlainWords words;

  InboxView(Path inbox, PlainWords words) {
    this.inbox = inbox;
    this.words = words;
  }

  /** One rejected file. */
  record Rejected(String name, String time, String reason) {}

  Map<String, Object> values() {
    List<Rejected> rejected = rejected();
    List<String> waiting = waiting();
    return Map.of(
        "rejected",
        rejected,
        "none",
        rejected.isEmpty(),
        "waiting",
        waiting,
        "idle",
        waiting.isEmpty());
  }

  private List<Rejected> rejected() {
    Path folder = inbox.resolve(".rejected");
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .limit(MOST_LOOKED_AT)
          .filter(file -> file.getFileName().toString().endsWith(REASON))
          .sorted(Comparator.comparing(InboxView::modified).reversed())
          .limit(SHOWN)
          .map(file -> rejected(folder, file))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Rejected rejected(Path folder, Path file) {
    String name = folder.relativize(file).toString();
    String reason;
    try {
      reason = Files.readString(file, StandardCharsets.UTF_8);
    } catch (IOException e) {
      reason = "The reason cannot be read: " + e.getMessage();
    }
    return new Rejected(
        name.substring(0, name.length() - REASON.length()),
        words.time(modified(file).toInstant()),
        reason);
  }

  private static java.nio.file.attribute.FileTime modified(Path file) {
    try {
      return Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS);
    } catch (IOException gone) {
      return java.nio.file.attribute.FileTime.fromMillis(0);
    }
  }

  private List<String> waiting() {
    try (Stream<Path> files = Files.walk(inbox, 4)) {
      return files
          .limit(MOST_LOOKED_AT)
          .filter(file -> !inbox.relativize(file).toString().startsWith("."))
          .filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
          .map(file -> inbox.relativize(file).toString())
          .limit(SHOWN)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Drops an article: written under a hidden name, then renamed, so that it is taken whole.
   *
   * @param name as a person wrote it; what may not stand in a file's name becomes a dash
   * @return the name it has in the inbox
   * @throws FileAlreadyExistsException if a file of that name waits there
   */
  String drop(String name, String text) throws IOException {
    String safe = UNSAFE.matcher(name.strip()).replaceAll("-").replaceAll("^[.~-]+|~+$", "");
    if (safe.length() > LONGEST_NAME) {
      safe = safe.substring(0, LONGEST_NAME);
    }
    String file = (safe.isEmpty() ? "article" : safe) + (safe.contains(".") ? "" : ".txt");
    if (Files.exists(inbox.resolve(file), LinkOption.NOFOLLOW_LINKS)) {
      throw new FileAlreadyExistsException(file);
    }
    Path hidden = Files.createTempFile(inbox, ".desk", ".part");
    Files.writeString(hidden, text, StandardCharsets.UTF_8);
    Files.move(hidden, inbox.resolve(file), StandardCopyOption.ATOMIC_MOVE);
    return file;
  }
}
