package org.wirecopy.intake.formats;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.PriorityQueue;

/** The inputs that took longest. */
final class SlowInputs {
  private record Input(String format, String file, byte[] bytes, long nanos) {}

  private final int most;
  private final PriorityQueue<Input> inputs =
      new PriorityQueue<>(Comparator.comparingLong(Input::nanos));

  SlowInputs(int most) {
    this.most = most;
  }

  void offer(String format, String file, byte[] bytes, long nanos) {
    Input shortest = inputs.peek();
    if (inputs.size() < most || shortest == null || nanos > shortest.nanos()) {
      inputs.add(new Input(format, file, bytes, nanos));
      if (inputs.size() > most) {
        inputs.poll();
      }
    }
  }

  /** Writes them to files; one line for each, the slowest first. */
  List<String> keep(Path folder) throws IOException {
    List<Input> slowest = new ArrayList<>(inputs);
    slowest.sort(Comparator.comparingLong(Input::nanos).reversed());
    Files.createDirectories(folder);
    List<String> lines = new ArrayList<>();
    for (Input input : slowest) {
      Path kept = folder.resolve("slow-" + (lines.size() + 1) + "-" + input.file());
      Files.write(kept, input.bytes());
      lines.add(
          String.format(
              Locale.ROOT,
              "%-20s %8.1f ms %8.1f kB  %s",
              input.format(),
              input.nanos() / 1e6,
              input.bytes().length / 1e3,
              kept));
    }
    return lines;
  }
}
