package org.wirecopy;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.wirecopy.desk.access.UsersLine;
import org.wirecopy.desk.oidc.TestProvider;

/** Logging in at a provider, in a real browser, over the real house. */
class OidcLogInPageTest {
  private static final String PASSWORD = "a long enough password";

  @RegisterExtension static final TestBrowser browser = new TestBrowser();

  @TempDir Path folder;
  private TestProvider provider;
  private TestHouse house;
  private Page page;

  @BeforeEach
  void open() throws IOException {
    provider = new TestProvider(InstantSource.system());
    provider.asksThePerson();
    Files.writeString(
        folder.resolve("users"),
        UsersLine.of("ed", "editor", PASSWORD.toCharArray(), new SecureRandom()) + "\n");
    house =
        new TestHouse(folder)
            .with("WIRECOPY_USERS", "users")
            .with("WIRECOPY_OIDC_ISSUER", provider.issuer())
            .with("WIRECOPY_OIDC_NAME", "House of names")
            .with("WIRECOPY_OIDC_CLIENT_ID", TestProvider.CLIENT)
            .with("WIRECOPY_OIDC_CLIENT_SECRET", TestProvider.SECRET)
            .with("WIRECOPY_OIDC_OPERATORS", "news-desk")
            .open();
    page = browser.window(1200, ColorScheme.LIGHT);
  }

  @AfterEach
  void close() {
    if (page != null) {
      page.context().close();
    }
    if (house != null) {
      house.close();
    }
    provider.close();
  }

  @Test
  void aPersonIsLedToTheProviderAndBackToWhereTheyWantedToGo() {
    page.navigate(house.address("/partners"));
    link("Log in with House of names").click();
    assertThat(page).hasTitle("House of names");
    link("Go on as anna").click();

    assertThat(page).hasURL(house.address("/partners"));
    assertThat(page.locator(".visitor")).containsText("anna");
    page.reload();
    assertThat(page.locator(".visitor")).containsText("anna");
    assertThat(house.get("/api/audit").statusCode()).isEqualTo(401);
    page.navigate(house.address("/api/audit"));
    assertThat(page.locator("body")).containsText("/login?oidc=4711");

    page.navigate(house.address("/"));
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Log out")).click();
    assertThat(page).hasURL(Pattern.compile("/login$"));
    page.navigate(house.address("/partners"));
    assertThat(link("Log in with House of names")).isVisible();
  }

  @Test
  void whoHasAPasswordMayUseThatInstead() {
    provider.goDown();
    page.navigate(house.address("/partners"));
    link("Log in with House of names").click();
    assertThat(page.getByRole(AriaRole.ALERT)).containsText("cannot be reached");
    link("To the log-in page").click();
    page.getByLabel("Name").fill("ed");
    page.getByLabel("Password").fill(PASSWORD);
    page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Log in")).click();
    assertThat(page.locator(".visitor")).containsText("ed");
  }

  @Test
  void theLogInPageIsAccessibleInBothThemesAndFitsAPhone() throws IOException {
    List<String> findings = new ArrayList<>();
    for (ColorScheme theme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
      for (int width : new int[] {375, 1200}) {
        Page window = browser.window(width, theme);
        for (String path : List.of("/login", "/login/oidc/callback")) {
          window.navigate(house.address(path));
          String where = theme + " " + width + ": ";
          TestBrowser.findings(window).forEach(finding -> findings.add(where + finding));
          TestBrowser.shot(window, path.replaceAll("[^a-z]+", "-") + theme + width);
        }
        window.context().close();
      }
    }
    assertThat(findings).isEmpty();
  }

  private Locator link(String name) {
    return page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name));
  }
}
