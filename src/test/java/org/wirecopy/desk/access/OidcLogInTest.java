package org.wirecopy.desk.access;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirecopy.desk.oidc.TestProvider;
import org.wirecopy.desk.oidc.TestProvider.Fault;

/** A house where people log in at a provider; some have a password besides. */
class OidcLogInTest {
  private static final String PAGE = "Accept: text/html,application/xhtml+xml";
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final Duration SHORT = Duration.ofSeconds(2);

  @TempDir Path folder;
  private TestProvider provider;
  private GuardedServer house;

  @BeforeEach
  void open() throws Exception {
    provider =
        new TestProvider(
            () -> house == null ? Instant.parse("2026-11-23T09:00:00Z") : house.clock().instant());
    house = house(null, PATIENCE);
  }

  private GuardedServer house(Path users, Duration timeout) throws Exception {
    return new GuardedServer(
        folder,
        GuardedServer.withProvider(
            users,
            new OidcSettings(
                "House <of> names",
                null,
                new RoleMapping(List.of("readers"), List.of("news-desk"), List.of("operations")),
                provider.settings(timeout))));
  }

  @AfterEach
  void close() throws Exception {
    house.close();
    provider.close();
  }

  @Test
  void whoTheProviderVouchesForComesInWithTheRoleOfTheirGroup() throws Exception {
    GuardedServer.Answer in = logIn("/stories?q=port");

    assertThat(in.status()).isEqualTo(200);
    assertThat(in.body()).contains("content=\"0; url=/stories?q=port\"");
    assertThat(in.header("Set-Cookie")).contains("HttpOnly").contains("SameSite=Strict");
    assertThat(house.get("/stories", "Cookie: " + in.cookie("wirecopy")).body())
        .startsWith("anna editor ");
    JsonNode entry = house.audit.read(null, 1).entries().get(0);
    assertThat(entry.get("who").asText()).isEqualTo("anna");
    assertThat(entry.get("role").asText()).isEqualTo("editor");
    assertThat(entry.get("what").asText()).isEqualTo("/login?oidc=4711");
    assertThat(entry.get("status").asInt()).isEqualTo(200);
  }

  @Test
  void aKeyThatIsNewAtTheProviderIsFetched() throws Exception {
    assertThat(logIn("/").status()).isEqualTo(200);
    assertThat(logIn("/").status()).isEqualTo(200);
    assertThat(provider.keyFetches()).isEqualTo(1);

    provider.rotate();
    assertThat(logIn("/").status()).isEqualTo(200);
    assertThat(provider.keyFetches()).isEqualTo(2);
  }

