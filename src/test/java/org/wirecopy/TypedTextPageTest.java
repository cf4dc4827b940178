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
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.wirecopy.desk.access.UsersLine;

/** What an editor has typed at the desk is not thrown away. */
class TypedTextPageTest {
  private static final String PASSWORD = "a long enough password";
  private static final String TYPED = "Tug sinks\n\nThe tug sank at noon.\n";
  @RegisterExtension static final TestBrowser browser = new TestBrowser();

  @TempDir Path folder;
  private TestHouse house;
  private Page page;

  @BeforeEach
  void open() throws IOException {
    Files.writeString(
        folder.resolve("users"),
        UsersLine.of("ed", "editor", PASSWORD.toCharArray(), new SecureRandom()) + "\n");
    house = new TestHouse(folder).with("WIRECOPY_USERS", "users").open();
    page = browser.window(1200, ColorScheme.LIGHT);
    page.navigate(house.address("/inbox"));
    logIn(page);
  }

  @AfterEach
  void close() {
    if (page != null) {
      page.context().close();
    }
    if (house != null) {
      house.close();
    }
  }

  @Test
  void itOutlivesTheLogInAndIsSentAfterTheNext() throws IOException {
    page.getByText("Or paste a text").click();
    text().fill(TYPED);
    page.context().clearCookies();
    Locator notice = page.getByRole(AriaRole.ALERT);
    assertThat(notice).containsText("Your log-in has ended.");
    assertThat(notice).hasCount(1);
    assertThat(text()).hasValue(TYPED);
    Assertions.assertThat(TestBrowser.findings(page)).isEmpty();

    Page other =
        page.waitForPopup(
            () ->
                page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Log in again"))
                    .click());
    logIn(other);
    assertThat(notice).hasCount(0);
    assertThat(text()).hasValue(TYPED);
    button(page, "Preview").click();
    assertThat(page.locator("h1")).hasText("Preview of tug-sinks.txt");
  }

  @Test
  void whereNothingIsTypedTheLogInIsAskedForAtOnce() {
    page.context().clearCookies();
    assertThat(page.getByLabel("Password")).isVisible();
  }

  @Test
  void aTextThatCannotBeSentIsGivenBackToBeChanged() throws IOException {
    String faulty = "---\nembargo: tomorrow\n---\n" + TYPED;
    page.getByText("Or paste a text").click();
    text().fill(faulty);
    button(page, "Preview").click();
    assertThat(page.locator(".ask")).containsText("It cannot be sent.");
    assertThat(text()).hasValue(faulty.strip());
    Assertions.assertThat(TestBrowser.findings(page)).isEmpty();
    text().fill(TYPED);
    button(page, "Preview").click();
    assertThat(page.locator("h1")).hasText("Preview of tug-sinks.txt");
    assertThat(page.locator(".paper h2")).hasText("Tug sinks");
    for (String label : List.of("Send to all partners it is for", "Discard")) {
      assertThat(button(page, label)).isVisible();
    }
  }

  private void logIn(Page window) {
    window.getByLabel("Name").fill("ed");
    window.getByLabel("Password").fill(PASSWORD);
    button(window, "Log in").click();
    assertThat(window.locator(".visitor")).containsText("ed");
  }

  private Locator text() {
    return page.locator("textarea[name=text]");
  }

  private static Locator button(Page window, String name) {
    return window.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name));
  }
}
