package org.wirecopy.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * The whole-process benchmark: Wirecopy beside a hand-written loop and a naive Camel route, one
 * after the other on the same machine, with the same files and the same partners in a process of
 * their own. Everything is on loopback and in a folder of its own, and ends with the run.
 *
 * <pre>{@code
 * mvn -q -DskipTests package exec:exec@bench
 * mvn -q -DskipTests package exec:exec@bench -Dbench="--sizes=1000,10000 --systems=wirecopy"
 * mvn -q -DskipTests package exec:exec@bench -Dbench=--help
 * }</pre>
 *
 * <p>The tables go to standard output and, with all figures, to {@code results.md} and {@code
 * results.json} in the work folder.
 */
@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Measures Wirecopy and two baselines, process by process.")
public final class Benchmark implements Callable<Integer> {
  @Option(
      names = "--systems",
      split = ",",
      defaultValue = "wirecopy,wirecopy-no-lookup,hand-written,naive-camel",
      description = "What to measure (default: ${DEFAULT-VALUE})")
  private List<String> systems = List.of();

  @Option(
      names = "--sizes",
      split = ",",
      defaultValue = "1000,10000",
      description = "Files in the backlog to drain (default: ${DEFAULT-VALUE})")
  private List<Integer> sizes = List.of();

  @Option(
      names = "--delays",
      split = ",",
      defaultValue = "0,20",
      description = "Milliseconds after which partners answer (default: ${DEFAULT-VALUE})")
  private List<Integer> delays = List.of();

  @Option(
      names = "--trickle",
      defaultValue = "400",
      description = "Drops measured for latency; 0 for none (default: ${DEFAULT-VALUE})")
  private int trickle;

  @Option(
      names = "--rate",
      defaultValue = "20",
      description = "Drops a second (default: ${DEFAULT-VALUE})")
  private double rate;

  @Option(
      names = "--partners",
      defaultValue = "3",
      description = "Partners (default: ${DEFAULT-VALUE})")
  private int partners;

  @Option(
      names = "--layout",
      defaultValue = "FLAT",
      description = "Backlog: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE})")
  private Articles.Layout layout = Articles.Layout.FLAT;

  @Option(
      names = "--limit",
      defaultValue = "120",
      description = "Seconds after which a drain is cut off (default: ${DEFAULT-VALUE})")
  private long limitSeconds;

  @Option(
      names = "--threads",
      defaultValue = "128",
      description = "Threads of the hand-written loop (default: ${DEFAULT-VALUE})")
  private int handWrittenThreads;

  @Option(
      names = "--vm",
      split = " ",
      defaultValue = "",
      description = "Further options of each measured virtual machine, for example -Xmx1g")
  private List<String> vm = List.of();

  @Option(
      names = "--jvm-options",
      defaultValue = ".jvm-options",
      description =
          "File with the options that the product runs with (default: ${DEFAULT-VALUE}); the baselines"
              + " run with the virtual machine's own defaults")
  private Path jvmOptions = Path.of(".jvm-options");

  @Option(
      names = "--jar",
      defaultValue = "target/wirecopy.jar",
      description = "The product (default: ${DEFAULT-VALUE})")
  private Path jar = Path.of("target/wirecopy.jar");

  @Option(
      names = "--work",
      defaultValue = "target/bench",
      description = "Work folder (default: ${DEFAULT-VALUE})")
  private Path work = Path.of("target/bench");

  @Option(
      names = "--seed",
      defaultValue = "2026",
      description = "Seed of the articles (default: ${DEFAULT-VALUE})")
  private long seed;

  private Articles articles = new Articles(0);

  Benchmark() {}

  public static void main(String[] args) {
    // The build hands all options over as one argument.
    String[] words = String.join(" ", args).strip().split("\\s+");
    CommandLine line = new CommandLine(new Benchmark());
    System.exit(words[0].isEmpty() ? line.execute() : line.execute(words));
  }

  Path jar() {
    return jar;
  }

  int partners() {
    return partners;
  }

  int handWrittenThreads() {
    return handWrittenThreads;
  }

  List<String> vmOptions() {
    return vm.stream().filter(option -> !option.isBlank()).toList();
  }

  Path jvmOptions() {
    return jvmOptions;
  }

  Articles articles() {
    return articles;
  }

  Articles.Layout layout() {
    return layout;
  }

  Duration limit() {
    return Duration.ofSeconds(limitSeconds);
  }

  long seed() {
    return seed;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    articles = new Articles(seed);
    List<Contender> contenders = systems.stream().map(Contender::labelled).toList();
    Path folder = Files.createDirectories(work.toAbsolutePath());
    PrintWriter progress = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    Machine machine = Machine.read();
    progress.println(machine.sentence());
    List<Drain.Result> drains = drains(contenders, folder, progress);
    List<Trickle.Result> trickles = trickles(contenders, folder, progress);
    String tables = Tables.of(machine, drains, trickles);
    System.out.println(tables);
    Files.writeString(folder.resolve("results.md"), tables);
    new ObjectMapper()
        .enable(SerializationFeature.INDENT_OUTPUT)
        .writeValue(
            folder.resolve("results.json").toFile(),
            Map.of("machine", machine, "drains", drains, "trickles", trickles));
    return 0;
  }

  private List<Drain.Result> drains(List<Contender> contenders, Path folder, PrintWriter progress)
      throws IOException, InterruptedException {
    List<Drain.Result> results = new ArrayList<>();
    try (Partners sink = new Partners(partners, null)) {
      sink.warmUp(30_000);
      Drain drain = new Drain(sink, this, InstantSource.system());
      for (int delay : delays) {
        for (int size : sizes) {
          for (Contender contender : contenders) {
            Path run = WorkFolder.emptied(folder.resolve("drain-" + contender.label()));
            results.add(drain.run(contender, size, delay, run));
            progress.println(results.get(results.size() - 1));
          }
        }
      }
    }
    return results;
  }

  private List<Trickle.Result> trickles(
      List<Contender> contenders, Path folder, PrintWriter progress) throws IOException {
    List<Trickle.Result> results = new ArrayList<>();
    for (Contender contender : trickle > 0 ? contenders : List.<Contender>of()) {
      Path run = WorkFolder.emptied(folder.resolve("trickle-" + contender.label()));
      results.add(new Trickle(this, InstantSource.system()).run(contender, trickle, rate, run));
      progress.println(results.get(results.size() - 1));
    }
    return results;
  }
}
