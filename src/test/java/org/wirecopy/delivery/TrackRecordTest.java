package org.wirecopy.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.wirecopy.article.Standing;

class TrackRecordTest {
  private Instant now = Stories.NOW;
  private Standing kept = Standing.GOOD;
  private TrackRecord record = new TrackRecord(kept);

  @Test
  void theRestGoesOnDoublingAfterARestart() {
    for (int i = 0; i < 9; i++) {
      assertThat(fails().rest()).isNull();
    }
    Instant until = fails().rest().until();
    for (int seconds : new int[] {60, 120, 240}) {
      restart();
      now = until;
      until = fails().rest().until();
      assertThat(Duration.between(now, until)).hasSeconds(seconds);
    }
  }

  @Test
  void daysOfFailureCountOnAcrossRestarts() {
    List<String> stages = new ArrayList<>();
    for (int hour = 0; hour <= 120; hour++) {
      now = Stories.NOW.plus(Duration.ofHours(hour));
      int percent = fails().percent();
      if (percent > 0) {
        stages.add(percent + " after " + hour + " h");
      }
      restart();
    }
    assertThat(stages)
        .containsExactly("50 after 60 h", "70 after 84 h", "90 after 108 h", "100 after 120 h");
  }

  @Test
  void aSuccessLeavesNothingHeldAgainstThePartner() {
    for (int i = 0; i < 10; i++) {
      fails();
    }
    now = now.plusSeconds(60);
    TrackRecord.Verdict verdict = note(record.ended(false, now, now));
    assertThat(verdict.changed()).isNotNull();
    assertThat(verdict.changed().saysTheSameAs(Standing.GOOD)).isTrue();
    assertThat(note(record.ended(false, now, now)).changed()).as("said once").isNull();
  }

  @Test
  void eachChangeComesAfterTheLast() {
    long order = kept.order();
    for (int i = 0; i < 10; i++) {
      fails();
    }
    assertThat(kept.order()).as("failing, then open").isEqualTo(order + 2);
  }

  private TrackRecord.Verdict fails() {
    return note(record.ended(true, now, now));
  }

  private TrackRecord.Verdict note(TrackRecord.Verdict verdict) {
    kept = verdict.changed() == null ? kept : verdict.changed();
    return verdict;
  }

  private void restart() {
    record = new TrackRecord(kept);
  }
}
