package org.wirecopy.intake.inbox;

import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import org.wirecopy.intake.inbox.WriterLease.Answer;

/**
 * Decides whether a file is complete: nobody writes it, and it has been unchanged for a while. Used
 * by the one thread that walks the inbox.
 */
final class Settling {
  private static final int REMEMBERED = 10_000;

  private final InboxSettings settings;
  private final InstantSource clock;
  private final Map<Path, Look> looks = new HashMap<>();

  private record Look(long size, long modified, long since) {}

  Settling(InboxSettings settings, InstantSource clock) {
    this.settings = settings;
    this.clock = clock;
  }

  boolean settled(Path file, BasicFileAttributes attributes) {
    long now = clock.millis();
    long quiet = quietMillis(file, attributes, now);
    if (quiet < settings.quiet().toMillis()) {
      return false;
    }
    if (attributes.size() == 0 && quiet < settings.emptyAfter().toMillis()) {
      return false;
    }
    boolean complete = complete(file, quiet, settings);
    if (complete) {
      looks.remove(file);
    }
    return complete;
  }

  /** Whether nobody writes a file that has been unchanged for some milliseconds. */
  static boolean complete(Path file, long quiet, InboxSettings settings) {
    Answer answer = WriterLease.ask(file);
    return answer == Answer.NOBODY_WRITES
        || (answer == Answer.CANNOT_TELL && quiet >= settings.quietUnsure().toMillis());
  }

  /**
   * Since when it is unchanged: by its time stamp, or by our own looks if that lies in the future.
   */
  private long quietMillis(Path file, BasicFileAttributes attributes, long now) {
    long modified = attributes.lastModifiedTime().toMillis();
    if (modified <= now) {
      return now - modified;
    }
    Look last = looks.get(file);
    if (last == null || last.size() != attributes.size() || last.modified() != modified) {
      if (looks.size() >= REMEMBERED) {
        looks.clear();
      }
      last = new Look(attributes.size(), modified, now);
      looks.put(file, last);
    }
    return now - last.since();
  }
}
