package org.wirecopy.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wirecopy.ledger.Desk.article;
import static org.wirecopy.ledger.Desk.settled;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.NullUnmarked;
import org.wirecopy.article.Action;
import org.wirecopy.article.Article;
import org.wirecopy.article.Delivery;
import org.wirecopy.article.Outcome;
import org.wirecopy.article.Plan;
import org.wirecopy.article.Receipt;
import org.wirecopy.article.Status;

/** Whatever happens in whatever order: the rules of "Order and versions" hold. */
@NullUnmarked
class OrderAndVersionsProperties {
  enum Deed {
    VERSION,
    VERSION_FILTERED_FOR_SOME,
    EMBARGOED_VERSION,
    KILL,
    WITHHOLD,
    RELEASE_BY_A_PERSON,
    DELIVER,
    FAIL,
    FAIL_FOR_GOOD,
    PARTNER_HAS_NEWER,
    REST,
    TIME_PASSES,
    LEASES_RUN_OUT,
    RESTART,
    RESEND,
    UNPARK
  }

  record Step(Deed deed, int story, int partner) {}

  @Provide
  Arbitrary<List<Step>> steps() {
    Arbitrary<Deed> deeds =
        Arbitraries.frequencyOf(
            net.jqwik.api.Tuple.of(4, Arbitraries.of(Deed.VERSION, Deed.DELIVER, Deed.FAIL)),
            net.jqwik.api.Tuple.of(1, Arbitraries.of(Deed.values())));
    return Combinators.combine(
            deeds, Arbitraries.integers().between(0, 2), Arbitraries.integers().between(0, 1))
        .as(Step::new)
        .list()
        .ofMinSize(5)
        .ofMaxSize(60);
  }

  @Property(seed = "2026", tries = 150)
  void holdForAnyCourseOfEvents(@ForAll("steps") List<Step> steps) throws IOException {
    Path folder = Files.createTempDirectory("ledger");
    try (Desk desk = new Desk(folder)) {
      Course course = new Course(desk);
      for (Step step : steps) {
        course.take(step);
        course.look();
      }
      course.finish();
    } finally {
      try (Stream<Path> files = Files.walk(folder)) {
        files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
      }
    }
  }

  /** One course of events with what must be true of it. */
  private static final class Course {
    /** Longer than any course of events unless it is waited for. */
    private static final Duration LEASE = Duration.ofHours(1);

    private static final List<String> PARTNERS = List.of("acme", "bolt");
    private final Desk desk;
    private final Map<String, Desk.Line> lanes = new LinkedHashMap<>();
    private final Map<String, Receipt.Accepted> current = new HashMap<>();
    private final List<Delivery> underWay = new ArrayList<>();
    private final Map<String, Integer> lastVersion = new HashMap<>();
    private final Map<String, String> ids = new HashMap<>();
    private final Map<String, Long> sequences = new HashMap<>();
    private final Map<String, Integer> deliveredVersion = new HashMap<>();
    private int edition;

    Course(Desk desk) {
      this.desk = desk;
      openLanes();
    }

    private void openLanes() {
      PARTNERS.forEach(
          partner -> lanes.put(partner, desk.lane(partner, new LaneSettings(2, 0, 0, LEASE))));
    }

    void take(Step step) {
      String uri = "story" + step.story();
      String partner = PARTNERS.get(step.partner());
      String other = PARTNERS.get(1 - step.partner());
      Article next = article("Edition " + ++edition).build();
      switch (step.deed()) {
        case VERSION -> accept(uri, next, Desk.to("acme"), Desk.to("bolt"));
        case VERSION_FILTERED_FOR_SOME -> accept(uri, next, Desk.to(partner), Desk.filtered(other));
        case EMBARGOED_VERSION ->
            accept(
                uri,
                next,
                Desk.held(partner, desk.clock.instant().plusSeconds(30)),
                Desk.to(other));
        case KILL -> accept(uri, Desk.kill("Kill " + edition), Desk.filtered(partner));
        case WITHHOLD -> accept(uri, Desk.withhold("Hold " + edition), Desk.to(partner));
        case RELEASE_BY_A_PERSON ->
            note(
                uri,
                settled(
                    desk.ledger()
                        .orders()
                        .act(
                            uri,
                            Action.RELEASE,
                            "a test",
                            sent -> List.of(Desk.to("acme"), Desk.to("bolt")))),
                true);
        case DELIVER -> report(step, new Outcome.Delivered(), null);
        case FAIL -> report(step, retry(), null);
        case FAIL_FOR_GOOD -> report(step, new Outcome.Parked("422"), null);
        case PARTNER_HAS_NEWER -> report(step, new Outcome.Superseded("409"), null);
        case REST ->
            report(
                step,
                retry(),
                new Outcome.Rest(desk.clock.instant().plusSeconds(20), true, "breaker"));
        case TIME_PASSES -> desk.advance(Duration.ofSeconds(7));
        case LEASES_RUN_OUT -> {
          underWay.clear();
          desk.advance(LEASE);
        }
        case RESTART -> {
          underWay.clear();
          desk.restart();
          openLanes();
        }
        case RESEND -> settled(desk.ledger().orders().resend(uri, null));
        case UNPARK -> settled(desk.ledger().orders().unpark(partner));
      }
    }

