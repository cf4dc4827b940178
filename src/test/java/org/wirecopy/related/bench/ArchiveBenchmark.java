package org.wirecopy.related.bench;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.wirecopy.article.ArchiveStory;
import org.wirecopy.article.ListedHeadline;
import org.wirecopy.related.Archive;
import org.wirecopy.related.ArchiveSettings;
import org.wirecopy.related.PlainLucene;
import org.wirecopy.related.Query;

/**
 * What the archive costs: rate and size of the index, time and CPU of lookups while stories are
 * added, beside plain Lucene MoreLikeThis in the same run.
 *
 * <pre>
 * mvn -q -DskipTests package exec:exec@bench \
 *     -Dbench.main=org.wirecopy.related.bench.ArchiveBenchmark -Dbench="10000 100000 1000000"
 * </pre>
 */
public final class ArchiveBenchmark {
  private static final int LOOKUPS = 2000;
  private static final int ADDED_PER_SECOND = 100;
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private static final OperatingSystemMXBean PROCESS =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

  private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
  private final ManyStories many = new ManyStories();

  private ArchiveBenchmark() throws IOException {}

  /**
   * @param args numbers of stories
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    // The build hands all sizes over as one argument.
    String asked = String.join(" ", args).strip();
    String[] sizes = (asked.isEmpty() ? "10000 100000" : asked).split("\\s+");
    for (String size : sizes) {
      new ArchiveBenchmark().run(Integer.parseInt(size));
    }
  }

  private void run(int size) throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("archive-benchmark");
    try (Archive archive = Archive.open(folder.resolve("ours"), ArchiveSettings.defaults())) {
      index(archive, size);
      out.printf("%d stories: index %.1f MB%n", size, megabytes(folder.resolve("ours")));
      List<ArchiveStory> others = stories(size / 4);
      List<ArchiveStory> asked = stories(size / 2);
      AtomicBoolean stop = new AtomicBoolean();
      Thread adding = adding(archive, size, stop);
      // Others than those asked for later, or memories would know all of their words.
      for (ArchiveStory story : others) {
        archive.find(query(story), 5);
        archive.resolve(listed(story));
      }
      double[] found = measure("find", asked, story -> archive.find(query(story), 5));
      measure("resolve", asked, story -> archive.resolve(listed(story)));
      stop.set(true);
      adding.join();
      compare(found, others, asked, size, folder.resolve("plain"));
    } finally {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }

  private List<ArchiveStory> stories(int from) {
    List<ArchiveStory> stories = new ArrayList<>();
    for (int i = 0; i < LOOKUPS; i++) {
      stories.add(many.story(from + i));
    }
    return stories;
  }

  private void compare(
      double[] found, List<ArchiveStory> others, List<ArchiveStory> asked, int size, Path folder)
      throws IOException {
    long cpu = PROCESS.getProcessCpuTime();
    long start = System.nanoTime();
    try (PlainLucene plain = new PlainLucene(folder, many.stories(size))) {
      out.printf(
          "  plain Lucene: %.0f stories/s, %.0f µs CPU of the process each, index %.1f MB%n",
          size / ((System.nanoTime() - start) / 1e9),
          (PROCESS.getProcessCpuTime() - cpu) / 1e3 / size,
          megabytes(folder));
      for (ArchiveStory story : others) {
        plain.moreLikeThis(query(story), 5);
      }
      double[] like = measure("MoreLikeThis", asked, story -> plain.moreLikeThis(query(story), 5));
      out.printf(
          "  find against MoreLikeThis: p50 %.2f, p99 %.2f, CPU %.2f of it%n",
          found[0] / like[0], found[1] / like[1], found[2] / like[2]);
    }
  }

  private void index(Archive archive, int size) {
    long process = PROCESS.getProcessCpuTime();
    List<ArchiveStory> batch = new ArrayList<>();
    long cpu = 0;
    long wall = 0;
    for (int i = 0; i < size; i++) {
      batch.add(many.story(i));
      if (batch.size() == 500 || i == size - 1) {
        long start = System.nanoTime();
        long startCpu = THREADS.getCurrentThreadCpuTime();
        archive.put(List.copyOf(batch));
        cpu += THREADS.getCurrentThreadCpuTime() - startCpu;
        wall += System.nanoTime() - start;
        batch.clear();
        if ((i + 1) == Math.min(size, 10_000)) {
          // The first ten thousand warm the compiler up.
          out.printf("%d stories put: %.0f µs CPU each%n", i + 1, cpu / 1e3 / (i + 1));
        }
      }
    }
    long start = System.nanoTime();
    archive.commit(Map.of());
    archive.refresh();
    wall += System.nanoTime() - start;
    out.printf(
        "%d stories put in %.1f s (%.0f/s), CPU each: %.0f µs of the putting thread, %.0f µs of the"
            + " process (merges, and making the stories)%n",
        size,
        wall / 1e9,
        size / (wall / 1e9),
        cpu / 1e3 / size,
        (PROCESS.getProcessCpuTime() - process) / 1e3 / size);
  }

  private Thread adding(Archive archive, int size, AtomicBoolean stop) {
    List<ArchiveStory> more = new ArrayList<>();
    for (int i = 0; i < 1000; i++) {
      more.add(many.story(size + i));
    }
    Thread adding =
        new Thread(
            () -> {
              for (int i = 0; !stop.get(); i++) {
                archive.put(List.of(more.get(i % more.size())));
                LockSupport.parkNanos(1_000_000_000L / ADDED_PER_SECOND);
              }
            });
    adding.start();
    return adding;
  }

  interface Lookup {
    Object of(ArchiveStory story);
  }

  private double[] measure(String what, List<ArchiveStory> asked, Lookup lookup) {
    long[] micros = new long[asked.size()];
    long cpu = THREADS.getCurrentThreadCpuTime();
    for (int i = 0; i < micros.length; i++) {
      long start = System.nanoTime();
      if (lookup.of(asked.get(i)).hashCode() == 42) {
        out.print("");
      }
      micros[i] = (System.nanoTime() - start) / 1000;
    }
    double each = (THREADS.getCurrentThreadCpuTime() - cpu) / 1e3 / micros.length;
    Arrays.sort(micros);
    double p50 = micros[micros.length / 2];
    double p99 = micros[micros.length * 99 / 100];
    out.printf("  %-13s p50 %.0f µs, p99 %.0f µs, CPU %.0f µs%n", what, p50, p99, each);
    return new double[] {p50, p99, each};
  }

  private static Query query(ArchiveStory story) {
    return Query.of(story.headline(), story.text())
        .withUri(story.uri())
        .withId(story.id())
        .withDate(story.date());
  }

  private static ListedHeadline listed(ArchiveStory story) {
    String head = story.headline();
    boolean cut = head.length() > 50;
    return new ListedHeadline(
        cut ? head.substring(0, 50) : head, cut, story.date(), story.dayOnly(), null);
  }

  private static double megabytes(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.mapToLong(file -> file.toFile().length()).sum() / 1e6;
    }
  }
}
