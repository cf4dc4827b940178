package org.wirecopy.ledger;

import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wirecopy.article.Action;
import org.wirecopy.article.Delivery;
import org.wirecopy.article.Plan;
import org.wirecopy.article.Story;

/** Makes the deliveries of a new version and settles those that it supersedes. */
final class Fanout {
  private static final String EARLIER =
      """
      SELECT delivery_id, partner_id, state, sequence, delivered_at FROM delivery
      WHERE story_id = ?
      """;
  private static final String MEANT_FOR =
      """
      SELECT p.name, d.state, d.held_until, d.reason
      FROM delivery d JOIN partner_state p ON p.partner_id = d.partner_id
      WHERE d.story_id = ? ORDER BY d.version_id
      """;
  private static final String SUPERSEDE =
      """
      UPDATE delivery SET state = ?, place = NULL, due = NULL, reason = ? WHERE delivery_id = ?
      """;
  private static final String INSERT =
      """
      INSERT INTO delivery
        (delivery_id, id, partner_id, story_id, version_id, state, rank, place, due, lease_until,
         sequence, attempts, tries, replay, accepted_at, held_until, reason)
      VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0, 0, ?, ?, ?)
      """;

  private record Earlier(
      long row, DeliveryState state, @Nullable Long sequence, boolean delivered) {
    boolean open() {
      return state == DeliveryState.PENDING
          || state == DeliveryState.HELD
          || state == DeliveryState.PARKED;
    }
  }

  /** What became of a partner's earlier deliveries of the story. */
  private static final class Past {
    boolean attempted;
    boolean underWay;
    @Nullable Long inherited;

    /** The new version as the partner must be told of it. */
    Story told;

    Past(Version version) {
      told = version.story();
    }

    /** Whoever has what is wrong must hear of it, though it would not be sent the story now. */
    boolean mustHear() {
      return attempted && told.action() == Action.CORRECT;
    }
  }

  private final Partners partners;
  private final Lanes lanes;
  private final DueTimes dueTimes;
  private final MissedCorrections missed;
  private final Keys keys;
  private final DeliveryIds ids;

  Fanout(
      Partners partners,
      Lanes lanes,
      DueTimes dueTimes,
      MissedCorrections missed,
      Keys keys,
      DeliveryIds ids) {
    this.partners = partners;
    this.lanes = lanes;
    this.dueTimes = dueTimes;
    this.missed = missed;
    this.keys = keys;
    this.ids = ids;
  }

  /** Enters the deliveries; answers the names of the partners that will be sent this version. */
  List<String> spread(Version version, List<Plan> plans, Transaction tx) throws SQLException {
    Map<Partner, Past> pasts = version.story().version() == 1 ? Map.of() : supersede(version, tx);
    List<String> sent = new ArrayList<>();
    if (version.story().action().recalls()) {
      for (Map.Entry<Partner, Past> past : pasts.entrySet()) {
        if (past.getValue().attempted) {
          send(version, past.getKey(), past.getValue(), null, tx);
          sent.add(past.getKey().name);
        } else {
          leaveNumber(past.getKey(), past.getValue(), tx);
        }
      }
      return sent;
    }
    Map<Partner, Plan> planned = new LinkedHashMap<>();
    for (Plan plan : plans) {
      planned.put(partners.named(plan.partner(), tx), plan);
    }
    for (Map.Entry<Partner, Plan> each : planned.entrySet()) {
      Past past = pasts.getOrDefault(each.getKey(), new Past(version));
      if (each.getValue().wanted() || past.mustHear()) {
        if (send(version, each.getKey(), past, each.getValue().heldUntil(), tx)) {
          sent.add(each.getKey().name);
        }
      } else {
        leaveNumber(each.getKey(), past, tx);
        insert(version, each.getKey(), Row.filtered(each.getValue()), tx);
      }
    }
    for (Map.Entry<Partner, Past> past : pasts.entrySet()) {
      if (!planned.containsKey(past.getKey())) {
        leaveNumber(past.getKey(), past.getValue(), tx);
      }
    }
    return sent;
  }

  /** Enters a version for a partner that has none of it, as a person asked. */
  void add(Version version, Partner partner, Transaction tx) throws SQLException {
    OffsetDateTime embargo = version.story().article().embargo();
    send(version, partner, new Past(version), embargo == null ? null : embargo.toInstant(), tx);
  }

  /** Whom the story was meant for so far, with the embargoes planned. */
  List<Plan> earlierPlans(long story, Transaction tx) throws SQLException {
    Map<String, Plan> plans = new LinkedHashMap<>();
    tx.sql.each(
        MEANT_FOR,
        row -> {
          Long until = Statements.longOrNull(row, 3);
          plans.put(
              row.getString(1),
              new Plan(
                  row.getString(1),
                  DeliveryState.of(row.getString(2)) != DeliveryState.FILTERED,
                  until == null ? null : Instant.ofEpochMilli(until),
                  row.getString(4)));
        },
        story);
    return List.copyOf(plans.values());
  }

