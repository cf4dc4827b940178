package org.wirecopy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** The sample articles in the jar, dropped into the inbox as an editor would. */
final class Samples {
  private static final List<String> FILES =
      List.of("harbour/storm-closes-port.txt", "harbour/port-reopens.txt", "council-budget.md");

  private Samples() {}

  /** Drops each sample: written under a hidden name, then renamed into place. */
  static void drop(Path inbox) throws IOException {
    for (String name : FILES) {
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
}
