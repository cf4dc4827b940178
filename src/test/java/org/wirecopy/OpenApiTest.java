package org.wirecopy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The OpenAPI document says what the real house answers, and the routes are what it lists. */
class OpenApiTest {
  private static final String STORY = "/api/stories/tag%3Awirecopy.local%2C2026%3Aharbour%3Astorm";
  private static final String SPAN = "?from=2020-01-01T00:00:00Z&to=2100-01-01T00:00:00Z";

  @TempDir Path folder;
  private TestPartner acme;
  private TestPartner grumpy;
  private TestHouse house;
  private OpenApiDocument document;
  private final Set<String> asked = new TreeSet<>();

  @BeforeEach
  void prepare() throws IOException {
    acme = new TestPartner();
    grumpy = new TestPartner();
    grumpy.answers(422, "no headline allowed");
    house =
        new TestHouse(folder).partner("acme", acme.url()).partner("grumpy", grumpy.url()).open();
    document = new OpenApiDocument(house.get("/api/openapi.json").body());
  }

  @AfterEach
  void tidy() {
    house.close();
    acme.close();
    grumpy.close();
  }

  @Test
  void everyAnswerIsAsDescribed() throws IOException {
    house.drop(
        "harbour/storm.zip",
        TestPictures.zip(
            "storm.txt",
            "Storm closes Ellery port\n\nBy Dana Whitlock\n\nThe port is shut.\n",
            "pier.png",
            TestPictures.picture("png", 80, 60, 0x336699)));
    await()
        .until(
            () ->
                house.get("/api/stories").body().contains("\"parked\"")
                    && house.get("/api/stories").body().contains("\"delivered\""));
    await()
        .until(
            () ->
                house
                        .get("/api/related/resolve?headline=Storm%20closes%20Ellery%20port")
                        .statusCode()
                    == 200);

    get("/health/live", 200, "");
    get("/health/ready", 200, "");
    get("/metrics", 200, "");
    get("/grafana-dashboard.json", 200, "");
    get("/api/openapi.json", 200, "");

    get("/api/stories", 200, "");
    get(
        "/api/stories",
        200,
        "?q=storm&state=parked&partner=grumpy&limit=1" + SPAN.replace('?', '&'));
    get("/api/stories", 400, "?state=lost");
    get("/api/stories", 400, "?limit=many");
    get("/api/stories/{uri}", 200, STORY);
    get("/api/stories/{uri}", 404, "/api/stories/https%3A%2F%2Fnews.example%2Fstory");
    post("/api/related", 200, "/api/related?limit=3", "{\"title\": \"Storm closes Ellery port\"}");
    post("/api/related", 400, "/api/related", "{}");
    get("/api/related", 200, "?title=Storm%20closes%20Ellery%20port&limit=3");
    get("/api/related", 200, "?uri=" + STORY.substring(STORY.lastIndexOf('/') + 1));
    get("/api/related", 404, "?uri=tag:nobody");
    get("/api/related", 400, "");
    get("/api/related", 400, "?title=Storm&date=yesterday");
    get("/api/related", 400, "?title=Storm&asOf=yesterday");
    get("/api/related", 400, "?title=Storm&limit=many");
    post("/api/archive/rebuild", 202, "/api/archive/rebuild", "");
    post("/api/related", 400, "/api/related", "");
    get("/api/related/resolve", 200, "?headline=Storm%20closes%20Ellery%20port");
    get("/api/related/resolve", 404, "?headline=Nothing%20of%20the%20kind");
    get("/api/related/resolve", 400, "?headline=");
    String picture = acme.pushes().get(0).json().at("/associations/0/renditions/0/href").asText();
    String fetched = picture.substring(house.address().length());
    get("/pictures/{picture}", 200, fetched);
    get("/pictures/{picture}", 404, fetched.replace(".png", ".gif"));
    post("/api/stories/{uri}/withhold", 202, STORY + "/withhold", "{\"note\":\"wrong port\"}");
    post("/api/stories/{uri}/withhold", 409, STORY + "/withhold", "");
    post("/api/stories/{uri}/release", 202, STORY + "/release", "");
    post("/api/stories/{uri}/resend", 202, STORY + "/resend?partner=acme", "");
    post("/api/stories/{uri}/kill", 202, STORY + "/kill", "");
    post("/api/stories/{uri}/kill", 400, STORY + "/kill", "nonsense");
    post("/api/stories/{uri}/kill", 404, "/api/stories/none/kill", "");
    get("/api/stories/{uri}", 200, STORY);
    get("/pictures/{picture}", 410, fetched);

    for (String order : List.of("pause", "resume", "park", "unpark", "disable", "enable")) {
      String path = "/api/partners/{name}/" + order;
      post(path, 202, path.replace("{name}", "acme"), "");
      post(path, 404, path.replace("{name}", "nobody"), "");
    }
    post("/api/partners/{name}/test", 202, "/api/partners/acme/test", "");
    post("/api/partners/{name}/test", 404, "/api/partners/nobody/test", "");
    post(
        "/api/partners/{name}/replay", 200, "/api/partners/acme/replay" + SPAN + "&count=true", "");
    post("/api/partners/{name}/replay", 202, "/api/partners/acme/replay" + SPAN, "");
    post("/api/partners/{name}/replay", 400, "/api/partners/acme/replay", "");
    post("/api/partners/{name}/rotate", 200, "/api/partners/acme/rotate", "");
    post("/api/partners/{name}/rotate", 404, "/api/partners/nobody/rotate", "");
    get("/api/partners", 200, "");

    house.drop("late.txt", "---\nheadline: Late\nembargo: tomorrow\n---\nText of the story.\n");
    await().until(() -> house.get("/api/inbox").body().contains("\"fault\":true"));
    get("/api/inbox", 200, "");
    String article = "Tug sinks\n\nBy Dana Whitlock\n\nThe tug sank at noon.\n";
    post("/api/inbox/preview", 200, "/api/inbox/preview?name=tug.txt&desk=harbour", article);
    post("/api/inbox/preview", 200, "/api/inbox/preview?name=tug.txt", "---\nembargo: soon\n---\n");
    post("/api/inbox/preview", 400, "/api/inbox/preview", article);
    post("/api/inbox", 202, "/api/inbox?name=tug.txt&desk=harbour", article);
    post("/api/inbox", 400, "/api/inbox?name=tug.txt&desk=..%2F..", article);

    post("/example-partner", 400, "/example-partner", "{}");
    get("/example-partner", 200, "");
    get("/api/audit", 200, "?limit=5");

    assertThat(asked).isEqualTo(document.operations());
  }