  private Map<Partner, Past> supersede(Version version, Transaction tx) throws SQLException {
    Map<Partner, List<Earlier>> earlier = new LinkedHashMap<>();
    tx.sql.each(
        EARLIER,
        row ->
            earlier
                .computeIfAbsent(partners.with(row.getLong(2)), partner -> new ArrayList<>())
                .add(
                    new Earlier(
                        row.getLong(1),
                        DeliveryState.of(row.getString(3)),
                        Statements.longOrNull(row, 4),
                        Statements.longOrNull(row, 5) != null)),
        version.storyRow());
    Map<Partner, Past> pasts = new LinkedHashMap<>();
    for (Map.Entry<Partner, List<Earlier>> each : earlier.entrySet()) {
      pasts.put(each.getKey(), supersede(version, each.getKey(), each.getValue(), tx));
    }
    return pasts;
  }

  private Past supersede(Version version, Partner partner, List<Earlier> rows, Transaction tx)
      throws SQLException {
    Past past = new Past(version);
    Claim claim = partner.inFlight.get(version.storyRow());
    for (Earlier row : rows) {
      past.attempted |= row.sequence() != null;
      if (claim != null && claim.row == row.row()) {
        past.underWay = true;
        boolean before = claim.overtaken;
        claim.overtaken = true;
        tx.onFailure(() -> claim.overtaken = before);
      } else if (row.open()) {
        tx.sql.update(
            SUPERSEDE,
            (row.delivered() ? DeliveryState.DELIVERED : DeliveryState.SUPERSEDED).column(),
            "Version " + version.story().version() + " took its place.",
            row.row());
        if (row.sequence() != null && !row.delivered()) {
          past.inherited = row.sequence();
        }
      }
    }
    past.told =
        missed.told(version.story(), version.storyRow(), version.row(), partner.key, tx.sql);
    return past;
  }

  /** The partner gets no newer version: what it was to be called is free for the next one. */
  private void leaveNumber(Partner partner, Past past, Transaction tx) throws SQLException {
    if (past.inherited != null) {
      partners.freeSequence(partner, past.inherited, tx);
      past.inherited = null;
    }
  }

  /** Answers whether it will be sent by itself. */
  private boolean send(
      Version version, Partner partner, Past past, @Nullable Instant heldUntil, Transaction tx)
      throws SQLException {
    Rank rank = Rank.of(version.story().action(), version.story().article());
    Long due = heldUntil == null ? null : roundedUp(heldUntil);
    if (partner.disabled && rank != Rank.RECALL) {
      insert(
          version,
          partner,
          new Row("parked", null, null, null, past.inherited, due, "The partner is disabled."),
          tx);
      return false;
    }
    if (due != null && due > tx.now) {
      insert(version, partner, new Row("held", null, due, null, past.inherited, due, null), tx);
      dueTimes.note(due);
    } else if (past.underWay) {
      insert(
          version, partner, new Row("pending", null, null, null, past.inherited, null, null), tx);
    } else if (lanes.takesAtOnce(partner, rank, version.story(), tx)) {
      sendAtOnce(version, partner, past, rank, tx);
    } else {
      long key = keys.delivery();
      insert(
          version,
          partner,
          new Row("pending", rank.place(key), null, null, past.inherited, null, null),
          key,
          ids.next(tx.now),
          tx);
      lanes.ready(partner);
    }
    return true;
  }

  /** In milliseconds, never before its time. */
  static long roundedUp(Instant time) {
    return time.plusNanos(999_999).toEpochMilli();
  }

  private void sendAtOnce(Version version, Partner partner, Past past, Rank rank, Transaction tx)
      throws SQLException {
    Lane lane = partner.lane;
    if (lane == null) {
      throw new IllegalStateException("no lane takes for " + partner.name);
    }
    long key = keys.delivery();
    String id = ids.next(tx.now);
    long leaseUntil = tx.now + lane.settings().lease().toMillis();
    long sequence = past.inherited != null ? past.inherited : partners.takeSequence(partner, tx);
    insert(
        version,
        partner,
        new Row("pending", null, null, leaseUntil, sequence, null, null),
        key,
        id,
        tx);
    Delivery delivery =
        new Delivery(id, partner.name, past.told, sequence, 0, Instant.ofEpochMilli(tx.now), false);
    lanes.claim(
        new Claim(delivery, partner, key, version.storyRow(), version.row(), 0, rank, leaseUntil),
        tx);
  }

  private record Row(
      String state,
      @Nullable Long place,
      @Nullable Long due,
      @Nullable Long leaseUntil,
      @Nullable Long sequence,
      @Nullable Long heldUntil,
      @Nullable String reason) {
    /** Keeps the embargo, for a person who sends it past the filter. */
    static Row filtered(Plan plan) {
      Instant embargo = plan.heldUntil();
      Long heldUntil = embargo == null ? null : roundedUp(embargo);
      return new Row("filtered", null, null, null, null, heldUntil, plan.reason());
    }
  }

  private void insert(Version version, Partner partner, Row row, Transaction tx)
      throws SQLException {
    insert(version, partner, row, keys.delivery(), ids.next(tx.now), tx);
  }

  private static void insert(
      Version version, Partner partner, Row row, long key, String id, Transaction tx)
      throws SQLException {
    tx.sql.update(
        INSERT,
        key,
        id,
        partner.key,
        version.storyRow(),
        version.row(),
        row.state(),
        Rank.of(version.story().action(), version.story().article()).ordinal(),
        row.place(),
        row.due(),
        row.leaseUntil(),
        row.sequence(),
        tx.now,
        row.heldUntil(),
        row.reason());
  }
}
