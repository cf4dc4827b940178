package org.wirecopy.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** All partners down while stories come in, then up again. */
final class Outage {
  private final Benchmark options;
  private final PrintStream out;

  Outage(Benchmark options, PrintStream out) {
    this.options = options;
    this.out = out;
  }

  void run(int deliveries, Path folder) throws IOException {
    Path work = WorkFolder.emptied(folder.resolve("outage"));
    int files = deliveries / options.partners();
    new Articles(7).write(work.resolve("inbox"), files, Articles.Layout.FLAT);
    try (Partners partners = new Partners(options.partners(), null)) {
      PartnerFiles.write(work, partners.endpoints());
      partners.answerWith(503);
      try (RunningHouse house = new RunningHouse(work, options)) {
        out.println("\nAll partners answer 503, then 200 again:\n");
        out.println("| deliveries waiting | resident MB |\n|--:|--:|");
        for (int tenth = 1; tenth <= 10; tenth++) {
          long wanted = (long) deliveries * tenth / 10 / options.partners() * options.partners();
          house.await(() -> house.backlog() >= wanted);
          out.printf(Locale.ROOT, "| %d | %.0f |%n", house.backlog(), house.residentMegabytes());
        }
        partners.answerWith(200);
        long up = System.nanoTime();
        while (partners.progress().firstMicros() == 0) {
          LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
        }
        double first = (System.nanoTime() - up) / 1e9;
        while (partners.progress().complete() < files) {
          LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(100));
        }
        double all = (System.nanoTime() - up) / 1e9;
        out.printf(
            Locale.ROOT,
            "%nUp again: first delivery after %.1f s (the breaker's rest), then %.0f deliveries/s;"
                + " resident %.0f MB%n",
            first,
            deliveries / (all - first),
            house.residentMegabytes());
      }
    }
  }
}
