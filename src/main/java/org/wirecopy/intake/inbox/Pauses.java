package org.wirecopy.intake.inbox;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How long files with which something went wrong are left alone: a second at first, then twice as
 * long each time, at most a minute. Safe for any number of threads.
 */
final class Pauses {
  private static final Duration FIRST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofMinutes(1);

  private final InstantSource clock;
  private final Map<Path, Pause> pauses = new ConcurrentHashMap<>();

  private record Pause(Instant until, Duration length) {}

  Pauses(InstantSource clock) {
    this.clock = clock;
  }

  /** Something went wrong (again) with a file; how long it is left alone now. */
  Duration add(Path file) {
    return pauses
        .compute(
            file,
            (path, last) -> {
              Duration length = last == null ? FIRST : last.length().multipliedBy(2);
              length = length.compareTo(LONGEST) > 0 ? LONGEST : length;
              return new Pause(clock.instant().plus(length), length);
            })
        .length();
  }

  /** True while a file is left alone. */
  boolean holds(Path file) {
    Pause pause = pauses.get(file);
    return pause != null && clock.instant().isBefore(pause.until());
  }

  /** True if something went wrong with a file. */
  boolean has(Path file) {
    return pauses.containsKey(file);
  }

  /** A file is done with. */
  void remove(Path file) {
    pauses.remove(file);
  }

  /** Forgets the files that somebody took away. */
  void tidy() {
    pauses.keySet().removeIf(FilingCabinet::isGone);
  }
}
