package org.wirecopy.desk.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A house where nobody has to log in: this machine only, and no foreign page through it. */
class OpenHouseTest {
  @TempDir Path folder;
  private GuardedServer house;

  @BeforeEach
  void open() throws Exception {
    house = new GuardedServer(folder, GuardedServer.open("news.desk.local"));
  }

  @AfterEach
  void close() throws Exception {
    house.close();
  }

  @Test
  void aProgramOnThisMachineMayDoEverything() throws IOException {
    assertThat(house.get("/api/stories").body()).isEqualTo("local operator null");
    assertThat(house.post("/api/partners/acme/pause").status()).isEqualTo(200);
  }

  @Test
  void everyAnswerTellsBrowsersToRunNothingForeign() throws IOException {
    for (String path :
        new String[] {"/api/stories", "/api/nothing", "/assets/x.css", "/a/%2e%2e"}) {
      GuardedServer.Answer answer = house.get(path);
      assertThat(answer.header("Content-Security-Policy"))
          .as(path)
          .isEqualTo(
              "default-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none';"
                  + " form-action 'self'");
      assertThat(answer.header("X-Content-Type-Options")).as(path).isEqualTo("nosniff");
      assertThat(answer.header("Referrer-Policy")).as(path).isEqualTo("same-origin");
      assertThat(answer.header("Cross-Origin-Opener-Policy")).as(path).isEqualTo("same-origin");
    }
    assertThat(house.get("/api/stories").header("Cache-Control")).isEqualTo("no-store");
    assertThat(house.get("/assets/x.css").header("Cache-Control")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "localhost",
        "LOCALHOST:8080",
        "127.0.0.1:1",
        "[::1]:8080",
        "[::1]",
        "news.desk.local"
      })
  void namesOfThisMachineAreAnswered(String host) throws IOException {
    assertThat(house.get("/api/stories", "Host: " + host).status()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "evil.example",
        "localhost.evil.example",
        "127.0.0.1.evil.example:8080",
        "10.0.0.1"
      })
  void aNameThatWasMadeToPointHereIsNot(String host) throws IOException {
    assertThat(house.get("/api/stories", "Host: " + host).status()).isEqualTo(421);
    assertThat(house.get("/example-partner", "Host: " + host).status()).isEqualTo(421);
    assertThat(house.get("/health/live", "Host: " + host).status()).isEqualTo(200);
    assertThat(house.get("/pictures/ab.jpg", "Host: " + host).status()).isEqualTo(200);
  }

  @Test
  void whatAProxyPassesOnIsRefused() throws IOException {
    GuardedServer.Answer answer = house.get("/api/stories", "X-Forwarded-For: 203.0.113.7");
    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.body()).contains("wirecopy.users");
    String partner = "X-Forwarded-For: 203.0.113.7";
    assertThat(house.get("/pictures/ab.jpg", partner).status()).isEqualTo(200);
    assertThat(house.get("/pictures", partner).status()).isEqualTo(403);
    assertThat(house.get("/pictures/..%2fapi/stories", partner).status()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Sec-Fetch-Site: cross-site",
        "Sec-Fetch-Site: same-site",
        "Origin: http://evil.example",
        "Origin: null",
        "Origin: http://127.0.0.1:1"
      })
  void anOrderFromAForeignPageIsRefused(String header) throws IOException {
    GuardedServer.Answer answer =
        house.send("POST", "/api/partners/acme/pause", "{}", header, "Content-Type: text/plain");
    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(house.audit.read(null, 10).entries()).isEmpty();
  }

  @Test
  void anOrderFromOurOwnPageIsTaken() throws IOException {
    String path = "/api/partners/acme/pause";
    assertThat(house.post(path, "Sec-Fetch-Site: same-origin").status()).isEqualTo(200);
    assertThat(house.post(path, "Sec-Fetch-Site: none").status()).isEqualTo(200);
    assertThat(house.post(path, "Origin: http://" + house.authority()).status()).isEqualTo(200);
  }

  @Test
  void readingFromALinkOnAForeignPageIsAllowed() throws IOException {
    assertThat(house.get("/stories", "Sec-Fetch-Site: cross-site").status()).isEqualTo(200);
  }

  @Test
  void anErrorWithoutWordsGetsThem() throws IOException {
    GuardedServer.Answer program = house.get("/api/nothing");
    assertThat(program.status()).isEqualTo(404);
    assertThat(program.header("Content-Type")).isEqualTo("application/problem+json");
    assertThat(program.body()).contains("\"status\":404").contains("\"title\":\"Not Found\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/health/..%2fapi/stories",
        "/assets/%2e%2e/api",
        "/assets/..%2f..%2fapi",
        "/api/partners/../stories",
        "/api/./stories"
      })
  void pathsWithDotsAreRefused(String path) throws IOException {
    assertThat(house.get(path).status()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0.0.0.0", "::", "192.0.2.1", "", "no.such.host.invalid"})
  void listeningToOthersWithoutUsersIsRefused(String host) {
    assertThatThrownBy(
            () -> new GuardedServer(folder, GuardedServer.settings(null, host, false)).close())
        .isInstanceOf(AccessException.class)
        .hasMessageContaining("wirecopy.users");
  }

  @Test
  void standingBehindAProxyWithoutUsersIsRefused() {
    assertThatThrownBy(
            () ->
                new GuardedServer(folder, GuardedServer.settings(null, "127.0.0.1", true)).close())
        .isInstanceOf(AccessException.class)
        .hasMessageContaining("behind-proxy");
  }
}
