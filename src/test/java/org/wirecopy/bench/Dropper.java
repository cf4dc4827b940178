package org.wirecopy.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;

/** Drops files the way a careful program does: written under a hidden name, then renamed. */
public final class Dropper {
  private final Path inbox;
  private final Articles articles;
  private final InstantSource clock;

  public Dropper(Path inbox, Articles articles, InstantSource clock) {
    this.inbox = inbox;
    this.articles = articles;
    this.clock = clock;
  }

  /**
   * Drops one file.
   *
   * @return the moment before it was renamed into place
   */
  public Instant drop(int number, int revision) throws IOException {
    String name = Articles.path(number, Articles.Layout.FLAT);
    Path hidden = inbox.resolve("." + name);
    Files.write(hidden, articles.text(number, revision).getBytes(StandardCharsets.UTF_8));
    Instant dropped = clock.instant();
    Files.move(hidden, inbox.resolve(name), StandardCopyOption.ATOMIC_MOVE);
    return dropped;
  }

  /**
   * Drops files at a steady rate. The gaps vary by half, so that drops never fall in step with a
   * poll.
   *
   * @param from first number
   * @param count how many
   * @param perSecond files a second
   * @return when each number was dropped
   */
  Map<Integer, Instant> drop(int from, int count, double perSecond, SplittableRandom random)
      throws IOException {
    Map<Integer, Instant> drops = new LinkedHashMap<>();
    long gap = (long) (1e9 / perSecond);
    long due = System.nanoTime();
    for (int number = from; number < from + count; number++) {
      for (long wait = due - System.nanoTime(); wait > 0; wait = due - System.nanoTime()) {
        LockSupport.parkNanos(Math.min(wait, Duration.ofMillis(5).toNanos()));
      }
      drops.put(number, drop(number, 1));
      due += gap / 2 + random.nextLong(gap);
    }
    return drops;
  }
}
