package org.wirecopy;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.wirecopy.desk.access.UsersLine;

/**
 * The desk by plain http under a name of its own, as in an office's network: there browsers do not
 * say by Fetch Metadata where a form comes from.
 */
class PlainHttpPageTest {
  private static final String PASSWORD = "a long enough password";

  @RegisterExtension static final TestBrowser browser = new TestBrowser();

  @TempDir Path folder;

  @Test
  void anOperatorPausesAPartner() throws IOException {
    try (TestPartner acme = new TestPartner();
        TestHouse house =
            new TestHouse(folder)
                .with("WIRECOPY_HOSTS", TestBrowser.NAME)
                .partner("acme", acme.url())
                .open()) {
      Page page = browser.window(1200, ColorScheme.LIGHT);
      page.navigate(named(house, "/partners/acme/pause"));
      button(page, "Pause acme").click();
      assertThat(page.locator("#standing .chip").first()).hasText("paused");
      page.context().close();
    }
  }

  @Test
  void aPersonLogsIn() throws IOException {
    Files.writeString(
        folder.resolve("users"),
        UsersLine.of("ed", "editor", PASSWORD.toCharArray(), new SecureRandom()) + "\n");
    try (TestHouse house = new TestHouse(folder).with("WIRECOPY_USERS", "users").open()) {
      Page page = browser.window(1200, ColorScheme.LIGHT);
      page.navigate(named(house, "/inbox"));
      page.getByLabel("Name").fill("ed");
      page.getByLabel("Password").fill(PASSWORD);
      button(page, "Log in").click();
      assertThat(page.locator("h1")).hasText("Inbox");
      page.context().close();
    }
  }

  private static String named(TestHouse house, String path) {
    return "http://" + TestBrowser.NAME + ":" + house.port() + path;
  }

  private static Locator button(Page page, String name) {
    return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
  }
}
