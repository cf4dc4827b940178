package org.wirecopy.ledger;

import java.sql.SQLException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.wirecopy.article.ArchiveStory;
import org.wirecopy.article.Delivery;
import org.wirecopy.article.Outcome;
import org.wirecopy.article.Receipt;
import org.wirecopy.article.Standing;
import org.wirecopy.article.Submission;

/**
 * The one source of truth: stories and their versions, what each partner gets of them, and what
 * became of it. What a stage reports as done is on disk.
 *
 * <p>Here is what the routes need; what people do is in {@link #orders}, what they see in {@link
 * #views}.
 *
 * <p>Stages complete on two threads of the ledger; give longer work a thread of its own. A stage
 * fails with a {@link LedgerException} whose message is for people, for example when the disk is
 * full; the ledger itself goes on.
 */
public final class Ledger implements AutoCloseable {
  /** A writer that hangs does not hold up the end of everything else. */
  private static final long LONGEST_CLOSING_SECONDS = 30;

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
  private final Outcomes outcomes;
  private final Recalled recalled;
  private final Acceptance acceptance;
  private final Relisting relisting;
  private final Archive archive;
  private final Readers readers;
  private final Views views;
  private final Scans scans;
  private final Writer writer;
  private final Orders orders;

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
    recalled = new Recalled();
    MissedCorrections missed = new MissedCorrections(codec);
    lanes = new Lanes(partners, stories, recalled, missed);
    Switches switches = new Switches(lanes);
    outcomes = new Outcomes(lanes, new Sequences(partners), switches);
    DueTimes dueTimes = new DueTimes(partners, lanes, outcomes);
    outcomes.tell(dueTimes::note);
    lanes.tell(dueTimes::note);
    Fanout fanout =
        new Fanout(
            partners, lanes, dueTimes, missed, keys, new DeliveryIds(new SplittableRandom()));
    acceptance = new Acceptance(stories, fanout, keys, codec, recalled);
    Replays replays = new Replays(partners, lanes, stories, fanout, dueTimes);
    archive = new Archive(keys);
    readers = new Readers(engine);
    views = new Views(readers, codec, missed);
    scans = new Scans(readers, codec, stories.fresh());
    writer =
        new Writer(
            engine,
            sql,
            new Settlement(partners, lanes, dueTimes),
            clock::millis,
            settings.largestGroup());
    relisting = new Relisting(stories, acceptance, writer);
    acceptance.tell(relisting::begin);
    orders = new Orders(writer, partners, switches, replays, acceptance, codec);
    switches.tell(orders::parkBacklog);
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
    listed.forEach(relisting::begin);
    partners.all().stream().filter(partner -> partner.disabled).forEach(orders::parkBacklog);
  }

  /** How each partner stood when the ledger was opened, by name. */
  public Map<String, Standing> standings() {
    return standings;
  }

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
        .orTimeout(LONGEST_CLOSING_SECONDS, TimeUnit.SECONDS)
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
   * Has {@code watcher} run after every commit. It runs on the writer's thread: it must only take
   * note, never wait and never fail.
   */
  public void watch(Runnable watcher) {
    writer.watch(watcher);
  }

  /** Why nothing could be written last, for people; null if it could. Tried anew each second. */
  public @Nullable String fault() {
    return writer.fault();
  }

  /** What the writer has done, and what waits for it. */
  public WriterActivity activity() {
    return writer.activity();
  }

  /** What people tell the ledger to do. */
  public Orders orders() {
    return orders;
  }

  /** What people see of it. */
  public Views views() {
    return views;
  }

  /** What it holds from the first to the last, for the archive. */
  public Scans scans() {
    return scans;
  }

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
