package org.wirecopy.desk.oidc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class KeptTest {
  private Instant now = Instant.parse("2026-11-23T09:00:00Z");
  private int asked;
  private boolean down;

  private final Kept<Integer> kept =
      new Kept<>(this::fetch, Duration.ofMinutes(5), Duration.ofHours(1), () -> now);

  @Test
  void itIsAskedForAgainOnlyWhenItIsOld() throws ProviderException {
    assertThat(kept.get()).isEqualTo(1);
    pass(Duration.ofMinutes(4));
    assertThat(kept.get()).isEqualTo(1);
    pass(Duration.ofMinutes(1));
    assertThat(kept.get()).isEqualTo(2);
    assertThat(kept.renewed()).isEqualTo(3);
  }

  @Test
  void theOldOneServesOnWhileTheProviderIsDownButNotForEver() throws ProviderException {
    kept.get();
    down = true;
    pass(Duration.ofMinutes(30));
    assertThat(kept.get()).isEqualTo(1);
    assertThat(kept.atHand()).isEqualTo(1);
    pass(Duration.ofMinutes(30));
    assertThatThrownBy(kept::get).isInstanceOf(ProviderException.class).hasMessage("down");
    assertThat(kept.atHand()).isNull();
  }

  @Test
  void whoWantsAFreshOneIsToldThatTheProviderIsDown() throws ProviderException {
    assertThat(kept.fresh()).isEqualTo(1);
    down = true;
    assertThat(kept.fresh()).isEqualTo(1);
    pass(Duration.ofMinutes(5));
    assertThatThrownBy(kept::fresh).isInstanceOf(ProviderException.class).hasMessage("down");
    assertThat(kept.get()).isEqualTo(1);
  }

  @Test
  void aProviderThatIsDownIsLeftInPeaceForAMoment() throws ProviderException {
    down = true;
    assertThatThrownBy(kept::get).isInstanceOf(ProviderException.class);
    assertThatThrownBy(kept::get).isInstanceOf(ProviderException.class).hasMessage("down");
    assertThat(asked).isEqualTo(1);

    down = false;
    pass(Duration.ofSeconds(5));
    assertThat(kept.get()).isEqualTo(2);
  }

  private int fetch() throws ProviderException {
    asked++;
    if (down) {
      throw new ProviderException("down");
    }
    return asked;
  }

  private void pass(Duration time) {
    now = now.plus(time);
  }
}
