package org.wirecopy.intake.inbox;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The kills and withholds of stories that are not here (yet). Each waits until a pass through the
 * inbox meets none of the files any more that lay there when it was refused, whichever of them is
 * its story. All but {@link #add}, {@link #remove} and {@link #tidy} is for the one thread that
 * walks the inbox.
 */
final class WaitingRecalls {
  /** By file, the pass in which it was refused first. */
  private final Map<Path, Integer> refused = new ConcurrentHashMap<>();

  /** The other files, with the pass that met each first; empty while no recall waits. */
  private Map<Path, Integer> met = new HashMap<>();

  private Map<Path, Integer> metBefore = Map.of();

  /** What the last whole pass met has been there since this pass. */
  private int oldestBefore = Integer.MAX_VALUE;

  private int oldest = Integer.MAX_VALUE;
  private volatile int pass;

  /** A pass through the inbox begins; what the last one met is known in full. */
  void begin() {
    metBefore = met;
    met = new HashMap<>();
    oldestBefore = oldest;
    oldest = Integer.MAX_VALUE;
    pass++;
  }

  /** The pass met a file whose stories are not committed. */
  void met(Path file) {
    if (refused.isEmpty() || refused.containsKey(file)) {
      return;
    }
    int first = metBefore.getOrDefault(file, pass);
    met.put(file, first);
    oldest = Math.min(oldest, first);
  }

  /** A recall was refused. */
  void add(Path recall) {
    refused.putIfAbsent(recall, pass);
  }

  /** A recall is done with. */
  void remove(Path recall) {
    refused.remove(recall);
  }

  /** Forgets the recalls that somebody took away. */
  void tidy() {
    refused.keySet().removeIf(FilingCabinet::isGone);
  }

  boolean waits(Path file) {
    return !refused.isEmpty() && refused.containsKey(file);
  }

  /** True if a recall waited, and all that lay in the inbox with it has been dealt with. */
  boolean hasWaited(Path recall) {
    Integer since = refused.isEmpty() ? null : refused.get(recall);
    // The pass after the refusal is the first that meets all that lay there; those it met are
    // gone once a pass has met none from so far back.
    return since != null && pass - 1 > since && oldestBefore > since + 1;
  }
}
