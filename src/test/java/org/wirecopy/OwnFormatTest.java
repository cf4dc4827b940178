package org.wirecopy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A partner's own JSON, written as a template beside its file, in the running house. */
class OwnFormatTest {
  private static final String STORM =
      """
      Storm closes Ellery port

      The port of Ellery stayed shut on Friday as gales kept ferries at their berths.
      """;

  @TempDir Path folder;
  private TestPartner acme;
  private TestHouse house;

  @BeforeEach
  void prepare() throws IOException {
    acme = new TestPartner();
    house = new TestHouse(folder).partner("acme", acme.url(), "format", "slim");
  }

  @AfterEach
  void tidy() {
    house.close();
    acme.close();
  }

  @Test
  void thePartnerGetsItsOwnJsonAndAChangeOfTheTemplateHoldsFromThenOn() throws IOException {
    house.mapping("slim", "{\"title\": headlines[role='main'].value, \"what\": $action}");
    house.open();
    house.drop("storm.txt", STORM);

    assertThat(awaitPushes(1).get(0).json().toString())
        .isEqualTo("{\"title\":\"Storm closes Ellery port\",\"what\":\"publish\"}");

    house.mapping("slim", "{\"name\": headlines[role='main'].value}");
    await()
        .until(
            () -> {
              house.drop("storm" + System.nanoTime() + ".txt", STORM);
              return acme.pushes().get(acme.pushes().size() - 1).json().has("name");
            });
  }

  @Test
  void aPartnerWithoutItsTemplateIsRefusedUntilTheTemplateIsThere() throws IOException {
    house.open();
    assertThat(house.get("/api/stories").statusCode()).isEqualTo(200);
    house.mapping("slim", "{\"title\": headlines[role='main'].value}");

    await()
        .until(
            () -> {
              house.drop("storm" + System.nanoTime() + ".txt", STORM);
              return !acme.pushes().isEmpty();
            });
  }

  @Test
  void aStoryThatTheTemplateFailsOnIsParkedWithTheReason() throws IOException {
    house.mapping(
        "slim",
        "{\"title\": headlines[role='main'].value = 'Odd one' ? $number('x') : headlines[0].value}");
    house.open();
    house.drop("odd.txt", STORM.replace("Storm closes Ellery port", "Odd one"));
    house.drop("storm.txt", STORM);

    awaitPushes(1);
    JsonNode story =
        await()
            .until(
                () ->
                    new ObjectMapper()
                        .readTree(house.get("/api/stories/tag:wirecopy.local,2026:odd").body()),
                answer -> answer.at("/deliveries/0/state").asText().equals("parked"));
    assertThat(story.at("/deliveries/0/reason").asText()).contains("mapping slim");
    assertThat(acme.pushes()).hasSize(1);
  }

  @Test
  void aSlowTemplateHoldsUpItsOwnPartnerOnly() throws IOException {
    house.mapping(
        "slim",
        """
        ($endless := function($x) { $endless($x) };
        {"title": $contains(headlines[0].value, "Ellery") ? $endless(1) : "a sample"})
        """);
    try (TestPartner plain = new TestPartner()) {
      house.partner("plain", plain.url()).open();
      house.post("/api/partners/acme/pause", "");
      house.post("/api/partners/plain/pause", "");
      for (int i = 0; i < 30; i++) {
        house.drop("storm" + i + ".txt", STORM.replace("Friday", "Friday " + i));
      }
      await().untilAsserted(() -> assertThat(house.done()).hasSize(30));

      house.post("/api/partners/acme/resume", "");
      house.post("/api/partners/plain/resume", "");
      await().until(() -> plain.pushes().size() == 30);
      // The template is stopped after a second on each story, which is then parked.
      assertThat(parked("acme")).isLessThan(10);
      await().until(() -> parked("acme") > 1);
    }
  }

  private int parked(String partner) throws IOException {
    for (JsonNode each : new ObjectMapper().readTree(house.get("/api/partners").body())) {
      if (each.get("name").asText().equals(partner)) {
        return each.get("parked").asInt();
      }
    }
    throw new AssertionError("no partner " + partner);
  }

  private List<TestPartner.Push> awaitPushes(int count) {
    await().until(() -> acme.pushes().size() >= count);
    return acme.pushes();
  }
}
