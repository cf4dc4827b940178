package org.wirecopy.intake.inbox;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The pictures in the inbox, which leave it with their articles. One that no article took along in
 * its time is given up, but not while an article that came in that time is still to be read: with
 * many files waiting, that can take much longer. Used by the one thread that walks the inbox.
 */
final class WaitingPictures {

  /** What is to be done with a picture. */
  enum Turn {
    /** Its time is not over. */
    WAITS,
    /** Its time is over, but its article may be among those to be read. */
    STAYS,
    /** Nobody comes for it. */
    ALONE
  }

  private final long wait;
  private final InstantSource clock;
  private Map<Path, Long> before = Map.of();
  private Map<Path, Long> since = new HashMap<>();
  private Map<Path, Long> oldestBefore = Map.of();
  private Map<Path, Long> oldest = new HashMap<>();
  private long beganBefore = Long.MIN_VALUE;
  private long began = Long.MIN_VALUE;

  WaitingPictures(Duration wait, InstantSource clock) {
    this.wait = wait.toMillis();
    this.clock = clock;
  }

  /** A pass through the inbox begins; what the last one met is known in full. */
  void begin() {
    before = since;
    since = new HashMap<>();
    oldestBefore = oldest;
    oldest = new HashMap<>();
    beganBefore = began;
    began = clock.millis();
  }

  /** The pass met an article. */
  void article(Path folder, long modified) {
    oldest.merge(folder, modified, Math::min);
  }

  /** The pass met a picture. */
  Turn picture(Path inbox, Path picture) {
    long now = clock.millis();
    Long known = before.get(picture);
    long first = known == null ? now : known;
    since.put(picture, first);
    long end = first + wait;
    if (now < end || beganBefore < end) {
      return Turn.WAITS;
    }
    for (Path folder = picture.getParent();
        folder != null && folder.startsWith(inbox);
        folder = folder.getParent()) {
      @Nullable Long article = oldestBefore.get(folder);
      if (article != null && article <= end) {
        return Turn.STAYS;
      }
    }
    return Turn.ALONE;
  }
}