  @Test
  void anAnswerThatIsNotAsDescribedWouldBeFound() throws IOException {
    assertThat(document.faults("GET /api/stories", house.get("/api/partners"))).isNotEmpty();
    assertThat(document.faults("GET /health/live", house.get("/api/stories"))).isNotEmpty();
    assertThat(document.faults("GET /api/stories", house.get("/metrics"))).isNotEmpty();
  }

  @Test
  void whatIsNotThereIsAProblemToo() {
    isProblem(404, house.get("/nothing/here"));
    isProblem(404, house.get("/api/nothing"));
    isProblem(405, house.post("/api/partners", ""));
    isProblem(405, house.get("/api/partners/acme/pause"));
    isProblem(400, house.get("/api/stories/..%2f"));
    isProblem(405, house.put("/api/stories", ""));
  }

  @Test
  void whatIsAskedWronglyIsAProblemInWords() {
    isProblem(400, house.get("/api/stories?q=%ff"));
    isProblem(400, house.get("/api/related?title=%ff"));
    isProblem(
        404,
        house.post(
            "/api/partners/nobody/replay?from=2020-01-01T00:00:00Z&to=2100-01-01T00:00:00Z&count=true",
            ""));
    HttpResponse<String> states =
        house.post(
            "/api/partners/acme/replay?from=2020-01-01T00:00:00Z&to=2100-01-01T00:00:00Z&state=,",
            "");
    isProblem(400, states);
    assertThat(states.body()).contains("state must be delivered, parked or both");
  }

