package org.wirecopy.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * One measured trickle of drops at a running system: how long each file takes from being renamed
 * into place until each partner has it.
 */
final class Trickle {
  private static final int WARM_UP = 100;
  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(60);

  private final Benchmark options;
  private final InstantSource clock;

  /**
   * What came out, in milliseconds over all files and partners.
   *
   * @param received deliveries measured
   * @param missing deliveries that never came
   * @param cpuPercent CPU of the process during the measured drops, in percent of one core
   */
  record Result(
      String contender,
      double perSecond,
      int received,
      int missing,
      double p50,
      double p95,
      double p99,
      double worst,
      double cpuPercent) {}

  Trickle(Benchmark options, InstantSource clock) {
    this.options = options;
    this.clock = clock;
  }

  /**
   * Runs it. A hundred drops come first and are not measured.
   *
   * @param work an empty folder
   */
  Result run(Contender contender, int count, double perSecond, Path work) throws IOException {
    return run(contender, count, perSecond, work, List.of());
  }

  /**
   * The same with further partners, whose deliveries are not measured.
   *
   * @param others where they take deliveries
   */
  Result run(Contender contender, int count, double perSecond, Path work, List<String> others)
      throws IOException {
    Path inbox = Files.createDirectories(work.resolve("inbox"));
    Path log = work.resolve("received.tsv");
    try (Partners partners = new Partners(options.partners(), log)) {
      partners.warmUp(20_000);
      List<String> endpoints = new ArrayList<>(partners.endpoints());
      endpoints.addAll(others);
      ProcessBuilder builder = contender.prepare(work, endpoints, options);
      try (ChildProcess process = new ChildProcess(builder, work.resolve("output.log"));
          OpenDesk desk = contender.openDesk(builder)) {
        Dropper dropper = new Dropper(inbox, options.articles(), clock);
        SplittableRandom random = new SplittableRandom(options.seed());
        dropper.drop(0, 1);
        awaitComplete(partners, 1);
        dropper.drop(1, WARM_UP, perSecond, random);
        awaitComplete(partners, 1 + WARM_UP);
        double cpu = process.cpuSeconds();
        long started = System.nanoTime();
        Map<Integer, Instant> drops = dropper.drop(1 + WARM_UP, count, perSecond, random);
        double seconds = (System.nanoTime() - started) / 1e9;
        double cpuPercent = 100 * (process.cpuSeconds() - cpu) / seconds;
        awaitComplete(partners, 1 + WARM_UP + count);
        return result(contender, perSecond, drops, Files.readAllLines(log), cpuPercent);
      }
    }
  }

  private void awaitComplete(Partners partners, int complete) throws IOException {
    long limit = System.nanoTime() + PATIENCE;
    while (partners.progress().complete() < complete && System.nanoTime() < limit) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
    }
  }

  private Result result(
      Contender contender,
      double perSecond,
      Map<Integer, Instant> drops,
      List<String> log,
      double cpuPercent) {
    long[][] first = new long[options.partners()][WARM_UP + 1 + drops.size()];
    for (String line : log) {
      String[] fields = line.split("\t", -1);
      if (!fields[2].contains("story-")) {
        continue;
      }
      long[] arrivals = first[Integer.parseInt(fields[1])];
      int number = Articles.number(fields[2]);
      if (arrivals[number] == 0) {
        arrivals[number] = Long.parseLong(fields[0]);
      }
    }
    double[] millis =
        drops.entrySet().stream()
            .flatMapToDouble(
                drop ->
                    Arrays.stream(first)
                        .filter(arrivals -> arrivals[drop.getKey()] > 0)
                        .mapToDouble(
                            arrivals -> (arrivals[drop.getKey()] - micros(drop.getValue())) / 1e3))
            .sorted()
            .toArray();
    return new Result(
        contender.label(),
        perSecond,
        millis.length,
        drops.size() * options.partners() - millis.length,
        quantile(millis, 0.50),
        quantile(millis, 0.95),
        quantile(millis, 0.99),
        quantile(millis, 1),
        cpuPercent);
  }

  private static double quantile(double[] sorted, double share) {
    if (sorted.length == 0) {
      return Double.NaN;
    }
    return sorted[Math.max(0, (int) Math.ceil(share * sorted.length) - 1)];
  }

  private static long micros(Instant time) {
    return ChronoUnit.MICROS.between(Instant.EPOCH, time);
  }
}
