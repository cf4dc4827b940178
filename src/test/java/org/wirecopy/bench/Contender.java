package org.wirecopy.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A system under test: how its process is started in a work folder that holds {@code inbox/}. */
enum Contender {
  /** The product, everything on. */
  WIRECOPY,
  /** The product without the related lookup. */
  WIRECOPY_NO_LOOKUP,
  /** The product with the page of stories open all the while. */
  WIRECOPY_WITH_DESK,
  /** Baseline (a), see {@link HandWritten}. */
  HAND_WRITTEN,
  /** Baseline (b), see {@link NaiveCamel}. */
  NAIVE_CAMEL;

  /** In the environment of the product: where its desk listens. */
  static final String PORT = "WIRECOPY_PORT";

  private static final String QUIET = "-Dlogback.configurationFile=bench/logback-bench.xml";

  /** As written in the tables and in the option that chooses contenders. */
  String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Contender labelled(String label) {
    return valueOf(label.strip().toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  /**
   * Prepares the work folder.
   *
   * @param work the folder, made and empty but for {@code inbox/}
   * @param endpoints one for each partner
   * @param options of the benchmark
   */
  ProcessBuilder prepare(Path work, List<String> endpoints, Benchmark options) throws IOException {
    List<String> vm = new ArrayList<>(options.vmOptions());
    vm.add("-Xlog:gc:file=" + work.resolve("gc.log"));
    return switch (this) {
      case WIRECOPY, WIRECOPY_NO_LOOKUP, WIRECOPY_WITH_DESK ->
          wirecopy(work, endpoints, vm, options);
      case HAND_WRITTEN -> {
        vm.add(QUIET);
        List<String> command = ChildProcess.java(vm, HandWritten.class.getName());
        command.add(work.resolve("inbox").toString());
        command.add(work.resolve("journal").toString());
        command.add(Integer.toString(options.handWrittenThreads()));
        command.addAll(endpoints);
        yield new ProcessBuilder(command);
      }
      case NAIVE_CAMEL -> {
        vm.add(QUIET);
        List<String> command = ChildProcess.java(vm, NaiveCamel.class.getName());
        command.add(work.resolve("inbox").toString());
        command.addAll(endpoints);
        yield new ProcessBuilder(command);
      }
    };
  }

  /**
   * The desk that somebody has open beside the process so prepared, if that is what is measured.
   */
  @Nullable OpenDesk openDesk(ProcessBuilder prepared) {
    return this == WIRECOPY_WITH_DESK
        ? new OpenDesk(Integer.parseInt(prepared.environment().get(PORT)))
        : null;
  }

  private ProcessBuilder wirecopy(
      Path work, List<String> endpoints, List<String> vm, Benchmark options) throws IOException {
    PartnerFiles.write(work, endpoints);
    ProcessBuilder builder = BuiltProduct.in(work, vm, options);
    builder.environment().put(PORT, Integer.toString(PartnerFiles.freePort()));
    if (this == WIRECOPY_NO_LOOKUP) {
      builder.environment().put("WIRECOPY_RELATED_ENABLED", "false");
    }
    return builder;
  }
}
