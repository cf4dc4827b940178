package org.wirecopy.command;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.wirecopy.intake.Readers;
import org.wirecopy.intake.Reading;
import org.wirecopy.intake.Source;
import org.wirecopy.settings.Settings;

/**
 * What {@code check} costs for many files in one call, beside reading the same files and nothing
 * else. CPU of the whole process, the two in turns.
 *
 * <pre>
 * mvn -q -DskipTests package exec:exec@bench -Dbench.main=org.wirecopy.command.CheckCost \
 *     -Dbench="number of files"
 * </pre>
 */
public final class CheckCost {
  private static final OperatingSystemMXBean PROCESS =
      (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
  private static final int ROUNDS = 4;
  private static final int PARAGRAPHS = 8;

  private final Path folder;
  private final List<String> files = new ArrayList<>();
  private final Settings settings;

  private CheckCost(Path folder, int count) throws IOException {
    this.folder = folder;
    this.settings = Settings.load(folder, Map.of("WIRECOPY_ZONE", "UTC"));
    for (int i = 0; i < count; i++) {
      files.add(Files.writeString(folder.resolve("story-" + i + ".txt"), story(i)).toString());
    }
  }

  /** Measures and prints a table. */
  public static void main(String[] arguments) throws IOException {
    boolean given = arguments.length > 0 && !arguments[0].isBlank();
    int count = given ? Integer.parseInt(arguments[0]) : 5_000;
    Path folder = Files.createTempDirectory("check-cost");
    try {
      new CheckCost(folder, count).table();
    } finally {
      try (Stream<Path> all = Files.walk(folder)) {
        for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(each);
        }
      }
    }
  }

  private void table() throws IOException {
    System.out.println(
        "| round | read, s CPU | check, s CPU | check, files a s CPU | check / read |");
    System.out.println("|---|---|---|---|---|");
    for (int round = 0; round < ROUNDS; round++) {
      double reading = seconds(this::read);
      double checking = seconds(this::check);
      System.out.printf(
          Locale.ROOT,
          "| %s | %.2f | %.2f | %.0f | %.2f |%n",
          round == 0 ? "cold" : String.valueOf(round),
          reading,
          checking,
          files.size() / checking,
          checking / reading);
    }
  }

  private interface Work {
    void run() throws IOException;
  }

  private static double seconds(Work work) throws IOException {
    long start = PROCESS.getProcessCpuTime();
    work.run();
    return (PROCESS.getProcessCpuTime() - start) / 1e9;
  }

  private void read() throws IOException {
    Readers readers = Readers.standard();
    for (String file : files) {
      Path path = Path.of(file);
      Reading reading =
          readers.read(
              new Source(
                  String.valueOf(path.getFileName()),
                  Files.readAllBytes(path),
                  Instant.EPOCH,
                  ZoneOffset.UTC,
                  null));
      if (!(reading instanceof Reading.Articles)) {
        throw new IllegalStateException("not read: " + reading);
      }
    }
  }

  private void check() {
    PrintStream nowhere =
        new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
    PrintWriter silent = new PrintWriter(Writer.nullWriter());
    try (Checker checker = new Checker(settings, null, nowhere, silent)) {
      if (!checker.check(files)) {
        throw new IllegalStateException("a file was rejected in " + folder);
      }
    }
  }

  private static String story(int number) {
    StringBuilder text = new StringBuilder("Storm closes Ellery port for day " + number);
    text.append("\n\nBy Dana Whitlock\n\nELLERY — ");
    for (int i = 0; i < PARAGRAPHS; i++) {
      text.append("The port of Ellery stayed shut on day ")
          .append(number * PARAGRAPHS + i)
          .append(
              " as gales kept ferries at their berths, the port office said. Some people waited")
          .append(" in the old customs house, where the town served soup, and the school put up")
          .append(" beds for those who had nowhere else to go until the wind turned.\n\n");
    }
    return text.toString();
  }
}
