package org.wirecopy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The desk's pages in the running house: what people read there, and what their orders do. */
class DeskPagesTest {
  private static final String STORM = "Storm closes port\n\nThe port stayed shut on Friday.\n";
  private static final String STORY = "/stories/tag%3Awirecopy.local%2C2026%3Astorm";
  private static final String LONG = "from=2020-01-01T00:00&to=2100-01-01T00:00";
  private static final String FORM = "application/x-www-form-urlencoded";

  @TempDir Path folder;
  private TestPartner acme;
  private TestHouse house;

  @BeforeEach
  void open() throws IOException {
    acme = new TestPartner();
    house = new TestHouse(folder).partner("acme", acme.url()).open();
  }

  @AfterEach
  void close() {
    house.close();
    acme.close();
  }

  @Test
  void aStoryIsListedWithItsPartnersAndFoundBySearch() {
    house.drop("storm.txt", STORM);

    await()
        .untilAsserted(
            () ->
                assertThat(page("/"))
                    .contains("Storm closes port")
                    .contains("<b>acme</b> delivered in"));
    assertThat(page("/?q=storm")).contains(STORY);
    assertThat(page("/?q=earthquake")).contains("No story matches");
    assertThat(page("/?state=parked")).doesNotContain("Storm closes port");
    assertThat(page(STORY)).contains("The port stayed shut on Friday.").contains("HTTP 204");
  }

  @Test
  void aKillSaysWhatItWillDoAndThenDoesIt() {
    house.drop("storm.txt", STORM);
    await().until(() -> acme.pushes().size() == 1);

    assertThat(page(STORY + "/kill")).contains("purge every version").contains("acme");
    assertThat(acme.pushes()).hasSize(1);
    assertThat(ordered(STORY + "/kill", "note=wrong+photo"))
        .contains("version 2 goes to 1 partner");
    await().until(() -> acme.pushes().size() == 2);
    assertThat(acme.pushes().get(1).header("wirecopy-action")).isEqualTo("kill");
    assertThat(page(STORY)).contains("wrong photo").contains("/release");
  }

  @Test
  void anOrderThatIsRefusedIsNotOnRecordAsDone() {
    house.drop("storm.txt", STORM);
    await().until(() -> acme.pushes().size() == 1);
    ordered(STORY + "/kill", "");

    HttpResponse<String> again = house.postAs(FORM, STORY + "/kill", "");
    assertThat(again.statusCode()).isEqualTo(409);
    assertThat(again.body()).contains("Nothing to do").contains("Storm closes port");
    HttpResponse<String> withheld = house.postAs(FORM, STORY + "/withhold", "");
    assertThat(withheld.statusCode()).isEqualTo(409);
    assertThat(withheld.body()).contains("Not done: ");

    assertThat(house.get("/api/audit?limit=2").body())
        .contains("\"status\":409")
        .doesNotContain("\"status\":303");
    assertThat(Jsoup.parse(page("/system")).select(".latest li").eachText())
        .hasSize(3)
        .satisfiesExactly(
            last -> assertThat(last).contains("withhold").endsWith("refused"),
            second -> assertThat(second).contains("kill").endsWith("refused"),
            first -> assertThat(first).contains("kill").doesNotContain("refused"));
  }

  @Test
  void aReleaseBeforeTheEmbargoEndsSaysSoAndSendsNothingYet() {
    house.drop("storm.txt", "---\nembargo: 2100-01-01T00:00:00Z\n---\n" + STORM);
    await().until(() -> page("/").contains("held until"));
    assertThat(page(STORY + "/resend")).contains("No partner gets");
    ordered(STORY + "/withhold", "note=lawyers");

    assertThat(page(STORY + "/release"))
        .contains("1 partner (acme) gets it as a new version")
        .contains("1 partner (acme) gets it only when its embargo ends");
    ordered(STORY + "/release", "");
    await().until(() -> page(STORY).contains("held until"));
    assertThat(acme.pushes()).isEmpty();
  }

  @Test
  void aPartnerIsPausedAndResumed() {
    ordered("/partners/acme/pause", "");
    assertThat(page("/partners")).contains("paused by a person");
    house.drop("storm.txt", STORM);
    await()
        .untilAsserted(
            () -> assertThat(page("/")).contains("<b>acme</b> waiting: the partner is paused"));
    ordered("/partners/acme/resume", "");
    await().until(() -> acme.pushes().size() == 1);
  }

  @Test
  void aSpanOfTimeIsSentAgainAfterACount() {
    house.drop("storm.txt", STORM);
    await().until(() -> acme.pushes().size() == 1);
    String span = "from=2020-01-01T00:00&to=2100-01-01T00:00";

    // The partner has it a moment before that is on record.
    await()
        .untilAsserted(
            () ->
                assertThat(page("/partners/acme/replay?" + span))
                    .contains("Send acme 1 delivery again?"));
    assertThat(ordered("/partners/acme/replay", span)).contains("1 delivery is being sent again");
    await().until(() -> acme.pushes().size() == 2);
    assertThat(house.get("/partners/acme/replay?from=yesterday&to=now").statusCode())
        .isEqualTo(404);
  }