    private Outcome retry() {
      return new Outcome.Retry(desk.clock.instant().plusSeconds(5), true, "503");
    }

    private void accept(String uri, Article article, Plan... plans) {
      note(uri, desk.accept(uri, article, plans), false);
    }

    private void note(String uri, Receipt receipt, boolean byAPerson) {
      Receipt.Accepted before = current.get(uri);
      if (receipt instanceof Receipt.Accepted accepted) {
        assertThat(accepted.story().version())
            .isEqualTo(before == null ? 1 : before.story().version() + 1);
        if (before == null) {
          assertThat(accepted.story().status()).isEqualTo(Status.USABLE);
        } else if (before.story().status() == Status.CANCELED) {
          assertThat(byAPerson).as("only a person releases a killed story").isTrue();
        }
        current.put(uri, accepted);
      }
    }

    private void report(Step step, Outcome outcome, Outcome.Rest rest) {
      if (underWay.isEmpty()) {
        return;
      }
      Delivery delivery = underWay.remove((step.story() + step.partner()) % underWay.size());
      lanes.get(delivery.partner()).report(delivery, outcome, 200, rest);
      if (outcome instanceof Outcome.Delivered) {
        deliveredVersion.merge(key(delivery), delivery.story().version(), Math::max);
      }
    }

    private static String key(Delivery delivery) {
      return delivery.partner() + " " + delivery.story().uri();
    }

    /** Checks whatever the lanes were handed since the last look. */
    void look() {
      for (Desk.Line lane : lanes.values()) {
        for (Delivery delivery : lane.handed()) {
          check(delivery);
          underWay.add(delivery);
        }
      }
    }

    private void check(Delivery delivery) {
      String key = key(delivery);
      assertThat(underWay)
          .as("one under way at a time for a partner and a story")
          .extracting(Course::key)
          .doesNotContain(key);
      assertThat(delivery.story())
          .as("only the newest version is sent")
          .isEqualTo(current.get(delivery.story().uri()).story());
      if (delivery.story().action().recalls()) {
        assertThat(lastVersion).as("recalled only where it was attempted").containsKey(key);
      }
      lastVersion.merge(key, delivery.story().version(), Math::max);
      String version = key + " " + delivery.story().version();
      assertThat(ids.computeIfAbsent(version, first -> delivery.id()))
          .as("the id stays")
          .isEqualTo(delivery.id());
      assertThat(sequences.computeIfAbsent(version, first -> delivery.sequence()))
          .as("the number stays")
          .isEqualTo(delivery.sequence());
    }

    /** Everything heals: all that is due is delivered, and nothing is left over. */
    void finish() {
      for (int round = 0; round < 30; round++) {
        PARTNERS.forEach(partner -> settled(desk.ledger().orders().resume(partner)));
        look();
        underWay.clear();
        desk.advance(LEASE);
        look();
        while (!underWay.isEmpty()) {
          report(new Step(Deed.DELIVER, 0, 0), new Outcome.Delivered(), null);
          look();
        }
      }
      for (PartnerView partner : desk.ledger().views().partners()) {
        assertThat(partner.backlog()).as("backlog of " + partner.partner()).isZero();
        assertThat(partner.held()).isZero();
        numbersHaveNoGap(partner);
      }
      for (String key : lastVersion.keySet()) {
        String uri = key.substring(key.indexOf(' ') + 1);
        Receipt.Accepted last = current.get(uri);
        if (last.story().status() != Status.USABLE && !settledOtherwise(key, last)) {
          assertThat(deliveredVersion.get(key))
              .as("the recall reached " + key)
              .isEqualTo(last.story().version());
        }
      }
    }

    /** Parked, or the partner said it has something newer. */
    private boolean settledOtherwise(String key, Receipt.Accepted last) {
      return desk.ledger().views().story(last.story().uri()).deliveries().stream()
          .filter(delivery -> delivery.version() == last.story().version())
          .filter(delivery -> key.startsWith(delivery.partner() + " "))
          .anyMatch(
              delivery ->
                  delivery.state() == DeliveryState.PARKED
                      || delivery.state() == DeliveryState.SUPERSEDED);
    }

    private void numbersHaveNoGap(PartnerView partner) {
      TreeSet<Long> numbers = new TreeSet<>();
      sequences.forEach(
          (version, number) -> {
            if (version.startsWith(partner.partner() + " ")) {
              numbers.add(number);
            }
          });
      assertThat(numbers)
          .containsExactlyElementsOf(
              LongStream.rangeClosed(1, partner.lastSequence()).boxed().toList());
    }
  }
}
