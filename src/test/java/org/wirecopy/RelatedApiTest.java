package org.wirecopy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wirecopy.command.ArchiveImporter;
import org.wirecopy.settings.Settings;

/**
 * What other newsroom tools can ask about related stories, and what they are told when they err.
 */
class RelatedApiTest {
  private static final String LINES =
      """
      {"id": "sinks", "title": "Ferry Marisol sinks off Port Ambrose", "date": "2031-03-04", \
      "body": "The ferry Marisol of Blue Strait Lines sank off Port Ambrose after it struck a reef."}
      {"id": "inquiry", "title": "Inquiry hears of broken radar of the Marisol", "date": "2031-03-09", \
      "body": "The radar of the ferry Marisol of Blue Strait Lines was broken before it sank off Port Ambrose."}
      """;

  @TempDir Path folder;

  private TestHouse house() throws IOException {
    Path lines = Files.writeString(folder.resolve("old.jsonl"), LINES);
    PrintStream nowhere =
        new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
    new ArchiveImporter(Settings.load(folder, Map.of()), nowhere).run(List.of(lines));
    TestHouse house = new TestHouse(folder).open();
    await()
        .until(
            () ->
                house
                        .get(
                            "/api/related/resolve?headline=Ferry%20Marisol%20sinks%20off%20Port%20Ambrose")
                        .statusCode()
                    == 200);
    return house;
  }

  @Test
  void aStoryThatWasOnlyImportedCanBeAskedAboutByItsUri() throws IOException {
    try (TestHouse house = house()) {
      String known =
          house
              .get("/api/related/resolve?headline=Ferry%20Marisol%20sinks%20off%20Port%20Ambrose")
              .body();
      String uri = known.replaceAll(".*\"uri\":\"([^\"]+)\".*", "$1");
      HttpResponse<String> related = house.get("/api/related?uri=" + uri);
      assertThat(related.statusCode()).isEqualTo(200);
      assertThat(related.body()).contains("\"id\":\"inquiry\"").doesNotContain("\"id\":\"sinks\"");
      assertThat(house.get("/api/related?uri=tag:nobody,2031:knows").statusCode()).isEqualTo(404);
    }
  }

  @Test
  void whatCannotBeReadIsToldApart() throws IOException {
    try (TestHouse house = house()) {
      assertRefused(house.get("/api/related"), "needs \\\"title\\\" or \\\"body\\\"");
      assertRefused(house.get("/api/related?title=Ferry&limit=many"), "limit");
      assertRefused(house.get("/api/related?title=Ferry&asOf=soon"), "asOf");
      assertRefused(house.get("/api/related?title=Ferry&date=soon"), "date");
      assertRefused(house.get("/api/related/resolve"), "headline");
      assertRefused(house.get("/api/related/resolve?headline=Ferry&date=soon"), "date");
      assertRefused(house.post("/api/related", "{\"title\": "), "not JSON");
      assertRefused(house.post("/api/related", "[]"), "must be a JSON object");
      assertRefused(house.post("/api/related?limit=1.5", "{\"title\": \"Ferry\"}"), "limit");
    }
  }

  private static void assertRefused(HttpResponse<String> answer, String word) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    assertThat(answer.body()).contains(word);
  }
}