  @Test
  void aPastedArticleIsShownBeforeItIsSent() {
    String preview =
        house
            .postAs(
                FORM,
                "/inbox/preview",
                "name=..%2Fnew%20storm.txt&text=Storm+closes+port%0A%0AIt+is+shut.")
            .body();
    assertThat(preview).contains("Preview of new storm.txt").contains("It is shut.");
    assertThat(acme.pushes()).isEmpty();

    Matcher id = Pattern.compile("name=\"id\" value=\"([0-9a-f]{32})\"").matcher(preview);
    assertThat(id.find()).isTrue();
    ordered("/inbox/send", "id=" + id.group(1) + "&name=new+storm.txt");
    await().until(() -> acme.pushes().size() == 1);
    assertThat(acme.pushes().get(0).headline()).isEqualTo("Storm closes port");
  }

  @Test
  void aPastedArticleIsNamedByItsHeadlineAndTellsWhatItBecomes() {
    house.drop("sports/note.txt", "Ellery wins\n\nBy two goals.\n");
    await().until(() -> acme.pushes().size() == 1);

    String fresh = preview("desk=sports&text=Storm+closes+port%0A%0AIt+is+shut.");
    assertThat(fresh).contains("Preview of storm-closes-port.txt").contains("A new story.");
    assertThat(fresh).contains("<b>acme</b> at once");
    Matcher id = Pattern.compile("name=\"id\" value=\"([0-9a-f]{32})\"").matcher(fresh);
    assertThat(id.find()).isTrue();
    ordered("/inbox/send", "id=" + id.group(1) + "&name=storm-closes-port.txt&desk=sports");
    await().until(() -> acme.pushes().size() == 2);
    assertThat(acme.pushes().get(1).json().at("/subjects/0/name").asText()).isEqualTo("sports");
    assertThat(page("/?desk=sports")).contains("Storm closes port");
    assertThat(page("/?desk=news")).contains("No story matches");

    assertThat(preview("desk=sports&text=Storm+closes+port%0A%0AIt+is+open."))
        .contains("It becomes version 2 of “Storm closes port”.");
    assertThat(house.postAs(FORM, "/inbox/preview", "desk=..%2F..&text=Storm").statusCode())
        .isEqualTo(400);
  }

  private String preview(String form) {
    return house.postAs(FORM, "/inbox/preview", form).body();
  }

  @Test
  void aWarningIsShownWithItsFile() {
    house.drop("late.txt", "---\nlanguage: xx-unknown-tag-too-long\n---\nLate\n\nText.\n");
    await().untilAsserted(() -> assertThat(page("/inbox")).contains("Sent with a warning"));
    assertThat(page("/inbox")).contains("late.txt");
  }

  @Test
  void aPartnerIsDisabledAndEnabled() {
    assertThat(page("/partners/acme/disable")).contains("kills included");
    assertThat(ordered("/partners/acme/disable", "")).contains("disabled by a person");
    assertThat(ordered("/partners/acme/enable", "")).contains("Enabled");
  }

  @Test
  void whatADisabledPartnerIsOwedIsSaidToStayParked() {
    ordered("/partners/acme/pause", "");
    house.drop("storm.txt", STORM);
    await().until(() -> page("/").contains("waiting: the partner is paused"));
    ordered("/partners/acme/disable", "");
    await().until(() -> page("/?state=parked").contains("Storm closes port"));

    String said = "Not done: acme is disabled, so nothing is sent to it.";
    assertThat(ordered("/partners/acme/unpark", "")).contains(said);
    assertThat(ordered("/partners/acme/replay", LONG)).contains(said);
    assertThat(ordered("/partners/acme/test", "")).contains(said);
    assertThat(page("/partners/acme")).doesNotContain("Send what is parked", "Count first");
    assertThat(page(STORY + "/resend")).contains("No partner gets");
    assertThat(ordered(STORY + "/resend", "")).contains("Being sent again to 0 partners");
    for (String order :
        List.of(
            "/partners/acme/unpark",
            "/partners/acme/test",
            "/partners/acme/replay?from=2020-01-01T00:00:00Z&to=2100-01-01T00:00:00Z",
            STORY + "/resend?partner=acme")) {
      HttpResponse<String> refused = house.post("/api" + order, "");
      assertThat(refused.statusCode()).as(order).isEqualTo(409);
      assertThat(refused.body()).contains("acme is disabled");
    }
    assertThat(page("/?state=parked")).contains("Storm closes port");
  }

