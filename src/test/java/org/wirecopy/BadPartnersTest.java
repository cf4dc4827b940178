package org.wirecopy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.wirecopy.delivery.simulator.PartnerSimulator;
import org.wirecopy.delivery.simulator.PartnerSimulator.Request;
import org.wirecopy.delivery.simulator.Trouble;

/**
 * What becomes of stories while a partner behaves badly: it gets the last version of each in the
 * end and none out of order, and the partner beside it never notices.
 */
class BadPartnersTest {
  /** Fewer than open the breaker, whose rest is longer than a test should be. */
  private static final int TROUBLES = 5;

  private static final String OK = "HTTP/1.1 204 No Content\n\n";
  private static final String KILLED = "strike";
  private static final List<String> STORIES = List.of("storm", "vote", "match", KILLED);

  @TempDir Path folder;
  private final AtomicInteger asked = new AtomicInteger();
  private final List<Request> taken = new CopyOnWriteArrayList<>();
  private TestPartner good;
  private TestHouse house;

  @BeforeEach
  void prepare() throws IOException {
    good = new TestPartner();
    house = new TestHouse(folder).partner("good", good.url());
  }

  @AfterEach
  void tidy() {
    house.close();
    good.close();
  }

  @ParameterizedTest
  @EnumSource(Trouble.class)
  void nothingIsLostAndOrderIsKept(Trouble trouble) throws IOException {
    try (PartnerSimulator bad =
        new PartnerSimulator((request, to) -> answer(trouble, request, to))) {
      house
          .partner("bad", bad.endpoint().toString(), "timeout", "1500ms", "schedule", schedule())
          .open();

      dropAll();

      awaitGood();
      if (trouble == Trouble.REDIRECTS) {
        // What no retry can mend is parked until a person has talked with the partner.
        await().until(() -> asked.get() >= TROUBLES);
        awaitUnparked();
      }
      awaitBad();
      assertOrderAtBad(bad.requests());
    }
  }

  @Test
  void aPartnerThatSaysItIsGoneKeepsItsBacklogUntilItIsEnabled() throws IOException {
    String gone = "HTTP/1.1 410 Gone\nContent-Length: 0\n\n";
    try (PartnerSimulator bad =
        new PartnerSimulator((request, to) -> answer((r, c) -> c.send(gone), request, to))) {
      house.partner("bad", bad.endpoint().toString()).open();
      house.drop("storm.txt", article("storm", 1));
      await().until(() -> house.get("/api/partners").body().contains("\"disabled\":true"));
      asked.set(TROUBLES);

      dropAll();

      awaitGood();
      assertThat(taken).isEmpty();
      house.post("/api/partners/bad/enable", "");
      awaitUnparked();
      for (String story : List.of("storm", "vote", "match")) {
        await().until(() -> taken.stream().map(Arrival::of).anyMatch(one -> isLast(story, one)));
      }
      // It never heard of the story that was killed meanwhile, and need not.
      assertThat(taken.stream().map(Arrival::of)).noneMatch(one -> one.story().equals(KILLED));
      assertOrderAtBad(bad.requests());
    }
  }

  @Test
  void anEndpointThatSpeaksNoTlsIsMendedInItsFile() throws IOException {
    asked.set(TROUBLES);
    try (PartnerSimulator bad =
        new PartnerSimulator((request, to) -> answer(Trouble.FAILS, request, to))) {
      String endpoint = bad.endpoint().toString();
      String wrong = endpoint.replace("http://", "https://");
      house.partner("bad", wrong, "connectTimeout", "300ms", "schedule", schedule()).open();

      dropAll();

      awaitGood();
      await().until(() -> bad.connections() > 2);
      assertThat(taken).isEmpty();
      house.partner("bad", endpoint, "schedule", schedule());
      awaitBad();
      assertOrderAtBad(bad.requests());
    }
  }

