package org.wirecopy.intake.formats;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.wirecopy.intake.Reading;

/**
 * A file that a reader accepts.
 *
 * @param format the reader's name for it; articles in a zip count as a format of their own
 */
record Sample(String format, String file, byte[] bytes) {
  private static final Path FIXTURES = Path.of("../shared/fixtures");
  private static final List<Path> FOLDERS =
      Stream.of("formats", "newsml", "nitf", "ninjs", "hostile", "text")
          .map(FIXTURES::resolve)
          .toList();

  /** The saved pages of the fixtures, where a scorer has unpacked them. */
  private static final Path PAGES = Path.of("target/pages/html");

  private static final String REFUSED = "(refused unchanged)";

  /**
   * One of each format in any case, and those of the fixtures where they are here; by the format,
   * with those that no reader accepts unchanged as one more.
   *
   * @param largest leaves out larger files, in bytes; pages may have half as much again
   */
  static Map<String, List<Sample>> byFormat(int largest) {
    Map<String, List<Sample>> byFormat = new TreeMap<>();
    for (Documents document : Documents.values()) {
      add(document.file(), document.bytes(), byFormat);
    }
    for (Path folder : FOLDERS) {
      addAll(folder, largest, byFormat);
    }
    addAll(PAGES, largest * 3 / 2, byFormat);
    return byFormat;
  }

  private static void addAll(Path folder, int largest, Map<String, List<Sample>> byFormat) {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        if (Files.size(file) > 2 && Files.size(file) <= largest) {
          add(String.valueOf(file.getFileName()), Files.readAllBytes(file), byFormat);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void add(String file, byte[] bytes, Map<String, List<Sample>> byFormat) {
    String format = REFUSED;
    if (Drops.read(file, bytes) instanceof Reading.Articles read) {
      boolean bundled = isZip(bytes) && read.format().matches("plain text|Markdown|HTML page");
      format = read.format() + (bundled ? " in a zip" : "");
    }
    byFormat.computeIfAbsent(format, key -> new ArrayList<>()).add(new Sample(format, file, bytes));
  }

  boolean isZip() {
    return isZip(bytes);
  }

  private static boolean isZip(byte[] bytes) {
    return bytes[0] == 'P' && bytes[1] == 'K';
  }
}