  @Test
  void aPartnerWhoseFileIsGoneIsSaidToBeSentNothing() throws IOException {
    Files.delete(house.partnerFile("acme"));
    String said = "There is no partner file for acme any more, so nothing can be sent to it.";
    await().untilAsserted(() -> assertThat(page("/partners/acme")).contains(said));
    assertThat(page("/partners/acme")).doesNotContain("Send a test story");
    assertThat(ordered("/partners/acme/test", "")).contains("Not done: " + said);
    assertThat(house.post("/api/partners/acme/test", "").statusCode()).isEqualTo(409);
    assertThat(page("/")).doesNotContain("TEST for acme");
  }

  @Test
  void aFileThatCannotBeSentIsExplainedInThePreview() {
    String preview =
        house
            .postAs(FORM, "/inbox/preview", "name=late.txt&text=---%0Aembargo:+soon%0A---%0ALate")
            .body();
    assertThat(preview).contains("It cannot be sent.").contains("line 2");
    assertThat(house.postAs(FORM, "/inbox/send", "id=../../x&name=a.txt").statusCode())
        .isEqualTo(400);
  }

  @Test
  void aRejectedFileIsExplained() {
    house.drop("binary.txt", "GIF\0\0\1\2");
    await()
        .untilAsserted(
            () -> assertThat(page("/inbox")).contains("binary.txt").contains("What to do:"));
  }

  @Test
  void whatIsNotThereIsSaid() {
    HttpResponse<String> answer = house.get("/stories/tag%3Anobody");
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body()).contains("There is nothing at this address.");
    assertThat(house.get("/assets/desk.css").statusCode()).isEqualTo(200);
    assertThat(house.get("/assets/htmx.js").statusCode()).isEqualTo(200);
    assertThat(house.get("/assets/..%2Fdesk.css").statusCode()).isGreaterThanOrEqualTo(400);
  }

  /** What changed between a page's making and its connecting is not missed. */
  @Test
  void aPageThatConnectsIsToldAtOnceToLookAgain() throws Exception {
    HttpRequest events = HttpRequest.newBuilder(URI.create(house.address("/events"))).build();
    HttpResponse<InputStream> answer =
        HttpClient.newHttpClient().send(events, BodyHandlers.ofInputStream());

    try (BufferedReader lines = new BufferedReader(new InputStreamReader(answer.body(), UTF_8))) {
      assertThat(lines.readLine()).isEqualTo("event: ledger");
      // What a proxy gathers before it passes it on comes late, or never.
      assertThat(answer.headers().firstValue("X-Accel-Buffering")).hasValue("no");
    }
  }

  @Test
  void manyOpenPagesHoldNoThread() throws Exception {
    HttpClient client = HttpClient.newHttpClient();
    List<CompletableFuture<HttpResponse<InputStream>>> open = new ArrayList<>();
    for (int i = 0; i < 150; i++) {
      HttpRequest events = HttpRequest.newBuilder(URI.create(house.address("/events"))).build();
      open.add(client.sendAsync(events, BodyHandlers.ofInputStream()));
    }
    for (CompletableFuture<HttpResponse<InputStream>> events : open) {
      assertThat(events.get(30, TimeUnit.SECONDS).statusCode()).isEqualTo(200);
    }
    assertThat(page("/")).contains("Stories");
    house.drop("storm.txt", STORM);
    await().until(() -> acme.pushes().size() == 1);
    for (CompletableFuture<HttpResponse<InputStream>> events : open) {
      events.get().body().close();
    }
  }

  @Test
  void everyPartThatRenewsItselfSaysSoThatItDoesNotCountAsUse() {
    house.drop("storm.txt", STORM);
    await().until(() -> acme.pushes().size() == 1);
    for (String path : List.of("/", STORY, "/partners", "/partners/acme", "/inbox", "/system")) {
      assertThat(Jsoup.parse(page(path)).select("[hx-trigger*=sse:], [hx-trigger*=every]"))
          .as(path)
          .isNotEmpty()
          .allSatisfy(
              part ->
                  assertThat(part.attr("hx-headers"))
                      .isEqualTo("{\"X-Wirecopy-Renewal\": \"true\"}"));
    }
  }

  @Test
  void ordersAreToldOnTheSystemPage() {
    house.drop("storm.txt", STORM);
    await().until(() -> acme.pushes().size() == 1);
    ordered("/partners/acme/pause", "");
    ordered("/partners/acme/resume", "");
    ordered(STORY + "/kill", "");
    assertThat(page("/system").replaceAll("<[^>]+>", "").replaceAll("\\s+", " "))
        .containsSubsequence(
            "local kill tag:wirecopy.local,2026:storm", "local resume acme", "local pause acme")
        .contains("2 this hour");
  }

  /** What the page that follows an order says of it. */
  private String ordered(String path, String form) {
    HttpResponse<String> answer = house.postAs(FORM, path, form);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
    return page(answer.headers().firstValue("location").orElseThrow());
  }

  private String page(String path) {
    HttpResponse<String> answer = house.get(path);
    assertThat(answer.statusCode()).isEqualTo(200);
    return answer.body();
  }
}
