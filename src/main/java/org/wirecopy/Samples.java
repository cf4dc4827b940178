package org.wirecopy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.wirecopy.settings.HouseException;

/** The sample articles in the jar, dropped into the inbox as an editor would. */
final class Samples {
  private static final String FIRST = "harbour/storm-closes-port.txt";
  private static final List<String> REST = List.of("harbour/port-reopens.txt", "council-budget.md");

  /** How many stories they are. */
  static final int COUNT = 1 + REST.size();

  private static final int MOST_LOOKS = 50;
  private static final long BETWEEN_LOOKS_MILLIS = 100;

  private Samples() {}

  /** Drops the first one, which the others are related to. */
  static void dropFirst(Path inbox) throws IOException {
    drop(inbox, FIRST);
  }

  /** Drops the others once the archive has the first, or after five seconds. */
  static void dropRest(Path inbox, BooleanSupplier archived)
      throws IOException, InterruptedException {
    for (int looks = 0; looks < MOST_LOOKS && !archived.getAsBoolean(); looks++) {
      TimeUnit.MILLISECONDS.sleep(BETWEEN_LOOKS_MILLIS);
    }
    for (String name : REST) {
      drop(inbox, name);
    }
  }

  /** Drops a sample as a careful program does: written under a hidden name, then renamed. */
  private static void drop(Path inbox, String name) throws IOException {
    try (InputStream sample = Samples.class.getResourceAsStream("/samples/" + name)) {
      if (sample == null) {
        throw new HouseException("The program lacks its sample " + name);
      }
      Path target = inbox.resolve(name);
      Path hidden = target.resolveSibling("." + target.getFileName() + ".part");
      Files.createDirectories(hidden.getParent());
      Files.copy(sample, hidden, StandardCopyOption.REPLACE_EXISTING);
      Files.move(hidden, target, StandardCopyOption.ATOMIC_MOVE);
    }
  }
}
