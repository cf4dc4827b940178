package org.wirecopy.delivery;

import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * When a push is tried and tried again: growing pauses, with jitter that only ever adds.
 *
 * @param pauses before the first attempt, the second, and so on; at least one
 */
public record Schedule(List<Duration> pauses) {

  /** Ten attempts within 75.6 hours. */
  static final Schedule STANDARD = parse("0s, 5s, 5m, 30m, 2h, 5h, 10h, 14h, 20h, 24h");

  private static final Duration LEAST_JITTER = Duration.ofSeconds(2);
  private static final Duration MOST_JITTER = Duration.ofMinutes(15);
  private static final int JITTER_SHARE = 10;
  private static final int FIRST_JITTERED_ATTEMPT = 3;

  public Schedule {
    pauses = List.copyOf(pauses);
    if (pauses.isEmpty()) {
      throw new IllegalArgumentException("a schedule needs an attempt");
    }
  }

  /**
   * Parses durations separated by commas.
   *
   * @throws IllegalArgumentException if they are not that
   */
  static Schedule parse(String text) {
    return new Schedule(
        Stream.of(text.split(",", -1)).map(String::strip).map(ValueForms::duration).toList());
  }

  /** True if there is no further attempt after this many. */
  boolean usedUp(int attempts) {
    return attempts >= pauses.size();
  }

  /**
   * The pause after so many attempts; the last one repeats.
   *
   * @param attempts made so far, at least 0
   * @param random for jitter
   */
  Duration pause(int attempts, RandomGenerator random) {
    Duration pause = pauses.get(Math.min(attempts, pauses.size() - 1));
    long most = mostJitter(pause, attempts).toMillis();
    return most == 0 ? pause : pause.plusMillis(random.nextLong(most + 1));
  }

  /** A tenth of the pause, at least 2 s from the third attempt on, at most 15 minutes. */
  static Duration mostJitter(Duration pause, int attempts) {
    Duration most = pause.dividedBy(JITTER_SHARE);
    if (attempts + 1 >= FIRST_JITTERED_ATTEMPT && most.compareTo(LEAST_JITTER) < 0) {
      most = LEAST_JITTER;
    }
    return most.compareTo(MOST_JITTER) > 0 ? MOST_JITTER : most;
  }

  @Override
  public String toString() {
    return pauses.stream().map(ValueForms::inWords).collect(Collectors.joining(", "));
  }
}