  private void answer(
      PartnerSimulator.Behaviour trouble, Request request, PartnerSimulator.Connection to)
      throws IOException, InterruptedException {
    if (!request.line().startsWith("POST ")) {
      to.close(); // the start of TLS, which this partner does not speak
    } else if (asked.incrementAndGet() <= TROUBLES) {
      trouble.answer(request, to);
    } else {
      taken.add(request);
      to.send(OK);
    }
  }

  private static String schedule() {
    return "0s, 300ms" + ", 300ms".repeat(20);
  }

  /** Every story in two versions; the last is then killed. */
  private void dropAll() {
    for (int version = 1; version <= 2; version++) {
      for (String story : STORIES) {
        house.drop(story + ".txt", article(story, version));
      }
      int filed = version * STORIES.size();
      await().until(() -> house.done().size() >= filed);
    }
    house.drop(KILLED + ".txt", "---\nstatus: kill\n---\nThe strike of Ellery\n");
  }

  private static String article(String story, int version) {
    return "The %s of Ellery\n\nBy Dana Whitlock\n\nThis is what is known of it at hour %d.\n"
        .formatted(story, version);
  }

  /** The partner beside has everything, however long the other one takes. */
  private void awaitGood() {
    await().until(() -> isComplete(good.pushes().stream().map(Arrival::of).toList()));
  }

  private void awaitUnparked() {
    await()
        .until(
            () -> {
              house.post("/api/partners/bad/unpark", "");
              return house
                  .get("/api/stories?state=parked&partner=bad")
                  .body()
                  .contains("\"stories\":[]");
            });
  }

  private void awaitBad() {
    await()
        .atMost(Duration.ofSeconds(120))
        .until(() -> isComplete(taken.stream().map(Arrival::of).toList()));
  }

  /** The last version of each story came; a killed one's relatives may have gone out once more. */
  private static boolean isComplete(List<Arrival> arrivals) {
    Map<String, Integer> latest = new HashMap<>();
    arrivals.forEach(arrival -> latest.merge(arrival.story(), arrival.version(), Integer::max));
    return STORIES.stream().allMatch(story -> latest.getOrDefault(story, 0) >= last(story));
  }

  private static boolean isLast(String story, Arrival arrival) {
    return arrival.story().equals(story) && arrival.version() >= last(story);
  }

  private static int last(String story) {
    return story.equals(KILLED) ? 3 : 2;
  }

  /** Of what was sent, not only taken: a version never follows a newer one, a repeat has its id. */
  private static void assertOrderAtBad(List<Request> requests) {
    Map<String, Integer> latest = new HashMap<>();
    Map<String, String> ids = new HashMap<>();
    List<Request> pushes = requests.stream().filter(one -> one.line().startsWith("POST ")).toList();
    for (Arrival arrival : pushes.stream().map(Arrival::of).toList()) {
      int before = latest.getOrDefault(arrival.uri(), 0);
      assertThat(arrival.version()).as(arrival.uri()).isGreaterThanOrEqualTo(before);
      latest.put(arrival.uri(), arrival.version());
      String known = ids.putIfAbsent(arrival.uri() + " " + arrival.version(), arrival.id());
      assertThat(known == null ? arrival.id() : known).isEqualTo(arrival.id());
    }
  }

  /** One version as it came in at a partner. */
  private record Arrival(String uri, int version, String id) {
    String story() {
      return uri.substring(uri.lastIndexOf(':') + 1);
    }

    static Arrival of(TestPartner.Push push) {
      return new Arrival(
          push.header("wirecopy-uri"),
          Integer.parseInt(push.header("wirecopy-version")),
          push.header("webhook-id"));
    }

    static Arrival of(Request request) {
      return new Arrival(
          header(request, "wirecopy-uri"),
          Integer.parseInt(header(request, "wirecopy-version")),
          header(request, "webhook-id"));
    }

    private static String header(Request request, String name) {
      return request.headers().stream()
          .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name + ":"))
          .map(line -> line.substring(name.length() + 1).strip())
          .findFirst()
          .orElseThrow();
    }
  }
}
