package org.wirecopy.bench;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The results as Markdown. */
final class Tables {
  private final StringBuilder out = new StringBuilder();

  private Tables() {}

  static String of(Machine machine, List<Drain.Result> drains, List<Trickle.Result> trickles) {
    Tables tables = new Tables();
    tables.out.append(machine.sentence()).append("\n");
    tables.drains(drains);
    tables.lookup(drains);
    tables.desk(drains);
    tables.trickles(trickles);
    return tables.out.toString();
  }

  private void drains(List<Drain.Result> drains) {
    out.append(
        """

        Backlog drained. Rates and CPU from process start; "warm" over the second half; \
        ratios to (a) hand-written and (b) naive Camel are of articles/s.

        | system | files | partner ms | articles/s | warm | × (a) | × (b) | CPU-s/1 000 | warm | \
        first delivery s | resident MB, own | heap MB, live | sink CPU-s/1 000 | repeats |
        |---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|
        """);
    for (Drain.Result d : drains) {
      row(
          "| %s | %d%s | %d | %.0f | %.0f | %s | %s | %.2f | %.2f | %.2f | %.0f, %.0f | %.0f, %.0f | %.2f | %d |",
          d.contender(),
          d.files(),
          d.delivered() < d.files() ? " (cut off at " + d.delivered() + ")" : "",
          d.delay(),
          d.articlesPerSecond(),
          d.warmArticlesPerSecond(),
          ratio(d, drains, Contender.HAND_WRITTEN),
          ratio(d, drains, Contender.NAIVE_CAMEL),
          d.cpuPerThousand(),
          d.warmCpuPerThousand(),
          d.firstSeconds(),
          d.residentMegabytes(),
          d.ownMegabytes(),
          d.heapMegabytes(),
          d.liveMegabytes(),
          d.sinkCpuPerThousand(),
          d.repeats());
    }
  }

  private static String ratio(Drain.Result of, List<Drain.Result> all, Contender to) {
    return like(of, all, to)
        .map(
            d -> String.format(Locale.ROOT, "%.2f", of.articlesPerSecond() / d.articlesPerSecond()))
        .orElse("–");
  }

  private static Optional<Drain.Result> like(
      Drain.Result of, List<Drain.Result> all, Contender contender) {
    return all.stream()
        .filter(d -> d.contender().equals(contender.label()))
        .filter(d -> d.files() == of.files() && d.delay() == of.delay())
        .findFirst();
  }

  /**
   * Over the whole run: without lookups the files are read long before the last is delivered, so
   * the second halves are not of the same work.
   */
  private void lookup(List<Drain.Result> drains) {
    for (Drain.Result on : drains) {
      Optional<Drain.Result> off = like(on, drains, Contender.WIRECOPY_NO_LOOKUP);
      if (on.contender().equals(Contender.WIRECOPY.label()) && off.isPresent()) {
        row(
            "%nThe lookup's share of Wirecopy's CPU at %d files, partners at %d ms: %.0f %%.",
            on.files(), on.delay(), 100 * (1 - off.get().cpuPerThousand() / on.cpuPerThousand()));
      }
    }
  }

  private void desk(List<Drain.Result> drains) {
    for (Drain.Result used : drains) {
      Optional<Drain.Result> unused = like(used, drains, Contender.WIRECOPY);
      if (used.contender().equals(Contender.WIRECOPY_WITH_DESK.label()) && unused.isPresent()) {
        row(
            "%nAn open desk, shown anew %d times, took %.1f %% of the articles/s and %.1f %% more CPU"
                + " at %d files, partners at %d ms.",
            used.pages(),
            100 * (1 - used.articlesPerSecond() / unused.get().articlesPerSecond()),
            100 * (used.cpuPerThousand() / unused.get().cpuPerThousand() - 1),
            used.files(),
            used.delay());
      }
    }
  }

  private void trickles(List<Trickle.Result> trickles) {
    if (trickles.isEmpty()) {
      return;
    }
    out.append(
        """

        Files renamed into place one by one; milliseconds from the rename until a partner has it.

        | system | files/s | deliveries | missing | p50 | p95 | p99 | worst | CPU % of a core |
        |---|--:|--:|--:|--:|--:|--:|--:|--:|
        """);
    for (Trickle.Result t : trickles) {
      row(
          "| %s | %.0f | %d | %d | %.1f | %.1f | %.1f | %.1f | %.1f |",
          t.contender(),
          t.perSecond(),
          t.received(),
          t.missing(),
          t.p50(),
          t.p95(),
          t.p99(),
          t.worst(),
          t.cpuPercent());
    }
  }

  private void row(String format, Object... values) {
    out.append(String.format(Locale.ROOT, format, values)).append('\n');
  }
}
