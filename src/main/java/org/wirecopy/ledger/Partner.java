package org.wirecopy.ledger;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.wirecopy.article.Standing;

/**
 * What the writer knows of a partner. Belongs to the writer's thread; whatever changes within a
 * transaction is put back by {@link Transaction#touch} if it fails.
 */
final class Partner {
  final long key;
  final String name;

  boolean paused;
  boolean disabled;
  @Nullable String reason;
  long nextSequence = 1;
  long restingUntil;
  boolean probe;
  @Nullable String restReason;
  Standing standing = Standing.GOOD;
  TreeSet<Long> freeSequences = new TreeSet<>();

  /** Deliveries under way, by story: one at a time for each. */
  final Map<Long, Claim> inFlight = new HashMap<>();

  @Nullable Lane lane;

  /** False only while it is certain that no ready delivery waits in the tables. */
  boolean backlog = true;

  /**
   * Most that may be under way: a partner that was down is not flooded when it comes back. Only a
   * help, and so neither stored nor put back.
   */
  private int window = Integer.MAX_VALUE;

  /** When its lane is next looked at without being woken; in the past if not at all. */
  long wakeAt;

  Partner(long key, String name) {
    this.key = key;
    this.name = name;
  }

  /** Deliveries that may be claimed beside those under way. */
  int freeSlots() {
    return lane == null ? 0 : Math.min(lane.settings().concurrency(), window) - inFlight.size();
  }

  /** The same for recalls, which have some slots of their own. */
  int recallSlots() {
    return lane == null ? 0 : lane.settings().concurrency() + Lanes.RECALL_SLOTS - inFlight.size();
  }

  /** It rests: once it is back, one goes first. */
  void narrow() {
    window = 1;
  }

  /** It acknowledged one: one more may go at once, up to its concurrency. */
  void widen() {
    if (lane != null && window < lane.settings().concurrency()) {
      window++;
    }
  }

  /** A copy of all that a transaction may change, to be put back by {@link #restore}. */
  Partner copy() {
    Partner copy = new Partner(key, name);
    copy.restore(this);
    copy.freeSequences = new TreeSet<>(freeSequences);
    return copy;
  }

  void restore(Partner copy) {
    paused = copy.paused;
    disabled = copy.disabled;
    reason = copy.reason;
    nextSequence = copy.nextSequence;
    restingUntil = copy.restingUntil;
    probe = copy.probe;
    restReason = copy.restReason;
    standing = copy.standing;
    freeSequences = copy.freeSequences;
  }
}
