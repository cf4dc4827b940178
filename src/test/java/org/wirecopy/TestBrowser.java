package org.wirecopy;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Debian's chromium, open while the tests of a class run; those are skipped where it is missing. To
 * be registered in a static field.
 */
@NullUnmarked
final class TestBrowser implements BeforeAllCallback, AfterAllCallback {
  /** A busy machine is slow; a page that never comes is not waited for longer. */
  static final Duration MOST_WAIT = Duration.ofSeconds(60);

  /** A name that leads to this machine, and that browsers trust no more than any other's. */
  static final String NAME = "news.desk.local";

  private static final double SLOWEST_START_MILLIS = 120_000;
  private static final Path CHROMIUM = Path.of("/usr/bin/chromium");
  private static final String SERIOUS =
      """
      async () => (await axe.run()).violations
        .filter(v => v.impact === 'serious' || v.impact === 'critical')
        .map(v => v.id + ': ' + v.nodes.map(n => n.html).slice(0, 3).join(' | '))
      """;

  private Playwright playwright;
  private Browser browser;

  @Override
  public void beforeAll(ExtensionContext tests) {
    assumeTrue(Files.isExecutable(CHROMIUM), "Skipped: there is no " + CHROMIUM);
    PlaywrightAssertions.setDefaultAssertionTimeout(MOST_WAIT.toMillis());
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(CHROMIUM)
                    .setTimeout(SLOWEST_START_MILLIS)
                    .setArgs(
                        List.of(
                            "--headless",
                            "--no-sandbox",
                            "--disable-gpu",
                            "--disable-background-networking",
                            "--disable-component-update",
                            "--disable-sync",
                            "--host-resolver-rules=MAP " + NAME + " 127.0.0.1",
                            "--no-first-run")));
  }

  Page window(int width, ColorScheme theme) {
    return window(size(width, theme));
  }

  /** A window that logs in by HTTP Basic where it is asked to. */
  Page window(int width, ColorScheme theme, String name, String password) {
    return window(size(width, theme).setHttpCredentials(name, password));
  }

  private static Browser.NewContextOptions size(int width, ColorScheme theme) {
    return new Browser.NewContextOptions().setViewportSize(width, 800).setColorScheme(theme);
  }

  private Page window(Browser.NewContextOptions options) {
    Page window = browser.newContext(options).newPage();
    window.setDefaultTimeout(MOST_WAIT.toMillis());
    return window;
  }

  /** What a person who sees badly, or has a small screen, would trip over on the open page. */
  static List<String> findings(Page page) throws IOException {
    List<String> findings = new ArrayList<>();
    page.evaluate(axe());
    for (Object finding : (List<?>) page.evaluate(SERIOUS)) {
      findings.add(page.url() + ": " + finding);
    }
    Object wide = page.evaluate("() => document.documentElement.scrollWidth - window.innerWidth");
    if (((Number) wide).intValue() > 0) {
      findings.add(page.url() + " scrolls sideways by " + wide + " pixels");
    }
    return findings;
  }

  /** Pictures for a person's eye, where {@code -Dwirecopy.shots=FOLDER} asks for them. */
  static void shot(Page page, String name) {
    String shots = System.getProperty("wirecopy.shots");
    if (shots != null) {
      page.screenshot(
          new Page.ScreenshotOptions().setPath(Path.of(shots, name + ".png")).setFullPage(true));
    }
  }

  private static String axe() throws IOException {
    try (InputStream in =
        TestBrowser.class.getResourceAsStream(
            "/META-INF/resources/webjars/axe-core/4.6.3/axe.min.js")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Override
  public void afterAll(ExtensionContext tests) {
    if (playwright != null) {
      playwright.close();
    }
  }
}
