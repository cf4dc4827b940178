package org.wirecopy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The desk's pages in the running house: what people read there, and what their orders do. */
class DeskPagesTest {
  private static final String STORM = "Storm closes port\n\nThe port stayed shut on Friday.\n";
  private static final String STORY = "/stories/tag%3Awirecopy.local%2C2026%3Astorm";
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");

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
    assertThat(page("/?q=earthquake")).contains("No stories here");
    assertThat(page("/?state=parked")).doesNotContain("Storm closes port");
    assertThat(page(STORY))
        .contains("The port stayed shut on Friday.")
        .contains("HTTP 204")
        .contains("The JSON that partners read");
  }

  @Test
  void aKillSaysWhatItWillDoAndThenDoesIt() throws IOException {
    house.drop("storm.txt", STORM);
    await().until(() -> acme.pushes().size() == 1);

    assertThat(page(STORY + "?order=kill")).contains("purge every version").contains("acme");
    assertThat(acme.pushes()).hasSize(1);
    HttpResponse<String> answer = house.postAs(FORM, STORY, "order=kill&note=wrong+photo");
    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(answer.headers().firstValue("location").orElse("")).contains("version+2");
    await().until(() -> acme.pushes().size() == 2);
    assertThat(acme.pushes().get(1).header("wirecopy-action")).isEqualTo("kill");
    assertThat(page(STORY)).contains("wrong photo").contains("order=release");
  }

  @Test
  void aPartnerIsPausedAndResumed() {
    house.postAs(FORM, "/partners/acme", "order=pause");
    assertThat(page("/partners")).contains("paused: paused by a person");
    house.drop("storm.txt", STORM);
    await().untilAsserted(() -> assertThat(page("/")).contains("<b>acme</b> waiting"));
    house.postAs(FORM, "/partners/acme", "order=resume");
    await().until(() -> acme.pushes().size() == 1);
  }

  @Test
  void anArticleIsPastedAndARejectedFileIsExplained() {
    house.postAs(
        FORM, "/inbox", "name=..%2Fnew%20storm.txt&text=Storm+closes+port%0A%0AIt+is+shut.");
    await().until(() -> acme.pushes().size() == 1);
    assertThat(acme.pushes().get(0).header("wirecopy-uri"))
        .isEqualTo("tag:wirecopy.local,2026:new-storm");

    String paragraph = "The port stayed shut on Friday as gales kept ferries at their berths. ";
    house.postAs(
        FORM,
        "/inbox",
        "name=long&text=A+long+story%0A%0A" + paragraph.repeat(9_000).replace(" ", "+"));
    await().until(() -> acme.pushes().size() == 2);

    house.drop("binary.txt", "GIF\0\0\1\2");
    await()
        .untilAsserted(
            () -> assertThat(page("/inbox")).contains("binary.txt").contains("What to do:"));
  }

  @Test
  void nothingInAnArticleBecomesMarkup() throws Exception {
    String evil =
        "<script>document.title='HACKED'</script><img src=x onerror=document.title='HACKED'>";
    house.drop(
        "evil.txt",
        "Storm "
            + evil
            + " closes port\n\nBy Dana "
            + evil
            + "\n\nThe port "
            + evil
            + " is shut.\n");
    await().until(() -> acme.pushes().size() == 1);

    for (String path :
        new String[] {
          "/", "/stories/tag%3Awirecopy.local%2C2026%3Aevil", "/?q=" + "%3Cscript%3E"
        }) {
      assertThat(page(path)).doesNotContain("<script>document").doesNotContain("<img");
    }
    assumeTrue(Files.isExecutable(CHROMIUM), "Chromium is not installed: pages not tried in it");
    Process browser =
        new ProcessBuilder(
                CHROMIUM.toString(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--no-first-run",
                "--user-data-dir=" + folder.resolve("chromium"),
                "--virtual-time-budget=5000",
                "--dump-dom",
                house.address() + "/stories/tag%3Awirecopy.local%2C2026%3Aevil")
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    String dom = new String(browser.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(browser.waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(dom).contains("closes port").doesNotContain("<title>HACKED");
  }

  @Test
  void whatIsNotThereIsSaid() {
    HttpResponse<String> answer = house.get("/stories/tag%3Anobody");
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body()).contains("No story has the URI tag:nobody");
    assertThat(house.get("/assets/desk.css").statusCode()).isEqualTo(200);
    assertThat(house.get("/assets/htmx.js").statusCode()).isEqualTo(200);
    assertThat(house.get("/assets/..%2Fdesk.css").statusCode()).isGreaterThanOrEqualTo(400);
  }

  private String page(String path) {
    HttpResponse<String> answer = house.get(path);
    assertThat(answer.statusCode()).isEqualTo(200);
    return answer.body();
  }
}
