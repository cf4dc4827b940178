package org.wirecopy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wirecopy.settings.HouseException;
import org.wirecopy.settings.Settings;
import picocli.CommandLine;

/** The real house with people who log in. */
class HouseDoorTest {
  private static final String PASSWORD = "a long enough password";

  @TempDir Path folder;

  @Test
  void aUserMadeByTheCommandMayActAndIsNamed() throws Exception {
    Files.writeString(
        folder.resolve("users"),
        command(PASSWORD + "\n", "password", "--role", "operator", "olga")
            + command(PASSWORD + "\n", "password", "vera"));
    try (TestPartner acme = new TestPartner();
        TestHouse house =
            new TestHouse(folder)
                .with("WIRECOPY_USERS", "users")
                .partner("acme", acme.url())
                .open()) {
      assertThat(house.get("/api/partners").statusCode()).isEqualTo(401);
      assertThat(house.get("/health/ready").statusCode()).isEqualTo(200);
      assertThat(send(house, "vera", "POST", "/api/partners/acme/pause").statusCode())
          .isEqualTo(403);
      assertThat(send(house, "olga", "POST", "/api/partners/acme/pause").statusCode())
          .isEqualTo(202);

      assertThat(send(house, "vera", "GET", "/api/partners").body())
          .contains("\"reason\":\"paused by olga\"");
      assertThat(send(house, "olga", "GET", "/api/audit?limit=1").body())
          .contains("\"who\":\"olga\"")
          .contains("\"what\":\"/api/partners/acme/pause\"")
          .contains("\"status\":202");
      assertThat(send(house, "vera", "GET", "/api/audit").statusCode()).isEqualTo(403);
    }
  }

  @Test
  void nobodyFillsTheMemoryWithAnythingButArticles() throws Exception {
    Files.writeString(folder.resolve("users"), command(PASSWORD + "\n", "password", "vera"));
    try (TestHouse house = new TestHouse(folder).with("WIRECOPY_USERS", "users").open()) {
      assertThat(announced(house, "/login", 1 << 20)).startsWith("HTTP/1.1 413 ");
      assertThat(chunked(house, "/login", 70 << 10)).startsWith("HTTP/1.1 413 ");
      assertThat(chunked(house, "/login", 2 << 10)).startsWith("HTTP/1.1 401 ");
      for (String path : new String[] {"/stories/x/kill", "/api/stories/x/kill", "/partners/x/y"}) {
        assertThat(announced(house, path, 1 << 20)).as(path).startsWith("HTTP/1.1 413 ");
      }
      for (String path :
          new String[] {
            "/inbox/preview",
            "/for/acme/check",
            "/api/inbox",
            "/api/inbox/preview",
            "/api/related",
            "/example-partner"
          }) {
        assertThat(announced(house, path, 1 << 20)).as(path).doesNotStartWith("HTTP/1.1 413 ");
      }
    }
  }

  @Test
  void theExamplePartnerIsServedWhereEverybodyLogsIn() throws Exception {
    Files.writeString(folder.resolve("users"), command(PASSWORD + "\n", "password", "vera"));
    try (TestHouse house = new TestHouse(folder).with("WIRECOPY_USERS", "users").open()) {
      int port = send(house, "vera", "GET", "/health/live").uri().getPort();
      house.partnerFile(
          "example",
          """
          - templatedRoute:
              routeTemplateRef: partner
              parameters:
                - name: endpoint
                  value: "http://127.0.0.1:%d/example-partner"
                - name: secret
                  value: "{{wirecopy.example.secret}}"
          """
              .formatted(port));
      await().until(() -> send(house, "vera", "GET", "/api/partners").body().contains("example"));
      house.drop("storm.txt", "Storm closes port\n\nBy Dana Whitlock\n\nThe port is shut.\n");
      await()
          .until(
              () -> send(house, "vera", "GET", "/example-partner").body().contains("Storm closes"));
    }
  }

  @Test
  void withoutUsersItDoesNotListenToOthers() {
    Settings settings = Settings.load(folder, Map.of("WIRECOPY_HOST", "0.0.0.0"));
    assertThatThrownBy(() -> House.open(settings))
        .isInstanceOf(HouseException.class)
        .hasMessageContaining("0.0.0.0")
        .hasMessageContaining("wirecopy.users");
    assertThat(folder.resolve("data")).doesNotExist();
  }

  @Test
  void theInboxHoldsNoFolderOfTheHouseItself() {
    Settings settings = Settings.load(folder, Map.of("WIRECOPY_INBOX", "."));
    assertThatThrownBy(() -> House.open(settings))
        .isInstanceOf(HouseException.class)
        .hasMessageContaining("wirecopy.data")
        .hasMessageContaining("WIRECOPY_INBOX");
    assertThat(folder.resolve("data")).doesNotExist();
  }

  @Test
  void theCommandTakesNoWeakPasswordAndNoUnknownRole() {
    assertThat(refusal("short\n", "password", "olga")).contains("12 to 256");
    assertThat(refusal(PASSWORD + "\n", "password", "--role", "chief", "olga"))
        .contains("viewer, editor or operator");
    assertThat(refusal(PASSWORD + "\n", "password", "olga smith")).contains("A name is made of");
    assertThat(refusal("", "password", "olga")).contains("standard input");
  }

  /** The answer to the head of a form that says how long it will be. */
  private static String announced(TestHouse house, String path, int length) throws IOException {
    return house.exchange(form(path) + "Content-Length: " + length + "\r\n\r\n");
  }

  /** The answer to a form that does not say how long it is until it ends. */
  private static String chunked(TestHouse house, String path, int length) throws IOException {
    String body = "name=x&password=" + "x".repeat(length);
    return house.exchange(
        form(path)
            + "Transfer-Encoding: chunked\r\n\r\n"
            + Integer.toHexString(body.length())
            + "\r\n"
            + body
            + "\r\n0\r\n\r\n");
  }

  private static String form(String path) {
    return "POST "
        + path
        + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
        + "Content-Type: application/x-www-form-urlencoded\r\n";
  }

  private static String command(String input, String... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream before = System.out;
    System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
    try {
      assertThat(execute(input, new StringWriter(), arguments)).isZero();
    } finally {
      System.setOut(before);
    }
    return out.toString(StandardCharsets.UTF_8);
  }

  private static String refusal(String input, String... arguments) {
    StringWriter err = new StringWriter();
    assertThat(execute(input, err, arguments)).isNotZero();
    return err.toString();
  }

  private static int execute(String input, StringWriter err, String... arguments) {
    InputStream before = System.in;
    System.setIn(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)));
    try {
      CommandLine command = Wirecopy.commandLine();
      command.setErr(new PrintWriter(err));
      return command.execute(arguments);
    } finally {
      System.setIn(before);
    }
  }

  private static HttpResponse<String> send(TestHouse house, String name, String method, String path)
      throws IOException, InterruptedException {
    URI uri = house.get("/health/live").uri().resolve(path);
    String basic =
        Base64.getEncoder()
            .encodeToString((name + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(uri)
                .header("Authorization", "Basic " + basic)
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build(),
            HttpResponse.BodyHandlers.ofString());
  }
}
