package org.wirecopy;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** A partner's own page in a real browser. */
class PartnerSitePageTest {
  private static final String TOKEN = "acme-opens-its-page-with-this";

  @RegisterExtension static final TestBrowser browser = new TestBrowser();

  @TempDir Path folder;

  @Test
  void aPartnerChecksASignatureAndHasItsRangeSentAgain() throws IOException {
    try (TestPartner acme = new TestPartner();
        TestHouse house =
            new TestHouse(folder).partner("acme", acme.url(), "pageToken", TOKEN).open()) {
      house.drop("storm.txt", "Storm closes port\n\nThe port’s shut.\n");
      await().atMost(TestBrowser.MOST_WAIT).until(() -> acme.pushes().size() == 1);
      TestPartner.Push push = acme.pushes().get(0);

      Page page = browser.window(1200, ColorScheme.LIGHT, "acme", TOKEN);
      page.navigate(house.address("/for/acme"));
      assertThat(page.locator("h1")).hasText("acme");
      page.getByLabel("webhook-id").fill(push.header("webhook-id"));
      page.getByLabel("webhook-timestamp").fill(push.header("webhook-timestamp"));
      page.getByLabel("webhook-signature").fill(push.header("webhook-signature"));
      page.getByLabel("Body, exactly as received").fill(push.text());
      button(page, "Check").click();
      assertThat(page.locator("#checker .said")).containsText("Right: this is what we sent");
      TestBrowser.shot(page, "site");

      button(page, "Count first…").click();
      assertThat(page.locator(".ask h1")).hasText("Send acme 1 delivery again?");
      button(page, "Send them again").click();
      assertThat(page.locator(".said").first()).containsText("1 delivery is being sent again");
      await().atMost(TestBrowser.MOST_WAIT).until(() -> acme.pushes().size() == 2);
    }
  }

  @Test
  void itIsAccessibleInBothThemesAndFitsAPhone() throws IOException {
    try (TestPartner acme = new TestPartner();
        TestHouse house =
            new TestHouse(folder).partner("acme", acme.url(), "pageToken", TOKEN).open()) {
      house.drop("storm.txt", "Storm closes port\n\nThe port is shut.\n");
      await().atMost(TestBrowser.MOST_WAIT).until(() -> acme.pushes().size() == 1);
      List<String> findings = new ArrayList<>();
      for (ColorScheme theme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
        for (int width : new int[] {375, 1200}) {
          Page page = browser.window(width, theme, "acme", TOKEN);
          page.navigate(house.address("/for/acme"));
          page.locator("summary").first().click();
          findings.addAll(TestBrowser.findings(page));
          TestBrowser.shot(page, "site-" + theme + width);
          page.context().close();
        }
      }
      assertThat(findings).isEmpty();
    }
  }

  private static com.microsoft.playwright.Locator button(Page page, String name) {
    return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
  }
}
