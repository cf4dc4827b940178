package org.wirecopy;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** The desk's page in a real browser, over the real house. */
class DeskPageTest {
  private static final String STORM =
      """
      Storm closes Ellery port for second day

      By Dana Whitlock

      The port of Ellery stayed shut for a second day on Friday as gales kept ferries at their berths.

      The weather service expects the wind to ease on Saturday.
      """;
  @RegisterExtension static final TestBrowser browser = new TestBrowser();

  @TempDir Path folder;
  private TestPartner acme;
  private TestHouse house;
  private Page page;

  @BeforeEach
  void open() throws IOException {
    acme = new TestPartner();
    house = new TestHouse(folder).partner("acme", acme.url()).open();
    page = browser.window(1200, ColorScheme.LIGHT);
  }

  @AfterEach
  void close() {
    if (page != null) {
      page.context().close();
    }
    house.close();
    acme.close();
  }

  @Test
  void anEditorDropsAFileSeesItOpensItAndResendsIt() {
    page.navigate(house.address("/inbox"));
    page.setInputFiles(
        "#file",
        new FilePayload("storm.txt", "text/plain", STORM.getBytes(StandardCharsets.UTF_8)));
    assertThat(page.locator("h1")).hasText("Preview of storm.txt");
    assertThat(page.locator(".paper h2")).hasText("Storm closes Ellery port for second day");
    assertThat(acme.pushes()).isEmpty();
    shot("preview");
    button("Send to all partners it is for").click();

    page.navigate(house.address("/"));
    Locator story = page.locator(".stories .story");
    assertThat(story).hasCount(1);
    assertThat(story.locator(".chip.good")).containsText("delivered in");
    shot("stories");
    link("Storm closes Ellery port for second day").click();
    assertThat(page.locator(".paper .body")).containsText("gales kept ferries");
    assertThat(page.locator(".attempts li")).hasCount(1);
    assertThat(page.locator(".answer")).hasText("The one partner it is for has it.");
    shot("story");
    link("Resend…").click();
    assertThat(page.locator(".ask li").first()).containsText("1 partner (acme) gets version 1");
    shot("confirm");
    button("Resend to all of them").click();
    assertThat(page.locator(".said")).containsText("Being sent again to 1 partner");
    await().atMost(TestBrowser.MOST_WAIT).until(() -> acme.pushes().size() == 2);
    assertThat(page.locator(".attempts li")).hasCount(2);
    link("JSON and headers of acme, version 1").first().click();
    assertThat(page.locator(".json")).hasText(acme.pushes().get(1).text());
  }

  @Test
  void anEditorPastesATextForADeskAndFindsItThere() {
    house.drop("sports/final.txt", "Ellery wins final\n\nBy two goals to one.\n");
    await().atMost(TestBrowser.MOST_WAIT).until(() -> acme.pushes().size() == 1);
    page.navigate(house.address("/inbox"));
    page.getByText("Or paste a text").click();
    page.getByLabel("Text", new Page.GetByLabelOptions().setExact(true)).fill(STORM);
    page.getByLabel("Desk").selectOption("sports");
    button("Preview").click();
    assertThat(page.locator("h1"))
        .hasText("Preview of storm-closes-ellery-port-for-second-day.txt");
    assertThat(page.locator(".paper .chip.good")).hasText("acme at once");
    shot("pasted");
    button("Send to all partners it is for").click();

    page.navigate(house.address("/"));
    page.getByLabel("Desk").selectOption("sports");
    assertThat(page.locator(".stories .story")).hasCount(2);
    page.locator("#q").fill("ellery port");
    assertThat(page.locator(".stories .story")).hasCount(1);
  }

  @Test
  void anOperatorSendsATestStory() {
    page.navigate(house.address("/partners/acme"));
    link("Send a test story…").click();
    assertThat(page.locator(".ask")).containsText("Only acme gets it");
    button("Send the test story").click();
    assertThat(page.locator("#standing .latest li")).containsText("TEST for acme");
    assertThat(page.locator("#standing .latest .chip.good")).hasCount(1);
    shot("tested");
  }

