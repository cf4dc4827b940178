package org.wirecopy.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.wirecopy.ledger.Desk.article;
import static org.wirecopy.ledger.Desk.settled;
import static org.wirecopy.ledger.Desk.submission;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.AsyncCallback;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.AsyncProcessorSupport;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wirecopy.article.Attempt;
import org.wirecopy.article.Delivery;
import org.wirecopy.article.Outcome;

@NullUnmarked
class LaneComponentTest {
  @TempDir Path folder;
  private Ledger ledger;
  private DefaultCamelContext camel;

  @BeforeEach
  void start() {
    ledger = Ledger.open(LedgerSettings.in(folder), InstantSource.system());
    camel = new DefaultCamelContext();
    camel.getRegistry().bind("ledger", ledger);
    camel.getShutdownStrategy().setTimeout(5);
  }

  @AfterEach
  void stop() {
    camel.stop();
    ledger.close();
  }

  /** A partner that answers when it is told, holding no thread meanwhile. */
  private final class SlowPartner extends AsyncProcessorSupport {
    final Queue<Delivery> asked = new ConcurrentLinkedQueue<>();
    final Queue<CompletableFuture<Void>> answers = new ConcurrentLinkedQueue<>();

    @Override
    public boolean process(Exchange exchange, AsyncCallback callback) {
      Delivery delivery = exchange.getMessage().getBody(Delivery.class);
      CompletableFuture<Void> answer = new CompletableFuture<>();
      answer
          .thenCompose(answered -> ledger.record(report(delivery)))
          .whenComplete(
              (done, failure) -> {
                exchange.setException(failure);
                callback.done(false);
              });
      answers.add(answer);
      asked.add(delivery);
      return false;
    }
  }

  private static Outcome.Report report(Delivery delivery) {
    Attempt attempt =
        new Attempt(InstantSource.system().instant(), Duration.ofMillis(1), 200, null, null);
    return new Outcome.Report(delivery, attempt, new Outcome.Delivered(), null);
  }

  private void route(String uri, Processor processor) throws Exception {
    camel.addRoutes(
        new RouteBuilder() {
          @Override
          public void configure() {
            errorHandler(noErrorHandler());
            from(uri).routeId(uri.replaceAll("[^a-z0-9]+", "-")).process(processor);
          }
        });
  }

  private void accept(String uri, String... partners) {
    settled(
        ledger.commit(
            List.of(
                submission(
                    uri,
                    article(uri).build(),
                    java.util.Arrays.stream(partners)
                        .map(Desk::to)
                        .toArray(org.wirecopy.article.Plan[]::new)))));
  }

  @Test
  void aDeliveryIsNotRepeatedWhileItsExchangeMayStillTakeTime() {
    LaneEndpoint patient = camel.getEndpoint("lane:acme?timeout=120000", LaneEndpoint.class);
    assertThat(patient.settings().lease()).isGreaterThan(Duration.ofMinutes(4));
    LaneEndpoint standard = camel.getEndpoint("lane:bolt", LaneEndpoint.class);
    assertThat(standard.settings().lease()).hasSeconds(60);
  }

  @Test
  void whoeverHandsDeliveriesOverIsNeverMadeToSendThem() throws Exception {
    camel.start();
    ExecutorService threads = camel.getComponent("lane", LaneComponent.class).threads();
    CountDownLatch go = new CountDownLatch(1);
    AtomicInteger sent = new AtomicInteger();
    Thread writer = Thread.currentThread();
    for (int i = 0; i < 2_000; i++) {
      threads.execute(
          () -> {
            if (Thread.currentThread() != writer) {
              waitFor(go);
              sent.incrementAndGet();
            }
          });
    }
    go.countDown();
    await().until(() -> sent.get() == 2_000);
  }

  private static void waitFor(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void manyAreUnderWayAtOnceWithoutAThreadEach() throws Exception {
    SlowPartner acme = new SlowPartner();
    route("lane:acme?concurrency=20", acme);
    camel.start();
    for (int i = 0; i < 30; i++) {
      accept("story" + i, "acme");
    }
    await().until(() -> acme.asked.size() == 20);
    assertThat(Thread.getAllStackTraces().keySet())
        .filteredOn(thread -> thread.getName().contains("Lanes"))
        .hasSizeLessThanOrEqualTo(3);
    acme.answers.remove().complete(null);
    await().until(() -> acme.asked.size() == 21);
    while (acme.asked.size() < 30 || !acme.answers.isEmpty()) {
      CompletableFuture<Void> answer = acme.answers.poll();
      if (answer != null) {
        answer.complete(null);
      }
      Thread.onSpinWait();
    }
    await()
        .untilAsserted(
            () ->
                assertThat(
                        ledger
                            .views()
                            .stories(
                                new StoryQuery(
                                    null,
                                    DeliveryState.DELIVERED,
                                    "acme",
                                    null,
                                    null,
                                    null,
                                    null,
                                    99))
                            .stories())
                    .hasSize(30));
  }

  @Test
  void failureWithinTheRouteGivesTheDeliveryUpForALaterTry() throws Exception {
    Queue<Delivery> asked = new ConcurrentLinkedQueue<>();
    route(
        "lane:acme?giveUpMillis=50",
        exchange -> {
          Delivery delivery = exchange.getMessage().getBody(Delivery.class);
          asked.add(delivery);
          if (asked.size() == 1) {
            throw new IllegalStateException("the route is broken");
          }
          settled(ledger.record(report(delivery)));
        });
    camel.start();
    accept("harbour", "acme");
    await().until(() -> asked.size() == 2);
    assertThat(asked).extracting(Delivery::id).containsOnly(asked.peek().id());
    await()
        .untilAsserted(
            () ->
                assertThat(ledger.views().story("harbour").deliveries())
                    .extracting(DeliveryView::state)
                    .containsExactly(DeliveryState.DELIVERED));
  }

  @Test
  void stoppedRouteTakesNothingAndStartsAgainWhereItLeftOff() throws Exception {
    SlowPartner acme = new SlowPartner();
    route("lane:acme", acme);
    camel.start();
    camel.getRouteController().stopRoute("lane-acme");
    accept("harbour", "acme");
    ledger.tick();
    assertThat(acme.asked).isEmpty();
    camel.getRouteController().startRoute("lane-acme");
    await().until(() -> acme.asked.size() == 1);
    acme.answers.remove().complete(null);
  }

  @Test
  void partnerThatHangsCostsTheOthersNothing() throws Exception {
    SlowPartner hanging = new SlowPartner();
    SlowPartner quick = new SlowPartner();
    route("lane:hanging?concurrency=2", hanging);
    route("lane:quick?concurrency=2", quick);
    camel.start();
    for (int i = 0; i < 10; i++) {
      accept("story" + i, "hanging", "quick");
      await().until(() -> !quick.answers.isEmpty());
      quick.answers.remove().complete(null);
    }
    await().until(() -> quick.asked.size() == 10);
    assertThat(hanging.asked).hasSize(2);
    hanging.answers.forEach(answer -> answer.complete(null));
    await().until(() -> hanging.asked.size() == 4);
    hanging.answers.forEach(answer -> answer.complete(null));
  }
}
