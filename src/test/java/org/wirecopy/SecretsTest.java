package org.wirecopy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;
import org.wirecopy.desk.oidc.TestProvider;

/** What must stay secret stands in no log line and in no answer. */
class SecretsTest {
  private static final String BEARER = "bearer-4f0c8d1e77aa";
  private static final String HEADER = "key-91d2c4b7e6f0";

  @TempDir Path folder;
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();

  @BeforeEach
  void listen() {
    log.start();
    root().addAppender(log);
  }

  @AfterEach
  void stopListening() {
    root().detachAppender(log);
  }

  private static Logger root() {
    return (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
  }

  @Test
  void theClientSecretIsToldToTheProviderOnly() throws Exception {
    try (TestProvider provider = new TestProvider(InstantSource.system());
        TestHouse house =
            new TestHouse(folder)
                .with("WIRECOPY_OIDC_ISSUER", provider.issuer())
                .with("WIRECOPY_OIDC_CLIENT_ID", TestProvider.CLIENT)
                .with("WIRECOPY_OIDC_CLIENT_SECRET", TestProvider.SECRET)
                .with("WIRECOPY_OIDC_OPERATORS", "news-desk")
                .open()) {
      HttpClient browser =
          HttpClient.newBuilder()
              .cookieHandler(new CookieManager())
              .followRedirects(HttpClient.Redirect.ALWAYS)
              .build();
      StringBuilder seen = new StringBuilder();
      for (String path : List.of("/login", "/login/oidc", "/system", "/partners", "/metrics")) {
        HttpResponse<String> answer =
            browser.send(
                HttpRequest.newBuilder(URI.create(house.address(path))).build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        seen.append(answer.body());
      }
      provider.does(TestProvider.Fault.FAILS);
      browser.send(
          HttpRequest.newBuilder(URI.create(house.address("/login/oidc"))).build(),
          HttpResponse.BodyHandlers.ofString());
      assertThat(seen.toString()).contains("anna").doesNotContain(TestProvider.SECRET);
      assertThat(logged())
          .contains("Nobody can log in at")
          .doesNotContain(TestProvider.SECRET)
          .doesNotContain("eyJ");
    }
  }

  @Test
  void partnersSecretsAreToldToNobodyElse() throws IOException {
    try (TestPartner acme = new TestPartner();
        TestHouse house =
            new TestHouse(folder)
                .partner("acme", acme.url(), "bearer", BEARER, "headers", "X-Key: " + HEADER)
                .open()) {
      acme.answers(
          422,
          String.format(
              "{\"error\":\"invalid api key %s\",\"authorization\":\"Bearer %s\",\"secret\":\"%s\"}",
              HEADER, BEARER, TestHouse.SECRET));
      house.drop("storm.txt", "Storm closes port\n\nBy Dana Whitlock\n\nThe port is shut.\n");
      await().until(() -> house.get("/api/stories").body().contains("\"parked\""));
      assertThat(acme.pushes().get(0).header("x-key")).isEqualTo(HEADER);
      assertThat(house.get("/api/stories/tag:wirecopy.local,2026:storm").body())
          .contains("invalid api key");
      house.partnerFile(
          "acme", Files.readString(house.partnerFile("acme")).replace("endpoint", "endpiont"));
      await().until(() -> logged().contains("endpiont"));

      for (String path :
          List.of(
              "/api/partners",
              "/api/stories",
              "/api/stories/tag:wirecopy.local,2026:storm",
              "/metrics",
              "/api/audit")) {
        assertSecretless(house.get(path).body());
      }
    }
    assertSecretless(logged());
  }

  private static void assertSecretless(String text) {
    assertThat(text)
        .isNotEmpty()
        .doesNotContain(BEARER)
        .doesNotContain(HEADER)
        .doesNotContain(TestHouse.SECRET);
  }

  private String logged() {
    return List.copyOf(log.list).stream()
        .map(
            event ->
                event.getFormattedMessage()
                    + (event.getThrowableProxy() == null
                        ? ""
                        : ThrowableProxyUtil.asString(event.getThrowableProxy())))
        .collect(Collectors.joining("\n"));
  }
}
