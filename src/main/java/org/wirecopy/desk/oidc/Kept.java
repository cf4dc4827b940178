package org.wirecopy.desk.oidc;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.jspecify.annotations.Nullable;

/**
 * What was fetched from the provider, kept for a while. Once it is old it is fetched anew; where
 * that fails the old one serves on for some time, and the failure is remembered for a moment: a
 * provider that is down is not asked by everybody at once.
 */
final class Kept<T> {
  private static final Duration REST = Duration.ofSeconds(5);

  /** How it is fetched. */
  interface Fetch<T> {
    T fetch() throws ProviderException;
  }

  private record Fetched<T>(T value, Instant at) {}

  private final Fetch<T> source;
  private final Duration fresh;
  private final Duration usable;
  private final InstantSource clock;

  private volatile @Nullable Fetched<T> last;
  private Instant failed = Instant.MIN;
  private String failure = "";

  /**
   * @param fresh as long it is given out without asking
   * @param usable as long it is given out while the provider is down
   */
  Kept(Fetch<T> source, Duration fresh, Duration usable, InstantSource clock) {
    this.source = source;
    this.fresh = fresh;
    this.usable = usable;
    this.clock = clock;
  }

  /** The value, fetched anew if it is old. */
  synchronized T get() throws ProviderException {
    T kept = atHand(fresh);
    return kept == null ? renewed() : kept;
  }

  /** The same, but never an old one: it also tells whether the provider is there. */
  synchronized T fresh() throws ProviderException {
    T kept = atHand(fresh);
    return kept == null ? fetched() : kept;
  }

  /** The value fetched anew, or the one before if the provider cannot be asked. */
  synchronized T renewed() throws ProviderException {
    try {
      return fetched();
    } catch (ProviderException e) {
      T before = atHand(usable);
      if (before == null) {
        throw e;
      }
      return before;
    }
  }

  /** The value if there is one, without asking, and without waiting for whoever asks. */
  @Nullable T atHand() {
    return atHand(usable);
  }

  private T fetched() throws ProviderException {
    Instant now = clock.instant();
    if (failed.isAfter(now.minus(REST))) {
      throw new ProviderException(failure);
    }
    try {
      T renewed = source.fetch();
      last = new Fetched<>(renewed, now);
      return renewed;
    } catch (ProviderException e) {
      failed = now;
      failure = String.valueOf(e.getMessage());
      throw e;
    }
  }

  private @Nullable T atHand(Duration longest) {
    Fetched<T> kept = last;
    return kept != null && kept.at().isAfter(clock.instant().minus(longest)) ? kept.value() : null;
  }
}
