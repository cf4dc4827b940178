package org.wirecopy.intake.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import org.wirecopy.intake.Readers;
import org.wirecopy.intake.Reading;
import org.wirecopy.intake.Source;

/**
 * What reading the same story costs in each format: CPU of the reading thread, told from the bytes
 * to the article, recognising included. Each format is compared with plain text.
 *
 * <pre>
 * mvn -q -DskipTests package exec:exec@bench -Dbench.main=org.wirecopy.intake.bench.FormatCost \
 *     -Dbench="seconds for each format"
 * </pre>
 */
public final class FormatCost {
  private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();
  private static final int ROUNDS = 5;

  private final Readers readers = Readers.standard();

  private FormatCost() {}

  /** Measures and prints a table. */
  public static void main(String[] arguments) {
    double seconds = arguments.length == 0 ? 5 : Double.parseDouble(arguments[0]);
    new FormatCost().table(seconds);
  }

  private void table(double seconds) {
    Map<String, byte[]> files = OneStory.inEachFormat();
    files.forEach((name, bytes) -> read(name, bytes));
    System.out.println("| file | kB | ms CPU an article | ms CPU a kB | times plain text |");
    System.out.println("|---|---|---|---|---|");
    double plain = 0;
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      double millis = millis(file.getKey(), file.getValue(), seconds);
      plain = plain == 0 ? millis : plain;
      double kilobytes = file.getValue().length / 1000.0;
      System.out.printf(
          Locale.ROOT,
          "| %s | %.1f | %.3f | %.3f | %.1f |%n",
          file.getKey(),
          kilobytes,
          millis,
          millis / kilobytes,
          millis / plain);
    }
  }

  /** CPU for one article: the best of some rounds, the first half of the time to warm up. */
  private double millis(String name, byte[] bytes, double seconds) {
    run(name, bytes, seconds / 2);
    double best = Double.MAX_VALUE;
    for (int round = 0; round < ROUNDS; round++) {
      best = Math.min(best, run(name, bytes, seconds / 2 / ROUNDS));
    }
    return best;
  }

  private double run(String name, byte[] bytes, double seconds) {
    long begin = CPU.getCurrentThreadCpuTime();
    long end = begin + (long) (seconds * 1e9);
    long now = begin;
    int articles = 0;
    while (now < end) {
      articles += read(name, bytes);
      now = CPU.getCurrentThreadCpuTime();
    }
    return (now - begin) / 1e6 / articles;
  }

  private int read(String name, byte[] bytes) {
    Reading reading =
        readers.read(
            new Source(name, bytes, Instant.parse("2026-03-14T10:00:00Z"), ZoneOffset.UTC, null));
    if (reading instanceof Reading.Articles articles
        && articles.articles().get(0).body().size() >= 9) {
      return 1;
    }
    throw new IllegalStateException(name + " is not read: " + reading);
  }
}
