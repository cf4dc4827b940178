package org.wirecopy.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Very many partner files, each partner taking one desk: what they cost at rest, and how one of
 * them that was down is served again.
 */
final class ManyPartners {
  private static final int BACKLOG = 300;
  private static final long IDLE_NANOS = TimeUnit.SECONDS.toNanos(60);

  /** Long enough for the backlog to be no longer live news. */
  private static final long DOWN_NANOS = TimeUnit.SECONDS.toNanos(75);

  private static final long SETTLING_NANOS = TimeUnit.SECONDS.toNanos(20);

  private final Benchmark options;
  private final PrintStream out;
  private final Articles articles = new Articles(7);

  ManyPartners(Benchmark options, PrintStream out) {
    this.options = options;
    this.out = out;
  }

  void run(int many, Path folder) throws IOException {
    out.println("\n| partner files | seconds to ready | resident MB | idle CPU, % of a core |");
    out.println("|--:|--:|--:|--:|");
    for (int count : List.of(3, many)) {
      Path work = WorkFolder.emptied(folder.resolve("many"));
      Path log = work.resolve("received.tsv");
      try (Partners partner = new Partners(1, log)) {
        write(work, count, partner.endpoints().get(0));
        try (RunningHouse house = new RunningHouse(work, options)) {
          LockSupport.parkNanos(SETTLING_NANOS);
          double cpu = house.cpuSeconds();
          LockSupport.parkNanos(IDLE_NANOS);
          out.printf(
              Locale.ROOT,
              "| %d | %.1f | %.0f | %.2f |%n",
              count,
              house.secondsToReady(),
              house.residentMegabytes(),
              100 * (house.cpuSeconds() - cpu) / (IDLE_NANOS / 1e9));
          if (count == many) {
            downAndUp(house, partner, work, log);
          }
        }
      }
    }
  }

  private static void write(Path work, int count, String endpoint) throws IOException {
    PartnerFiles.write(work, Collections.nCopies(count, endpoint));
    Path partners = work.resolve("routes/partners");
    for (int i = 1; i <= count; i++) {
      Files.writeString(
          partners.resolve("p" + i + ".camel.yaml"),
          "      - name: desks\n        value: desk" + i + "\n",
          StandardOpenOption.APPEND);
    }
  }

  private void downAndUp(RunningHouse house, Partners partner, Path work, Path log)
      throws IOException {
    Path desk = Files.createDirectories(work.resolve("inbox/desk1"));
    partner.answerWith(503);
    for (int i = 1; i <= BACKLOG; i++) {
      drop(desk, i);
    }
    house.await(() -> house.backlog() == BACKLOG);
    LockSupport.parkNanos(DOWN_NANOS);
    partner.answerWith(200);
    drop(desk, BACKLOG + 1);
    long up = System.nanoTime();
    house.await(() -> partner.progress().complete() == BACKLOG + 1);
    double all = (System.nanoTime() - up) / 1e9;
    List<String> received =
        Files.readAllLines(log).stream().filter(line -> line.endsWith("\t200")).toList();
    Map<Long, Integer> perSecond = new HashMap<>();
    for (String line : received) {
      String[] fields = line.split("\t", -1);
      perSecond.merge(Long.parseLong(fields[0]) / 1_000_000, 1, Integer::sum);
    }
    int at = 1;
    while (Articles.number(received.get(at - 1).split("\t", -1)[2]) != BACKLOG + 1) {
      at++;
    }
    out.printf(
        Locale.ROOT,
        "%nOne of them down, %d stories waiting, up again: all delivered after %.1f s; the story"
            + " dropped then came as number %d; at most %d requests in one second%n",
        BACKLOG,
        all,
        at,
        perSecond.values().stream().mapToInt(Integer::intValue).max().orElse(0));
  }

  private void drop(Path desk, int number) throws IOException {
    String name = Articles.path(number, Articles.Layout.FLAT);
    Path hidden = desk.resolve("." + name);
    Files.write(hidden, articles.text(number, 1).getBytes(StandardCharsets.UTF_8));
    Files.move(hidden, desk.resolve(name), StandardCopyOption.ATOMIC_MOVE);
  }
}
