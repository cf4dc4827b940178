package org.wirecopy.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MigrationsTest {

  /** Otherwise an existing ledger would silently be left without the newest script. */
  @Test
  void newestScriptIsTheOneThatIsCheckedFor() throws IOException {
    try (Stream<Path> scripts = Files.list(Path.of("src/main/resources/db/migration"))) {
      assertThat(
              scripts
                  .map(script -> script.getFileName().toString())
                  .map(name -> Integer.valueOf(name.replaceAll("^V(\\d+)__.*", "$1")))
                  .max(Comparator.naturalOrder()))
          .hasValue(Integer.valueOf(Migrations.NEWEST));
    }
  }
}
