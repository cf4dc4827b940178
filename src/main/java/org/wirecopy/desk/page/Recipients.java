package org.wirecopy.desk.page;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.wirecopy.ledger.AttemptView;
import org.wirecopy.ledger.DeliveryState;
import org.wirecopy.ledger.DeliveryView;
import org.wirecopy.ledger.Ledger;
import org.wirecopy.ledger.PartnerView;
import org.wirecopy.ledger.StoryHistory;

/**
 * Who got a story, when and which version, and if not, why not and what happens next: the answer
 * that a page of a story begins with.
 */
final class Recipients {
  /** Most earlier deliveries shown for one partner. */
  private static final int MOST_EARLIER = 20;

  /** Partners that are shown at once; of the others the good news is folded away. */
  private static final int SHOWN = 12;

  /** One exchange. */
  record Try(int number, String time, String took, String status, String outcome, String answer) {}

  /** One delivery. {@code when} is empty unless the partner has it, {@code link} if left out. */
  record Sending(
      String id,
      int version,
      String action,
      String words,
      String tone,
      String when,
      String sequence,
      List<Try> attempts,
      String link) {}

  /** A partner with what it was sent, latest first. {@code has} is empty unless it is older. */
  record Recipient(
      String partner,
      String link,
      Sending latest,
      List<Sending> earlier,
      String has,
      boolean trouble) {

    /** True if it went well at once, so that there is nothing to unfold. */
    public boolean plain() {
      return !trouble && earlier.isEmpty() && latest.attempts().size() == 1;
    }
  }

  /**
   * All of them.
   *
   * @param answer in one sentence
   * @param shown what needs a look first
   * @param folded those that there is no need to look at
   */
  record Model(String answer, List<Recipient> shown, List<Recipient> folded) {}

  private final Ledger ledger;
  private final Words words;

  Recipients(Ledger ledger, Words words) {
    this.ledger = ledger;
    this.words = words;
  }

  Model of(StoryHistory story) {
    Map<String, PartnerView> partners = byName(ledger.views().partners());
    Map<String, List<DeliveryView>> byPartner = new LinkedHashMap<>();
    for (DeliveryView delivery : story.deliveries()) {
      byPartner.computeIfAbsent(delivery.partner(), name -> new ArrayList<>()).add(0, delivery);
    }
    List<List<DeliveryView>> sorted =
        byPartner.values().stream()
            .sorted(
                Comparator.comparing((List<DeliveryView> sent) -> urgency(sent.get(0)))
                    .thenComparing(sent -> sent.get(0).partner()))
            .toList();
    long troubled = sorted.stream().filter(sent -> isTrouble(sent.get(0))).count();
    int shown = (int) Math.min(sorted.size(), Math.max(SHOWN, troubled));
    List<Recipient> all =
        sorted.stream().map(sent -> recipient(sent, partners.get(sent.get(0).partner()))).toList();
    return new Model(answer(story, sorted), all.subList(0, shown), all.subList(shown, all.size()));
  }

  static Map<String, PartnerView> byName(List<PartnerView> partners) {
    return partners.stream().collect(Collectors.toMap(PartnerView::partner, Function.identity()));
  }

  /** What needs a person comes first. */
  static int urgency(DeliveryView delivery) {
    return switch (delivery.state()) {
      case PARKED -> 0;
      case PENDING -> 1;
      case HELD -> 2;
      case DELIVERED -> 3;
      case SUPERSEDED -> 4;
      case FILTERED -> 5;
    };
  }

  private static boolean isTrouble(DeliveryView delivery) {
    return switch (delivery.state()) {
      case PARKED, PENDING, HELD -> true;
      case DELIVERED, SUPERSEDED, FILTERED -> false;
    };
  }

  private static String answer(StoryHistory story, List<List<DeliveryView>> sorted) {
    Map<DeliveryState, Integer> counts = new EnumMap<>(DeliveryState.class);
    sorted.forEach(sent -> counts.merge(sent.get(0).state(), 1, Integer::sum));
    int leftOut = counts.getOrDefault(DeliveryState.FILTERED, 0);
    int wanted = sorted.size() - leftOut;
    int have = counts.getOrDefault(DeliveryState.DELIVERED, 0);
    if (wanted == 0) {
      return sorted.isEmpty() ? "No partner takes it." : "Left out for every partner.";
    }
    String verb = story.current().action().recalls() ? "acknowledged it" : "have it";
    StringBuilder answer = new StringBuilder();
    if (have == wanted) {
      answer.append(
          wanted == 1
              ? "The one partner it is for " + verb.replace("have", "has")
              : "All " + wanted + " partners " + verb);
    } else {
      answer.append(have).append(" of ").append(Words.count(wanted, "partner", "partners"));
      answer.append(' ').append(verb);
    }
    add(answer, counts.get(DeliveryState.PARKED), "parked");
    add(answer, counts.get(DeliveryState.PENDING), "waiting");
    add(answer, counts.get(DeliveryState.HELD), "held");
    add(answer, counts.get(DeliveryState.SUPERSEDED), "superseded");
    add(answer, counts.get(DeliveryState.FILTERED), "left out");
    return answer.append('.').toString();
  }

  private static void add(StringBuilder answer, @Nullable Integer count, String state) {
    if (count != null) {
      answer.append(answer.indexOf(";") < 0 ? "; " : ", ").append(count).append(' ').append(state);
    }
  }

  private Recipient recipient(List<DeliveryView> sent, @Nullable PartnerView partner) {
    DeliveryView latest = sent.get(0);
    return new Recipient(
        latest.partner(),
        PartnersPage.link(latest.partner()),
        sending(latest, partner),
        sent.stream().skip(1).limit(MOST_EARLIER).map(each -> sending(each, partner)).toList(),
        has(sent),
        isTrouble(latest));
  }

  /** What the partner has where the latest has not reached it. */
  private String has(List<DeliveryView> sent) {
    DeliveryView latest = sent.get(0);
    if (latest.state() == DeliveryState.DELIVERED) {
      return "";
    }
    return sent.stream()
        .filter(each -> each.deliveredAt() != null)
        .findFirst()
        .map(
            each ->
                "has version "
                    + each.version()
                    + " since "
                    + words.time(
                        each.deliveredAt() == null ? each.acceptedAt() : each.deliveredAt()))
        .orElse(
            sent.size() == 1 || latest.state() == DeliveryState.FILTERED
                ? ""
                : "has nothing of it yet");
  }

  private Sending sending(DeliveryView delivery, @Nullable PartnerView partner) {
    Instant done = delivery.deliveredAt();
    return new Sending(
        delivery.id(),
        delivery.version(),
        delivery.action().wireName(),
        words.state(delivery, partner),
        Words.tone(delivery, partner),
        done == null || delivery.state() != DeliveryState.DELIVERED ? "" : words.clock(done),
        delivery.sequence() == null ? "" : Long.toString(delivery.sequence()),
        ledger.views().attempts(delivery.id()).stream().map(this::attempt).toList(),
        delivery.state() == DeliveryState.FILTERED
            ? ""
            : StoryView.link(delivery.uri()) + "/deliveries/" + StoriesPage.encoded(delivery.id()));
  }

  private Try attempt(AttemptView view) {
    String excerpt = view.attempt().excerpt();
    String error = view.attempt().error();
    return new Try(
        view.number(),
        words.clock(view.attempt().at()),
        Words.span(view.attempt().took()),
        view.attempt().status() == 0 ? "no answer" : "HTTP " + view.attempt().status(),
        view.outcome(),
        error != null && !error.isEmpty() ? error : excerpt == null ? "" : excerpt);
  }
}
