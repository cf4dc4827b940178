package org.wirecopy.ledger;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wirecopy.article.Delivery;
import org.wirecopy.article.Story;

/**
 * Who may send what, now: gives ready deliveries to the lanes at the end of every transaction.
 * Belongs to the writer's thread; only {@link #isClaimed} may be asked from elsewhere.
 */
final class Lanes {
  private static final Logger log = LoggerFactory.getLogger(Lanes.class);

  /**
   * What a recall may use beyond a lane's concurrency, so that it need not wait for slow answers.
   */
  static final int RECALL_SLOTS = 4;

  private static final String CLAIM =
      "UPDATE delivery SET place = NULL, lease_until = ?, sequence = ? WHERE delivery_id = ?";
  private static final String PARK_UNREADABLE =
      "UPDATE delivery SET state = 'parked', place = NULL, reason = ? WHERE delivery_id = ?";

  private static final String HOLD =
      """
      UPDATE delivery SET state = 'held', place = NULL, due = ?, held_until = ?
      WHERE delivery_id = ?
      """;

  private record Wake(long at, Partner partner) {}

  private final Partners partners;
  private final Stories stories;
  private final Recalled recalled;
  private final MissedCorrections missed;
  private final Map<String, Claim> claims = new ConcurrentHashMap<>();
  private final Set<Partner> woken = new LinkedHashSet<>();
  private final PriorityQueue<Wake> wakes =
      new PriorityQueue<>((a, b) -> Long.compare(a.at(), b.at()));
  private LongConsumer dueNoted = due -> {};

  Lanes(Partners partners, Stories stories, Recalled recalled, MissedCorrections missed) {
    this.recalled = recalled;
    this.missed = missed;
    this.partners = partners;
    this.stories = stories;
  }

  /** Who is told of a new due time. */
  void tell(LongConsumer dueNoted) {
    this.dueNoted = dueNoted;
  }

  /** True until the delivery's outcome is committed or it was given up. */
  boolean isClaimed(Delivery delivery) {
    return claims.containsKey(delivery.id());
  }

  @Nullable Claim claimOrNull(String deliveryId) {
    return claims.get(deliveryId);
  }

  Iterable<Claim> claims() {
    return claims.values();
  }

  boolean anyClaims() {
    return !claims.isEmpty();
  }

  /** Something changed for this partner: its lane is looked at before the commit. */
  void wake(Partner partner) {
    woken.add(partner);
  }

  /** Rows of this partner became ready in the tables. */
  void ready(Partner partner) {
    partner.backlog = true;
    woken.add(partner);
  }

  /** When a lane is to be looked at without being woken. */
  long nextAt() {
    if (!woken.isEmpty()) {
      return 0;
    }
    Wake next = wakes.peek();
    return next == null ? Long.MAX_VALUE : next.at();
  }

  /**
   * True if a delivery accepted in this transaction may go to the lane at once: nothing that came
   * before it waits, and all limits allow it.
   */
  boolean takesAtOnce(Partner partner, Rank rank, Story story, Transaction tx) {
    Lane lane = partner.lane;
    return lane != null
        && !partner.backlog
        && !partner.paused
        && !partner.disabled
        && rank != Rank.REPLAY
        && partner.restingUntil == 0
        && partner.freeSlots() > 0
        && lane.heldUntil(story, tx.now) == null
        && (rank == Rank.RECALL || lane.tokens.at(tx.now) > 0);
  }

  /** Notes a claim whose row says so already. */
  void claim(Claim claim, Transaction tx) {
    Partner partner = claim.partner;
    Lane lane = partner.lane;
    if (lane == null) {
      throw new IllegalStateException("a claim needs a lane");
    }
    partner.inFlight.put(claim.story, claim);
    claims.put(claim.delivery.id(), claim);
    tx.onFailure(
        () -> {
          partner.inFlight.remove(claim.story);
          claims.remove(claim.delivery.id());
          lane.taken = new ArrayList<>();
          ready(partner);
        });
    if (!claim.recall) {
      lane.tokens.take();
      if (claim.replay) {
        lane.replayTokens.take();
      }
    }
    if (lane.taken.isEmpty()) {
      tx.afterwards(() -> handOver(lane));
    }
    lane.taken.add(claim.delivery);
  }

  private static void handOver(Lane lane) {
    List<Delivery> deliveries = lane.taken;
    lane.taken = new ArrayList<>();
    try {
      lane.handOver(deliveries);
    } catch (RuntimeException | Error e) {
      log.error("Lane {} refused its deliveries; their leases run out", lane.partner(), e);
    }
  }

  /** The claim's attempt is over: its slot is free again. */
  void release(Claim claim, Transaction tx) {
    Partner partner = claim.partner;
    partner.inFlight.remove(claim.story, claim);
    claims.remove(claim.delivery.id(), claim);
    tx.onFailure(
        () -> {
          partner.inFlight.put(claim.story, claim);
          claims.put(claim.delivery.id(), claim);
        });
    wake(partner);
  }

