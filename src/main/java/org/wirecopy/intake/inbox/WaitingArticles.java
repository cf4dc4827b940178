package org.wirecopy.intake.inbox;

import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The articles that wait for pictures they name: a moment for those that are not there, longer for
 * those that somebody is seen to write. Safe for any number of threads.
 */
final class WaitingArticles {
  /** How many more times an article waits for a picture that is being written. */
  private static final int PATIENCE = 11;

  private static final int MOST = 10_000;

  private final InboxSettings settings;
  private final InstantSource clock;
  private final Map<Path, Wait> waits = new ConcurrentHashMap<>();

  private record Wait(Instant until, List<Path> pictures) {}

  WaitingArticles(InboxSettings settings, InstantSource clock) {
    this.settings = settings;
    this.clock = clock;
  }

  /** An article was read and waits, from the first time on, for pictures. */
  void add(Path article, List<Path> pictures) {
    if (waits.size() >= MOST) {
      waits.clear();
    }
    waits.compute(
        article,
        (path, last) ->
            new Wait(
                last == null ? clock.instant().plus(settings.pictureWait()) : last.until(),
                pictures));
  }

  /** An article is done with. */
  void remove(Path article) {
    waits.remove(article);
  }

  /** True if an article was read and is to be read again. */
  boolean has(Path article) {
    return waits.containsKey(article);
  }

  /** Forgets the articles that somebody took away: what comes under their name waits anew. */
  void tidy() {
    waits.keySet().removeIf(FilingCabinet::isGone);
  }

  /** True if there is no use in reading an article yet. */
  boolean waits(Path article) {
    Wait wait = waits.isEmpty() ? null : waits.get(article);
    if (wait == null) {
      return false;
    }
    Instant now = clock.instant();
    Instant end = wait.until().plus(settings.pictureWait().multipliedBy(PATIENCE));
    boolean written = false;
    for (Path picture : wait.pictures()) {
      BasicFileAttributes there = FilingCabinet.attributes(picture);
      if (there == null && now.isBefore(wait.until())) {
        return true;
      }
      written |= there != null && now.isBefore(end) && !isComplete(picture, there, now);
    }
    return written;
  }

  /** True if an article has waited long enough, and goes on with what is there. */
  boolean hasWaited(Path article) {
    Wait wait = waits.get(article);
    return wait != null && !clock.instant().isBefore(wait.until());
  }

  private boolean isComplete(Path picture, BasicFileAttributes attributes, Instant now) {
    long quiet = Duration.between(attributes.lastModifiedTime().toInstant(), now).abs().toMillis();
    return Settling.complete(picture, quiet, settings);
  }
}