  @Test
  void twoChangesOneAfterTheOtherAreBothShown() {
    page.navigate(house.address("/partners/acme"));
    assertThat(page.locator("#live[data-live=on]")).hasCount(1);
    house.post("/api/partners/acme/pause", "");
    assertThat(page.locator("#standing")).containsText("paused");
    house.post("/api/partners/acme/resume", "");
    assertThat(page.locator("#standing")).not().containsText("paused");
  }

  @Test
  void theListShowsNewStoriesByItself() {
    List<String> asked = new CopyOnWriteArrayList<>();
    page.onRequest(
        request -> {
          if (request.headers().containsKey("hx-request")) {
            boolean byItself = request.headers().containsKey("x-wirecopy-renewal");
            asked.add(byItself ? "by itself" : request.url().replaceFirst(".*/", ""));
          }
        });
    page.navigate(house.address("/"));
    assertThat(page.locator(".empty")).isVisible();
    house.drop("storm.txt", STORM);
    assertThat(page.locator(".stories .chip.good")).containsText("delivered");
    assertThat(asked).isNotEmpty().containsOnly("by itself");
    page.locator("#q").pressSequentially("no such words");
    assertThat(page.locator(".empty")).containsText("No story matches");
    page.locator("#q").fill("ellery");
    assertThat(page.locator(".stories .story")).hasCount(1);
    assertThat(asked).anySatisfy(search -> assertThat(search).contains("q=ellery"));
  }

  @Test
  void anOperatorPausesResumesAndKills() {
    house.drop("storm.txt", STORM);
    await().atMost(TestBrowser.MOST_WAIT).until(() -> acme.pushes().size() == 1);
    page.navigate(house.address("/partners"));
    shot("partners");
    link("acme").click();
    link("Pause…").click();
    assertThat(page.locator(".ask")).containsText("Nothing is sent to acme until you resume it");
    page.getByLabel("Why").fill("their new server");
    button("Pause acme").click();
    assertThat(page.locator("#standing .chip").first()).hasText("paused");
    assertThat(page.locator("#standing")).containsText("their new server");
    shot("partner");

    page.navigate(house.address("/"));
    link("Storm closes Ellery port for second day").click();
    link("Kill…").click();
    assertThat(page.locator(".ask")).containsText("1 partner (acme) is told at once to purge");
    button("Kill this story").click();
    assertThat(page.locator(".head .stop")).hasText("canceled");
    assertThat(page.locator(".delivery").first())
        .containsText("waiting: the partner is paused has version 1 since");
    assertThat(acme.pushes()).hasSize(1);

    page.navigate(house.address("/partners/acme"));
    link("Resume…").click();
    button("Resume acme").click();
    await().atMost(TestBrowser.MOST_WAIT).until(() -> acme.pushes().size() == 2);
    assertThat(acme.pushes().get(1).header("wirecopy-action")).isEqualTo("kill");
  }

  @Test
  void nothingInAnArticleRuns() {
    List<String> dialogs = new ArrayList<>();
    page.onDialog(
        dialog -> {
          dialogs.add(dialog.message());
          dialog.dismiss();
        });
    String evil = "<script>alert(1)</script><img src=x onerror=alert(2)>";
    house.drop(
        "evil.txt",
        """
        ---
        headline: 'Minister says %1$s'
        byline: 'Dana %1$s'
        ---
        The minister said %1$s on Friday, and {{ 7*7 }} [more](javascript:alert(3)).

        A second paragraph has nothing to hide.
        """
            .formatted(evil));
    page.navigate(house.address("/"));
    assertThat(page.locator(".stories .story h2 a")).containsText("<script>");
    page.locator(".stories .story h2 a").click();
    assertThat(page.locator("h1")).containsText("Minister says <script>");
    assertThat(page.locator(".paper .body")).containsText("7*7");
    assertThat(page.locator("main script, main img, main [onerror]")).hasCount(0);
    assertThat(page.locator("a[href^='javascript']")).hasCount(0);
    assertThat(dialogs).isEmpty();
  }

