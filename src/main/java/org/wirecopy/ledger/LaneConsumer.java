package org.wirecopy.ledger;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.Suspendable;
import org.apache.camel.support.DefaultConsumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wirecopy.article.Delivery;

/**
 * Emits one exchange per delivery, its body the {@link Delivery}. Many are under way at once, none
 * holds a thread while it waits. What the route ends without recording an outcome is tried again.
 */
final class LaneConsumer extends DefaultConsumer implements Suspendable {
  private static final Logger log = LoggerFactory.getLogger(LaneConsumer.class);

  private final LaneEndpoint endpoint;
  private @Nullable Lane lane;
  private @Nullable Ledger ledger;
  private @Nullable ExecutorService threads;

  LaneConsumer(LaneEndpoint endpoint, Processor processor) {
    super(endpoint, processor);
    this.endpoint = endpoint;
  }

  @Override
  protected void doStart() throws Exception {
    super.doStart();
    threads = endpoint.lanes().threads();
    ledger = endpoint.lanes().ledger();
    openLane();
  }

  @Override
  protected void doSuspend() throws Exception {
    closeLane();
    super.doSuspend();
  }

  @Override
  protected void doResume() throws Exception {
    super.doResume();
    openLane();
  }

  @Override
  protected void doStop() throws Exception {
    closeLane();
    super.doStop();
  }

  private synchronized void openLane() {
    if (ledger != null && lane == null) {
      lane = ledger.openLane(endpoint.getPartner(), endpoint.settings(), this::take);
    }
  }

  private synchronized void closeLane() {
    if (lane != null) {
      lane.close();
      lane = null;
    }
  }

  /** Called by the writer, which must not wait. */
  private void take(List<Delivery> deliveries) {
    ExecutorService pool = threads;
    if (pool == null) {
      return;
    }
    for (Delivery delivery : deliveries) {
      try {
        pool.execute(() -> send(delivery));
      } catch (RejectedExecutionException e) {
        giveUp(delivery, Duration.ZERO, "Wirecopy was stopping.");
      } catch (Error e) {
        log.warn("Delivery {} to {} could not begin", delivery.id(), delivery.partner(), e);
        giveUp(delivery, giveUpWait(), "It failed within Wirecopy: " + e);
      }
    }
  }

  private void send(Delivery delivery) {
    if (isStoppingOrStopped() || isSuspendingOrSuspended()) {
      giveUp(delivery, Duration.ZERO, "The partner's route was stopping.");
      return;
    }
    Exchange exchange = createExchange(false);
    exchange.getMessage().setBody(delivery);
    try {
      getAsyncProcessor().process(exchange, doneSync -> ended(delivery, exchange));
    } catch (RuntimeException | Error e) {
      exchange.setException(e);
      ended(delivery, exchange);
    }
  }

  private void ended(Delivery delivery, Exchange exchange) {
    Exception failure = exchange.getException();
    releaseExchange(exchange, false);
    if (ledger == null || !ledger.isClaimed(delivery)) {
      return;
    }
    Duration wait = giveUpWait();
    if (failure == null) {
      log.warn(
          "Route {} ended delivery {} to {} without an outcome; it is tried again in {} s",
          getRouteId(),
          delivery.id(),
          delivery.partner(),
          wait.toSeconds());
      giveUp(delivery, wait, "The partner's route ended without an outcome.");
    } else {
      log.warn(
          "Delivery {} to {} failed within Wirecopy; it is tried again in {} s",
          delivery.id(),
          delivery.partner(),
          wait.toSeconds(),
          failure);
      giveUp(delivery, wait, "It failed within Wirecopy: " + failure);
    }
  }

  private Duration giveUpWait() {
    return Duration.ofMillis(endpoint.getGiveUpMillis());
  }

  private void giveUp(Delivery delivery, Duration wait, String reason) {
    if (ledger != null) {
      ledger
          .giveUp(delivery, wait, reason)
          .exceptionally(
              e -> {
                log.warn("Delivery {} stays leased until its lease runs out", delivery.id(), e);
                return null;
              });
    }
  }
}
