package org.wirecopy.intake.formats;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every reader answers whatever a file of its format has become; {@link Fuzzing} asks for more. */
class AnySampleTest {
  /** The same files at each run, so that a build fails by what was changed and not by chance. */
  private static final long SEED = 2026;

  @TempDir private Path kept;

  @Test
  void changedFilesOfEachFormatAreAnsweredWithinBounds() throws IOException {
    try (Judge judge = new Judge(kept)) {
      Fuzzing fuzzing = new Fuzzing(kept, SEED, judge);
      fuzzing.run(1_500);

      assertThat(fuzzing.failures()).isEmpty();
      assertThat(fuzzing.inputs()).as("formats").hasSizeGreaterThanOrEqualTo(14);
      assertThat(fuzzing.inputs().values()).as("inputs of each").allMatch(inputs -> inputs >= 40);
    }
  }

  @Test
  void aPieceThatStandsThereAThousandTimesIsReadInTime() {
    try (Judge judge = new Judge(kept)) {
      Growth growth = new Growth(1 << 18, SEED, judge, kept);

      assertThat(growth.run(3, new SlowInputs(1))).isEmpty();
    }
  }
}
