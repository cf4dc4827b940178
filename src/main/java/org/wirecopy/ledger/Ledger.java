package org.wirecopy.ledger;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wirecopy.article.Action;
import org.wirecopy.article.ArchiveStory;
import org.wirecopy.article.Delivery;
import org.wirecopy.article.Outcome;
import org.wirecopy.article.Plan;
import org.wirecopy.article.Receipt;
import org.wirecopy.article.Standing;
import org.wirecopy.article.Status;
import org.wirecopy.article.Story;
import org.wirecopy.article.Submission;

/**
 * The one source of truth: stories and their versions, what each partner gets of them, and what
 * became of it. What a stage reports as done is on disk.
 *
 * <p>Stages complete on two threads of the ledger; give longer work a thread of its own. A stage
 * fails with a {@link LedgerException} whose message is for people, for example when the disk is
 * full; the ledger itself goes on.
 */
public final class Ledger implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(Ledger.class);

  private final Engine engine;
  private final Statements sql;
  private final InstantSource clock;
  private final StoryCodec codec = new StoryCodec();
  private final int waitingLimit;
  private final Semaphore waitingBytes;
  private final Keys keys;
  private final Partners partners;
  private final Map<String, Standing> standings;
  private final Lanes lanes;
  private final Switches switches;
  private final Outcomes outcomes;
  private final Recalled recalled;
  private final Acceptance acceptance;
  private final Relisting relisting;
  private final Replays replays;
  private final Archive archive;
  private final Readers readers;
  private final Reading reading;
  private final Writer writer;

  private Ledger(LedgerSettings settings, InstantSource clock, Engine engine) throws SQLException {
    this.engine = engine;
    this.clock = clock;
    Migrations.run(engine);
    sql = new Statements(engine.writing());
    waitingLimit = settings.waitingBytes();
    waitingBytes = new Semaphore(waitingLimit);
    keys = new Keys(sql);
    partners = new Partners(sql);
    standings =
        partners.all().stream().collect(Collectors.toMap(each -> each.name, each -> each.standing));
    Stories stories = new Stories(codec, settings.cachedBytes());
    lanes = new Lanes(partners, stories);
    switches = new Switches(lanes);
    switches.tell(this::parkBacklog);
    outcomes = new Outcomes(lanes, new Sequences(partners), switches);
    DueTimes dueTimes = new DueTimes(partners, lanes, outcomes);
    outcomes.tell(dueTimes::note);
    Fanout fanout =
        new Fanout(partners, lanes, dueTimes, keys, new DeliveryIds(new SplittableRandom()));
    recalled = new Recalled();
    acceptance = new Acceptance(stories, fanout, keys, codec, recalled);
    acceptance.tell(this::relist);
    relisting = new Relisting(stories, acceptance);
    replays = new Replays(partners, lanes, stories, fanout);
    archive = new Archive(keys);
    readers = new Readers(engine);
    reading = new Reading(readers, codec);
    writer =
        new Writer(
            engine,
            sql,
            new Settlement(partners, lanes, dueTimes),
            clock::millis,
            settings.largestGroup());
  }

  /**
   * Opens the ledger in a folder, which is created if missing, and takes up what was left under
   * way.
   *
   * @throws LedgerException if another process uses it, or it cannot be read or written
   */
  public static Ledger open(LedgerSettings settings, InstantSource clock) {
    Engine engine = Sqlite.in(settings.folder());
    try {
      Ledger ledger = new Ledger(settings, clock, engine);
      ledger.start();
      return ledger;
    } catch (SQLException e) {
      engine.close();
      throw new LedgerException(engine.explain(e), e);
    } catch (RuntimeException e) {
      engine.close();
      throw e;
    }
  }

  private void start() {
    writer.start();
    Restart restart = new Restart(partners);
    List<String> listed =
        writer
            .submit(
                tx -> {
                  restart.takeUp(tx);
                  recalled.load(tx);
                  return relisting.undone(tx);
                })
            .join();
    listed.forEach(this::relist);
    partners.all().stream().filter(partner -> partner.disabled).forEach(this::parkBacklog);
  }

  /** How each partner stood when the ledger was opened, by name. */
  public Map<String, Standing> standings() {
    return standings;
  }

  // ---- what the routes do

  /**
   * Commits the stories of one file in one transaction, together with whatever else waits. Makes
   * the caller wait while too much waits for the writer.
   *
   * @return a receipt for each submission, in order
   */
  public CompletionStage<List<Receipt>> commit(List<Submission> submissions) {
    List<Acceptance.Prepared> prepared = new ArrayList<>(submissions.size());
    int bytes = 0;
    for (Submission submission : submissions) {
      Acceptance.Prepared next = Acceptance.prepare(submission, codec);
      prepared.add(next);
      bytes = Math.min(waitingLimit, bytes + next.bytes());
    }
    return inTurn(
        bytes,
        tx -> {
          List<Receipt> receipts = new ArrayList<>(prepared.size());
          for (Acceptance.Prepared each : prepared) {
            receipts.add(acceptance.accept(each, tx));
          }
          return receipts;
        });
  }

  /**
   * Records an attempt with its outcome and gives up the delivery. A report whose delivery was
   * taken back meanwhile (its lease ran out) counts only if the partner has it.
   */
  public CompletionStage<Void> record(Outcome.Report report) {
    return done(
        tx -> {
          outcomes.record(report, tx);
          return true;
        });
  }

  /**
   * Opens a partner's lane: from now on its deliveries are handed to {@code taker}, on the writer's
   * thread, which must only pass them on. Takes the place of an earlier lane of the same partner.
   */
  public Lane openLane(String partner, LaneSettings settings, Consumer<List<Delivery>> taker) {
    Lane lane = new Lane(this, partner, settings, taker);
    writer
        .submit(
            tx -> {
              Partner known = partners.named(partner, tx);
              Lane before = known.lane;
              known.lane = lane;
              tx.onFailure(() -> known.lane = before);
              lanes.ready(known);
              return true;
            })
        .join();
    return lane;
  }

  void closeLane(Lane lane) {
    writer
        .submit(
            tx -> {
              Partner known = partners.named(lane.partner(), tx);
              if (known.lane == lane) {
                known.lane = null;
              }
              return true;
            })
        .exceptionally(e -> true)
        .join();
  }

  /** True until the delivery's outcome is committed or it was given up. */
  boolean isClaimed(Delivery delivery) {
    return lanes.isClaimed(delivery);
  }

  CompletionStage<Void> giveUp(Delivery delivery, Duration retryIn, String reason) {
    return done(
        tx -> {
          Claim claim = lanes.claimOrNull(delivery.id());
          if (claim != null && claim.delivery == delivery) {
            outcomes.giveUp(claim, tx.now + retryIn.toMillis(), reason, tx);
          }
          return true;
        });
  }

  // ---- what people do

  /** Nothing is sent to the partner until {@link #resume}; what comes in waits. */
  public CompletionStage<Void> pause(String partner, String reason) {
    return forPartner(partner, (known, tx) -> switches.pause(known, reason, tx));
  }

  /** Ends a pause and any rest. */
  public CompletionStage<Void> resume(String partner) {
    return forPartner(partner, switches::resume);
  }

  /**
   * Nothing is sent to the partner until {@link #enable}; what waits and what comes in is parked,
   * except recalls, which wait.
   */
  public CompletionStage<Void> disable(String partner, String reason) {
    return forPartner(partner, (known, tx) -> switches.disable(known, reason, tx));
  }

  /** The partner gets what comes in from now on; see {@link #unpark} for its backlog. */
  public CompletionStage<Void> enable(String partner) {
    return forPartner(partner, switches::enable);
  }

  /** Parks what waits for the partner, except recalls; answers how many. */
  public CompletionStage<Integer> park(String partner, String reason) {
    return parkFurther(partner, reason, 0);
  }

  /** Takes a partner's parked deliveries back up, at a replay's pace; answers how many. */
  public CompletionStage<Integer> unpark(String partner) {
    return replay(partner, Instant.MIN, Instant.MAX, Set.of(DeliveryState.PARKED));
  }

  /**
   * Sends a story's current version again: to every partner that it was meant for, or to one.
   *
   * @param partner the only partner, even if its filter left the story out or it is new; null for
   *     all
   * @return to how many
   */
  public CompletionStage<Integer> resend(String uri, @Nullable String partner) {
    return writer.submit(tx -> replays.resend(uri, partner, tx));
  }

  /**
   * How many deliveries {@link #replay} would send again now.
   *
   * @param from accepted at or after
   * @param to accepted before
   * @param states settled states only: delivered, superseded (by the partner's word), filtered,
   *     parked
   */
  public int countReplay(String partner, Instant from, Instant to, Set<DeliveryState> states) {
    return reading.countReplay(partner, from, to, states);
  }

  /** Sends again what {@link #countReplay} counts, behind live news; answers how many. */
  public CompletionStage<Integer> replay(
      String partner, Instant from, Instant to, Set<DeliveryState> states) {
    return replayFurther(
        partner,
        Replays.Cursor.before(Replays.millis(from)),
        Replays.millis(to),
        Set.copyOf(states),
        0);
  }

  /**
   * Kills, withholds or releases a story by a person's order: its current article again as a new
   * version.
   *
   * @param action {@link Action#KILL}, {@link Action#WITHHOLD} or {@link Action#RELEASE}
   * @param note why, kept with the version
   * @param plans whom a release goes to; a recall goes to whoever was ever sent or attempted
   */
  public CompletionStage<Receipt> act(
      String uri, Action action, @Nullable String note, List<Plan> plans) {
    return acting(uri, action, note, plans);
  }

  /** The same, a release going to whoever the story was meant for before. */
  public CompletionStage<Receipt> act(String uri, Action action, @Nullable String note) {
    return acting(uri, action, note, null);
  }

  /**
   * Sends a story as it is by a person's order, whatever its status; for tests of a connection.
   *
   * @param note why, kept with the version
   */
  public CompletionStage<Receipt> send(Submission submission, @Nullable String note) {
    Acceptance.Prepared prepared = Acceptance.prepare(submission, codec);
    return writer.submit(tx -> acceptance.send(prepared, note, tx));
  }

  private CompletionStage<Receipt> acting(
      String uri, Action action, @Nullable String note, @Nullable List<Plan> plans) {
    Status status =
        switch (action) {
          case KILL -> Status.CANCELED;
          case WITHHOLD -> Status.WITHHELD;
          case RELEASE -> Status.USABLE;
          default -> throw new IllegalArgumentException("a person kills, withholds or releases");
        };
    return writer.submit(tx -> acceptance.act(uri, status, action, note, plans, tx));
  }

  // ---- what people see

  /** Stories, newest version first. */
  public StoryPage stories(StoryQuery query) {
    return reading.stories(query);
  }

  /** One story with its versions and deliveries, or null if there is none. */
  public @Nullable StoryHistory story(String uri) {
    return reading.storyOrNull(uri);
  }

  /** How a story stands as of its newest version, or null if there is none. */
  public @Nullable Status status(String uri) {
    return reading.statusOrNull(uri);
  }

  /** One delivery, or null if there is none. */
  public @Nullable DeliveryView delivery(String id) {
    return reading.deliveryOrNull(id);
  }

  /** The attempts of a delivery, oldest first. */
  public List<AttemptView> attempts(String deliveryId) {
    return reading.attempts(deliveryId);
  }

  /**
   * Has {@code watcher} run after every commit. It runs on the writer's thread: it must only take
   * note, never wait and never fail.
   */
  public void watch(Runnable watcher) {
    writer.watch(watcher);
  }

  /** What a partner was sent or is to be sent, latest accepted first. */
  public List<DeliveryView> recentDeliveries(String partner, int limit) {
    return reading.recentDeliveries(partner, limit);
  }

  /** What a partner was sent and has not acknowledged, by its numbers. */
  public List<DeliveryView> unacknowledged(String partner, int limit) {
    return reading.unacknowledged(partner, limit);
  }

  /** The latest versions whose files were read with warnings, newest first. */
  public List<WarnedView> warned(int limit) {
    return reading.warned(limit);
  }

  /** When the latest versions were accepted, newest first. */
  public List<Instant> recentVersions(int limit) {
    return reading.recentVersions(limit);
  }

  /** Every partner ever heard of, by name. */
  public List<PartnerView> partners() {
    return reading.partners();
  }

  /**
   * Kills and withholds accepted before a time that their partners have not acknowledged, those
   * they refused among them.
   */
  public List<DeliveryView> unacknowledgedRecalls(Instant acceptedBefore, int limit) {
    return reading.unacknowledgedRecalls(acceptedBefore, limit);
  }

  /** The current versions of usable stories that list a story as related. */
  public List<Story> listing(String uri) {
    return reading.listing(uri);
  }

  /** What the writer has done, and what waits for it. */
  public WriterActivity activity() {
    return writer.activity();
  }

  // ---- what the archive needs

  /**
   * The current versions of all stories, of any status, in the order in which they were accepted.
   *
   * @param afterRow where the last scan ended, 0 for the beginning
   */
  public List<StoryRow> storiesSince(long afterRow, int limit) {
    return reading.storiesSince(afterRow, limit);
  }

  /** Enters imported stories, in one transaction; answers how many were new or changed. */
  public CompletionStage<Integer> archive(List<ArchiveStory> stories) {
    List<Archive.Prepared> prepared = new ArrayList<>(stories.size());
    int bytes = 0;
    for (ArchiveStory story : stories) {
      byte[] content = codec.archive(story);
      prepared.add(new Archive.Prepared(story.uri(), StoryCodec.digest(content), content));
      bytes = Math.min(waitingLimit, bytes + content.length);
    }
    return inTurn(bytes, tx -> archive.add(prepared, tx));
  }

  /**
   * Imported stories in the order of their import.
   *
   * @param afterRow where the last scan ended, 0 for the beginning
   */
  public List<ArchiveRow> archivedSince(long afterRow, int limit) {
    return reading.archivedSince(afterRow, limit);
  }

  // ---- within

  /** Looks at the clock now; for tests with a clock of their own. */
  void tick() {
    writer.wake().join();
  }

  private <T> CompletableFuture<T> inTurn(int bytes, Writer.Work<T> work) {
    waitingBytes.acquireUninterruptibly(bytes);
    return writer.submit(work).whenComplete((done, failed) -> waitingBytes.release(bytes));
  }

  private CompletionStage<Void> done(Writer.Work<Boolean> work) {
    return writer.submit(work).thenAccept(done -> {});
  }

  private interface PartnerStep {
    void take(Partner partner, Transaction tx);
  }

  private CompletionStage<Void> forPartner(String name, PartnerStep step) {
    return done(
        tx -> {
          step.take(partners.named(name, tx), tx);
          return true;
        });
  }

  private void parkBacklog(Partner partner) {
    park(partner.name, "The partner is disabled.")
        .exceptionally(
            e -> {
              log.warn("The backlog of {} could not be parked now", partner.name, e);
              return 0;
            });
  }

  private void relist(String killed) {
    relistFurther(killed, 0)
        .whenComplete(
            (count, failure) -> {
              if (failure != null) {
                log.error(
                    "Stories that list the killed {} are sent again without it at the next start,"
                        + " not now",
                    killed,
                    failure);
              } else if (count > 0) {
                log.info("{} stories that listed the killed {} go out without it", count, killed);
              }
            });
  }

  private CompletionStage<Integer> relistFurther(String killed, int before) {
    return writer
        .submit(tx -> relisting.without(killed, tx))
        .thenCompose(
            count ->
                count == 0
                    ? CompletableFuture.completedFuture(before)
                    : relistFurther(killed, before + count));
  }

  private CompletionStage<Integer> parkFurther(String partner, String reason, int before) {
    return writer
        .submit(tx -> switches.park(partners.named(partner, tx), reason, tx))
        .thenCompose(
            count ->
                count == 0
                    ? CompletableFuture.completedFuture(before)
                    : parkFurther(partner, reason, before + count));
  }

  private CompletionStage<Integer> replayFurther(
      String partner, Replays.Cursor from, long to, Set<DeliveryState> states, int before) {
    return writer
        .submit(tx -> replays.replay(partner, from, to, states, tx))
        .thenCompose(
            batch ->
                batch.next() == null
                    ? CompletableFuture.completedFuture(before + batch.count())
                    : replayFurther(partner, batch.next(), to, states, before + batch.count()));
  }

  /** Finishes what waits for the writer; what is under way is taken up by the next to open it. */
  @Override
  public void close() {
    writer.close();
    try {
      readers.close();
      sql.close();
    } catch (SQLException e) {
      throw new LedgerException(engine.explain(e), e);
    } finally {
      engine.close();
    }
  }
}