  @Test
  void aRejectedFileIsShownWithItsFaultAndMendedOnThePage() {
    house.drop("late.txt", "---\nheadline: Late\nembargo: tomorrow\n---\nText of the story.\n");
    page.navigate(house.address("/inbox"));
    assertThat(page.locator(".rejected .file")).containsText("late.txt");
    assertThat(page.locator(".around .fault")).containsText("embargo: tomorrow");
    shot("inbox");
    page.navigate(house.address("/inbox"));
    link("Mend it here: late.txt").click();
    Locator text = page.locator("textarea[name=text]");
    assertThat(text).hasValue("---\nheadline: Late\nembargo: tomorrow\n---\nText of the story.\n");
    text.fill("---\nheadline: Late\n---\nText of the story.\n");
    shot("mend");
    button("Preview").click();
    assertThat(page.locator("h1")).hasText("Preview of late.txt");
    button("Send to all partners it is for").click();
    await().atMost(TestBrowser.MOST_WAIT).until(() -> acme.pushes().size() == 1);
  }

  @Test
  void aFileIsMendedUnderThePathThatItHadInTheInbox() {
    String faulty = "---\nheadline: Late\nembargo: tomorrow\n---\nText of the story.\n";
    house.drop("late.txt", faulty);
    page.navigate(house.address("/inbox"));
    assertThat(page.locator(".rejected .file")).hasCount(1);
    house.drop("late.txt", faulty.replace("Late", "Later"));
    assertThat(page.locator(".rejected .file")).hasCount(2);
    mendNewest("late.txt", "tag:wirecopy.local,2026:late");

    house.drop("city/courts/appeals/What's next?.txt", faulty);
    assertThat(page.locator(".rejected .file")).hasCount(3);
    mendNewest(
        "What's next?.txt", "tag:wirecopy.local,2026:city:courts:appeals:What%27s%20next%3F");
  }

  private void mendNewest(String name, String uri) {
    page.navigate(house.address("/inbox"));
    int before = acme.pushes().size();
    page.getByText("Mend it here").first().click();
    assertThat(page.locator("input[name=name]")).hasValue(name);
    page.locator("textarea[name=text]").fill("---\nheadline: Late\n---\nText of the story.\n");
    button("Preview").click();
    assertThat(page.locator("h1")).hasText("Preview of " + name);
    assertThat(page.locator(".uri")).hasText(uri);
    button("Send to all partners it is for").click();
    await().atMost(TestBrowser.MOST_WAIT).until(() -> acme.pushes().size() > before);
    Assertions.assertThat(acme.pushes().get(before).header("wirecopy-uri")).isEqualTo(uri);
    page.navigate(house.address("/inbox"));
  }

  @Test
  void everyPageIsAccessibleInBothThemesAndFitsAPhone() throws IOException {
    house.drop("harbour/storm.txt", STORM);
    await().atMost(TestBrowser.MOST_WAIT).until(() -> acme.pushes().size() == 1);
    house.drop("harbour/storm.txt", STORM.replace("for second day", "for third day"));
    await().atMost(TestBrowser.MOST_WAIT).until(() -> acme.pushes().size() == 2);
    page.context().close();
    String story = "/stories/tag:wirecopy.local,2026:harbour:storm";
    List<String> findings = new ArrayList<>();
    for (ColorScheme theme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
      for (int width : new int[] {375, 1200}) {
        page = browser.window(width, theme);
        for (String path :
            List.of(
                "/", story, story + "/kill", "/partners", "/partners/acme", "/inbox", "/system")) {
          page.navigate(house.address(path));
          String where = theme + " " + width + ": ";
          TestBrowser.findings(page).forEach(finding -> findings.add(where + finding));
          shot(path.replaceAll("[^a-z]+", "-") + theme + width);
        }
        page.context().close();
      }
    }
    assertThat(findings).isEmpty();
    page = null;
  }

  private Locator link(String name) {
    return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name));
  }

  private Locator button(String name) {
    return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
  }

  private void shot(String name) {
    TestBrowser.shot(page, name);
  }
}
