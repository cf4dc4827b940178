package org.wirecopy.watch;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.function.Predicate;
import org.wirecopy.article.Attempt;
import org.wirecopy.article.Outcome;

/** What is counted for one partner. */
final class PartnerMeters {
  private enum Kind {
    DELIVERED("delivered", Outcome.Delivered.class::isInstance),
    RETRY("retry", Outcome.Retry.class::isInstance),
    PARKED("parked", Outcome.Parked.class::isInstance),
    SUPERSEDED("superseded", Outcome.Superseded.class::isInstance),
    DISABLED("disabled", Outcome.Disabled.class::isInstance);

    private final String word;
    private final Predicate<Outcome> covers;

    Kind(String word, Predicate<Outcome> covers) {
      this.word = word;
      this.covers = covers;
    }
  }

  private static final Kind[] KINDS = Kind.values();

  private final Counter[] attempts = new Counter[KINDS.length];
  private final Timer exchanges;
  private final Timer deliveries;

  PartnerMeters(MeterRegistry registry, String partner) {
    for (Kind kind : KINDS) {
      attempts[kind.ordinal()] =
          Counter.builder("wirecopy.delivery.attempts")
              .description("Attempts to deliver, by partner and by what came of them")
              .tag("partner", partner)
              .tag("outcome", kind.word)
              .register(registry);
    }
    exchanges =
        Timer.builder("wirecopy.partner.exchange")
            .description("Time of the HTTP exchanges with a partner")
            .tag("partner", partner)
            .register(registry);
    deliveries =
        Timer.builder("wirecopy.partner.delivery")
            .description(
                "Time from accepting a version until this partner has it, replays left out")
            .tag("partner", partner)
            .register(registry);
  }

  void attempted(Outcome.Report report) {
    for (Kind kind : KINDS) {
      if (kind.covers.test(report.outcome())) {
        attempts[kind.ordinal()].increment();
      }
    }
    Attempt attempt = report.attempt();
    if (attempt != null) {
      exchanges.record(attempt.took());
    }
  }

  void delivered(Duration latency) {
    deliveries.record(latency);
  }
}
