package org.wirecopy.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.wirecopy.delivery.simulator.PartnerSimulator;
import org.wirecopy.delivery.simulator.Trouble;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * What trouble at partners costs, whole process:
 *
 * <pre>
 * mvn -q -DskipTests package exec:exec@bench \
 *     -Dbench.main=org.wirecopy.bench.TroubleBenchmark -Dbench="--bad=HANGS,DRIPS --many=1000"
 * </pre>
 */
@Command(
    name = "trouble",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Measures what bad, many and dead partners cost.")
public final class TroubleBenchmark implements Callable<Integer> {
  private static final int GOOD = 2;

  @Option(
      names = "--bad",
      split = ",",
      defaultValue = "",
      description = "Latency of two good partners beside one that ${COMPLETION-CANDIDATES}")
  private List<String> bad = List.of();

  @Option(
      names = "--drops",
      defaultValue = "600",
      description = "Drops measured for each, 20 a second (default: ${DEFAULT-VALUE})")
  private int drops;

  @Option(
      names = "--many",
      defaultValue = "0",
      description = "So many partner files: start, memory, idle CPU, one of them down and up again")
  private int many;

  @Option(
      names = "--outage",
      defaultValue = "0",
      description = "So many deliveries waiting for three partners that are down, then up again")
  private int outage;

  @Option(
      names = "--work",
      defaultValue = "target/bench",
      description = "Work folder (default: ${DEFAULT-VALUE})")
  private Path work = Path.of("target/bench");

  private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);

  private TroubleBenchmark() {}

  public static void main(String[] args) {
    String[] words = String.join(" ", args).strip().split("\\s+");
    CommandLine line = new CommandLine(new TroubleBenchmark());
    System.exit(words[0].isEmpty() ? line.execute("--help") : line.execute(words));
  }

  @Override
  public Integer call() throws Exception {
    Path folder = Files.createDirectories(work.toAbsolutePath());
    out.println(Machine.read().sentence());
    List<Trouble> troubles =
        bad.stream().filter(name -> !name.isBlank()).map(Trouble::valueOf).toList();
    if (!troubles.isEmpty()) {
      besideBad(troubles, folder);
    }
    if (many > 0) {
      new ManyPartners(options(1), out).run(many, folder);
    }
    if (outage > 0) {
      new Outage(options(3), out).run(outage, folder);
    }
    return 0;
  }

  static Benchmark options(int partners) {
    return CommandLine.populateCommand(new Benchmark(), "--partners=" + partners);
  }

  private void besideBad(List<Trouble> troubles, Path folder) throws IOException {
    List<Trickle.Result> calm = new ArrayList<>();
    calm.add(withGood(folder));
    List<Trickle.Result> troubled = new ArrayList<>();
    for (Trouble trouble : troubles) {
      try (PartnerSimulator simulator = new PartnerSimulator(trouble)) {
        troubled.add(trickle(folder, List.of(simulator.endpoint().toString())));
      }
    }
    calm.add(withGood(folder));
    double p99 = calm.stream().mapToDouble(Trickle.Result::p99).average().orElseThrow();
    out.println("\nDrop to received at two good partners, 20 drops/s, beside a third partner:\n");
    out.println("| third partner | p50 ms | p99 ms | × p99 when all are good | missing |");
    out.println("|---|--:|--:|--:|--:|");
    calm.forEach(result -> row("good", result, p99));
    for (int i = 0; i < troubled.size(); i++) {
      row(troubles.get(i).name(), troubled.get(i), p99);
    }
  }

  private Trickle.Result withGood(Path folder) throws IOException {
    try (Partners third = new Partners(1, null)) {
      return trickle(folder, third.endpoints());
    }
  }

  private Trickle.Result trickle(Path folder, List<String> third) throws IOException {
    Path run = WorkFolder.emptied(folder.resolve("trouble"));
    return new Trickle(options(GOOD), InstantSource.system())
        .run(Contender.WIRECOPY, drops, 20, run, third);
  }

  private void row(String third, Trickle.Result result, double calm) {
    out.printf(
        Locale.ROOT,
        "| %s | %.1f | %.1f | %.2f | %d |%n",
        third,
        result.p50(),
        result.p99(),
        result.p99() / calm,
        result.missing());
  }
}
