package org.wirecopy.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.wirecopy.article.Standing;

class FailingTest {
  private final Failing failing = new Failing(Standing.GOOD);
  private Instant now = Stories.NOW;

  @Test
  void fiveDaysOfNothingButFailuresGoThroughEveryStage() {
    List<String> stages = new ArrayList<>();
    for (int hour = 0; hour <= 120; hour++) {
      int stage = failing.ended(true, Stories.NOW.plus(Duration.ofHours(hour)));
      if (stage > 0) {
        stages.add(stage + " after " + hour + " h");
      }
    }
    assertThat(stages)
        .containsExactly("50 after 60 h", "70 after 84 h", "90 after 108 h", "100 after 120 h");
  }

  @Test
  void oneSuccessStartsAnew() {
    fail(Duration.ZERO);
    assertThat(fail(Duration.ofDays(3))).isEqualTo(50);
    assertThat(failing.ended(false, now)).isZero();
    fail(Duration.ZERO);
    assertThat(fail(Duration.ofHours(59))).isZero();
    assertThat(fail(Duration.ofHours(1))).isEqualTo(50);
  }

  @Test
  void twoFailuresAWeekApartDoNotDisable() {
    fail(Duration.ZERO);
    assertThat(fail(Duration.ofDays(7))).isEqualTo(50);
    assertThat(fail(Duration.ZERO)).isEqualTo(70);
    assertThat(fail(Duration.ZERO)).isEqualTo(90);
    assertThat(fail(Duration.ZERO)).isEqualTo(100);
  }

  @Test
  void onceEnabledAgainItHasFiveDaysMore() {
    twoFailuresAWeekApartDoNotDisable();
    fail(Duration.ZERO);
    assertThat(fail(Duration.ofHours(59))).isZero();
  }

  @Test
  void aClockSetBackStartsAnew() {
    fail(Duration.ZERO);
    assertThat(fail(Duration.ofDays(-9))).isZero();
    assertThat(fail(Duration.ofHours(59))).isZero();
    assertThat(fail(Duration.ofHours(1))).isEqualTo(50);
  }

  private int fail(Duration later) {
    now = now.plus(later);
    return failing.ended(true, now);
  }
}
