package org.wirecopy.watch;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.DiskSpaceMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;
import org.wirecopy.article.Delivery;
import org.wirecopy.article.Outcome;
import org.wirecopy.article.Receipt;
import org.wirecopy.delivery.Alarm;
import org.wirecopy.ledger.Ledger;
import org.wirecopy.ledger.WriterActivity;
import org.wirecopy.related.Archive;

/**
 * What Prometheus reads at {@code /metrics}: counts and times of what happens, for less than a
 * microsecond an event, and where things stand, asked for at each scrape. The README lists them.
 *
 * <p>Labels are bounded: partners, formats and rejection codes beyond a fixed number are counted
 * together under {@code other}.
 */
public final class Meters implements AutoCloseable {
  private static final int MOST_PARTNERS = 1_000;
  private static final int MOST_WORDS = 64;
  private static final String OTHER = "other";
  private static final Duration[] LATENCIES = {
    Duration.ofMillis(25),
    Duration.ofMillis(100),
    Duration.ofMillis(250),
    Duration.ofSeconds(1),
    Duration.ofSeconds(5),
    Duration.ofSeconds(30),
    Duration.ofMinutes(5),
    Duration.ofMinutes(30),
    Duration.ofHours(6)
  };
  private static final Duration[] LOOKUPS = {
    Duration.ofMillis(5),
    Duration.ofMillis(15),
    Duration.ofMillis(50),
    Duration.ofMillis(250),
    Duration.ofSeconds(1),
    Duration.ofSeconds(2)
  };

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final InstantSource clock;
  private final Map<String, Counter> articles = new ConcurrentHashMap<>();
  private final Map<String, Counter> rejections = new ConcurrentHashMap<>();
  private final Map<String, PartnerMeters> partners = new ConcurrentHashMap<>();
  private final Map<Alarm.Kind, Counter> alarms = new EnumMap<>(Alarm.Kind.class);
  private final Timer intake;
  private final Timer lookups;
  private final Counter failedLookups;
  private final Timer deliveries;
  private final JvmGcMetrics collections = new JvmGcMetrics();
  private @Nullable PartnerGauges standing;

  /** Counts from zero, by the given clock. */
  public Meters(InstantSource clock) {
    this.clock = clock;
    intake =
        Timer.builder("wirecopy.intake")
            .description("Time from picking a file up until its stories are on disk")
            .serviceLevelObjectives(LATENCIES)
            .register(registry);
    lookups =
        Timer.builder("wirecopy.related.lookup")
            .description("Time of a lookup of related stories")
            .serviceLevelObjectives(LOOKUPS)
            .register(registry);
    failedLookups =
        Counter.builder("wirecopy.related.lookup.failures")
            .description("Lookups that failed or took too long; the story went out without")
            .register(registry);
    deliveries =
        Timer.builder("wirecopy.delivery")
            .description("Time from accepting a version until a partner has it, replays left out")
            .serviceLevelObjectives(LATENCIES)
            .register(registry);
    for (Alarm.Kind kind : Alarm.Kind.values()) {
      alarms.put(
          kind,
          Counter.builder("wirecopy.alarms")
              .description("Alarms told, repeats included")
              .tag("kind", kind.name().toLowerCase(Locale.ROOT))
              .register(registry));
    }
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    new UptimeMetrics().bindTo(registry);
    collections.bindTo(registry);
  }

  /** Also tells where the ledger, the archive and the disk stand. */
  public void watch(Ledger ledger, Archive archive, Path data) {
    standing = new PartnerGauges(registry, ledger, clock, MOST_PARTNERS);
    ledgerCount("commits", "Transactions that reached the disk", ledger, WriterActivity::commits);
    ledgerCount("pieces", "Stories, outcomes and orders in them", ledger, WriterActivity::pieces);
    FunctionCounter.builder(
            "wirecopy.ledger.commit.seconds", ledger, l -> l.activity().commitNanos() / 1e9)
        .description("Time that commits took together")
        .register(registry);
    Gauge.builder("wirecopy.ledger.waiting", ledger, l -> l.activity().waiting())
        .description("Stories, outcomes and orders that wait to be committed")
        .register(registry);
    Gauge.builder("wirecopy.archive.stories", archive, Archive::size)
        .description("Stories that can be found as related")
        .register(registry);
    new DiskSpaceMetrics(data.toFile()).bindTo(registry);
  }

