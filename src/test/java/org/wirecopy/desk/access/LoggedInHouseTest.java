package org.wirecopy.desk.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A house where everybody logs in. */
class LoggedInHouseTest {
  private static final String PAGE = "Accept: text/html,application/xhtml+xml";

  @TempDir Path folder;
  private Path users;
  private GuardedServer house;

  @BeforeEach
  void open() throws Exception {
    users = GuardedServer.users(folder);
    house = new GuardedServer(folder, GuardedServer.withUsers(users));
  }

  @AfterEach
  void close() throws Exception {
    house.close();
  }

  @Test
  void programsAreAskedForAPasswordAndPeopleSentToThePage() throws IOException {
    GuardedServer.Answer program = house.get("/api/stories");
    assertThat(program.status()).isEqualTo(401);
    assertThat(program.header("WWW-Authenticate")).startsWith("Basic");
    assertThat(program.header("Content-Type")).isEqualTo("application/problem+json");

    GuardedServer.Answer person = house.get("/stories?q=port", PAGE);
    assertThat(person.status()).isEqualTo(303);
    assertThat(person.header("Location")).isEqualTo("/login?to=%2Fstories%3Fq%3Dport");

    GuardedServer.Answer script = house.get("/api/stories", "Sec-Fetch-Mode: cors");
    assertThat(script.status()).isEqualTo(401);
    assertThat(script.header("WWW-Authenticate")).doesNotContain("Basic");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/health/live",
        "/health/ready",
        "/login",
        "/login.css",
        "/assets/x.css",
        "/pictures/ab.jpg"
      })
  void somePathsAreOpenToAll(String path) throws IOException {
    assertThat(house.get(path).status()).isEqualTo(200);
  }

  @Test
  void theExamplePartnerTakesPushesOfThisMachineAndShowsThemToThoseWhoLoggedIn() throws Exception {
    assertThat(house.post("/example-partner").body()).isEqualTo("anybody viewer null");
    assertThat(house.get("/example-partner").status()).isEqualTo(401);
    try (GuardedServer behind =
        new GuardedServer(folder, GuardedServer.settings(users, "127.0.0.1", true))) {
      assertThat(behind.post("/example-partner").status()).isEqualTo(200);
      assertThat(behind.post("/example-partner", "X-Forwarded-For: 203.0.113.7").status())
          .isEqualTo(401);
    }
  }

  @Test
  void aPartnersOwnPageOpensToItsTokenAndNothingElseDoes() throws IOException {
    String acme = basic("acme", GuardedServer.PAGE_TOKEN);
    assertThat(house.get("/for/acme", acme).body()).isEqualTo("partner acme viewer null");
    assertThat(house.post("/for/acme/replay", acme).status()).isEqualTo(200);
    assertThat(house.post("/for/acme/replay", acme, "Sec-Fetch-Site: cross-site").status())
        .isEqualTo(403);

    assertThat(house.get("/for/acme").status()).isEqualTo(401);
    assertThat(house.get("/for/acme").header("WWW-Authenticate")).startsWith("Basic");
    assertThat(house.get("/for/bolt", acme).status()).isEqualTo(401);
    assertThat(house.get("/for/acme", basic("acme", "a guess")).status()).isEqualTo(401);
    assertThat(house.get("/for/acme", basic("ed", GuardedServer.PASSWORD)).status()).isEqualTo(401);
    assertThat(house.get("/stories", acme).status()).isEqualTo(401);
    assertThat(house.get("/api/stories", acme).status()).isEqualTo(401);
    assertThat(house.get("/for/../stories", acme).status()).isNotEqualTo(200);
    assertThat(house.get("/for/acme%2Freplay", acme).status()).isEqualTo(401);
    assertThat(house.get("/for%2Facme", acme).status()).isEqualTo(401);
  }

  @Test
  void aPageTokenIsNotGuessedForLong() throws IOException {
    int status = 0;
    for (int i = 0; i < 11; i++) {
      status = house.get("/for/acme", basic("acme", "guess " + i)).status();
    }
    assertThat(status).isEqualTo(429);
    assertThat(house.get("/for/acme", basic("acme", GuardedServer.PAGE_TOKEN)).status())
        .isEqualTo(429);
  }

  @Test
  void theRightPasswordOpensASessionThatOnlyTheCookieHolds() throws IOException {
    GuardedServer.Answer in = house.logIn("ed", GuardedServer.PASSWORD);
    assertThat(in.status()).isEqualTo(303);
    assertThat(in.header("Location")).isEqualTo("/stories");
    assertThat(in.header("Set-Cookie"))
        .contains("HttpOnly")
        .contains("SameSite=Strict")
        .contains("Path=/")
        .doesNotContain("Secure");

    assertThat(house.get("/stories", "Cookie: " + in.cookie()).body()).startsWith("ed editor ");
    assertThat(house.get("/stories", "Cookie: wirecopy=made-up").status()).isEqualTo(401);
  }

  @ParameterizedTest
  @CsvSource({"ed,wrong password", "nobody,correct horse battery", "ed,''"})
  void anythingElseDoesNot(String name, String password) throws IOException {
    GuardedServer.Answer answer = house.logIn(name, password);
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.header("Set-Cookie")).isEmpty();
    assertThat(answer.body()).contains("do not belong together");
  }

  @Test
  void loggingOutEndsTheSession() throws IOException {
    String cookie = house.logIn("ed", GuardedServer.PASSWORD).cookie();
    GuardedServer.Answer out =
        house.post("/logout", "Cookie: " + cookie, "X-CSRF-Token: " + token(cookie));
    assertThat(out.status()).isEqualTo(303);
    assertThat(out.header("Set-Cookie")).startsWith("wirecopy=;").contains("1970");
    assertThat(house.get("/stories", "Cookie: " + cookie).status()).isEqualTo(401);
  }

  @Test
  void aSessionEndsWhenItIsNotUsedAndInAnyCaseAfterHalfADay() throws IOException {
    String unused = house.logIn("ed", GuardedServer.PASSWORD).cookie();
    house.pass(Duration.ofMinutes(31));
    assertThat(house.get("/stories", "Cookie: " + unused).status()).isEqualTo(401);

    String used = house.logIn("ed", GuardedServer.PASSWORD).cookie();
    for (int i = 0; i < 24; i++) {
      house.pass(Duration.ofMinutes(29));
      assertThat(house.get("/stories", "Cookie: " + used).status()).isEqualTo(200);
    }
    house.pass(Duration.ofMinutes(29));
    assertThat(house.get("/stories", "Cookie: " + used).status()).isEqualTo(401);
  }

  @Test
  void aPageThatRenewsItselfKeepsNobodyLoggedIn() throws IOException {
    String cookie = "Cookie: " + house.logIn("ed", GuardedServer.PASSWORD).cookie();
    house.pass(Duration.ofMinutes(20));
    assertThat(house.get("/stories", cookie, "X-Wirecopy-Renewal: true").status()).isEqualTo(200);
    assertThat(house.get("/events", cookie).status()).isEqualTo(200);
    house.pass(Duration.ofMinutes(11));
    assertThat(house.get("/stories", cookie, "X-Wirecopy-Renewal: true").status()).isEqualTo(401);
    assertThat(house.get("/stories", cookie).status()).isEqualTo(401);
  }

  @Test
  void aNewPasswordOrRoleCountsAtOnce() throws IOException {
    String ed = house.logIn("ed", GuardedServer.PASSWORD).cookie();
    String vera = house.logIn("vera", GuardedServer.PASSWORD).cookie();
    String text = Files.readString(users).replace("vera viewer", "vera editor");
    Files.writeString(
        users,
        text.replaceAll(
            "ed editor \\S+\n",
            GuardedServer.line("ed", "editor", "another password").replace("$", "\\$")));
    Files.setLastModifiedTime(users, FileTime.from(Instant.parse("2026-11-23T10:00:00Z")));
    house.pass(Duration.ofSeconds(3));

    assertThat(house.get("/stories", "Cookie: " + ed).status()).isEqualTo(401);
    assertThat(house.get("/stories", "Cookie: " + vera).body()).startsWith("vera editor");
    assertThat(house.get("/api/stories", basic("ed", GuardedServer.PASSWORD)).status())
        .isEqualTo(401);
  }

  @Test
  void aUsersFileThatBreaksLetsNobodyInWhoWasNot() throws IOException {
    Files.delete(users);
    house.pass(Duration.ofSeconds(3));
    assertThat(house.get("/api/stories").status()).isEqualTo(401);
    assertThat(house.get("/api/stories", basic("ed", GuardedServer.PASSWORD)).status())
        .isEqualTo(200);
  }

  @Test
  void aUsersFileThatCouldNotBeReadIsReadOnceItCanThoughItsTimeIsTheSame() throws IOException {
    FileTime replaced = FileTime.from(Instant.parse("2026-11-23T10:00:00Z"));
    Files.writeString(users, "half a li");
    Files.setLastModifiedTime(users, replaced);
    house.pass(Duration.ofSeconds(3));
    String ed = basic("ed", GuardedServer.PASSWORD);
    assertThat(house.get("/api/stories", ed).status()).isEqualTo(200);

    Files.writeString(users, GuardedServer.line("vera", "viewer"));
    Files.setLastModifiedTime(users, replaced);
    house.pass(Duration.ofSeconds(3));
    assertThat(house.get("/api/stories", ed).status()).isEqualTo(401);
    assertThat(house.get("/api/stories", basic("vera", GuardedServer.PASSWORD)).status())
        .isEqualTo(200);
  }

  @ParameterizedTest
  @CsvSource({
    "vera,GET,/api/stories,200",
    "vera,GET,/metrics,200",
    "vera,GET,/api/audit,403",
    "vera,GET,/api/AUDIT,403",
    "vera,GET,/API//Audit/,403",
    "vera,POST,/api/related,200",
    "vera,POST,/api/stories/x/kill,403",
    "vera,DELETE,/api/stories/x,403",
    "ed,POST,/api/stories/x/kill,200",
    "ed,POST,/stories/x/kill,200",
    "ed,POST,/inbox,200",
    "ed,POST,/api/partners/acme/pause,403",
    "ed,POST,//api/partners/acme/pause,403",
    "ed,POST,/api/storiesx,403",
    "ed,POST,/%61pi/partners/acme/pause,403",
    "ed,PUT,/whatever,403",
    "ed,GET,/api/audit,403",
    "olga,POST,/api/partners/acme/pause,200",
    "olga,GET,/api/audit,200",
  })
  void eachRoleMayDoItsWorkAndNoMore(String name, String method, String path, int status)
      throws IOException {
    assertThat(house.send(method, path, "", basic(name, GuardedServer.PASSWORD)).status())
        .isEqualTo(status);
  }

  @Test
  void anOrderInASessionNeedsTheSessionsToken() throws IOException {
    String cookie = "Cookie: " + house.logIn("ed", GuardedServer.PASSWORD).cookie();
    String other = house.logIn("ed", GuardedServer.PASSWORD).cookie();
    String path = "/api/stories/x/kill";

    assertThat(house.post(path, cookie).status()).isEqualTo(403);
    assertThat(house.post(path, cookie, "X-CSRF-Token: " + token(other)).status()).isEqualTo(403);
    String right = token(cookie.substring("Cookie: ".length()));
    assertThat(house.post(path, cookie, "X-CSRF-Token: " + right).status()).isEqualTo(200);
    String form = "Content-Type: application/x-www-form-urlencoded";
    assertThat(house.send("POST", "/stories/x/kill", "csrf=" + right, cookie, form).status())
        .isEqualTo(200);
    assertThat(house.send("POST", "/stories/x/kill", "csrf=x", cookie, form).status())
        .isEqualTo(403);
  }

  @Test
  void guessingIsSlowedDownForTheAddressButNotForOthersWhoKnowThePassword() throws IOException {
    for (int i = 0; i < 10; i++) {
      assertThat(house.logIn("ed", "guess number " + i).status()).isEqualTo(401);
    }
    GuardedServer.Answer tooOften = house.logIn("ed", GuardedServer.PASSWORD);
    assertThat(tooOften.status()).isEqualTo(429);
    assertThat(tooOften.header("Retry-After")).isEqualTo("30");
    assertThat(house.get("/api/stories", basic("ed", "guess")).status()).isEqualTo(429);

    house.pass(Duration.ofSeconds(31));
    assertThat(house.logIn("ed", GuardedServer.PASSWORD).status()).isEqualTo(303);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"//evil.example", "https://evil.example", "/\\evil.example", "evil", "/a\r\nb"})
  void theLogInLeadsNowhereElse(String to) {
    assertThat(LogInPage.ownPage(to)).isEqualTo("/");
  }

  @Test
  void theLogInPageRunsNothingOfWhatItIsHanded() throws IOException {
    GuardedServer.Answer page = house.get("/login?to=/%22%3E%3Cscript%3E");
    assertThat(page.body()).doesNotContain("<script").contains("&lt;script&gt;");
  }

  @Test
  void everyOrderIsOnRecord() throws IOException {
    house.post("/api/stories/tag:x/kill?why=wrong", basic("ed", GuardedServer.PASSWORD));
    house.post("/api/partners/acme/pause", basic("ed", GuardedServer.PASSWORD));
    house.get("/api/stories", basic("ed", GuardedServer.PASSWORD));
    house.logIn("hunter2-typed-into-the-name", "x");
    house.logIn("ed", GuardedServer.PASSWORD);

    List<JsonNode> entries = house.audit.read(null, 10).entries();
    assertThat(entries).hasSize(4);
    assertThat(entries.get(0).get("what").asText()).isEqualTo("/login");
    assertThat(entries.get(0).get("who").asText()).isEqualTo("ed");
    assertThat(entries.get(1).get("status").asInt()).isEqualTo(401);
    assertThat(entries.get(1).get("who").asText()).isEqualTo("(unknown)");
    assertThat(entries.get(2).get("status").asInt()).isEqualTo(403);
    JsonNode kill = entries.get(3);
    assertThat(kill.get("at").asText()).isEqualTo("2026-11-23T09:00:00Z");
    assertThat(kill.get("who").asText()).isEqualTo("ed");
    assertThat(kill.get("role").asText()).isEqualTo("editor");
    assertThat(kill.get("from").asText()).isEqualTo("127.0.0.1");
    assertThat(kill.get("what").asText()).isEqualTo("/api/stories/tag:x/kill?why=wrong");
    assertThat(kill.get("status").asInt()).isEqualTo(200);
    assertThat(Files.readString(folder.resolve("audit.log")))
        .doesNotContain("hunter2")
        .doesNotContain(GuardedServer.PASSWORD);
  }

  @Test
  void behindAProxyTheCookieIsSecureAndTheAddressTheOneTheProxyAdded() throws Exception {
    try (GuardedServer behind =
        new GuardedServer(folder, GuardedServer.settings(users, "127.0.0.1", true))) {
      GuardedServer.Answer in =
          behind.send(
              "POST",
              "/login",
              "name=ed&password=correct+horse+battery",
              "Content-Type: application/x-www-form-urlencoded",
              "X-Forwarded-For: 198.51.100.9, 203.0.113.7",
              "X-Forwarded-Proto: https");
      assertThat(in.header("Set-Cookie")).contains("Secure");
      assertThat(behind.audit.read(null, 1).entries().get(0).get("from").asText())
          .isEqualTo("203.0.113.7");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "# nobody\n",
        "ed editor secret\n",
        "ed chief x\n",
        "e/d editor x\n",
        "ed editor pbkdf2-sha256$1$AAAA$AAAA\n"
      })
  void aWrongUsersFileIsRefusedAtTheStart(String text) throws IOException {
    Files.writeString(users, text);
    assertThatThrownBy(() -> new GuardedServer(folder, GuardedServer.withUsers(users)).close())
        .isInstanceOf(AccessException.class)
        .hasMessageContaining("java -jar wirecopy.jar password");
  }

  private String token(String cookie) throws IOException {
    return house.get("/stories", "Cookie: " + cookie).body().replaceAll(".* ", "");
  }

  private static String basic(String name, String password) {
    byte[] pair = (name + ":" + password).getBytes(StandardCharsets.UTF_8);
    return "Authorization: Basic " + Base64.getEncoder().encodeToString(pair);
  }
}
