package org.wirecopy.desk.page;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.wirecopy.ledger.DeliveryState;
import org.wirecopy.ledger.DeliveryView;
import org.wirecopy.ledger.Ledger;
import org.wirecopy.ledger.PartnerView;

/** Where the partners stand, at a glance and one by one. */
final class PartnersPage {
  /** What health is judged by: the latest so many deliveries that were attempted. */
  private static final int JUDGED = 200;

  /** Partners on the page; the others are found by their names. */
  private static final int MOST = 60;

  /** So many are seen at a glance, and need no search. */
  private static final int FEW = 12;

  private static final int SHOWN = 40;
  private static final int SPARKS = 60;

  /** A partner's health. {@code spark} is the points of a line, 120 wide and 28 high. */
  record Health(
      String name,
      String link,
      String standing,
      String tone,
      String why,
      String success,
      String latency,
      String backlog,
      String age,
      long held,
      long parked,
      String spark,
      String last,
      boolean paused,
      boolean disabled) {}

  /** One of the latest deliveries. */
  record Line(
      String link,
      String headline,
      int version,
      String action,
      String words,
      String tone,
      String time) {}

  /**
   * The list, what needs a look first.
   *
   * @param q part of the names that are shown
   * @param counts how many stand how, for example 7 well
   * @param more how many are not shown
   */
  record Model(String q, String counts, List<Health> partners, int more, boolean many) {}

  /**
   * One partner.
   *
   * @param standstill why nothing can be sent to it, or empty
   */
  record One(
      Health health,
      List<Line> latest,
      Map<String, String> settings,
      long lastSequence,
      String standstill,
      String said,
      String from,
      String to,
      String ownPage) {}

  private final Ledger ledger;
  private final OtherRooms rooms;
  private final Words words;

  PartnersPage(Ledger ledger, OtherRooms rooms, Words words) {
    this.ledger = ledger;
    this.rooms = rooms;
    this.words = words;
  }

  static String link(String name) {
    return "/partners/" + StoriesPage.encoded(name);
  }

  Model model(String q) {
    List<PartnerView> all = ledger.views().partners();
    Map<String, Integer> counts = new LinkedHashMap<>();
    all.stream()
        .sorted(Comparator.comparing(PartnersPage::trouble))
        .forEach(partner -> counts.merge(standing(partner), 1, Integer::sum));
    List<PartnerView> named =
        all.stream()
            .filter(p -> p.partner().toLowerCase(Locale.ROOT).contains(q.toLowerCase(Locale.ROOT)))
            .sorted(Comparator.comparing(PartnersPage::trouble).thenComparing(PartnerView::partner))
            .toList();
    List<PartnerView> shown = named.subList(0, Math.min(MOST, named.size()));
    return new Model(
        q,
        counts.entrySet().stream()
            .map(count -> count.getValue() + " " + count.getKey())
            .collect(Collectors.joining(", ")),
        shown.stream()
            .map(p -> health(p, ledger.views().attemptedDeliveries(p.partner(), JUDGED)))
            .toList(),
        named.size() - shown.size(),
        all.size() > FEW);
  }

  /** What needs a person comes first. */
  private static int trouble(PartnerView partner) {
    if (partner.disabled()) {
      return 0;
    }
    if (partner.restingUntil() != null) {
      return 1;
    }
    return partner.parked() > 0 ? 2 : partner.paused() ? 3 : 4;
  }

  @Nullable PartnerView named(String name) {
    return ledger.views().partners().stream()
        .filter(partner -> partner.partner().equals(name))
        .findFirst()
        .orElse(null);
  }

  /** One partner's page, or null if there is no such partner. */
  @Nullable One one(String name, String said) {
    PartnerView partner = named(name);
    if (partner == null) {
      return null;
    }
    List<DeliveryView> latest = ledger.views().recentDeliveries(name, SHOWN);
    return new One(
        health(partner, ledger.views().attemptedDeliveries(name, JUDGED)),
        latest.stream().map(delivery -> line(delivery, partner)).toList(),
        rooms.settings(name),
        partner.lastSequence(),
        Objects.requireNonNullElse(new Standstill(ledger, rooms).of(partner), ""),
        said,
        words.local(words.now().minus(Duration.ofDays(1))),
        words.local(words.now().plus(Duration.ofMinutes(1))),
        rooms.hasOwnPage(name) ? PartnerSiteView.link(name) : "");
  }

