package org.wirecopy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A partner's own page in the running house, and the test story that the desk sends it. */
class PartnerSiteTest {
  private static final String TOKEN = "acme-opens-its-page-with-this";
  private static final String FORM = "application/x-www-form-urlencoded";

  @TempDir Path folder;
  private final HttpClient http = HttpClient.newHttpClient();
  private TestPartner acme;
  private TestPartner bolt;
  private TestHouse house;

  @BeforeEach
  void open() throws IOException {
    acme = new TestPartner();
    bolt = new TestPartner();
    house =
        new TestHouse(folder)
            .partner("acme", acme.url(), "pageToken", TOKEN, "desks", "!sports")
            .partner("bolt", bolt.url())
            .open();
  }

  @AfterEach
  void close() {
    house.close();
    acme.close();
    bolt.close();
  }

  @Test
  void aPartnerSeesWhatItWasSentAndNothingElse() throws Exception {
    house.drop("storm.txt", "Storm closes port\n\nThe port is shut.\n");
    house.drop("sports/final.txt", "Ellery wins final\n\nBy two goals.\n");
    house.drop("budget.txt", "---\nembargo: 2099-01-01T00:00Z\n---\nBudget leaks\n\nEarly.\n");
    await().until(() -> acme.pushes().size() == 1 && bolt.pushes().size() == 2);

    // The partner has it a moment before that is on record.
    await().until(() -> get("/for/acme").body().contains("you acknowledged every number"));
    assertThat(get("/for/acme").body())
        .contains("Storm closes port")
        .contains("def verified(headers, body)")
        .doesNotContain("Ellery wins")
        .doesNotContain("Budget leaks")
        .doesNotContain(TestHouse.SECRET);
    String own = "/for/acme/deliveries/" + acme.pushes().get(0).header("webhook-id");
    assertThat(get(own).body()).contains("webhook-signature").contains("Storm closes port");
    String others = "/for/acme/deliveries/" + bolt.pushes().get(0).header("webhook-id");
    assertThat(get(others).statusCode()).isEqualTo(404);
    assertThat(get("/for/acme/schema.json").body()).contains("$schema");
    assertThat(get("/for/bolt").statusCode()).as("another's page").isEqualTo(401);
    assertThat(house.get("/for/acme").statusCode()).as("without a token").isEqualTo(401);
    assertThat(house.get("/partners/acme").body()).contains("href=\"/for/acme\"");
  }

  @Test
  void aPartnerSeesWhichNumbersItMisses() throws Exception {
    acme.answers(422, "no headline");
    house.drop("storm.txt", "Storm closes port\n\nThe port is shut.\n");
    await().until(() -> acme.pushes().size() == 1);

    await()
        .untilAsserted(
            () ->
                assertThat(get("/for/acme").body())
                    .contains("has not acknowledged")
                    .contains("parked: 422 “no headline”"));
  }

  @Test
  void aPartnerSeesNothingOfAnEmbargoedVersionThatTookAFailedOnesNumber() throws Exception {
    acme.answers(503, "busy");
    house.drop("budget.txt", "Budget day is Monday\n\nThe budget comes on Monday.\n");
    await().until(() -> acme.pushes().size() == 1);
    house.drop(
        "budget.txt",
        "---\nembargo: 2100-01-01T00:00:00Z\n---\nBudget raises fares\n\nFares rise.\n");
    String budget = "/api/stories/tag:wirecopy.local,2026:budget";
    await().until(() -> house.get(budget).body().contains("\"held\""));

    assertThat(get("/for/acme").body()).doesNotContain("Budget raises fares");
    JsonNode deliveries = new ObjectMapper().readTree(house.get(budget).body()).path("deliveries");
    for (JsonNode delivery : deliveries) {
      HttpResponse<String> page = get("/for/acme/deliveries/" + delivery.path("id").asText());
      assertThat(page.body()).doesNotContain("Budget raises fares");
    }
    assertThat(deliveries).hasSizeGreaterThan(2);
  }

  @Test
  void aPartnerReplaysItsOwnRangeAfterACount() throws Exception {
    house.drop("storm.txt", "Storm closes port\n\nThe port is shut.\n");
    await().until(() -> acme.pushes().size() == 1 && bolt.pushes().size() == 1);
    String span = "from=2020-01-01T00:00&to=2100-01-01T00:00";

    // The partner has it a moment before that is on record.
    await()
        .untilAsserted(
            () ->
                assertThat(get("/for/acme/replay?" + span).body())
                    .contains("Send acme 1 delivery again?")
                    .contains("action=\"/for/acme/replay\""));
    HttpResponse<String> answer = post("/for/acme/replay", span);
    assertThat(answer.statusCode()).isEqualTo(303);
    await().until(() -> acme.pushes().size() == 2);
    assertThat(bolt.pushes()).hasSize(1);
    assertThat(get(answer.headers().firstValue("location").orElseThrow()).body())
        .contains("1 delivery is being sent again");
    assertThat(post("/for/acme/pause", "").statusCode()).isEqualTo(404);
  }

  @Test
  void theSignatureCheckerTellsRightFromWrong() throws Exception {
    house.drop("storm.txt", "Storm closes port\n\nThe port’s shut.\n");
    await().until(() -> acme.pushes().size() == 1);
    TestPartner.Push push = acme.pushes().get(0);
    Map<String, String> form =
        Map.of(
            "id", push.header("webhook-id"),
            "timestamp", push.header("webhook-timestamp"),
            "signature", push.header("webhook-signature"),
            "body", push.text());

    assertThat(post("/for/acme/check", encoded(form)).body()).contains("Right: this is what we");
    assertThat(post("/for/acme/check", encoded(form).replace("Storm", "Calm")).body())
        .contains("Wrong: no signature fits");
  }

  @Test
  void aTestStoryGoesToOnePartnerAloneAndIsNotForPublication() {
    assertThat(house.get("/partners/acme/test").body()).contains("Only acme gets it");
    assertThat(house.postAs(FORM, "/partners/acme/test", "").statusCode()).isEqualTo(303);
    await().until(() -> acme.pushes().size() == 1);
    TestPartner.Push push = acme.pushes().get(0);
    assertThat(push.header("wirecopy-action")).isEqualTo("publish");
    assertThat(push.json().path("pubStatus").asText()).isEqualTo("withheld");
    assertThat(push.headline()).startsWith("TEST for acme");

    house.postAs(FORM, "/partners/acme/test", "");
    await().until(() -> acme.pushes().size() == 2);
    assertThat(acme.pushes().get(1).header("wirecopy-version")).isEqualTo("2");
    assertThat(bolt.pushes()).isEmpty();
  }

  private static String encoded(Map<String, String> form) {
    return form.entrySet().stream()
        .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
        .collect(Collectors.joining("&"));
  }

  private HttpResponse<String> get(String path) throws IOException, InterruptedException {
    return http.send(request(path).build(), BodyHandlers.ofString());
  }

  private HttpResponse<String> post(String path, String form)
      throws IOException, InterruptedException {
    return http.send(
        request(path).header("Content-Type", FORM).POST(BodyPublishers.ofString(form)).build(),
        BodyHandlers.ofString());
  }

  private HttpRequest.Builder request(String path) {
    String pair = Base64.getEncoder().encodeToString(("acme:" + TOKEN).getBytes(UTF_8));
    return HttpRequest.newBuilder(URI.create(house.address(path)))
        .header("Authorization", "Basic " + pair);
  }
}
