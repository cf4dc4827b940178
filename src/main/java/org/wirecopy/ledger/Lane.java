package org.wirecopy.ledger;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.wirecopy.article.Delivery;
import org.wirecopy.article.Status;
import org.wirecopy.article.Story;

/**
 * A partner's way out. The ledger hands it deliveries as they become ready, never more at once than
 * its settings allow; an idle lane costs nothing.
 */
public final class Lane implements AutoCloseable {
  private final Ledger ledger;
  private final String partner;
  private final LaneSettings settings;
  private final Consumer<List<Delivery>> taker;
  final Tokens tokens;
  final Tokens replayTokens;

  /** Claimed in the transaction under way, handed over once it is committed. */
  List<Delivery> taken = new ArrayList<>();

  Lane(Ledger ledger, String partner, LaneSettings settings, Consumer<List<Delivery>> taker) {
    this.ledger = ledger;
    this.partner = partner;
    this.settings = settings;
    this.taker = taker;
    this.tokens = new Tokens(settings.rate());
    this.replayTokens = new Tokens(settings.replayRate());
  }

  /** The partner it leads to. */
  public String partner() {
    return partner;
  }

  /** How much it may have under way. */
  public LaneSettings settings() {
    return settings;
  }

  /**
   * Gives up a delivery whose outcome was not recorded; does nothing if it was. It is tried again.
   *
   * @param delivery what the lane was handed
   * @param retryIn not before this time from now; zero for at once
   * @param reason in words for the desk
   */
  public CompletionStage<Void> giveUp(Delivery delivery, Duration retryIn, String reason) {
    return ledger.giveUp(delivery, retryIn, reason);
  }

  /** Nothing more is handed over; what is under way may still be recorded or given up. */
  @Override
  public void close() {
    ledger.closeLane(this);
  }

  /**
   * The end of a story's embargo, in milliseconds; null if it may go out here now. Looked at anew
   * before each attempt: the trust that it was planned with may have been taken away. A recall
   * never waits.
   */
  @Nullable Long heldUntil(Story story, long now) {
    OffsetDateTime embargo = story.article().embargo();
    if (embargo == null || settings.trustedForEmbargo() || story.status() != Status.USABLE) {
      return null;
    }
    long until = Fanout.roundedUp(embargo.toInstant());
    return until > now ? until : null;
  }

  void handOver(List<Delivery> deliveries) {
    taker.accept(deliveries);
  }
}
