package org.wirecopy;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/**
 * Many tabs of the desk in one browser, which opens at most six connections to a house by HTTP/1.1.
 */
class DeskTabsTest {
  private static final int TABS = 7;

  @RegisterExtension static final TestBrowser browser = new TestBrowser();

  @TempDir Path folder;
  private TestPartner acme;
  private TestHouse house;
  private BrowserContext tabs;

  @BeforeEach
  void open() throws IOException {
    acme = new TestPartner();
    house = new TestHouse(folder).partner("acme", acme.url()).open();
    tabs = browser.window(1200, ColorScheme.LIGHT).context();
    tabs.setDefaultTimeout(TestBrowser.MOST_WAIT.toMillis());
  }

  @AfterEach
  void close() {
    tabs.close();
    house.close();
    acme.close();
  }

  @Test
  void hiddenTabsHoldNoConnectionAndShowOnReturnWhatHappened() {
    List<Page> opened = new ArrayList<>();
    for (int i = 0; i < TABS; i++) {
      Page tab = tab("/partners/acme");
      assertThat(tab.locator("#live[data-live=on]")).hasCount(1);
      becomes(tab, "hidden");
      opened.add(tab);
    }
    house.post("/api/partners/acme/pause", "");

    Page first = opened.get(0);
    becomes(first, "visible");
    assertThat(standing(first)).containsText("paused");
    house.post("/api/partners/acme/resume", "");
    assertThat(standing(first)).not().containsText("paused");
  }

  @Test
  void tabsOpenedInTheBackgroundHoldNoConnectionUntilTheyAreLookedAt() {
    tabs.addInitScript(state("hidden"));
    List<Page> opened = new ArrayList<>();
    for (int i = 0; i < TABS; i++) {
      opened.add(tab("/partners/acme"));
    }
    becomes(opened.get(0), "visible");
    assertThat(opened.get(0).locator("#live[data-live=on]")).hasCount(1);
  }

  @Test
  void pagesThatShowNothingNewHoldNoConnection() {
    for (int i = 0; i < TABS; i++) {
      Page tab = tab("/partners/acme/pause");
      assertThat(tab.locator("h1")).hasText("Pause acme?");
    }
  }

  private Page tab(String path) {
    Page tab = tabs.newPage();
    tab.navigate(house.address(path));
    return tab;
  }

  private static Locator standing(Page page) {
    return page.locator("#standing");
  }

  /** A browser without a screen takes every tab for visible. */
  private static void becomes(Page page, String state) {
    page.evaluate(state(state) + "document.dispatchEvent(new Event('visibilitychange'));");
  }

  private static String state(String state) {
    return "Object.defineProperty(document, 'visibilityState', {value: '%s', configurable: true});"
        .formatted(state);
  }
}
