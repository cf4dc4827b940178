package org.wirecopy.intake.formats;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * Fuzzes every reader with real files of its format (those of the fixtures where they are here, and
 * one of each in any case), changed at random: articles or a rejection, fit to be sent, within
 * bounds of time and memory. Half of the inputs are shared out evenly; the other half goes to the
 * formats that are quick to read, so that many inputs do not take a day.
 *
 * <pre>
 * mvn -q -DskipTests package exec:exec@bench -Dbench.main=org.wirecopy.intake.formats.Fuzzing \\
 *     -Dbench="1000000"
 * </pre>
 *
 * <p>Arguments: the number of inputs, and the seed (a number; 1 if there is none). An input that
 * fails is written to {@code target/fuzz}, named by its number; the slowest ones are, too.
 */
final class Fuzzing {
  private static final int LARGEST_SAMPLE = 20_000;
  private static final int MOST_KEPT = 50;

  private final Path kept;
  private final long seed;
  private final List<Lane> lanes = new ArrayList<>();
  private final List<String> failures = new ArrayList<>();
  private final SlowInputs slow = new SlowInputs(12);
  private final Judge judge;

  /** One format, its samples and how they fared. */
  static final class Lane {
    private final String format;
    private final List<Sample> samples;
    private final List<byte[]> tokens;
    private long inputs;
    private long accepted;
    private long failed;
    private long nanos;
    private long slowest;
    private long most;
    private long bytes;

    Lane(String format, List<Sample> samples) {
      this.format = format;
      this.samples = samples;
      this.tokens = Tokens.of(samples);
    }

    /** The quicker, the more often. */
    private double weight() {
      return 1 / (0.1e6 + (double) nanos / Math.max(1, inputs));
    }
  }

  Fuzzing(Path kept, long seed, Judge judge) {
    this.kept = kept;
    this.seed = seed;
    this.judge = judge;
    Sample.byFormat(LARGEST_SAMPLE)
        .forEach((format, samples) -> lanes.add(new Lane(format, samples)));
  }

  /** Fuzzes and prints; ends with 1 if an input failed. */
  public static void main(String[] arguments) throws IOException {
    List<String> given =
        arguments.length == 1 ? List.of(arguments[0].split(" ", -1)) : List.of(arguments);
    long inputs = given.isEmpty() || given.get(0).isBlank() ? 20_000 : Long.parseLong(given.get(0));
    long seed = given.size() < 2 ? 1 : Long.parseLong(given.get(1));
    Path kept = Path.of("target/fuzz");
    try (Judge judge = new Judge(kept)) {
      Fuzzing fuzzing = new Fuzzing(kept, seed, judge);
      fuzzing.run(inputs);
      System.out.println(fuzzing.report());
      if (!fuzzing.failures().isEmpty()) {
        System.exit(1);
      }
    }
  }

  /** Reads so many inputs. */
  void run(long inputs) throws IOException {
    for (long number = 0; number < inputs; number++) {
      SplittableRandom random = new SplittableRandom(seed * 1_000_000_007L + number);
      one(number, random);
      if (number % 50_000 == 49_999) {
        System.out.printf("%d inputs, %d failed%n", number + 1, failures.size());
      }
    }
  }

  private void one(long number, SplittableRandom random) throws IOException {
    Lane lane = lane(number, random);
    Lane otherLane = random.nextInt(3) > 0 ? lane : lanes.get(random.nextInt(lanes.size()));
    Sample sample = any(lane, random);
    Sample other = any(otherLane, random);
    Mutations mutations = new Mutations(random, lane.tokens);
    byte[] input =
        sample.isZip() && random.nextInt(4) > 0
            ? mutations.within(sample.bytes(), other.bytes())
            : mutations.of(sample.bytes(), other.bytes());
    Judge.Verdict verdict = judge.judge(sample.file(), input);
    lane.inputs++;
    lane.accepted += verdict.accepted() ? 1 : 0;
    lane.nanos += verdict.nanos();
    lane.slowest = Math.max(lane.slowest, verdict.nanos());
    lane.most = Math.max(lane.most, verdict.allocated());
    lane.bytes += input.length;
    slow.offer(lane.format, sample.file(), input, verdict.nanos());
    if (verdict.fault() != null) {
      lane.failed++;
      String name = "failed-" + seed + "-" + number + "-" + sample.file();
      failures.add(lane.format + ", " + name + ": " + verdict.fault());
      if (failures.size() <= MOST_KEPT) {
        Files.createDirectories(kept);
        Files.write(kept.resolve(name), input);
        System.out.println(failures.get(failures.size() - 1));
      }
    }
  }

  private Lane lane(long number, SplittableRandom random) {
    if (number % 2 == 0) {
      return lanes.get((int) (number / 2 % lanes.size()));
    }
    double left = random.nextDouble() * lanes.stream().mapToDouble(Lane::weight).sum();
    for (Lane lane : lanes) {
      left -= lane.weight();
      if (left < 0) {
        return lane;
      }
    }
    return lanes.get(0);
  }

  private static Sample any(Lane lane, SplittableRandom random) {
    return lane.samples.get(random.nextInt(lane.samples.size()));
  }

  /** What failed, one line each. */
  List<String> failures() {
    return failures;
  }

  /** How many inputs each format had. */
  Map<String, Long> inputs() {
    Map<String, Long> inputs = new TreeMap<>();
    lanes.forEach(lane -> inputs.put(lane.format, lane.inputs));
    return inputs;
  }

  /** A table of all formats, and the slowest inputs, which are kept. */
  String report() throws IOException {
    StringBuilder out = new StringBuilder();
    String row = "%-20s %7s %9s %9s %7s %8s %8s %11s %8s%n";
    out.append(
        String.format(
            row,
            "format",
            "samples",
            "inputs",
            "accepted",
            "failed",
            "mean kB",
            "mean ms",
            "slowest ms",
            "most MB"));
    Lane all = new Lane("all", List.of());
    for (Lane lane : lanes) {
      out.append(line(row, lane, lane.samples.size()));
      all.inputs += lane.inputs;
      all.accepted += lane.accepted;
      all.failed += lane.failed;
      all.nanos += lane.nanos;
      all.bytes += lane.bytes;
      all.slowest = Math.max(all.slowest, lane.slowest);
      all.most = Math.max(all.most, lane.most);
    }
    out.append(line(row, all, lanes.stream().mapToInt(lane -> lane.samples.size()).sum()));
    out.append("(times are CPU; memory is what was allocated for one input)\n\nslowest inputs\n");
    slow.keep(kept).forEach(line -> out.append(line).append('\n'));
    return out.toString();
  }

  private static String line(String row, Lane lane, int samples) {
    long inputs = Math.max(1, lane.inputs);
    return String.format(
        Locale.ROOT,
        row,
        lane.format,
        samples,
        lane.inputs,
        lane.accepted,
        lane.failed,
        String.format(Locale.ROOT, "%.1f", lane.bytes / 1e3 / inputs),
        String.format(Locale.ROOT, "%.2f", lane.nanos / 1e6 / inputs),
        lane.slowest / 1_000_000,
        lane.most >> 20);
  }
}