  private Line line(DeliveryView delivery, PartnerView partner) {
    return new Line(
        StoryView.link(delivery.uri()),
        delivery.headline(),
        delivery.version(),
        delivery.action().wireName(),
        words.state(delivery, partner),
        Words.tone(delivery, partner),
        words.time(delivery.acceptedAt()));
  }

  private Health health(PartnerView partner, List<DeliveryView> recent) {
    long good = recent.stream().filter(d -> d.state() == DeliveryState.DELIVERED).count();
    long bad = recent.stream().filter(PartnersPage::troubled).count();
    List<Duration> latencies =
        recent.stream().map(Words::latency).filter(Objects::nonNull).sorted().toList();
    return new Health(
        partner.partner(),
        link(partner.partner()),
        standing(partner),
        tone(partner),
        why(partner, recent),
        good + bad == 0 ? "–" : String.format(Locale.ROOT, "%.1f %%", 100.0 * good / (good + bad)),
        latencies.isEmpty() ? "–" : Words.span(latencies.get(latencies.size() / 2)),
        String.format(Locale.UK, "%,d", partner.backlog()),
        partner.oldest() == null ? "" : "oldest " + words.age(partner.oldest()),
        partner.held(),
        partner.parked(),
        spark(recent),
        last(recent),
        partner.paused(),
        partner.disabled());
  }

  private String last(List<DeliveryView> recent) {
    return recent.stream()
        .map(DeliveryView::deliveredAt)
        .filter(Objects::nonNull)
        .max(Comparator.naturalOrder())
        .map(words::time)
        .orElse("–");
  }

  private static boolean troubled(DeliveryView delivery) {
    return delivery.state() == DeliveryState.PARKED
        || delivery.state() == DeliveryState.PENDING && delivery.attempts() > 0;
  }

  static String standing(PartnerView partner) {
    if (partner.disabled()) {
      return "disabled";
    }
    if (partner.paused()) {
      return "paused";
    }
    if (partner.restingUntil() != null) {
      return partner.probing() ? "failing" : "asked for a pause";
    }
    return partner.parked() > 0 ? "needs a look" : "well";
  }

  private static String tone(PartnerView partner) {
    if (partner.disabled()) {
      return "bad";
    }
    if (partner.paused() || partner.restingUntil() != null) {
      return "late";
    }
    return partner.parked() > 0 ? "bad" : "good";
  }

  private String why(PartnerView partner, List<DeliveryView> recent) {
    if (partner.disabled() || partner.paused()) {
      return partner.reason() == null ? "" : partner.reason();
    }
    Instant rest = partner.restingUntil();
    String said = said(recent);
    String next = rest == null ? "" : "Next try at " + words.time(rest) + ". ";
    if (rest == null && partner.parked() == 0) {
      return "";
    }
    return next + (said.isEmpty() ? "" : "Latest trouble: " + said);
  }

  /** What the partner said to the latest delivery that it did not take. */
  private static String said(List<DeliveryView> recent) {
    return recent.stream()
        .filter(PartnersPage::troubled)
        .map(DeliveryView::reason)
        .filter(Objects::nonNull)
        .findFirst()
        .map(Reason::brief)
        .orElse("");
  }

  /** Latencies of the latest deliveries, oldest left, the slowest on top (logarithmic). */
  private static String spark(List<DeliveryView> recent) {
    List<Duration> latencies = new ArrayList<>();
    recent.stream()
        .map(Words::latency)
        .filter(Objects::nonNull)
        .limit(SPARKS)
        .forEach(latencies::add);
    if (latencies.size() < 2) {
      return "";
    }
    Collections.reverse(latencies);
    double top = latencies.stream().mapToDouble(PartnersPage::height).max().orElse(1);
    StringBuilder points = new StringBuilder();
    for (int i = 0; i < latencies.size(); i++) {
      double x = 1 + 118.0 * i / (latencies.size() - 1);
      double y = 26 - 24 * height(latencies.get(i)) / Math.max(1, top);
      points.append(String.format(Locale.ROOT, "%.1f,%.1f ", x, y));
    }
    return points.toString().strip();
  }

  private static double height(Duration latency) {
    return Math.log1p(Math.max(0, latency.toMillis()));
  }
}
