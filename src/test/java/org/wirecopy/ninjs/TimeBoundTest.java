package org.wirecopy.ninjs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class TimeBoundTest {
  private final TimeBound patient = new TimeBound("mapping acme", Duration.ofMinutes(1));
  private final TimeBound hasty = new TimeBound("mapping acme", Duration.ofMillis(1));
  private final CountDownLatch end = new CountDownLatch(1);

  private String endless() {
    try {
      end.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return "at last";
  }

  @Test
  void workThatEndsGivesItsResult() {
    assertThat(patient.run(() -> "done")).isEqualTo("done");
  }

  @Test
  void workThatFailsFailsAsItDid() {
    MappingException fault = new MappingException("mapping acme: no such field");
    assertThatThrownBy(
            () ->
                patient.run(
                    () -> {
                      throw fault;
                    }))
        .isSameAs(fault);
  }

  @Test
  void workThatDoesNotEndIsNotWaitedFor() {
    assertThatThrownBy(() -> hasty.run(this::endless))
        .isInstanceOf(MappingException.class)
        .hasMessageStartingWith("mapping acme: it does not come to an end");
    end.countDown();
  }

  @Test
  void onlyAFewAreLeftBehindAndTheRestIsRefusedUntilTheyEnd() {
    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(() -> hasty.run(this::endless)).isInstanceOf(MappingException.class);
    }
    assertThatThrownBy(() -> hasty.run(() -> "done"))
        .isInstanceOf(MappingException.class)
        .hasMessageContaining("at work on them still");

    end.countDown();
    await().ignoreExceptions().until(() -> hasty.run(() -> "done").equals("done"));
  }
}
