package org.wirecopy.watch;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wirecopy.ledger.Ledger;
import org.wirecopy.ledger.LedgerException;
import org.wirecopy.ledger.PartnerView;

/**
 * Where each partner stands, read from the ledger at most every few seconds however often it is
 * scraped.
 */
final class PartnerGauges {
  private static final Logger LOG = LoggerFactory.getLogger(PartnerGauges.class);
  private static final Duration FRESH = Duration.ofSeconds(5);
  private static final Duration RECALL_PATIENCE = Duration.ofMinutes(1);
  private static final int MOST_RECALLS = 1_000;

  private record Row(MultiGauge gauge, ToDoubleFunction<PartnerView> value) {}

  private final MeterRegistry registry;
  private final Ledger ledger;
  private final InstantSource clock;
  private final int mostPartners;
  private final List<Row> rows = new ArrayList<>();
  private Instant asked = Instant.MIN;
  private volatile int recalls;

  PartnerGauges(MeterRegistry registry, Ledger ledger, InstantSource clock, int mostPartners) {
    this.registry = registry;
    this.ledger = ledger;
    this.clock = clock;
    this.mostPartners = mostPartners;
    row(
        "backlog",
        "Deliveries that wait, are under way or are to be retried",
        PartnerView::backlog);
    row("oldest.seconds", "Age of the oldest delivery of the backlog", this::oldest);
    row("held", "Deliveries under embargo", PartnerView::held);
    row("parked", "Deliveries that wait for a person", PartnerView::parked);
    row("paused", "1 while a person paused it", partner -> flag(partner.paused()));
    row("disabled", "1 while it gets nothing", partner -> flag(partner.disabled()));
    row(
        "resting",
        "1 while its breaker is open or it asked for a rest",
        partner -> flag(partner.restingUntil() != null || partner.probing()));
    Gauge.builder("wirecopy.recalls.unacknowledged", this, gauges -> gauges.recalls)
        .description("Kills and withholds that a partner has not acknowledged for a minute")
        .register(registry);
  }

  private void row(String name, String description, ToDoubleFunction<PartnerView> value) {
    MultiGauge gauge =
        MultiGauge.builder("wirecopy.partner." + name).description(description).register(registry);
    rows.add(new Row(gauge, value));
  }

  synchronized void refresh() {
    Instant now = clock.instant();
    if (asked.plus(FRESH).isAfter(now)) {
      return;
    }
    asked = now;
    try {
      List<PartnerView> partners = ledger.views().partners().stream().limit(mostPartners).toList();
      for (Row row : rows) {
        row.gauge().register(values(partners, row.value()), true);
      }
      recalls =
          ledger.views().unacknowledgedRecalls(now.minus(RECALL_PATIENCE), MOST_RECALLS).size();
    } catch (LedgerException e) {
      LOG.warn("The partners' metrics stay as they were: {}", e.getMessage());
    }
  }

  private static List<MultiGauge.Row<?>> values(
      List<PartnerView> partners, ToDoubleFunction<PartnerView> value) {
    List<MultiGauge.Row<?>> values = new ArrayList<>();
    for (PartnerView partner : partners) {
      values.add(
          MultiGauge.Row.of(Tags.of("partner", partner.partner()), value.applyAsDouble(partner)));
    }
    return values;
  }

  private double oldest(PartnerView partner) {
    Instant oldest = partner.oldest();
    return oldest == null ? 0 : Duration.between(oldest, clock.instant()).toMillis() / 1000.0;
  }

  private static double flag(boolean set) {
    return set ? 1 : 0;
  }
}
