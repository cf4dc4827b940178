package org.wirecopy.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * One measured drain of a backlog: the files lie there before the process is started, and the clock
 * runs from its start to the moment the last partner has the last story.
 */
final class Drain {
  private static final Duration LOOK = Duration.ofMillis(25);
  private static final Duration TIDYING = Duration.ofSeconds(30);

  private final Partners partners;
  private final Benchmark options;
  private final InstantSource clock;

  /**
   * What came out.
   *
   * @param contender label of the system
   * @param files size of the backlog
   * @param delay after how many ms partners answered
   * @param delivered stories that all partners had when it ended or its time was up
   * @param firstSeconds from process start to the first request at a partner
   * @param articlesPerSecond from process start to the last story complete, start included
   * @param warmArticlesPerSecond over the second half of what was delivered
   * @param cpuPerThousand CPU seconds of the process per 1 000 articles, start included
   * @param warmCpuPerThousand the same over the second half
   * @param residentMegabytes the most it had resident (VmHWM)
   * @param ownMegabytes what it had resident at the end, mapped files left out (RssAnon)
   * @param heapMegabytes the most heap in use before a collection; 0 if there was none
   * @param liveMegabytes the most heap in use after a collection; 0 if there was none
   * @param sinkCpuPerThousand CPU seconds of the partners per 1 000 articles
   * @param repeats deliveries that came more than once
   * @param pages how often an open desk was shown anew meanwhile
   */
  record Result(
      String contender,
      int files,
      int delay,
      int delivered,
      double firstSeconds,
      double articlesPerSecond,
      double warmArticlesPerSecond,
      double cpuPerThousand,
      double warmCpuPerThousand,
      double residentMegabytes,
      double ownMegabytes,
      double heapMegabytes,
      double liveMegabytes,
      double sinkCpuPerThousand,
      long repeats,
      int pages) {}

  private record Sample(long micros, int complete, double cpu) {}

  Drain(Partners partners, Benchmark options, InstantSource clock) {
    this.partners = partners;
    this.options = options;
    this.clock = clock;
  }

  /**
   * Runs it.
   *
   * @param work an empty folder, left as the run leaves it
   */
  Result run(Contender contender, int files, int delay, Path work)
      throws IOException, InterruptedException {
    Path inbox = work.resolve("inbox");
    options.articles().write(inbox, files, options.layout());
    // What the generator wrote must not be flushed at the contender's expense.
    new ProcessBuilder("sync").start().waitFor();
    partners.reset();
    partners.answerAfter(delay);
    double sinkBefore = partners.cpuSeconds();
    ProcessBuilder builder = contender.prepare(work, partners.endpoints(), options);
    long start = micros();
    try (ChildProcess process = new ChildProcess(builder, work.resolve("output.log"));
        OpenDesk desk = contender.openDesk(builder)) {
      List<Sample> samples = watch(process, files, start);
      awaitTidy(process, inbox);
      int pages = desk == null ? 0 : desk.pages();
      double cpu = process.cpuSeconds();
      double resident = process.peakMegabytes();
      double own = process.ownMegabytes();
      double sinkCpu = partners.cpuSeconds() - sinkBefore;
      Partners.Report report = partners.report();
      HeapLog heap = HeapLog.read(work.resolve("gc.log"));
      Sample end = samples.get(samples.size() - 1);
      Sample middle = middle(samples, report.complete());
      int done = report.complete();
      if (done == 0) {
        throw new IOException("Nothing was delivered within the limit; see its output.log");
      }
      // One that was cut off is not as fast as until its last story, but as until the limit.
      long last = done < files ? end.micros() : report.lastMicros();
      double seconds = (last - start) / 1e6;
      return new Result(
          contender.label(),
          files,
          delay,
          done,
          (report.firstMicros() - start) / 1e6,
          done / seconds,
          (done - middle.complete()) / ((last - middle.micros()) / 1e6),
          cpu * 1000 / done,
          (end.cpu() - middle.cpu()) * 1000 / (end.complete() - middle.complete()),
          resident,
          own,
          heap.peakMegabytes(),
          heap.liveMegabytes(),
          sinkCpu * 1000 / done,
          report.repeats(),
          pages);
    }
  }

  private List<Sample> watch(ChildProcess process, int files, long start) throws IOException {
    long limit = start + options.limit().toMillis() * 1000;
    List<Sample> samples = new ArrayList<>();
    do {
      LockSupport.parkNanos(LOOK.toNanos());
      if (!process.alive()) {
        throw new IOException("The process ended by itself; see its output.log");
      }
      samples.add(new Sample(micros(), partners.progress().complete(), process.cpuSeconds()));
    } while (samples.get(samples.size() - 1).complete() < files && micros() < limit);
    return samples;
  }

  /** Lets it put away the last files, so that this work is counted too. */
  private void awaitTidy(ChildProcess process, Path inbox) throws IOException {
    long limit = System.nanoTime() + TIDYING.toNanos();
    while (process.alive() && System.nanoTime() < limit && !WorkFolder.tidy(inbox)) {
      LockSupport.parkNanos(LOOK.toNanos());
    }
  }

  private static Sample middle(List<Sample> samples, int done) {
    return samples.stream()
        .filter(sample -> sample.complete() >= done / 2)
        .findFirst()
        .orElse(samples.get(0));
  }

  private long micros() {
    return ChronoUnit.MICROS.between(Instant.EPOCH, clock.instant());
  }
}
