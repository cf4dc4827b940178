package org.wirecopy.intake.formats;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Files in which one piece stands a great many times: time and memory must grow with the file, not
 * with its square.
 *
 * <pre>
 * mvn -q -DskipTests package exec:exec@bench -Dbench.main=org.wirecopy.intake.formats.Growth \
 *     -Dbench="inputs for each format"
 * </pre>
 */
final class Growth {
  private static final int LARGEST_SAMPLE = 20_000;
  private static final int LONGEST_PIECE = 400;

  private final int size;
  private final long seed;
  private final Judge judge;
  private final Path kept;

  /**
   * @param size of the files in bytes
   */
  Growth(int size, long seed, Judge judge, Path kept) {
    this.size = size;
    this.seed = seed;
    this.judge = judge;
    this.kept = kept;
  }

  /** Reads such files and prints the slowest; ends with 1 if one failed. */
  public static void main(String[] arguments) throws IOException {
    boolean given = arguments.length > 0 && !arguments[0].isBlank();
    int inputs = given ? Integer.parseInt(arguments[0]) : 200;
    Path kept = Path.of("target/fuzz");
    SlowInputs slow = new SlowInputs(20);
    try (Judge judge = new Judge(kept)) {
      List<String> failures = new Growth(1 << 20, 1, judge, kept).run(inputs, slow);
      slow.keep(kept).forEach(System.out::println);
      failures.forEach(System.out::println);
      System.exit(failures.isEmpty() ? 0 : 1);
    }
  }

  /** Reads so many files of each format; what failed, one line each. */
  List<String> run(int inputs, SlowInputs slow) {
    List<String> failures = new ArrayList<>();
    for (List<Sample> samples : Sample.byFormat(LARGEST_SAMPLE).values()) {
      for (int number = 0; number < inputs; number++) {
        SplittableRandom random = new SplittableRandom(seed * 1_000_003L + number);
        Sample sample = samples.get(random.nextInt(samples.size()));
        if (!sample.isZip()) {
          byte[] input = grown(sample.bytes(), random);
          Judge.Verdict verdict = judge.judge(sample.file(), input);
          slow.offer(sample.format(), sample.file(), input, verdict.nanos());
          if (verdict.fault() != null) {
            String name = "grown-" + seed + "-" + number + "-" + sample.file();
            failures.add(sample.format() + ", " + name + ": " + verdict.fault());
            keep(name, input);
          }
        }
      }
    }
    return failures;
  }

  private void keep(String name, byte[] input) {
    try {
      Files.createDirectories(kept);
      Files.write(kept.resolve(name), input);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Two pieces, bytes in a row or whole ones, each many times over. */
  private byte[] grown(byte[] bytes, SplittableRandom random) {
    byte[] once = repeated(bytes, random, bytes.length + size / 2);
    return random.nextBoolean() ? once : repeated(once, random, bytes.length + size);
  }

  private static byte[] repeated(byte[] bytes, SplittableRandom random, int size) {
    int near = random.nextInt(bytes.length);
    Structure.Piece whole = random.nextInt(3) > 0 ? Structure.after(bytes, near) : null;
    int from = whole == null ? near : whole.from();
    int to =
        whole == null
            ? Math.min(bytes.length, near + 1 + random.nextInt(random.nextBoolean() ? 3 : 60))
            : Math.min(whole.to(), whole.from() + LONGEST_PIECE);
    byte[] piece = Arrays.copyOfRange(bytes, from, to);
    ByteArrayOutputStream out = new ByteArrayOutputStream(size + piece.length);
    out.write(bytes, 0, to);
    while (out.size() + bytes.length - to < size) {
      out.writeBytes(piece);
    }
    out.write(bytes, to, bytes.length - to);
    return out.toByteArray();
  }
}
