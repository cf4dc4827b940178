package org.wirecopy.intake.formats;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;
import org.wirecopy.intake.Reading;

/**
 * Fuzzes every reader with real files of its format (those of the fixtures where they are here, and
 * one of each in any case), changed at random: articles or a rejection, fit to be sent, within
 * bounds of time and memory. Each format gets its share. The number of inputs is set by
 *
 * <pre>mvn test -Dtest=AnySampleTest -Djqwik.tries.default=1000000</pre>
 *
 * <p>An input that fails is written to {@code target/fuzz}, named by its seed.
 */
class AnySampleTest {
  private static final Path FIXTURES = Path.of("../shared/fixtures");
  private static final int LARGEST_SAMPLE = 20_000;
  private static final Duration LONGEST = Duration.ofSeconds(5);
  private static final long MOST_ALLOCATED = 1L << 30;
  private static final ThreadMXBean THREAD = (ThreadMXBean) ManagementFactory.getThreadMXBean();
  private static final List<List<Sample>> FORMATS = samples();
  private static final Map<String, Tally> TALLIES = new TreeMap<>();

  private record Sample(String format, String file, byte[] bytes) {}

  private static final class Tally {
    private int inputs;
    private int accepted;
    private long nanos;
    private long slowest;
    private long largest;
  }

  @Property(edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void isAnsweredWithinBounds(@ForAll("seeds") long seed) throws IOException {
    SplittableRandom random = new SplittableRandom(seed);
    Mutations mutations = new Mutations(random);
    Sample sample = any(FORMATS.get(random.nextInt(FORMATS.size())), random);
    Sample other = any(FORMATS.get(random.nextInt(FORMATS.size())), random);
    byte[] input =
        isZip(sample.bytes()) && random.nextInt(4) > 0
            ? mutations.within(sample.bytes(), other.bytes())
            : mutations.of(sample.bytes(), other.bytes());
    try {
      read(sample, input);
    } catch (Throwable failed) {
      Path kept = Path.of("target/fuzz", Long.toHexString(seed) + "-" + sample.file());
      Files.createDirectories(kept.getParent());
      Files.write(kept, input);
      throw new AssertionError("a changed " + sample.format() + ", kept in " + kept, failed);
    }
  }

  /** Each as likely as any other, since small numbers would come again and again. */
  @Provide
  Arbitrary<Long> seeds() {
    return Arbitraries.randomValue(Random::nextLong);
  }

  private static void read(Sample sample, byte[] input) {
    long id = Thread.currentThread().getId();
    long allocated = THREAD.getThreadAllocatedBytes(id);
    long time = THREAD.getCurrentThreadCpuTime();
    Reading reading = Drops.read(sample.file(), input);
    long nanos = THREAD.getCurrentThreadCpuTime() - time;
    allocated = THREAD.getThreadAllocatedBytes(id) - allocated;
    AnyFixtureTest.sound(reading);
    assertThat(Duration.ofNanos(nanos)).isLessThan(LONGEST);
    assertThat(allocated).as("bytes allocated").isLessThan(MOST_ALLOCATED);
    Tally tally = TALLIES.computeIfAbsent(sample.format(), format -> new Tally());
    tally.inputs++;
    tally.accepted += reading instanceof Reading.Articles ? 1 : 0;
    tally.nanos += nanos;
    tally.slowest = Math.max(tally.slowest, nanos);
    tally.largest = Math.max(tally.largest, allocated);
  }

  @AfterContainer
  static void tell() {
    assertThat(FORMATS).as("formats that have a sample").hasSizeGreaterThanOrEqualTo(14);
    assertThat(TALLIES).as("every format is fuzzed").hasSize(FORMATS.size());
    System.out.printf(
        "%-18s %9s %9s %9s %11s %11s%n",
        "format", "inputs", "accepted", "mean ms", "slowest ms", "most MB");
    TALLIES.forEach(
        (format, tally) ->
            System.out.printf(
                "%-18s %9d %9d %9.2f %11d %11d%n",
                format,
                tally.inputs,
                tally.accepted,
                tally.nanos / 1e6 / tally.inputs,
                tally.slowest / 1_000_000,
                tally.largest >> 20));
  }

  private static Sample any(List<Sample> samples, SplittableRandom random) {
    return samples.get(random.nextInt(samples.size()));
  }

  /** By the format that reads them. */
  private static List<List<Sample>> samples() {
    Map<String, List<Sample>> byFormat = new TreeMap<>();
    for (Documents document : Documents.values()) {
      add(document.file(), document.bytes(), byFormat);
    }
    for (String folder : List.of("formats", "newsml", "nitf", "ninjs", "hostile")) {
      if (Files.isDirectory(FIXTURES.resolve(folder))) {
        try (Stream<Path> files = Files.walk(FIXTURES.resolve(folder))) {
          for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
            if (Files.size(file) > 2 && Files.size(file) <= LARGEST_SAMPLE) {
              add(String.valueOf(file.getFileName()), Files.readAllBytes(file), byFormat);
            }
          }
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    }
    return new ArrayList<>(byFormat.values());
  }

  private static void add(String file, byte[] bytes, Map<String, List<Sample>> byFormat) {
    if (Drops.read(file, bytes) instanceof Reading.Articles read) {
      boolean bundled = isZip(bytes) && read.format().matches("plain text|Markdown|HTML page");
      String format = read.format() + (bundled ? " in a zip" : "");
      byFormat
          .computeIfAbsent(format, key -> new ArrayList<>())
          .add(new Sample(format, file, bytes));
    }
  }

  private static boolean isZip(byte[] bytes) {
    return bytes[0] == 'P' && bytes[1] == 'K';
  }
}