  @ParameterizedTest
  @EnumSource(
      value = Fault.class,
      names = {
        "WRONG_NONCE",
        "NO_NONCE",
        "WRONG_AUDIENCE",
        "FOREIGN_PARTY",
        "WRONG_ISSUER",
        "EXPIRED",
        "NOT_YET",
        "NOBODY",
        "ALG_NONE",
        "SIGNED_WITH_THE_SECRET",
        "FOREIGN_KEY",
        "UNPUBLISHED_KEY",
        "DENIES",
        "ANSWERS_AS_ANOTHER",
        "REFUSES_THE_CODE"
      })
  void whatDoesNotFitIsRefusedAndOnRecord(Fault fault) throws Exception {
    provider.does(fault);
    GuardedServer.Answer answer = logIn("/");

    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.cookie("wirecopy")).isEmpty();
    assertThat(answer.body()).contains("House &lt;of&gt; names did not let you in");
    JsonNode entry = house.audit.read(null, 1).entries().get(0);
    assertThat(entry.get("who").asText()).isEqualTo("(unknown)");
    assertThat(entry.get("what").asText()).isEqualTo("/login?oidc");
    assertThat(entry.get("status").asInt()).isEqualTo(401);
  }

  @ParameterizedTest
  @EnumSource(
      value = Fault.class,
      names = {"FAILS", "TALKS_NONSENSE", "NEVER_ENDS", "SLOW", "DRIPS"})
  void aProviderThatIsOutOfOrderGivesAPlainPageInTime(Fault fault) throws Exception {
    house.close();
    house = house(null, SHORT);
    assertThat(logIn("/").status()).isEqualTo(200);

    provider.does(fault);
    GuardedServer.Answer answer = logIn("/");

    assertThat(answer.status()).isEqualTo(502);
    assertThat(answer.body()).contains("cannot be reached").contains("href=\"/login\"");
    assertThat(answer.cookie("wirecopy")).isEmpty();
  }

  @Test
  void aProviderThatIsDownKeepsNobodyFromUsingAPassword() throws Exception {
    house.close();
    house = house(users(), PATIENCE);
    provider.goDown();
    GuardedServer.Answer answer = house.get("/login/oidc?to=/stories");

    assertThat(answer.status()).isEqualTo(502);
    assertThat(answer.body()).contains("cannot be reached").contains("href=\"/login\"");
    assertThat(house.get("/login").body()).contains("name=\"password\"");
    GuardedServer.Answer in = house.logIn("ed", GuardedServer.PASSWORD);
    assertThat(in.status()).isEqualTo(303);
    assertThat(logOut(in.cookie()).header("Location")).isEqualTo("/login");
  }

  @Test
  void nobodyIsSentToAProviderThatHasGoneDown() throws Exception {
    assertThat(logIn("/").status()).isEqualTo(200);
    provider.goDown();
    house.pass(Duration.ofMinutes(1));
    GuardedServer.Answer answer = house.get("/login/oidc");
    assertThat(answer.status()).isEqualTo(502);
    assertThat(answer.body()).contains("cannot be reached");
  }

  @Test
  void aProviderThatWasDownIsTriedAgain() throws Exception {
    provider.statesIssuer("https://another.example");
    assertThat(house.get("/login/oidc").status()).isEqualTo(502);
    provider.statesIssuer(provider.issuer());
    assertThat(house.get("/login/oidc").status()).isEqualTo(502);
    house.pass(Duration.ofSeconds(5));
    assertThat(house.get("/login/oidc").status()).isEqualTo(303);
  }

  @Test
  void whoHasNoRoleHereIsToldSoAndStaysOutside() throws Exception {
    provider.says(Map.of("preferred_username", "mallory", "groups", List.of("everybody")));
    GuardedServer.Answer answer = logIn("/");

    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.body()).contains("mallory").contains("no role");
    assertThat(answer.cookie("wirecopy")).isEmpty();
    JsonNode entry = house.audit.read(null, 1).entries().get(0);
    assertThat(entry.get("who").asText()).isEqualTo("mallory");
    assertThat(entry.get("status").asInt()).isEqualTo(403);
  }

  @Test
  void whatTheTokenDoesNotSayIsAskedFor() throws Exception {
    provider.says(Map.of("preferred_username", "olga"));
    provider.saysFurther(Map.of("groups", List.of("operations"), "preferred_username", "ignored"));
    assertThat(house.get("/", "Cookie: " + logIn("/").cookie("wirecopy")).body())
        .startsWith("olga operator ");

    provider.does(Fault.SAYS_MORE_OF_SOMEBODY_ELSE);
    assertThat(logIn("/").status()).isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(strings = {"local", "Anybody", "partner acme", "a\nb", "<b>"})
  void aNameThatMeansSomebodyElseIsNotTaken(String name) throws Exception {
    provider.says(Map.of("preferred_username", name, "groups", "news-desk"));
    assertThat(house.get("/", "Cookie: " + logIn("/").cookie("wirecopy")).body())
        .startsWith("4711 editor ");
  }

  @Test
  void anAnswerIsTakenOnceAndFromTheBrowserThatAsked() throws Exception {
    GuardedServer.Answer begun = house.get("/login/oidc");
    URI back = TestProvider.visit(begun.header("Location"));
    String path = back.getRawPath() + "?" + back.getRawQuery();
    String cookie = "Cookie: " + begun.cookie();

    assertThat(house.get(path).status()).isEqualTo(400);
    assertThat(house.get(path, "Cookie: wirecopy-login=guess").status()).isEqualTo(400);
    String other = "Cookie: " + house.get("/login/oidc").cookie();
    assertThat(house.get(path, other).status()).isEqualTo(400);
    assertThat(house.get(path.replaceFirst("state=[^&]*", "state=x"), cookie).status())
        .isEqualTo(400);
    assertThat(house.get(path, cookie).status()).isEqualTo(200);
    assertThat(house.get(path, cookie).status()).isEqualTo(400);
  }

  @Test
  void aLogInThatTakesTooLongIsBegunAnew() throws Exception {
    GuardedServer.Answer begun = house.get("/login/oidc");
    house.pass(Duration.ofMinutes(11));
    GuardedServer.Answer answer = back(begun);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body()).contains("too long ago").contains("href=\"/login\"");
  }

  @Test
  void eachLogInIsAskedForWithItsOwnStateNonceAndChallenge() throws Exception {
    GuardedServer.Answer begun = house.get("/login/oidc", "Host: evil.example");
    assertThat(begun.header("Set-Cookie"))
        .contains("HttpOnly")
        .contains("SameSite=Lax")
        .contains("Path=/login/oidc")
        .contains("Max-Age=600");
    assertThat(begun.header("Location"))
        .startsWith(provider.issuer() + "/authorize?")
        .contains("response_type=code")
        .contains("code_challenge_method=S256")
        .contains("scope=openid+profile")
        .contains("redirect_uri=http%3A%2F%2F" + house.authority().replace(":", "%3A"));
    String again = house.get("/login/oidc").header("Location");
    for (String each : List.of("state", "nonce", "code_challenge")) {
      assertThat(parameter(begun.header("Location"), each))
          .hasSize(43)
          .isNotEqualTo(parameter(again, each));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"//evil.example", "https://evil.example", "/%5Cevil.example", "evil", "/a%0Ab"})
  void theLogInLeadsNowhereElse(String to) throws Exception {
    assertThat(logIn(to).body()).contains("content=\"0; url=/\"");
    assertThat(house.get("/login?to=" + to).body()).contains("/login/oidc?to=%2F\"");
  }

  @Test
  void nothingOfWhereItLeadsRuns() throws Exception {
    assertThat(logIn("/%22%3E%3Cscript%3E").body())
        .doesNotContain("<script")
        .contains("url=/&quot;&gt;&lt;script&gt;");
  }

  @Test
  void loggingInBeginsANewSessionWhateverTheBrowserHadBefore() throws Exception {
    String planted = logIn("/").cookie("wirecopy");
    GuardedServer.Answer begun = house.get("/login/oidc");
    String now = back(begun, planted).cookie("wirecopy");

    assertThat(now).isNotEqualTo(planted);
    assertThat(house.get("/", "Cookie: " + planted).status()).isEqualTo(401);
    assertThat(house.get("/", "Cookie: " + now).status()).isEqualTo(200);
  }

  @Test
  void anOrderNeedsTheSessionsTokenAndTheSessionEndsWhenItIsNotUsed() throws Exception {
    String cookie = "Cookie: " + logIn("/").cookie("wirecopy");
    String token = house.get("/", cookie).body().replaceAll(".* ", "");

    assertThat(house.post("/api/stories/x/kill", cookie).status()).isEqualTo(403);
    assertThat(house.post("/api/stories/x/kill", cookie, "X-CSRF-Token: " + token).status())
        .isEqualTo(200);
    assertThat(house.audit.read(null, 1).entries().get(0).get("who").asText()).isEqualTo("anna");
    house.pass(Duration.ofMinutes(31));
    assertThat(house.get("/", cookie).status()).isEqualTo(401);
  }

  @Test
  void loggingOutHereLogsOutAtTheProviderToo() throws Exception {
    String cookie = logIn("/").cookie("wirecopy");
    GuardedServer.Answer out = logOut(cookie);

    assertThat(out.status()).isEqualTo(200);
    assertThat(house.get("/", "Cookie: " + cookie).status()).isEqualTo(401);
    String there =
        out.body().replaceAll("(?s).*content=\"0; url=([^\"]*)\".*", "$1").replace("&amp;", "&");
    assertThat(there).startsWith(provider.issuer() + "/logout?");
    assertThat(TestProvider.visit(there))
        .isEqualTo(URI.create("http://" + house.authority() + "/login"));
  }

  @Test
  void whereTheProviderOffersNoLogOutOnlyTheHouseIsLeft() throws Exception {
    provider.offersNoLogOut();
    GuardedServer.Answer out = logOut(logIn("/").cookie("wirecopy"));
    assertThat(out.status()).isEqualTo(303);
    assertThat(out.header("Location")).isEqualTo("/login");
  }

  @Test
  void logInsThatAreOnlyBegunAreSlowedDown() throws Exception {
    for (int i = 0; i < 20; i++) {
      assertThat(house.get("/login/oidc").status()).isEqualTo(303);
    }
    GuardedServer.Answer tooOften = house.get("/login/oidc");
    assertThat(tooOften.status()).isEqualTo(429);
    assertThat(tooOften.header("Retry-After")).isEqualTo("10");
    house.pass(Duration.ofSeconds(11));
    assertThat(house.get("/login/oidc").status()).isEqualTo(303);
  }

  @Test
  void withoutUsersThePageHasOnlyTheLinkAndProgramsAreToldWhatIsMissing() throws Exception {
    assertThat(house.get("/login?to=/stories").body())
        .contains("Log in with House &lt;of&gt; names")
        .contains("href=\"http://" + house.authority() + "/login/oidc?to=%2Fstories\"")
        .doesNotContain("<form");
    assertThat(house.logIn("ed", GuardedServer.PASSWORD).status()).isEqualTo(405);
    GuardedServer.Answer program = house.get("/api/stories", "Authorization: Basic ZWQ6eA==");
    assertThat(program.status()).isEqualTo(401);
    assertThat(program.header("WWW-Authenticate")).doesNotContain("Basic");
    assertThat(program.body()).contains("wirecopy.users");
    assertThat(house.get("/stories", PAGE).header("Location")).startsWith("/login?to=");
  }

  @Test
  void theProviderSendsPeopleBackToTheAddressThatTheyKnow() throws Exception {
    try (GuardedServer behind =
        new GuardedServer(
            folder,
            GuardedServer.withProvider(
                null,
                new OidcSettings(
                    "House of names",
                    URI.create("https://desk.example"),
                    new RoleMapping(List.of(), List.of("news-desk"), List.of()),
                    provider.settings(PATIENCE))))) {
      assertThat(behind.get("/login").body())
          .contains("href=\"https://desk.example/login/oidc?to=%2F\"");
      assertThat(parameter(behind.get("/login/oidc").header("Location"), "redirect_uri"))
          .isEqualTo("https%3A%2F%2Fdesk.example%2Flogin%2Foidc%2Fcallback");
    }
  }

  @Test
  void noSecretOrTokenIsOnRecordOrOnAPage() throws Exception {
    GuardedServer.Answer in = logIn("/");
    provider.does(Fault.REFUSES_THE_CODE);
    GuardedServer.Answer refused = logIn("/");
    String seen = in.body() + refused.body() + Files.readString(folder.resolve("audit.log"));
    assertThat(seen).doesNotContain(TestProvider.SECRET).doesNotContain("eyJ");
    assertThat(provider.settings(PATIENCE).toString()).doesNotContain(TestProvider.SECRET);
  }

  private Path users() throws IOException {
    return Files.writeString(folder.resolve("users"), GuardedServer.line("ed", "editor"));
  }

  private GuardedServer.Answer logIn(String to) throws Exception {
    return back(house.get("/login/oidc?to=" + to));
  }

  private GuardedServer.Answer back(GuardedServer.Answer begun, String... cookies)
      throws Exception {
    URI back = TestProvider.visit(begun.header("Location"));
    String cookie = String.join("; ", begun.cookie(), String.join("; ", cookies));
    return house.get(back.getRawPath() + "?" + back.getRawQuery(), "Cookie: " + cookie);
  }

  private GuardedServer.Answer logOut(String cookie) throws Exception {
    String token = house.get("/", "Cookie: " + cookie).body().replaceAll(".* ", "");
    return house.post("/logout", "Cookie: " + cookie, "X-CSRF-Token: " + token);
  }

  private static String parameter(String address, String name) {
    return address.replaceAll(".*[?&]" + name + "=([^&]*).*", "$1");
  }
}
