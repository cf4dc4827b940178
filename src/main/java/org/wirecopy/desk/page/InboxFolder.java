package org.wirecopy.desk.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.FileVisitor;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The inbox as the desk sees it: what waits, what was rejected, and uploads. An upload lies in the
 * inbox under a hidden name until a person has seen its preview; sending it is one rename.
 */
public final class InboxFolder {
  /** A file that waits; the name is its path below the inbox. */
  public record Waiting(String name, long bytes, Instant modified) {}

  /**
   * A rejected file with its reason's text.
   *
   * @param name its path among the rejected ones, with the time where an older one has that name
   * @param path its path below the inbox, as it came
   */
  public record Rejected(String name, String path, Path file, String reason, Instant modified) {}

  /** A file that is larger than the inbox takes. */
  public static final class TooLargeException extends IOException {
    private static final long serialVersionUID = 1L;

    TooLargeException(String message) {
      super(message);
    }
  }

  private static final int MOST = 200;
  private static final int DEEPEST_DESK = 2;
  private static final Duration KEPT = Duration.ofDays(1);
  private static final String HIDDEN = ".upload-";
  private static final String UNFINISHED = ".part";
  private static final int MOST_ASIDE = 50;
  private static final int MOST_SENT = 500;
  private static final Pattern ID = Pattern.compile("[0-9a-f]{32}");

  private final Path inbox;
  private final long largest;
  private final InstantSource clock;
  private final RejectedFiles rejected;
  private final Set<String> sent = new LinkedHashSet<>();
  private final SecureRandom random = new SecureRandom();

  /**
   * @param inbox the folder that is watched for articles
   * @param largest bytes that an upload may have
   */
  public InboxFolder(Path inbox, long largest, InstantSource clock) {
    this.inbox = inbox;
    this.largest = largest;
    this.clock = clock;
    this.rejected = new RejectedFiles(inbox);
  }

  /** Bytes that an upload may have. */
  public long largest() {
    return largest;
  }

  /** Files that wait, up to a bound, oldest first. */
  public List<Waiting> waiting() throws IOException {
    List<Waiting> found = new ArrayList<>();
    walk(
        inbox,
        (file, attributes) -> {
          found.add(
              new Waiting(
                  inbox.relativize(file).toString(),
                  attributes.size(),
                  attributes.lastModifiedTime().toInstant()));
          return found.size() < MOST;
        });
    found.sort(Comparator.comparing(Waiting::modified));
    return found;
  }

  /** What was rejected last, newest first. */
  public List<Rejected> rejected() throws IOException {
    return rejected.latest();
  }