  /** Claims for every lane that was woken or whose time has come. */
  void settle(Transaction tx) throws SQLException {
    while (!wakes.isEmpty() && wakes.peek().at() <= tx.now) {
      woken.add(wakes.remove().partner());
    }
    if (woken.isEmpty()) {
      return;
    }
    List<Partner> looked = List.copyOf(woken);
    woken.clear();
    tx.onFailure(() -> looked.forEach(this::ready));
    for (Partner partner : looked) {
      settle(partner, tx);
    }
  }

  private void settle(Partner partner, Transaction tx) throws SQLException {
    Lane lane = partner.lane;
    if (lane == null || !partner.backlog || partner.paused || partner.disabled) {
      return;
    }
    int recallSlots = partner.recallSlots();
    int slots = liveSlots(partner, lane, tx);
    List<ReadyDelivery> ready =
        recallSlots > 0 ? ReadyDelivery.of(partner, Rank.RECALL, recallSlots, tx) : List.of();
    claimAll(partner, ready, tx);
    slots = Math.min(slots - ready.size(), lane.tokens.at(tx.now));
    if (slots <= 0) {
      return;
    }
    List<ReadyDelivery> news = ReadyDelivery.news(partner, slots, tx);
    claimAll(partner, news, tx);
    int left = slots - news.size();
    if (left > 0 && ready.size() < recallSlots) {
      replays(partner, lane, left, tx);
    }
    if (lane.tokens.at(tx.now) <= 0) {
      wakeAt(lane.tokens.nextAt(tx.now), partner, tx);
    }
  }

  /** What may go beside recalls: nothing while resting, one while probing. */
  private int liveSlots(Partner partner, Lane lane, Transaction tx) {
    if (partner.restingUntil > tx.now) {
      wakeAt(partner.restingUntil, partner, tx);
      return 0;
    }
    if (partner.restingUntil != 0) {
      if (partner.probe) {
        return partner.inFlight.isEmpty() ? 1 : 0;
      }
      tx.touch(partner).restingUntil = 0;
      partner.restReason = null;
    }
    if (lane.tokens.at(tx.now) <= 0) {
      wakeAt(lane.tokens.nextAt(tx.now), partner, tx);
      return 0;
    }
    return partner.freeSlots();
  }

  private void wakeAt(long at, Partner partner, Transaction tx) {
    if (partner.wakeAt <= tx.now || at < partner.wakeAt) {
      partner.wakeAt = at;
      wakes.add(new Wake(at, partner));
    }
  }

  private void replays(Partner partner, Lane lane, int slots, Transaction tx) throws SQLException {
    int paced = Math.min(slots, lane.replayTokens.at(tx.now));
    if (paced > 0) {
      List<ReadyDelivery> replays = ReadyDelivery.of(partner, Rank.REPLAY, paced, tx);
      claimAll(partner, replays, tx);
      if (replays.size() < paced) {
        partner.backlog = false;
        return;
      }
    }
    if (lane.replayTokens.at(tx.now) <= 0) {
      wakeAt(lane.replayTokens.nextAt(tx.now), partner, tx);
    }
  }

  private void claimAll(Partner partner, List<ReadyDelivery> ready, Transaction tx)
      throws SQLException {
    for (ReadyDelivery next : ready) {
      claim(partner, next, tx);
    }
  }

  /** What may not go leaves its slot to the next: the lane is looked at again. */
  private void claim(Partner partner, ReadyDelivery ready, Transaction tx) throws SQLException {
    Lane lane = partner.lane;
    if (lane == null) {
      return;
    }
    Story story;
    try {
      Story accepted = recalled.without(stories.load(ready.version(), tx.sql));
      story = missed.told(accepted, ready.story(), ready.version(), partner.key, tx.sql);
    } catch (LedgerException e) {
      log.error("Delivery {} to {} is parked", ready.id(), partner.name, e);
      tx.sql.update(PARK_UNREADABLE, e.getMessage(), ready.row());
      ready(partner);
      return;
    }
    Long heldUntil = lane.heldUntil(story, tx.now);
    if (heldUntil != null) {
      tx.sql.update(HOLD, heldUntil, heldUntil, ready.row());
      dueNoted.accept(heldUntil);
      ready(partner);
      return;
    }
    long sequence =
        ready.sequence() == null ? partners.takeSequence(partner, tx) : ready.sequence();
    long leaseUntil = tx.now + lane.settings().lease().toMillis();
    tx.sql.update(CLAIM, leaseUntil, sequence, ready.row());
    claim(
        new Claim(
            ready.delivery(partner, story, sequence),
            partner,
            ready.row(),
            ready.story(),
            ready.version(),
            ready.tries(),
            ready.rank(),
            leaseUntil),
        tx);
  }
}
