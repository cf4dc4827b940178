package org.wirecopy.partners;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Files that were there and are not now. Programs save by taking a file away and putting another in
 * its place: only one that stays away for a while is gone.
 */
final class MissingFiles {
  /** How long a file must stay away. */
  static final long GONE_MILLIS = 1_000;

  private final InstantSource clock;
  private final Map<String, Instant> since = new HashMap<>();

  MissingFiles(InstantSource clock) {
    this.clock = clock;
  }

  /** Those of the known names that are gone for good; the others that are not there are noted. */
  Set<String> gone(Set<String> known, Set<String> there) {
    Instant now = clock.instant();
    since.keySet().removeAll(there);
    Set<String> gone = new HashSet<>();
    for (String name : known) {
      if (!there.contains(name)
          && !now.isBefore(since.computeIfAbsent(name, n -> now).plusMillis(GONE_MILLIS))) {
        gone.add(name);
      }
    }
    since.keySet().removeAll(gone);
    return gone;
  }

  /** True while any may come back. */
  boolean any() {
    return !since.isEmpty();
  }
}
