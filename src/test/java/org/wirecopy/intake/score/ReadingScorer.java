package org.wirecopy.intake.score;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * Scores reading over all labelled files, field by field, in one report:
 *
 * <pre>mvn -q test -Djacoco.skip -Dtest=ReadingScorer -Dscorer=true</pre>
 *
 * <p>Instead of {@code true}, separated by commas: {@code only=PREFIX} for the data sets whose name
 * begins so, {@code worst=N} to tell the N worst files of each, {@code dump=DIR} to write what was
 * read of each file. Ends with an error if a figure is below its gate.
 */
class ReadingScorer {
  private static final Path FIXTURES = Path.of("../shared/fixtures");

  @Test
  void scores() throws IOException, InterruptedException {
    String asked = System.getProperty("scorer");
    assumeTrue(asked != null, "run with -Dscorer=true");
    assumeTrue(Files.isDirectory(FIXTURES), "no labelled files beside this checkout");
    Map<String, String> options = options(String.valueOf(asked));
    String dump = options.get("dump");
    Report report =
        new Report(
            options.getOrDefault("only", ""),
            Integer.parseInt(options.getOrDefault("worst", "0")),
            dump == null ? null : Path.of(dump));

    new TextGold(FIXTURES.resolve("text")).score(report);
    new HandGold(FIXTURES.resolve("text")).score(report);
    PageGold pages = PageGold.unpacked(FIXTURES.resolve("html"), Path.of("target/pages"));
    pages.score(report);
    new WireGold(FIXTURES).score(report);
    new WrittenGold(pages).score(report);

    System.out.println(report.table());
    assertThat(report.belowGate()).isEmpty();
  }

  private static Map<String, String> options(String asked) {
    Map<String, String> options = new HashMap<>();
    for (String option : asked.split(",", -1)) {
      int equals = option.indexOf('=');
      if (equals > 0) {
        options.put(option.substring(0, equals), option.substring(equals + 1));
      }
    }
    return options;
  }
}
