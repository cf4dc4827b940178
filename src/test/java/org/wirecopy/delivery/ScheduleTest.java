package org.wirecopy.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import java.util.random.RandomGenerator;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScheduleTest {

  @ParameterizedTest
  @CsvSource({
    "1, PT5S",
    "2, PT5M",
    "3, PT30M",
    "4, PT2H",
    "5, PT5H",
    "6, PT10H",
    "7, PT14H",
    "8, PT20H",
    "9, PT24H",
    "10, PT24H",
    "500, PT24H"
  })
  void pausesGrowAndTheLastRepeats(int attempts, Duration pause) {
    assertThat(Schedule.STANDARD.pause(attempts, noJitter())).isEqualTo(pause);
  }

  @Property(seed = "2026")
  void jitterOnlyAddsAndStaysWithinItsBounds(
      @ForAll @IntRange(min = 1, max = 40) int attempts, @ForAll long seed) {
    Duration bare = Schedule.STANDARD.pause(attempts, noJitter());
    Duration jitter = Schedule.STANDARD.pause(attempts, new Random(seed)).minus(bare);
    Duration tenth = bare.dividedBy(10);
    Duration most = tenth.compareTo(Duration.ofMinutes(15)) > 0 ? Duration.ofMinutes(15) : tenth;
    assertThat(jitter).isBetween(Duration.ZERO, most);
  }

  @ParameterizedTest
  @CsvSource({"1, false", "9, false", "10, true", "11, true"})
  void tenAttemptsUseItUp(int attempts, boolean usedUp) {
    assertThat(Schedule.STANDARD.usedUp(attempts)).isEqualTo(usedUp);
  }

  /** Draws nothing but the least. */
  private static RandomGenerator noJitter() {
    return () -> 0L;
  }
}