  /** The first bytes of a file. */
  static byte[] beginning(Path file, int most) throws IOException {
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      return new byte[0];
    }
    try (InputStream in = Files.newInputStream(file)) {
      return in.readNBytes(most);
    } catch (NoSuchFileException gone) {
      return new byte[0];
    }
  }

  /**
   * Keeps an upload aside; answers its id.
   *
   * @throws TooLargeException if it has more bytes than {@link #largest}
   */
  public String keep(InputStream content, String name) throws IOException {
    forgetOld();
    byte[] key = new byte[16];
    random.nextBytes(key);
    String id = HexFormat.of().formatHex(key);
    Path file = aside(id, name);
    if (copy(content, file) > largest) {
      Files.deleteIfExists(file);
      throw new TooLargeException("A file may have at most " + Words.size(largest) + ".");
    }
    return id;
  }

  /** Piece by piece, as several may come at once; ends after what is too large by a piece. */
  private long copy(InputStream content, Path file) throws IOException {
    long size = 0;
    byte[] piece = new byte[1 << 16];
    try (OutputStream out = Files.newOutputStream(file)) {
      for (int n = content.read(piece); n >= 0 && size <= largest; n = content.read(piece)) {
        out.write(piece, 0, n);
        size += n;
      }
    }
    return size;
  }

  /** Where an upload lies. */
  public Path aside(String id, String name) {
    if (!ID.matcher(id).matches()) {
      throw new IllegalArgumentException("not an upload");
    }
    return inbox.resolve(HIDDEN + id + "-" + SafeName.of(name) + UNFINISHED);
  }

  /** The desks: folders below the inbox and in those, in order. */
  public List<String> desks() throws IOException {
    if (!Files.isDirectory(inbox)) {
      return List.of();
    }
    List<String> desks = new ArrayList<>();
    Files.walkFileTree(
        inbox,
        Set.of(),
        DEEPEST_DESK,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes) {
            if (dir.equals(inbox)) {
              return FileVisitResult.CONTINUE;
            }
            if (hidden(dir)) {
              return FileVisitResult.SKIP_SUBTREE;
            }
            return desk(dir);
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            return attributes.isDirectory() && !hidden(file)
                ? desk(file)
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException gone) {
            return FileVisitResult.CONTINUE;
          }

          private FileVisitResult desk(Path dir) {
            desks.add(inbox.relativize(dir).toString());
            return desks.size() < MOST ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
          }
        });
    desks.sort(String.CASE_INSENSITIVE_ORDER);
    return desks;
  }

  /**
   * Gives an upload to the intake; one that was given already is not given twice. One at a time,
   * since of two with one name the second must not replace the first.
   *
   * @param desk as in {@link #path}
   * @throws IllegalArgumentException if there is no such desk, a file of that name still waits, or
   *     the upload is no longer kept
   */
  public synchronized void send(String id, String name, String desk) throws IOException {
    if (sent.contains(id)) {
      return;
    }
    Path target = inbox.resolve(path(name, desk));
    if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
      throw new IllegalArgumentException(
          "A file of that name still waits in the inbox. Send this one when it was taken.");
    }
    Files.createDirectories(Objects.requireNonNull(target.getParent()));
    try {
      Files.move(aside(id, name), target, StandardCopyOption.ATOMIC_MOVE);
    } catch (NoSuchFileException gone) {
      throw new IllegalArgumentException(
          "This preview is no longer kept, and nothing was sent now. Look whether its story is"
              + " among the stories already, else hand it in again.",
          gone);
    }
    sent.add(id);
    if (sent.size() > MOST_SENT) {
      sent.remove(sent.iterator().next());
    }
  }

  /**
   * Path below the inbox of a file that a desk sends. The path tells which story it is, so that
   * what was rejected keeps the one that it came by; any other name is made safe first.
   *
   * @param desk one of {@link #desks}, the folder of a rejected file, or empty for none
   * @throws IllegalArgumentException if there is no such desk
   */
  public String path(String name, String desk) throws IOException {
    String own = desk.isEmpty() ? name : desk + "/" + name;
    if (name.indexOf('/') < 0 && rejected.cameBy(own)) {
      return own;
    }
    if (desk.isEmpty()) {
      return SafeName.of(name);
    }
    if (!desks().contains(desk)) {
      throw new IllegalArgumentException("There is no desk " + desk + ".");
    }
    return desk + "/" + SafeName.of(name);
  }

  /** Forgets an upload. */
  public void discard(String id, String name) throws IOException {
    Files.deleteIfExists(aside(id, name));
  }

  /** Previews that nobody came back to: those of yesterday, and the oldest of very many. */
  private void forgetOld() throws IOException {
    Instant before = clock.instant().minus(KEPT);
    List<Waiting> aside = new ArrayList<>();
    try (var files = Files.newDirectoryStream(inbox, HIDDEN + "*" + UNFINISHED)) {
      for (Path file : files) {
        String name = String.valueOf(file.getFileName());
        try {
          aside.add(new Waiting(name, 0, Files.getLastModifiedTime(file).toInstant()));
        } catch (NoSuchFileException sentMeanwhile) {
          continue;
        }
      }
    }
    aside.sort(Comparator.comparing(Waiting::modified).reversed());
    for (int i = 0; i < aside.size(); i++) {
      if (i >= MOST_ASIDE || aside.get(i).modified().isBefore(before)) {
        Files.deleteIfExists(inbox.resolve(aside.get(i).name()));
      }
    }
  }

  interface EachFile {
    boolean more(Path file, BasicFileAttributes attributes);
  }

  static void walk(Path folder, EachFile each) throws IOException {
    FileVisitor<Path> visitor =
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes) {
            return !dir.equals(folder) && hidden(dir)
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            boolean more = hidden(file) || each.more(file, attributes);
            return more ? FileVisitResult.CONTINUE : FileVisitResult.TERMINATE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException gone) {
            return FileVisitResult.CONTINUE;
          }
        };
    Files.walkFileTree(folder, visitor);
  }

  private static boolean hidden(Path path) {
    return String.valueOf(path.getFileName()).startsWith(".");
  }
}
