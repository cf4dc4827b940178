package org.wirecopy.desk.page;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.regex.Pattern;

/** The files that were rejected, with their reasons beside them; never emptied by the house. */
final class RejectedFiles {
  private static final int MOST = 40;
  private static final int LONGEST_REASON = 4_000;
  private static final String REASON = ".reason.txt";

  /** What a file's name got when an older one of that name lay there: the time, and a count. */
  private static final Pattern STAMPS = Pattern.compile("(~\\d{6}\\.\\d{3}(-\\d+)?)+$");

  private record Reason(Path file, Instant written) {}

  private final Path folder;

  RejectedFiles(Path inbox) {
    this.folder = inbox.resolve(".rejected");
  }

  /** What was rejected last, newest first. */
  List<InboxFolder.Rejected> latest() throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    PriorityQueue<Reason> newest = new PriorityQueue<>(Comparator.comparing(Reason::written));
    InboxFolder.walk(
        folder,
        (file, attributes) -> {
          if (file.toString().endsWith(REASON)) {
            newest.add(new Reason(file, attributes.lastModifiedTime().toInstant()));
          }
          if (newest.size() > MOST) {
            newest.remove();
          }
          return true;
        });
    List<InboxFolder.Rejected> found = new ArrayList<>();
    for (Reason reason : newest) {
      String path = reason.file().toString();
      Path file = Path.of(path.substring(0, path.length() - REASON.length()));
      String name = folder.relativize(file).toString();
      found.add(
          new InboxFolder.Rejected(
              name,
              STAMPS.matcher(name).replaceAll(""),
              file,
              new String(
                  InboxFolder.beginning(reason.file(), LONGEST_REASON), StandardCharsets.UTF_8),
              reason.written()));
    }
    found.sort(Comparator.comparing(InboxFolder.Rejected::modified).reversed());
    return found;
  }

  /** Whether a file came by this path below the inbox and was rejected. */
  boolean cameBy(String path) throws IOException {
    for (String part : path.split("/", -1)) {
      if (part.isEmpty() || part.startsWith(".") || part.indexOf('\\') >= 0) {
        return false;
      }
    }
    Path file;
    try {
      file = folder.resolve(path);
    } catch (InvalidPathException noSuchName) {
      return false;
    }
    Path parent = file.getParent();
    if (parent == null || !Files.isDirectory(parent)) {
      return false;
    }
    String name = String.valueOf(file.getFileName());
    try (var files =
        Files.newDirectoryStream(
            parent,
            each -> STAMPS.matcher(each.getFileName().toString()).replaceAll("").equals(name))) {
      for (Path each : files) {
        if (Files.isRegularFile(each, LinkOption.NOFOLLOW_LINKS)) {
          return true;
        }
      }
    }
    return false;
  }
}
