package org.wirecopy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Articles that programs hand in and ask about, over the real house. */
class InboxApiTest {
  private static final String STORM =
      "Storm closes port\n\nBy Dana Whitlock\n\nThe port stayed shut on Friday.\n";

  @TempDir Path folder;
  private TestPartner acme;
  private TestHouse house;

  @BeforeEach
  void open() throws IOException {
    acme = new TestPartner();
    house =
        new TestHouse(folder)
            .partner("acme", acme.url())
            .partner("sporty", acme.url(), "desks", "sports")
            .with("WIRECOPY_INBOX_LARGEST", "4KB")
            .open();
  }

  @AfterEach
  void close() {
    house.close();
    acme.close();
  }

  @Test
  void anUploadIsTakenLikeADroppedFile() throws IOException {
    Files.createDirectories(house.inbox().resolve("harbour"));
    HttpResponse<String> answer = house.post("/api/inbox?name=storm.txt&desk=harbour", STORM);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
    assertThat(answer.body()).isEqualTo("{\"file\":\"harbour/storm.txt\"}");
    await().until(() -> acme.pushes().size() == 1);
    assertThat(acme.pushes().get(0).headline()).isEqualTo("Storm closes port");
    assertThat(acme.pushes().get(0).header("wirecopy-uri")).endsWith(":harbour:storm");
  }

  @Test
  void aPreviewTellsWhatItBecomesAndForWhomAndLeavesNothingBehind() throws IOException {
    JsonNode preview = json(house.post("/api/inbox/preview?name=storm.txt", STORM));
    JsonNode story = preview.at("/stories/0");
    assertThat(story.get("version").asInt()).isEqualTo(1);
    assertThat(story.at("/item/headlines/0/value").asText()).isEqualTo("Storm closes port");
    assertThat(story.at("/partners/0/partner").asText()).isEqualTo("acme");
    assertThat(story.at("/partners/0/wanted").asBoolean()).isTrue();
    assertThat(story.at("/partners/1/wanted").asBoolean()).isFalse();
    assertThat(story.at("/partners/1/reason").asText()).isNotBlank();
    try (Stream<Path> files = Files.list(house.inbox())) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .noneMatch(name -> name.contains("storm"));
    }
    assertThat(acme.pushes()).isEmpty();

    house.post("/api/inbox?name=storm.txt", STORM);
    await().until(() -> acme.pushes().size() == 1);
    assertThat(
            json(house.post("/api/inbox/preview?name=storm.txt", STORM + "\nMore.\n"))
                .at("/stories/0/version")
                .asInt())
        .isEqualTo(2);
  }

  @Test
  void aNameLeadsNowhereElse() {
    assertThat(house.post("/api/inbox?name=..%2F..%2F.ssh%2Fkeys.txt", STORM).body())
        .isEqualTo("{\"file\":\"keys.txt\"}");
    assertThat(house.post("/api/inbox?name=a.txt&desk=..", STORM).statusCode()).isEqualTo(400);
    assertThat(house.post("/api/inbox?name=a.txt&desk=.done", STORM).statusCode()).isEqualTo(400);
    assertThat(house.post("/api/inbox?name=%20", STORM).statusCode()).isEqualTo(400);
  }

  @Test
  void whatIsTooLargeOrNoPlainBodyIsRefused() {
    HttpResponse<String> large = house.post("/api/inbox?name=a.txt", "x".repeat(5_000));
    assertThat(large.statusCode()).isEqualTo(413);
    assertThat(large.body()).contains("at most 4.0 KB");
    HttpResponse<String> form =
        house.postAs("multipart/form-data; boundary=x", "/api/inbox?name=a.txt", "--x--");
    assertThat(form.statusCode()).as(form.body()).isEqualTo(400);
    assertThat(form.body()).contains("--data-binary");
  }

  @Test
  void aRejectedFileIsListedWithTheLinesAroundTheFault() throws IOException {
    house.drop("late.txt", "---\nheadline: Late\nembargo: tomorrow\n---\nText of the story.\n");
    await().until(() -> json(house.get("/api/inbox")).get("rejected").size() == 1);
    JsonNode rejected = json(house.get("/api/inbox")).at("/rejected/0");
    assertThat(rejected.get("file").asText()).isEqualTo("late.txt");
    assertThat(rejected.get("reason").asText()).contains("What to do:");
    assertThat(rejected.at("/around/2/text").asText()).isEqualTo("embargo: tomorrow");
    assertThat(rejected.at("/around/2/fault").asBoolean()).isTrue();
  }

  @Test
  void aTestStoryGoesToOnePartnerOnly() throws IOException {
    JsonNode sent = json(house.post("/api/partners/acme/test", ""));
    await().until(() -> acme.pushes().size() == 1);
    assertThat(acme.pushes().get(0).headline()).startsWith("TEST for acme");
    assertThat(acme.pushes().get(0).header("wirecopy-uri")).isEqualTo(sent.get("uri").asText());
  }

  private static JsonNode json(HttpResponse<String> answer) throws IOException {
    return new ObjectMapper().readTree(answer.body());
  }
}
