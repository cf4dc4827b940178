package org.wirecopy.intake.inbox;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wirecopy.intake.Beside;
import org.wirecopy.intake.PictureBytes;
import org.wirecopy.intake.PictureNames;
import org.wirecopy.intake.Rejection;

/**
 * The picture files in the folder of a dropped article, and what became of each that was asked for.
 * Links are not followed, hidden folders not entered; a file that somebody still writes is awaited.
 */
final class FilesBeside implements Beside {
  /** More than a story takes, and few enough that no page makes us read a folder. */
  private static final int MOST = 60;

  private static final int MOST_NUMBERED = 50;

  /** What is read for one article, in bytes: as much as a story takes. */
  private static final long LARGEST_TOTAL = 64L << 20;

  /** What an article may be named, for a picture whose own name ends in a number. */
  private static final List<String> ARTICLES =
      List.of("", ".txt", ".md", ".html", ".htm", ".docx", ".odt", ".rtf", ".eml", ".xml", ".json");

  private final Path article;
  private final Path folder;
  private final boolean decodable;
  private final InboxSettings settings;
  private final InstantSource clock;
  private final Map<String, byte[]> read = new LinkedHashMap<>();
  private final List<PictureFile> files = new ArrayList<>();
  private final Set<String> missing = new LinkedHashSet<>();
  private final List<Path> awaited = new ArrayList<>();
  private final Set<String> tooLarge = new LinkedHashSet<>();
  private long total;

  /**
   * @param settings for the largest size, and for how long a file must be unchanged
   */
  FilesBeside(Path article, InboxSettings settings, InstantSource clock) {
    this.article = article.toAbsolutePath();
    this.folder = this.article.resolveSibling("");
    this.decodable = InboxPaths.isAscii(folder.toString());
    this.settings = settings;
    this.clock = clock;
  }

  /** The files that leave the inbox with the article. */
  List<PictureFile> files() {
    return files;
  }

  /** What the article names and does not lie there, as it names it. */
  Set<String> missing() {
    return missing;
  }

  /** What was not read for its size, by name. */
  Set<String> tooLarge() {
    return tooLarge;
  }

  /** Where what is missing would lie. */
  List<Path> awaited() {
    return awaited;
  }

  /** Pictures with the article's own name, then numbered ones: storm.jpg, storm-2.jpg. */
  List<String> namesakes() {
    List<String> found = new ArrayList<>();
    String stem = stem(InboxPaths.relative(folder, article));
    addFirst(stem, found);
    for (int number = 2; !found.isEmpty() && number <= MOST_NUMBERED; number++) {
      String numbered = stem + "-" + number;
      int before = found.size();
      if (ARTICLES.stream().noneMatch(ending -> exists(numbered + ending))) {
        addFirst(numbered, found);
      }
      if (found.size() == before) {
        break;
      }
    }
    return found;
  }

  private void addFirst(String stem, List<String> found) {
    for (String ending : PictureNames.SENT) {
      if (exists(stem + ending)) {
        found.add(stem + ending);
        return;
      }
    }
  }

  private static String stem(String name) {
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }

  /** Every article comes by here, so the usual answer, no, must not cost an exception. */
  private boolean exists(String name) {
    return InboxPaths.isAscii(name) && decodable
        ? new File(folder.toString(), name).exists()
        : attributes(name) != null;
  }

  @Override
  public boolean has(String name) {
    return attributes(name) != null;
  }

  @Override
  public byte @Nullable [] bytes(String name) {
    byte[] known = read.get(name);
    boolean asked = missing.contains(name) || tooLarge.contains(name);
    if (known != null || asked || files.size() >= MOST) {
      return known;
    }
    Path path = path(name);
    BasicFileAttributes attributes = attributes(name);
    if (path == null || attributes == null || !isComplete(path, attributes)) {
      missing.add(name);
      if (path != null) {
        awaited.add(path);
      }
      return null;
    }
    byte[] bytes = content(path, Math.min(settings.largest(), LARGEST_TOTAL - total));
    files.add(
        new PictureFile(path, attributes.size(), attributes.lastModifiedTime(), refusal(bytes)));
    if (bytes == null) {
      tooLarge.add(name);
    } else {
      total += bytes.length;
      read.put(name, bytes);
    }
    return bytes;
  }

  private boolean isComplete(Path file, BasicFileAttributes attributes) {
    long quiet = Math.abs(clock.millis() - attributes.lastModifiedTime().toMillis());
    return Settling.complete(file, quiet, settings);
  }

  private @Nullable String refusal(byte @Nullable [] bytes) {
    if (bytes == null) {
      return refusal(
          "PICTURE_LARGE",
          "The picture is too large, or cannot be read, so its story went without it. A picture"
              + " has at most "
              + (settings.largest() >> 20)
              + " MB, those of a story together "
              + (LARGEST_TOTAL >> 20)
              + " MB.",
          "Make it smaller");
    }
    return PictureBytes.contentType(bytes) == null
        ? refusal(
            "PICTURE_KIND",
            "The file is no JPEG, PNG, GIF or WebP, whatever its name says, so its story went"
                + " without it.",
            "Save it as one of these")
        : null;
  }

  private static String refusal(String code, String problem, String mend) {
    String remedy =
        mend + " and drop the article again together with the picture: they go out as an update.";
    return new Rejection(code, problem, null, remedy).explained();
  }

  /** The whole content, or null if it cannot be read or is larger. */
  private static byte @Nullable [] content(Path file, long largest) {
    try (InputStream in =
        Channels.newInputStream(
            Files.newByteChannel(
                file, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)))) {
      byte[] bytes = in.readNBytes((int) Math.min(largest + 1, Integer.MAX_VALUE - 8));
      return bytes.length > largest ? null : bytes;
    } catch (IOException unreadable) {
      return null;
    }
  }

  private @Nullable BasicFileAttributes attributes(String name) {
    Path path = path(name);
    if (path == null) {
      return null;
    }
    try {
      for (Path above = path.getParent();
          above != null && !above.equals(folder) && above.startsWith(folder);
          above = above.getParent()) {
        if (!Files.isDirectory(above, LinkOption.NOFOLLOW_LINKS)) {
          return null;
        }
      }
      BasicFileAttributes attributes =
          Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      return attributes.isRegularFile() ? attributes : null;
    } catch (IOException notThere) {
      return null;
    }
  }

  private @Nullable Path path(String name) {
    return InboxPaths.below(folder, name);
  }
}
