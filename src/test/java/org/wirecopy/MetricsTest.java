package org.wirecopy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The metrics of a real house that took, rejected and delivered something. */
class MetricsTest {
  private static final Pattern NAME =
      Pattern.compile("\\b(?:wirecopy|jvm|process|system|disk)_\\w+");
  private static final Pattern HELP = Pattern.compile("(?m)^# HELP (wirecopy_\\w+) ");

  @TempDir Path folder;
  private TestPartner acme;
  private TestHouse house;

  @BeforeEach
  void workAWhile() throws IOException {
    acme = new TestPartner();
    acme.answers(push -> acme.pushes().size() < 2 ? 503 : 204);
    house = new TestHouse(folder).partner("acme", acme.url()).open();
    house.drop("harbour/storm.txt", "Storm closes port\n\nBy Dana Whitlock\n\nThe port is shut.\n");
    house.drop("empty-of-words.md", "---\nheadline: only\n---\n");
    await()
        .untilAsserted(
            () ->
                assertThat(scrape())
                    .contains("wirecopy_files_rejected_total")
                    .contains("outcome=\"delivered\",partner=\"acme\"} 1"));
  }

  @AfterEach
  void tidy() {
    house.close();
    acme.close();
  }

  @Test
  void theyTellWhatHappened() {
    assertThat(house.get("/metrics").headers().firstValue("content-type").orElse(""))
        .startsWith("text/plain; version=0.0.4");
    assertThat(scrape())
        .contains("wirecopy_articles_total{format=\"plain text\",outcome=\"accepted\"} 1.0")
        .contains("wirecopy_delivery_attempts_total{outcome=\"retry\",partner=\"acme\"} 1.0")
        .contains("wirecopy_delivery_seconds_count 1\n")
        .contains("wirecopy_partner_exchange_seconds_count{partner=\"acme\"} 2\n")
        .contains("wirecopy_related_lookup_seconds_count 1\n")
        .contains("wirecopy_intake_seconds_count 1\n")
        .containsPattern("wirecopy_ledger_commits_total [1-9]")
        .contains("wirecopy_partner_paused{partner=\"acme\"} 0.0");
  }

  @Test
  void theDashboardAsksForNothingThatIsNotThere() throws IOException {
    HttpResponse<String> answer = house.get("/grafana-dashboard.json");
    assertThat(answer.statusCode()).isEqualTo(200);
    JsonNode dashboard = new ObjectMapper().readTree(answer.body());
    assertThat(dashboard.get("panels")).hasSizeGreaterThan(10);
    Set<String> asked = names(dashboard.findValuesAsText("expr").toString());
    asked.addAll(names(dashboard.get("templating").toString()));

    assertThat(asked).hasSizeGreaterThan(20);
    // Pauses of the collector are told once there was one.
    System.gc();
    await().untilAsserted(() -> assertThat(names(scrape())).containsAll(asked));
  }

  @Test
  void theReadmeListsAllOfThemAndNoOthers() throws IOException {
    String readme = Files.readString(Path.of("README.md"));
    Set<String> listed =
        Pattern.compile("(?m)^\\| `(wirecopy_\\w+)")
            .matcher(readme)
            .results()
            .map(row -> row.group(1))
            .collect(Collectors.toCollection(TreeSet::new));
    Set<String> there = new TreeSet<>();
    Matcher help = HELP.matcher(scrape());
    while (help.find()) {
      if (!help.group(1).endsWith("_max")) {
        there.add(help.group(1));
      }
    }
    assertThat(listed).isEqualTo(there);
  }

  private String scrape() {
    return house.get("/metrics").body();
  }

  private static Set<String> names(String text) {
    return NAME.matcher(text)
        .results()
        .map(result -> result.group())
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
