package org.wirecopy.ledger;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wirecopy.article.Action;
import org.wirecopy.article.Article;
import org.wirecopy.article.Plan;
import org.wirecopy.article.Receipt;
import org.wirecopy.article.Status;
import org.wirecopy.article.Submission;

/**
 * What people tell the ledger to do: switch partners, send again, kill and release. Stages complete
 * and fail as those of the {@link Ledger} do.
 */
public final class Orders {
  private static final Logger log = LoggerFactory.getLogger(Orders.class);

  private final Writer writer;
  private final Partners partners;
  private final Switches switches;
  private final Replays replays;
  private final Acceptance acceptance;
  private final StoryCodec codec;

  Orders(
      Writer writer,
      Partners partners,
      Switches switches,
      Replays replays,
      Acceptance acceptance,
      StoryCodec codec) {
    this.writer = writer;
    this.partners = partners;
    this.switches = switches;
    this.replays = replays;
    this.acceptance = acceptance;
    this.codec = codec;
  }

  /** Nothing is sent to the partner until {@link #resume}; what comes in waits. */
  public CompletionStage<Void> pause(String partner, String reason) {
    return forPartner(partner, (known, tx) -> switches.pause(known, reason, tx));
  }

  /**
   * Has {@code resumed} told the name of each partner whose pause and rest a person ended, before
   * it is sent anything more. It runs on the writer's thread: it must only take note.
   */
  public void watchResumed(Consumer<String> resumed) {
    switches.tellResumed(resumed);
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

  /**
   * Takes a partner's parked deliveries back up, at a replay's pace; answers how many: none while
   * it is disabled.
   */
  public CompletionStage<Integer> unpark(String partner) {
    return replay(partner, Instant.MIN, Instant.MAX, Set.of(DeliveryState.PARKED));
  }

  /**
   * Sends a story's current version again: to every partner that it was meant for, or to one.
   *
   * @param partner the only partner, even if its filter left the story out or it is new; null for
   *     all
   * @return to how many; a disabled partner is not among them
   */
  public CompletionStage<Integer> resend(String uri, @Nullable String partner) {
    return writer.submit(tx -> replays.resend(uri, partner, tx));
  }

  /**
   * Sends again what {@link Views#countReplay} counts, behind live news; answers how many: none
   * while the partner is disabled.
   */
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
   * version; a release without the words of a notice that recalled it.
   *
   * @param action {@link Action#KILL}, {@link Action#WITHHOLD} or {@link Action#RELEASE}
   * @param note why, kept with the version
   * @param planner whom a release goes to, and when, asked with the article as it will be sent; a
   *     recall goes to whoever was ever sent or attempted
   */
  public CompletionStage<Receipt> act(
      String uri, Action action, @Nullable String note, Function<Article, List<Plan>> planner) {
    return acting(uri, action, note, planner);
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
      String uri,
      Action action,
      @Nullable String note,
      @Nullable Function<Article, List<Plan>> planner) {
    Status status =
        switch (action) {
          case KILL -> Status.CANCELED;
          case WITHHOLD -> Status.WITHHELD;
          case RELEASE -> Status.USABLE;
          default -> throw new IllegalArgumentException("a person kills, withholds or releases");
        };
    return writer.submit(tx -> acceptance.act(uri, status, action, note, planner, tx));
  }

  /** Parks what waits for a partner that was disabled. */
  void parkBacklog(Partner partner) {
    park(partner.name, "The partner is disabled.")
        .exceptionally(
            e -> {
              log.warn("The backlog of {} could not be parked now", partner.name, e);
              return 0;
            });
  }

  private interface PartnerStep {
    void take(Partner partner, Transaction tx);
  }

  private CompletionStage<Void> forPartner(String name, PartnerStep step) {
    return writer
        .submit(
            tx -> {
              step.take(partners.named(name, tx), tx);
              return true;
            })
        .thenAccept(done -> {});
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
}
