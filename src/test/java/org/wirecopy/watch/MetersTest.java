package org.wirecopy.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.wirecopy.article.Action;
import org.wirecopy.article.Article;
import org.wirecopy.article.Attempt;
import org.wirecopy.article.Delivery;
import org.wirecopy.article.Outcome;
import org.wirecopy.article.Receipt;
import org.wirecopy.article.Status;
import org.wirecopy.article.Story;

class MetersTest {
  private static final Instant ACCEPTED = Instant.parse("2026-11-23T09:00:00Z");

  private static final Story STORY =
      new Story(
          "tag:wire.example,2026:port",
          1,
          Action.PUBLISH,
          Status.USABLE,
          ACCEPTED,
          ACCEPTED,
          Article.titled("Port reopens after storm").build(),
          List.of());

  private final Meters meters = new Meters(() -> ACCEPTED.plusSeconds(2));

  @AfterEach
  void close() {
    meters.close();
  }

  @Test
  void partnersBeyondAThousandAreCountedTogether() {
    for (int i = 0; i < 1_200; i++) {
      meters.attempted(report("partner" + i, false, new Outcome.Delivered()));
    }

    long labels =
        Pattern.compile("partner=\"([^\"]+)\"")
            .matcher(meters.text())
            .results()
            .map(result -> result.group(1))
            .distinct()
            .count();
    assertThat(labels).isEqualTo(1_001);
    assertThat(meters.text())
        .contains("wirecopy_delivery_attempts_total{outcome=\"delivered\",partner=\"other\"} 200");
  }

  @Test
  void formatsAndCodesAreBoundedToo() {
    for (int i = 0; i < 1_000; i++) {
      meters.rejected("CODE_" + i);
      meters.committed("format " + i, List.of(new Receipt.Duplicate("tag:x", 1)), 5);
    }
    assertThat(meters.text().lines().filter(line -> line.startsWith("wirecopy_files_rejected")))
        .hasSizeLessThanOrEqualTo(65);
    assertThat(meters.text().lines().filter(line -> line.startsWith("wirecopy_articles_total")))
        .hasSizeLessThanOrEqualTo(193);
  }

  @Test
  void latencyIsOfFirstDeliveriesOnly() {
    meters.attempted(report("acme", true, new Outcome.Delivered()));
    assertThat(meters.text()).contains("wirecopy_delivery_seconds_count 0\n");
    meters.attempted(report("acme", false, new Outcome.Parked("no")));
    assertThat(meters.text()).contains("wirecopy_delivery_seconds_count 0\n");
    meters.attempted(report("acme", false, new Outcome.Delivered()));
    assertThat(meters.text())
        .contains("wirecopy_delivery_seconds_count 1\n")
        .contains("wirecopy_delivery_seconds_sum 2.0\n")
        .contains("wirecopy_partner_exchange_seconds_count{partner=\"acme\"} 3\n");
  }

  private static Outcome.Report report(String partner, boolean replay, Outcome outcome) {
    Delivery delivery = new Delivery("msg_1", partner, STORY, 1, 0, ACCEPTED, replay);
    Attempt attempt = new Attempt(ACCEPTED, Duration.ofMillis(30), 204, null, null);
    return new Outcome.Report(delivery, attempt, outcome, null);
  }
}