  private interface Count {
    long of(WriterActivity activity);
  }

  private void ledgerCount(String name, String description, Ledger ledger, Count count) {
    FunctionCounter.builder("wirecopy.ledger." + name, ledger, l -> count.of(l.activity()))
        .description(description)
        .register(registry);
  }

  /** An alarm was told. */
  public void alarm(Alarm alarm) {
    Counter counter = alarms.get(alarm.kind());
    if (counter != null) {
      counter.increment();
    }
  }

  /**
   * A file was read and committed.
   *
   * @param format it was read as
   * @param tookMillis since it was picked up
   */
  public void committed(String format, List<Receipt> receipts, long tookMillis) {
    intake.record(Duration.ofMillis(tookMillis));
    for (Receipt receipt : receipts) {
      String outcome =
          receipt instanceof Receipt.Accepted
              ? "accepted"
              : receipt instanceof Receipt.Duplicate ? "duplicate" : "refused";
      bounded(articles, format + '\n' + outcome, MOST_WORDS * 3, key -> article(key)).increment();
    }
  }

  private Counter article(String key) {
    int cut = key.indexOf('\n');
    return Counter.builder("wirecopy.articles")
        .description("Articles read, by format and by what became of them")
        .tag("format", cut < 0 ? OTHER : key.substring(0, cut))
        .tag("outcome", cut < 0 ? OTHER : key.substring(cut + 1))
        .register(registry);
  }

  /** A file was rejected, for a reason with this code. */
  public void rejected(String code) {
    bounded(
            rejections,
            code,
            MOST_WORDS,
            word ->
                Counter.builder("wirecopy.files.rejected")
                    .description("Files that could not be sent, by the reason's code")
                    .tag("code", word)
                    .register(registry))
        .increment();
  }

  /** A lookup of related stories was answered after so many nanoseconds. */
  public void lookedUp(long nanos) {
    lookups.record(nanos, TimeUnit.NANOSECONDS);
  }

  /** A lookup of related stories failed. */
  public void lookupFailed() {
    failedLookups.increment();
  }

  /** An attempt was made and put on record. */
  public void attempted(Outcome.Report report) {
    Delivery delivery = report.delivery();
    PartnerMeters partner =
        bounded(
            partners, delivery.partner(), MOST_PARTNERS, name -> new PartnerMeters(registry, name));
    partner.attempted(report);
    if (report.outcome() instanceof Outcome.Delivered && !delivery.replay()) {
      Duration latency = Duration.between(delivery.acceptedAt(), clock.instant());
      deliveries.record(latency);
      partner.delivered(latency);
    }
  }

  /** Answers a scrape. */
  public void scrape(Exchange exchange) {
    exchange.getMessage().removeHeaders("*");
    exchange
        .getMessage()
        .setHeader(Exchange.CONTENT_TYPE, "text/plain; version=0.0.4; charset=utf-8");
    exchange.getMessage().setBody(text());
  }

  /** All metrics in Prometheus' text format, version 0.0.4. */
  public String text() {
    PartnerGauges gauges = standing;
    if (gauges != null) {
      gauges.refresh();
    }
    return registry.scrape();
  }

  private static <T> T bounded(
      Map<String, T> known, String word, int most, Function<String, T> make) {
    T meter = known.get(word);
    if (meter == null) {
      meter = known.computeIfAbsent(known.size() < most ? word : OTHER, make);
    }
    return meter;
  }

  @Override
  public void close() {
    collections.close();
    registry.close();
  }
}