  @Test
  void anOrderForAPartnerThatIsNoneMakesNone() {
    house.drop("storm.txt", "Storm closes Ellery port\n\nThe port is shut.\n");
    String story = "/api/stories/tag:wirecopy.local,2026:storm";
    await().until(() -> house.get(story).body().contains("delivered"));

    isProblem(404, house.post(story + "/resend?partner=acmee", ""));
    isProblem(400, house.post(story + "/kill?partner=acme", ""));
    assertThat(house.get(story).body()).contains("\"version\":1").doesNotContain("\"version\":2");
    assertThat(house.post("/partners/ghost/pause", "").statusCode()).isBetween(400, 499);
    assertThat(house.get("/api/partners").body()).doesNotContain("acmee").doesNotContain("ghost");
  }

  @Test
  void whatIsTooLargeIsRefusedBeforeItIsSent() throws IOException {
    String head =
        "POST /api/related HTTP/1.1\r\nHost: localhost\r\nContent-Length: %d\r\n\r\n"
            .formatted(34 << 20);
    String answer = house.exchange(head);

    assertThat(answer).startsWith("HTTP/1.1 413 ").containsIgnoringCase("problem+json");
    assertThat(answer).contains("\"status\":413").contains("\"detail\":\"");
  }

  @Test
  void whatBreaksOffIsToldSo() throws IOException {
    String answer =
        house.exchange(
            "POST /api/related HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\n{\"head");

    assertThat(answer).startsWith("HTTP/1.1 400 ").containsIgnoringCase("problem+json");
    assertThat(answer).contains("\"status\":400").contains("\"detail\":\"");
  }

  private static void isProblem(int status, HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.headers().firstValue("content-type")).hasValue("application/problem+json");
    assertThat(answer.body()).contains("\"status\":" + status).contains("\"detail\":\"");
  }

  @Test
  void theRoutesAreWhatTheDocumentLists() throws IOException {
    Map<String, String> routes = new TreeMap<>();
    Object yaml =
        new Load(LoadSettings.builder().build())
            .loadFromString(Files.readString(Path.of("routes/desk.camel.yaml")));
    for (Object entry : (List<?>) yaml) {
      if (((Map<?, ?>) entry).get("rest") instanceof Map<?, ?> rest) {
        for (String method : List.of("get", "post", "put", "delete", "patch", "head")) {
          if (rest.get(method) instanceof List<?> verbs) {
            for (Object verb : verbs) {
              Map<?, ?> operation = (Map<?, ?>) verb;
              String path = (rest.get("path") + "/" + operation.get("path")).replaceAll("/+", "/");
              routes.put(
                  method.toUpperCase(Locale.ROOT) + " " + path.replaceAll("(?<=.)/$", ""),
                  String.valueOf(operation.get("id")));
            }
          }
        }
      }
    }
    routes.put("GET /pictures/{picture}", "fetchPicture"); // beside the routes, since it is bytes
    Map<String, String> listed = new TreeMap<>();
    for (String operation : document.operations()) {
      listed.put(operation, document.operation(operation).get("operationId").asText());
    }
    assertThat(routes).hasSizeGreaterThan(20).isEqualTo(listed);
  }

  @Test
  void everyReferenceOfTheDocumentLeadsSomewhere() {
    List<String> references = new ArrayList<>(document.tree().findValuesAsText("$ref"));
    assertThat(references).isNotEmpty();
    for (String reference : references) {
      assertThat(document.tree().at(reference.substring(1)).isMissingNode())
          .as(reference)
          .isFalse();
    }
    JsonNode schemas = document.tree().at("/components/schemas");
    schemas
        .fieldNames()
        .forEachRemaining(name -> assertThat(references).contains("#/components/schemas/" + name));
  }

  private void get(String path, int status, String rest) throws IOException {
    String address = rest.startsWith("/") ? rest : path + rest;
    judge("GET " + path, status, house.get(address));
  }

  private void post(String path, int status, String address, String body) throws IOException {
    judge("POST " + path, status, house.post(address, body));
  }

  private void judge(String operation, int status, HttpResponse<String> answer) throws IOException {
    asked.add(operation);
    assertThat(answer.statusCode()).as(operation + ": " + answer.body()).isEqualTo(status);
    assertThat(document.faults(operation, answer)).isEmpty();
  }
}
