package org.wirecopy.intake.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.wirecopy.intake.Readers;
import org.wirecopy.intake.Reading;
import org.wirecopy.intake.Source;

/**
 * What reading the same story costs in each format, and what real saved pages cost where the
 * fixtures are here: CPU of the reading thread, from the bytes to the article, recognising
 * included. All formats take turns, so that each is compared with plain text in the same minute.
 *
 * <pre>
 * mvn -q -DskipTests package exec:exec@bench -Dbench.main=org.wirecopy.intake.bench.FormatCost \
 *     -Dbench="seconds for each format"
 * </pre>
 */
public final class FormatCost {
  private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();
  private static final int ROUNDS = 5;
  private static final Path FIXTURES = Path.of("../shared/fixtures/html");
  private static final String PAGES = "html-dev-scrapinghub.tar.xz";
  private static final int MOST_PAGES = 40;

  private final Readers readers = Readers.standard();

  /** Files of one format, read one after the other. */
  private record Row(String name, List<byte[]> files) {
    double kilobytes() {
      return files.stream().mapToInt(file -> file.length).average().orElse(0) / 1000;
    }
  }

  private FormatCost() {}

  /** Measures and prints a table. */
  public static void main(String[] arguments) throws IOException {
    boolean given = arguments.length > 0 && !arguments[0].isBlank();
    new FormatCost().table(given ? Double.parseDouble(arguments[0]) : 4);
  }

  private void table(double seconds) throws IOException {
    List<Row> rows = new ArrayList<>();
    OneStory.inEachFormat().forEach((name, bytes) -> rows.add(new Row(name, List.of(bytes))));
    savedPages().ifPresent(rows::add);
    double[] best = new double[rows.size()];
    Arrays.fill(best, Double.MAX_VALUE);
    for (Row row : rows) {
      millis(row, seconds / 2);
    }
    for (int round = 0; round < ROUNDS; round++) {
      for (int i = 0; i < best.length; i++) {
        best[i] = Math.min(best[i], millis(rows.get(i), seconds / 2 / ROUNDS));
      }
    }
    System.out.println(
        "| file | kB | ms CPU an article | times plain text | ms CPU a kB | times plain text |");
    System.out.println("|---|---|---|---|---|---|");
    double plain = best[0];
    double plainKilobyte = best[0] / rows.get(0).kilobytes();
    for (int i = 0; i < best.length; i++) {
      double kilobyte = best[i] / rows.get(i).kilobytes();
      System.out.printf(
          Locale.ROOT,
          "| %s | %.1f | %.3f | %.1f | %.4f | %.1f |%n",
          rows.get(i).name(),
          rows.get(i).kilobytes(),
          best[i],
          best[i] / plain,
          kilobyte,
          kilobyte / plainKilobyte);
    }
  }

  /** Some real pages; none where the fixtures are not here. */
  private static Optional<Row> savedPages() throws IOException {
    Path packed = FIXTURES.resolve(PAGES);
    if (!Files.exists(packed)) {
      return Optional.empty();
    }
    Path folder = Files.createTempDirectory("pages");
    try {
      Process tar =
          new ProcessBuilder("tar", "-xJf", packed.toString(), "-C", folder.toString()).start();
      List<byte[]> pages = new ArrayList<>();
      if (tar.waitFor() == 0) {
        try (Stream<Path> files = Files.walk(folder)) {
          for (Path page :
              files.filter(file -> file.toString().endsWith(".html")).sorted().toList()) {
            if (pages.size() < MOST_PAGES) {
              pages.add(Files.readAllBytes(page));
            }
          }
        }
      }
      return pages.isEmpty()
          ? Optional.empty()
          : Optional.of(new Row(pages.size() + " saved pages", pages));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    } finally {
      try (Stream<Path> all = Files.walk(folder)) {
        for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(each);
        }
      }
    }
  }

  private double millis(Row row, double seconds) {
    long begin = CPU.getCurrentThreadCpuTime();
    long end = begin + (long) (seconds * 1e9);
    long now = begin;
    int articles = 0;
    while (now < end) {
      for (byte[] file : row.files()) {
        read(row.name(), file);
        articles++;
      }
      now = CPU.getCurrentThreadCpuTime();
    }
    return (now - begin) / 1e6 / articles;
  }

  private void read(String name, byte[] bytes) {
    Reading reading =
        readers.read(
            new Source(name, bytes, Instant.parse("2026-03-14T10:00:00Z"), ZoneOffset.UTC, null));
    if (!(reading instanceof Reading.Articles)) {
      throw new IllegalStateException(name + " is not read: " + reading);
    }
  }
}
