package org.wirecopy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wirecopy.ninjs.Validation;

/** A picture's way from the inbox to whoever the partner shows it to. */
class PicturesEndToEndTest {
  private static final String STORM =
      "Storm closes Ellery port\n\nBy Dana Whitlock\n\nThe port stayed shut on Friday.\n";
  private static final byte[] PIER = TestPictures.picture("png", 160, 120, 0x336699);
  private static final byte[] WAVES = TestPictures.picture("jpg", 320, 200, 0x003355);

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
  void aPictureInAZipIsFetchedAsItWasPacked() throws Exception {
    house.open();
    house.drop("harbour/storm.zip", TestPictures.zip("storm.txt", STORM, "pier.png", PIER));

    JsonNode rendition = rendition(awaitPush(1));
    assertThat(rendition.get("contentType").asText()).isEqualTo("image/png");
    assertThat(rendition.get("width").asInt()).isEqualTo(160);
    assertThat(rendition.get("height").asInt()).isEqualTo(120);
    assertThat(rendition.get("sizeInBytes").asInt()).isEqualTo(PIER.length);
    String href = rendition.get("href").asText();
    assertThat(href).startsWith(house.address() + "/pictures/");
    HttpResponse<byte[]> answer = fetch("GET", href);
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).isEqualTo(PIER);
    assertThat(header(answer, "content-type")).isEqualTo("image/png");
    assertThat(header(answer, "content-length")).isEqualTo("" + PIER.length);
    assertThat(header(answer, "x-content-type-options")).isEqualTo("nosniff");
    assertThat(header(answer, "cross-origin-resource-policy")).isEqualTo("cross-origin");
    assertThat(header(answer, "cache-control")).isEqualTo("private, max-age=300");
    assertThat(header(answer, "content-security-policy")).contains("sandbox");
    assertThat(fetch("GET", href, "If-None-Match", header(answer, "etag")).statusCode())
        .isEqualTo(304);
    HttpResponse<byte[]> head = fetch("HEAD", href);
    assertThat(head.statusCode()).isEqualTo(200);
    assertThat(header(head, "content-length")).isEqualTo("" + PIER.length);
    assertThat(fetch("POST", href).statusCode()).isEqualTo(405);
  }

  @Test
  void aPictureInAWordDocumentIsFetchedAsItWasPutIn() throws Exception {
    house.open();
    house.drop("storm.docx", TestPictures.word("Storm closes port", "The port is shut.", PIER));

    JsonNode association = awaitPush(1).json().at("/associations/0");
    assertThat(association.at("/descriptions/0/value").asText()).isEqualTo("The pier");
    assertThat(fetch("GET", association.at("/renditions/0/href").asText()).body()).isEqualTo(PIER);
  }

  @Test
  void anAddressThatWasTamperedWithLeadsNowhere() throws Exception {
    house.open();
    String href = dropped();

    for (String forged :
        List.of(
            href.replaceFirst("expires=.", "expires=9"),
            href.replace("storm", "other"),
            href.replace(".png", ".jpg"),
            href.replaceFirst("pictures/(.)", "pictures/0$1"),
            href.replaceFirst("signature=.", "signature=~"),
            href.replaceFirst("&signature=.*", ""),
            href.replaceFirst("\\?.*", ""),
            house.address() + "/pictures/",
            house.address() + "/pictures",
            house.address() + "/pictures/%00.jpg")) {
      assertThat(fetch("GET", forged).statusCode()).as(forged).isIn(400, 404);
      assertThat(fetch("GET", forged).body()).as(forged).isNotEqualTo(PIER);
    }
    String other = "0".repeat(64) + ".png";
    assertThat(fetch("GET", signed(other, Instant.now().plusSeconds(60))).statusCode())
        .as("signed by us, but no such picture")
        .isEqualTo(404);
  }

  @Test
  void anAddressEnds() throws Exception {
    house.open();
    String file = URI.create(dropped()).getPath().replace("/pictures/", "");

    assertThat(fetch("GET", signed(file, Instant.now().plusSeconds(60))).statusCode())
        .isEqualTo(200);
    assertThat(fetch("GET", signed(file, Instant.now().minusSeconds(1))).statusCode())
        .isEqualTo(410);
  }

  @Test
  void aPictureIsGoneWithItsStoryAndBackWithIt() throws Exception {
    house.open();
    String href = dropped();

    house.post("/api/stories/tag:wirecopy.local,2026:storm/withhold", "");
    assertThat(fetch("GET", href).statusCode()).isEqualTo(410);
    house.post("/api/stories/tag:wirecopy.local,2026:storm/release", "");
    assertThat(fetch("GET", href).statusCode()).isEqualTo(200);
    house.post("/api/stories/tag:wirecopy.local,2026:storm/kill", "");
    assertThat(fetch("GET", href).statusCode()).isEqualTo(410);
  }

  @Test
  void anAddressOutlivesARestart() throws Exception {
    int port = freePort();
    house.with("WIRECOPY_PORT", "" + port).open();
    String href = dropped();
    house.close();
    house.open();

    assertThat(fetch("GET", href).body()).isEqualTo(PIER);
  }

  @Test
  void aRetryHasTheSameBytes() throws Exception {
    acme.answers(push -> acme.pushes().size() < 2 ? 503 : 204);
    house.open();
    house.drop(
        "storm.zip",
        TestPictures.zip(
            "storm.txt", STORM, "waves.jpg", WAVES, "pier.png", PIER, "wide.png", PIER));

    TestPartner.Push first = awaitPush(1);
    assertThat(awaitPush(2).body()).isEqualTo(first.body());
    assertThat(new Validation().faults(first.body())).isEmpty();
  }

  @Test
  void partnersCallTheHouseByTheNameThatTheOperatorSets() throws Exception {
    house.with("WIRECOPY_MEDIA_BASE_URL", "https://news.example/wire/").open();

    String href = dropped();

    assertThat(href).startsWith("https://news.example/wire/pictures/");
    // as a proxy for that name passes it on
    String here = href.replace("https://news.example/wire", house.address());
    assertThat(fetch("GET", here, "X-Forwarded-For", "203.0.113.7").body()).isEqualTo(PIER);
  }

  @Test
  void whatIsTooLargeOrTooMuchIsLeftOutAndTheStoryGoesOn() throws Exception {
    house.with("WIRECOPY_MEDIA_LARGEST", PIER.length + "B").with("WIRECOPY_MEDIA_MOST", "1").open();
    byte[] small = TestPictures.picture("png", 80, 60, 0xFFFFFF);
    byte[] large = TestPictures.picture("jpg", 900, 900, 0x123456);
    house.drop(
        "storm.zip",
        TestPictures.zip("storm.txt", STORM, "a.jpg", large, "b.png", small, "c.png", PIER));

    JsonNode associations = awaitPush(1).json().get("associations");
    assertThat(associations).hasSize(1);
    String href = associations.at("/0/renditions/0/href").asText();
    assertThat(fetch("GET", href).body()).isEqualTo(small);
  }

  @Test
  void picturesThatLieBesideAnArticleGoWithIt() throws Exception {
    house.open();
    house.drop("harbour/storm.jpg", WAVES);
    house.drop("harbour/storm-2.png", PIER);
    house.drop("harbour/storm.txt", STORM);

    JsonNode associations = awaitPush(1).json().get("associations");
    assertThat(fetch("GET", associations.at("/0/renditions/0/href").asText()).body())
        .isEqualTo(WAVES);
    assertThat(fetch("GET", associations.at("/1/renditions/0/href").asText()).body())
        .isEqualTo(PIER);
    await()
        .untilAsserted(
            () ->
                assertThat(house.done())
                    .containsExactlyInAnyOrder("storm.txt", "storm.jpg", "storm-2.png"));
    assertThat(house.inbox().resolve("harbour/storm.jpg")).doesNotExist();
  }

  @Test
  void anArticleWaitsAMomentForThePictureThatItNames() throws Exception {
    house.with("WIRECOPY_MEDIA_WAIT", "20s").open();
    house.drop(
        "storm.md", "# Storm closes port\n\nThe port is shut.\n\n![Pier](images/pier.png)\n");
    house.drop("calm.txt", "Calm sea elsewhere\n\nNothing else happened on Friday.\n");
    assertThat(awaitPush(1).headline()).isEqualTo("Calm sea elsewhere");
    house.drop("images/pier.png", PIER);

    assertThat(fetch("GET", rendition(awaitPush(2)).get("href").asText()).body()).isEqualTo(PIER);
    await()
        .untilAsserted(() -> assertThat(house.done()).contains("storm.md", "calm.txt", "pier.png"));
  }

  @Test
  void withoutThePictureThatItNamesAnArticleGoesOutWhenItHasWaited() throws Exception {
    house.with("WIRECOPY_MEDIA_WAIT", "200ms").open();
    house.drop("storm.md", "# Storm closes port\n\nThe port is shut.\n\n![](pier.png)\n");

    assertThat(awaitPush(1).json().has("associations")).isFalse();
  }

  @Test
  void aPictureThatIsReallyAPageIsLeftOutAndSetAsideWithAReason() throws Exception {
    house.open();
    house.drop("storm.jpg", "<html><script>alert(1)</script>Not found</html>");
    house.drop("storm.txt", STORM);

    assertThat(awaitPush(1).json().has("associations")).isFalse();
    Path rejected = house.inbox().resolve(".rejected");
    await()
        .untilAsserted(
            () ->
                assertThat(rejected.resolve("storm.jpg.reason.txt"))
                    .content()
                    .contains("whatever its name says"));
    await().untilAsserted(() -> assertThat(rejected.resolve("storm.jpg")).exists());
    assertThat(folder.resolve("data/media")).doesNotExist();
  }

  @Test
  void aPictureWithoutAnArticleAndADrawingAreRejectedInPlainWords() throws Exception {
    house.with("WIRECOPY_MEDIA_WAIT", "200ms").open();
    house.drop("alone.jpg", WAVES);
    house.drop("map.svg", "<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>");

    Path rejected = house.inbox().resolve(".rejected");
    await()
        .untilAsserted(
            () -> {
              assertThat(rejected.resolve("alone.jpg.reason.txt"))
                  .content()
                  .contains("no article took it along")
                  .contains("storm-2.jpg");
              assertThat(rejected.resolve("map.svg.reason.txt")).content().contains(".svg");
            });
    assertThat(rejected.resolve("alone.jpg")).hasBinaryContent(WAVES);
    assertThat(acme.pushes()).isEmpty();
  }

  @Test
  void aPictureThatComesAfterItsArticleIsToldSoAndGoesOutWithItAsAnUpdate() throws Exception {
    house.with("WIRECOPY_MEDIA_WAIT", "3s").open();
    house.drop("harbour/storm.txt", STORM);
    awaitPush(1);
    await().untilAsserted(() -> assertThat(house.done()).contains("storm.txt"));
    house.drop("harbour/storm-2.png", PIER);

    Path reason = house.inbox().resolve(".rejected/harbour/storm-2.png.reason.txt");
    await()
        .untilAsserted(
            () ->
                assertThat(reason)
                    .content()
                    .contains("storm.txt, had gone out already")
                    .contains("as an update"));

    house.drop("harbour/storm.png", PIER);
    house.drop("harbour/storm.txt", STORM);
    assertThat(awaitPush(2).header("wirecopy-action")).isEqualTo("update");
    assertThat(rendition(awaitPush(2)).get("sizeInBytes").asInt()).isEqualTo(PIER.length);
  }

  @Test
  void aRejectedArticleTakesItsPictureAlong() throws Exception {
    house.open();
    house.drop("storm.jpg", WAVES);
    house.drop("storm.txt", "---\nstatus: perhaps\n---\n" + STORM);

    Path rejected = house.inbox().resolve(".rejected");
    await().untilAsserted(() -> assertThat(rejected.resolve("storm.txt.reason.txt")).exists());
    await().untilAsserted(() -> assertThat(rejected.resolve("storm.jpg")).exists());
    assertThat(rejected.resolve("storm.jpg.reason.txt")).doesNotExist();
  }

  @Test
  void aSavedPageGoesWithItsFolderAndNothingInItIsAnArticle() throws Exception {
    house.open();
    house.drop("Storm_files/pier.png", PIER);
    house.drop("Storm_files/menu.css", "body { color: black }\n\nNot an article at all.\n");
    house.drop(
        "Storm.html",
        "<html><head><link rel=canonical href='https://news.example/storm'></head><body>"
            + "<h1>Storm closes Ellery port</h1><p>"
            + "The port stayed shut for a second day, and ferries at their berths. ".repeat(8)
            + "</p><figure><img src='./Storm_files/pier.png'><figcaption>The pier</figcaption>"
            + "</figure></body></html>");

    JsonNode association = awaitPush(1).json().at("/associations/0");
    assertThat(association.at("/descriptions/0/value").asText()).isEqualTo("The pier");
    assertThat(fetch("GET", association.at("/renditions/0/href").asText()).body()).isEqualTo(PIER);
    await()
        .untilAsserted(
            () ->
                assertThat(house.done())
                    .containsExactlyInAnyOrder("Storm.html", "pier.png", "menu.css"));
    assertThat(house.inbox().resolve("Storm_files")).doesNotExist();
    assertThat(acme.pushes()).hasSize(1);
  }

  @Test
  void theFolderOfAPageThatHasGoneOutFollowsItUnread() throws Exception {
    house.with("WIRECOPY_MEDIA_WAIT", "300ms").open();
    String page =
        "<html><body><h1>%s</h1><p>"
            + "The port stayed shut for a second day, and ferries at their berths. ".repeat(8)
            + "</p></body></html>";
    house.drop("desk/Storm.html", page.formatted("Storm closes Ellery port"));
    awaitPush(1);
    await().until(() -> house.done().contains("Storm.html"));
    house.drop("desk/Storm_files/saved_resource.html", page.formatted("Buy our boats"));

    await().until(() -> house.done().contains("saved_resource.html"));
    assertThat(house.inbox().resolve("desk/Storm_files")).doesNotExist();
    house.drop("calm.txt", "Calm\n\nThe port is open.\n");
    assertThat(awaitPush(2).headline()).isEqualTo("Calm");
  }

  @Test
  void inABacklogNoPictureIsGivenUpBeforeItsArticleIsRead() throws Exception {
    int stories = 400;
    house.with("WIRECOPY_MEDIA_WAIT", "1ms").with("WIRECOPY_INTAKE_THREADS", "1");
    for (int i = 0; i < stories; i++) {
      byte[] picture = TestPictures.picture("png", 80, 60, i);
      house.drop("desk" + i % 3 + "/pier" + i + ".png", picture);
      house.drop(
          "desk" + i % 3 + "/a" + i + ".md",
          "# Storm number " + i + "\n\nThe port is shut.\n\n![](pier" + i + ".png)\n");
    }
    house.open();

    await().untilAsserted(() -> assertThat(house.done()).hasSize(2 * stories));
    await().until(() -> acme.pushes().size() == stories);
    assertThat(acme.pushes())
        .allSatisfy(push -> assertThat(rendition(push).get("href").asText()).isNotEmpty());
    assertThat(house.inbox().resolve(".rejected")).doesNotExist();
  }

  private String dropped() {
    house.drop("storm.zip", TestPictures.zip("storm.txt", STORM, "pier.png", PIER));
    return rendition(awaitPush(1)).get("href").asText();
  }

  private TestPartner.Push awaitPush(int count) {
    await().until(() -> acme.pushes().size() >= count);
    return acme.pushes().get(count - 1);
  }

  private static JsonNode rendition(TestPartner.Push push) {
    return push.json().at("/associations/0/renditions/0");
  }

  /** An address signed with the house's own key, as its contract says. */
  private String signed(String file, Instant expires) throws Exception {
    byte[] key =
        Base64.getDecoder()
            .decode(Files.readString(folder.resolve("data/secrets/pictures.key")).strip());
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(key, "HmacSHA256"));
    String story = "tag:wirecopy.local,2026:storm";
    String parts = file + "\n" + expires.getEpochSecond() + "\n" + story;
    return house.address()
        + "/pictures/"
        + file
        + "?story="
        + story
        + "&expires="
        + expires.getEpochSecond()
        + "&signature="
        + Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(mac.doFinal(parts.getBytes(StandardCharsets.UTF_8)));
  }

  private static HttpResponse<byte[]> fetch(String method, String href, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(href))
            .method(method, HttpRequest.BodyPublishers.noBody());
    for (int i = 0; i < headers.length; i += 2) {
      request.header(headers[i], headers[i + 1]);
    }
    return HttpClient.newHttpClient()
        .send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
  }

  private static String header(HttpResponse<?> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }

  private static int freePort() throws IOException {
    try (java.net.ServerSocket socket = new java.net.ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }
}
