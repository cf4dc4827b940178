package org.wirecopy.steps;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.CompletionStage;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.wirecopy.article.Delivery;
import org.wirecopy.article.Outcome;
import org.wirecopy.delivery.Answer;
import org.wirecopy.delivery.Partner;
import org.wirecopy.delivery.Partners;
import org.wirecopy.delivery.Push;
import org.wirecopy.delivery.Rules;
import org.wirecopy.delivery.Signer;
import org.wirecopy.ledger.Ledger;
import org.wirecopy.ninjs.Formats;
import org.wirecopy.watch.Meters;
import org.wirecopy.watch.Newsroom;

/** The steps of the route template {@code partner} that join rooms. */
public final class DeliverySteps {
  /** Exchange property: the {@link Delivery} under way. */
  static final String DELIVERY = "delivery";

  /** Exchange property: the contract headers. */
  static final String HEADERS = "headers";

  /** Between attempts that cannot succeed until a person mends the mapping. */
  private static final Duration MAPPING_PAUSE = Duration.ofMinutes(5);

  private final Partners partners;
  private final Formats formats;
  private final Signer signer;
  private final Push push;
  private final Rules rules;
  private final Ledger ledger;
  private final Newsroom newsroom;
  private final Meters meters;
  private final InstantSource clock;

  public DeliverySteps(
      Partners partners,
      Formats formats,
      Signer signer,
      Push push,
      Rules rules,
      Ledger ledger,
      Newsroom newsroom,
      Meters meters,
      InstantSource clock) {
    this.partners = partners;
    this.formats = formats;
    this.signer = signer;
    this.push = push;
    this.rules = rules;
    this.ledger = ledger;
    this.newsroom = newsroom;
    this.meters = meters;
    this.clock = clock;
  }

  /** Whether it waited so long that it is no news any more. */
  public boolean isTooOld(@ExchangeProperty(DELIVERY) Delivery delivery) {
    return rules.isTooOld(partner(delivery), delivery);
  }

  /** Too old to be sent. */
  public Outcome.Report setAside(@ExchangeProperty(DELIVERY) Delivery delivery) {
    return rules.setAside(partner(delivery), delivery);
  }

  /** The story as the partner reads it; a partner's own mapping may take its time. */
  public CompletionStage<byte[]> format(@ExchangeProperty(DELIVERY) Delivery delivery) {
    return formats.rendering(partner(delivery).format(), delivery.story());
  }

  /**
   * The partner's own mapping fails on this story: a person must mend it, the others go on. A
   * recall is never given up.
   */
  public Outcome.Report unmapped(Exchange exchange, @ExchangeProperty(DELIVERY) Delivery delivery) {
    Exception cause = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Exception.class);
    String reason = cause == null ? "its format failed" : String.valueOf(cause.getMessage());
    Outcome outcome =
        delivery.story().action().recalls()
            ? new Outcome.Retry(clock.instant().plus(MAPPING_PAUSE), true, reason)
            : new Outcome.Parked(reason);
    return new Outcome.Report(delivery, null, outcome, null);
  }

  /** The contract headers over the exact bytes. */
  public Map<String, String> sign(
      @ExchangeProperty(DELIVERY) Delivery delivery, @Body byte[] body) {
    return signer.headers(partner(delivery), delivery, body, clock.instant());
  }

  /** The exchange with the partner. */
  public CompletionStage<Answer> post(
      @ExchangeProperty(DELIVERY) Delivery delivery,
      @ExchangeProperty(HEADERS) Map<String, String> headers,
      @Body byte[] body) {
    return push.post(partner(delivery), headers, body);
  }

  /** What follows the answer. */
  public Outcome.Report rule(@ExchangeProperty(DELIVERY) Delivery delivery, @Body Answer answer) {
    return rules.rule(partner(delivery), delivery, answer);
  }

  /** Puts it on record before the delivery is given up. */
  public CompletionStage<Void> record(@Body Outcome.Report report) {
    return ledger
        .record(report)
        .thenRun(
            () -> {
              newsroom.attempted(report);
              meters.attempted(report);
            });
  }

  private Partner partner(Delivery delivery) {
    Partner partner = partners.named(delivery.partner());
    if (partner == null) {
      throw new IllegalStateException("partner " + delivery.partner() + " left");
    }
    return partner;
  }
}
