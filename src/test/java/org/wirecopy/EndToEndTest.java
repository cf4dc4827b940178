package org.wirecopy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wirecopy.ninjs.Validation;

/** Real files, the real house, real HTTP, a real database. */
class EndToEndTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String STORM =
      """
      Storm closes Ellery port for second day

      By Dana Whitlock
      6:40 AM, November 20, 2026

      The port of Ellery stayed shut for a second day on Friday as gales kept ferries at their berths.

      The weather service expects the wind to ease on Saturday.
      """;

  @TempDir Path folder;
  private TestPartner acme;
  private TestHouse house;

  @BeforeEach
  void prepare() throws IOException {
    acme = new TestPartner();
    house = new TestHouse(folder).partner("acme", acme.url());
  }

  @AfterEach
  void tidy() {
    house.close();
    acme.close();
  }

  @Test
  void aFolderOfTheInboxIsADeskThatPartnersTakeOrLeave() throws IOException {
    try (TestPartner football = new TestPartner();
        TestPartner news = new TestPartner()) {
      house.partner("football", football.url(), "desks", "sports");
      house.partner("news", news.url(), "desks", "news").open();
      house.drop("sports/Top football/final.txt", "Ellery wins final\n\nBy two goals to one.\n");

      await().until(() -> football.pushes().size() == 1);
      JsonNode subject = football.pushes().get(0).json().at("/subjects/0");
      assertThat(subject.path("rel").asText()).isEqualTo("desk");
      assertThat(subject.path("literal").asText()).isEqualTo("sports/Top football");
      assertThat(subject.path("name").asText()).isEqualTo("Top football");
      assertThat(house.get("/api/stories?q=ellery").body()).contains("its desk is not wanted");
      assertThat(news.pushes()).isEmpty();
    }
  }

  @Test
  void aDroppedFileReachesThePartnerSignedAndValid() throws GeneralSecurityException, IOException {
    house.open();
    house.drop("harbour/storm.txt", STORM);

    TestPartner.Push push = awaitPushes(1).get(0);
    assertThat(push.signedWith(TestHouse.SECRET)).isTrue();
    assertThat(push.header("wirecopy-uri")).isEqualTo("tag:wirecopy.local,2026:harbour:storm");
    assertThat(push.header("wirecopy-version")).isEqualTo("1");
    assertThat(push.header("wirecopy-action")).isEqualTo("publish");
    assertThat(push.header("wirecopy-sequence")).isEqualTo("1");
    assertThat(push.header("idempotency-key")).isEqualTo('"' + push.header("webhook-id") + '"');
    byte[] digest = MessageDigest.getInstance("SHA-256").digest(push.body());
    assertThat(push.header("content-digest"))
        .isEqualTo("sha-256=:" + Base64.getEncoder().encodeToString(digest) + ":");
    assertThat(push.header("content-type")).startsWith("application/json");
    assertThat(push.headers().keySet().toString().toLowerCase(java.util.Locale.ROOT))
        .doesNotContain("camel")
        .doesNotContain("breadcrumb");
    assertThat(new Validation().faults(push.body())).isEmpty();
    assertThat(push.headline()).isEqualTo("Storm closes Ellery port for second day");
    await().untilAsserted(() -> assertThat(house.done()).containsExactly("storm.txt"));
    awaitState("tag:wirecopy.local,2026:harbour:storm", "delivered");
  }

  @Test
  void aFileThatWaitedWhileTheHouseWasDownReachesEveryPartner() throws IOException {
    for (int number = 1; number <= 20; number++) {
      house.partner("partner" + number, acme.url());
    }
    house.drop("storm.txt", STORM);
    house.open();

    assertThat(awaitPushes(21)).hasSize(21);
  }

  @Test
  void theSameFileAgainIsADuplicateAndAChangedOneTheNextVersion() throws IOException {
    house.open();
    house.drop("storm.txt", STORM);
    awaitPushes(1);
    await().untilAsserted(() -> assertThat(house.done()).hasSize(1));
    house.drop("storm.txt", STORM);
    await().untilAsserted(() -> assertThat(house.done()).hasSize(2));
    house.drop("storm.txt", STORM + "\nDivers look for two containers.\n");

    List<TestPartner.Push> pushes = awaitPushes(2);
    assertThat(pushes).hasSize(2);
    assertThat(pushes.get(1).header("wirecopy-version")).isEqualTo("2");
    assertThat(pushes.get(1).header("wirecopy-action")).isEqualTo("update");
    assertThat(pushes.get(1).header("wirecopy-sequence")).isEqualTo("2");
  }

  @Test
  void aPartnerThatIsDownGetsItLaterWhileTheOthersGetItNow() throws IOException {
    try (TestPartner down = new TestPartner()) {
      down.answers(push -> down.pushes().size() < 2 ? 503 : 204);
      house.partner("down", down.url()).open();
      house.drop("storm.txt", STORM);

      awaitPushes(1);
      await().until(() -> down.pushes().size() >= 2);
      assertThat(down.pushes().get(0).header("webhook-id"))
          .isEqualTo(down.pushes().get(1).header("webhook-id"));
      awaitState("tag:wirecopy.local,2026:storm", "delivered");
    }
  }

  @Test
  void whatThePartnerRefusesIsParkedWithItsWords() throws IOException {
    acme.answers(422, "no headline allowed");
    house.open();
    house.drop("storm.txt", STORM);

    awaitPushes(1);
    JsonNode delivery = awaitState("tag:wirecopy.local,2026:storm", "parked");
    assertThat(delivery.get("reason").asText()).contains("422").contains("no headline allowed");
    assertThat(delivery.at("/history/0/status").asInt()).isEqualTo(422);
  }

  @Test
  void aKillReachesWhoeverWasSentTheStory() throws IOException {
    house.open();
    house.drop("storm.txt", STORM);
    awaitPushes(1);
    awaitState("tag:wirecopy.local,2026:storm", "delivered");

    HttpResponse<String> answer =
        house.post("/api/stories/tag:wirecopy.local,2026:storm/kill", "{\"note\":\"wrong port\"}");

    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    TestPartner.Push kill = awaitPushes(2).get(1);
    assertThat(kill.header("wirecopy-action")).isEqualTo("kill");
    assertThat(kill.json().get("pubStatus").asText()).isEqualTo("canceled");
    house.drop("storm.txt", STORM + "\nOne more paragraph.\n");
    await()
        .untilAsserted(
            () ->
                assertThat(house.inbox().resolve(".rejected/storm.txt.reason.txt"))
                    .isRegularFile());
    assertThat(acme.pushes()).hasSize(2);
  }

  @Test
  void aKillThatOvertakesItsStoryWaitsForIt() throws IOException {
    house.with("WIRECOPY_MEDIA_WAIT", "2s").open();
    house.drop(
        "storm.md",
        "---\nid: storm\n---\n# Storm closes port\n\nThe port is shut.\n\n![](pier.jpg)\n");
    house.drop("storm-kill.txt", "---\nid: storm\nstatus: canceled\n---\n");

    await()
        .untilAsserted(
            () -> assertThat(house.done()).containsExactlyInAnyOrder("storm.md", "storm-kill.txt"));
    assertThat(house.get("/api/stories/tag:wirecopy.local,2026:storm").body()).contains("canceled");
    assertThat(house.inbox().resolve(".rejected")).doesNotExist();
  }

  @Test
  void aKillOfAStoryThatNeverCameIsRejected() {
    house.open();
    house.drop("gale-kill.txt", "---\nid: gale\nstatus: canceled\n---\n");

    await()
        .untilAsserted(
            () ->
                assertThat(house.inbox().resolve(".rejected/gale-kill.txt.reason.txt"))
                    .content()
                    .contains("never accepted here"));
  }

  @Test
  void partnersJoinChangeAndLeaveWhileTheOthersRunOn() throws IOException {
    house.open();
    try (TestPartner late = new TestPartner()) {
      house.partner("late", late.url());
      await().until(() -> partnerJoined("late", late));
      house.partnerFile("late", "- templatedRoute: {routeTemplateRef: partner, parameters: [}");
      int before = late.pushes().size();
      house.drop("after-broken.txt", STORM);
      await().until(() -> late.pushes().size() > before);
      Files.delete(house.partnerFile("late"));
      await()
          .pollInterval(Duration.ofMillis(500))
          .until(
              () -> {
                int count = late.pushes().size();
                int others = acme.pushes().size();
                house.drop("probe" + System.nanoTime() + ".txt", STORM);
                await().until(() -> acme.pushes().size() > others);
                return late.pushes().size() == count;
              });
    }
  }

  private boolean partnerJoined(String name, TestPartner partner) {
    house.drop("probe-" + name + System.nanoTime() + ".txt", STORM);
    return !partner.pushes().isEmpty();
  }

  @Test
  void aStoryFindsTheEarlierOneItIsRelatedTo() throws IOException {
    house.open();
    house.drop("harbour/storm.txt", STORM);
    awaitPushes(1);
    awaitResolved("Storm%20closes%20Ellery%20port%20for%20second%20day");
    house.drop(
        "harbour/reopens.txt",
        """
        Ferries sail again as port of Ellery reopens

        By Dana Whitlock
        5:15 PM, November 21, 2026

        The port of Ellery reopened on Saturday after the storm.

        Also Read

        Storm closes Ellery port for...

        November 20, 2026 @ 06:40 AM
        """);

    TestPartner.Push push = awaitPushes(2).get(1);
    JsonNode related = push.json().get("associations").get(0);
    assertThat(related.get("uri").asText()).isEqualTo("tag:wirecopy.local,2026:harbour:storm");
    assertThat(related.get("name").asText()).isEqualTo("related-1");
  }

  @Test
  void aStoryThatListsAKilledOneIsSentAgainWithoutIt() throws IOException {
    house.open();
    house.drop("storm.txt", STORM);
    awaitPushes(1);
    awaitResolved("Storm%20closes%20Ellery%20port%20for%20second%20day");
    house.drop(
        "reopens.txt",
        """
        Ferries sail again as port of Ellery reopens

        The port of Ellery reopened on Saturday after the storm.

        Also Read

        Storm closes Ellery port for second day
        """);
    assertThat(awaitPushes(2).get(1).json().at("/associations/0/uri").asText())
        .isEqualTo("tag:wirecopy.local,2026:storm");

    house.post("/api/stories/tag:wirecopy.local,2026:storm/kill", "");

    List<TestPartner.Push> pushes = awaitPushes(4);
    // Two stories: their order at the partner is not promised.
    List<TestPartner.Push> after = pushes.subList(2, 4);
    assertThat(after)
        .extracting(push -> push.header("wirecopy-action"))
        .containsExactlyInAnyOrder("kill", "update");
    TestPartner.Push again =
        after.get(after.get(0).header("wirecopy-action").equals("update") ? 0 : 1);
    assertThat(again.header("wirecopy-uri")).isEqualTo("tag:wirecopy.local,2026:reopens");
    assertThat(again.header("wirecopy-version")).isEqualTo("2");
    assertThat(again.json().has("associations")).isFalse();
  }

  @Test
  void aStoryThatItsFileWithheldGoesOutWithItsRelatedStoriesWhenItIsReleased() throws IOException {
    house.open();
    house.drop("storm.txt", STORM);
    awaitPushes(1);
    awaitResolved("Storm%20closes%20Ellery%20port%20for%20second%20day");
    house.drop(
        "reopens.txt",
        """
        ---
        status: withheld
        ---
        Ferries sail again as port of Ellery reopens

        The port of Ellery reopened on Saturday after the storm.

        Also Read

        Storm closes Ellery port for second day
        """);
    await().untilAsserted(() -> assertThat(house.done()).hasSize(2));
    house.post("/api/stories/tag:wirecopy.local,2026:reopens/release", "");

    TestPartner.Push released = awaitPushes(2).get(1);
    assertThat(released.header("wirecopy-action")).isEqualTo("publish");
    assertThat(released.json().at("/associations/0/uri").asText())
        .isEqualTo("tag:wirecopy.local,2026:storm");
  }

  private void awaitResolved(String headline) {
    String path = "/api/related/resolve?headline=" + headline;
    await().untilAsserted(() -> assertThat(house.get(path).statusCode()).isEqualTo(200));
  }

  @Test
  void aLookupServiceThatFailsCostsTheStoryOnlyItsRelatedList() throws IOException {
    try (TestPartner service = new TestPartner()) {
      service.answers(500, "no index today");
      house.with("WIRECOPY_RELATED_SERVICE", service.url()).open();
      house.drop("storm.txt", STORM);

      TestPartner.Push push = awaitPushes(1).get(0);
      assertThat(push.headline()).isEqualTo("Storm closes Ellery port for second day");
      assertThat(service.pushes()).hasSize(1);
      assertThat(service.pushes().get(0).json().get("title").asText())
          .isEqualTo("Storm closes Ellery port for second day");
    }
  }

  @Test
  void aLookupServiceThatDripsItsAnswerHoldsNoStoryBeyondTheTimeForIt() throws Exception {
    AtomicBoolean over = new AtomicBoolean();
    HttpServer service = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    service.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(200, 0);
          try (OutputStream drops = exchange.getResponseBody()) {
            while (!over.get()) {
              drops.write(' ');
              drops.flush();
              LockSupport.parkNanos(50_000_000);
            }
          }
        });
    service.start();
    try {
      house
          .with("WIRECOPY_RELATED_SERVICE", "http://127.0.0.1:" + service.getAddress().getPort())
          .with("WIRECOPY_RELATED_TIMEOUT", "400ms")
          .open();
      house.drop("storm.txt", STORM);
      assertThat(awaitPushes(1).get(0).json().has("associations")).isFalse();
    } finally {
      over.set(true);
      service.stop(0);
    }
  }

  @Test
  void aLookupServiceThatHangsIsLeftAloneAfterAFewStories() throws IOException {
    AtomicInteger asked = new AtomicInteger();
    List<Socket> kept = new CopyOnWriteArrayList<>();
    try (ServerSocket service = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      Thread silent =
          new Thread(
              () -> {
                try {
                  while (true) {
                    kept.add(service.accept());
                    asked.incrementAndGet();
                  }
                } catch (IOException closed) {
                  // The test is over.
                }
              });
      silent.start();
      house
          .with("WIRECOPY_RELATED_SERVICE", "http://127.0.0.1:" + service.getLocalPort())
          .with("WIRECOPY_RELATED_TIMEOUT", "300ms");
      for (int i = 0; i < 20; i++) {
        house.drop("story" + i + ".txt", STORM.replace("Friday", "Friday " + i));
      }
      house.open();

      awaitPushes(20);
      assertThat(asked.get()).isBetween(3, 6);
    } finally {
      for (Socket socket : kept) {
        socket.close();
      }
    }
  }

  @Test
  void aSitesOwnLookupServiceIsAskedInPlaceOfTheArchive() throws IOException {
    try (TestPartner service = new TestPartner()) {
      service.answers(
          200,
          """
          [{"uri":"urn:example:1","headline":"Old storm","date":"2026-11-01T10:00:00Z","score":0.9}]
          """);
      house
          .with("WIRECOPY_RELATED_SERVICE", service.url())
          .with("WIRECOPY_RELATED_TIMEOUT", "30s")
          .open();
      house.drop("storm.txt", STORM);

      JsonNode related = awaitPushes(1).get(0).json().get("associations").get(0);
      assertThat(related.get("uri").asText()).isEqualTo("urn:example:1");
    }
  }

  @Test
  void theApiTakesJsonThatIsCalledAForm() {
    house.open();

    HttpResponse<String> answer =
        house.postAs("application/x-www-form-urlencoded", "/api/related", "{\"title\": \"Storm\"}");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    answer = house.postAs("application/x-www-form-urlencoded", "/api/related", "nonsense");
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.headers().firstValue("content-type").orElse(""))
        .isEqualTo("application/problem+json");
  }

  @Test
  void aPausedPartnerGetsNothingUntilItIsResumed() throws IOException {
    house.open();
    house.drop("first.txt", STORM);
    awaitPushes(1);
    assertThat(house.post("/api/partners/acme/pause", "").statusCode()).isEqualTo(202);
    house.drop("second.txt", STORM);
    await().untilAsserted(() -> assertThat(house.done()).hasSize(2));
    assertThat(house.get("/api/partners").body()).contains("\"paused\":true");
    assertThat(acme.pushes()).hasSize(1);

    assertThat(house.post("/api/partners/acme/resume", "").statusCode()).isEqualTo(202);
    awaitPushes(2);
    String span = "from=2020-01-01T00:00:00Z&to=2100-01-01T00:00:00Z";
    // The partner has it a moment before that is on record.
    await()
        .untilAsserted(
            () ->
                assertThat(house.post("/api/partners/acme/replay?count=true&" + span, "").body())
                    .contains("\"deliveries\":2"));
    assertThat(house.post("/api/partners/nobody/pause", "").statusCode()).isEqualTo(404);
  }

  @Test
  void whatWaitedLongerThanThePartnerTakesNewsIsSetAsideUnsent() throws IOException {
    house.partner("acme", acme.url(), "maxAge", "1s").open();
    assertThat(house.post("/api/partners/acme/pause", "").statusCode()).isEqualTo(202);
    house.drop("storm.txt", STORM);
    await().untilAsserted(() -> assertThat(house.done()).hasSize(1));
    Instant old = Instant.now().plusSeconds(1);
    await().until(() -> Instant.now().isAfter(old));
    assertThat(house.post("/api/partners/acme/resume", "").statusCode()).isEqualTo(202);
    await().until(() -> house.get("/api/stories?state=parked").body().contains("storm"));
    house.post("/api/stories/tag:wirecopy.local,2026:storm/resend", "");
    awaitPushes(1);
    assertThat(acme.pushes().get(0).header("wirecopy-action")).isEqualTo("publish");
  }

  @Test
  void aPartnerThatIsTrustedNoMoreGetsWhatWaitsOnlyWhenItsEmbargoEnds() throws IOException {
    house.partner("acme", acme.url(), "trustedForEmbargo", "true").open();
    assertThat(house.post("/api/partners/acme/pause", "").statusCode()).isEqualTo(202);
    house.drop("budget.md", "---\nembargo: 2099-01-01T12:00Z\n---\n# Budget\n\nTaxes fall.\n");
    await().untilAsserted(() -> assertThat(house.done()).hasSize(1));
    house.partner("acme", acme.url());
    await().until(() -> house.get("/partners/acme").body().contains("when released"));

    assertThat(house.post("/api/partners/acme/resume", "").statusCode()).isEqualTo(202);

    awaitState("tag:wirecopy.local,2026:budget", "held");
    assertThat(acme.pushes()).isEmpty();
  }

  @Test
  void filesDroppedWhileDownAreSentAtTheNextStart() throws IOException {
    for (int i = 0; i < 20; i++) {
      house.drop("story" + i + ".txt", STORM.replace("Friday", "Friday " + i));
    }
    house.open();

    awaitPushes(20);
    await().untilAsserted(() -> assertThat(house.done()).hasSize(20));
  }

  private List<TestPartner.Push> awaitPushes(int count) {
    await().until(() -> acme.pushes().size() >= count);
    return acme.pushes();
  }

  private JsonNode awaitState(String uri, String state) {
    return await()
        .until(
            () -> {
              HttpResponse<String> answer = house.get("/api/stories/" + uri);
              JsonNode story = JSON.readTree(answer.body());
              for (JsonNode delivery : story.path("deliveries")) {
                if (!delivery.get("state").asText().equals(state)) {
                  return null;
                }
              }
              return story.at("/deliveries/0");
            },
            delivery -> delivery != null && !delivery.isMissingNode());
  }
}
