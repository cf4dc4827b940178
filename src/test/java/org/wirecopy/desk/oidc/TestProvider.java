package org.wirecopy.desk.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.oauth2.sdk.pkce.CodeChallenge;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.util.URLUtils;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import net.minidev.json.JSONObject;

/**
 * A provider of our own on this machine, by another name than the house, so that browsers take it
 * for another site: it checks its clients as a real one does (registered address, secret, PKCE,
 * codes that are good once) and can be told to do everything wrong.
 */
public final class TestProvider implements AutoCloseable {
  public static final String CLIENT = "wirecopy";

  /** Long enough for HMAC, which must not be taken. */
  public static final String SECRET = "s3cret-of-the-client/that is nobody's+business";

  /** What it does wrong. */
  public enum Fault {
    NONE,
    WRONG_NONCE,
    NO_NONCE,
    WRONG_AUDIENCE,
    FOREIGN_PARTY,
    WRONG_ISSUER,
    EXPIRED,
    NOT_YET,
    NOBODY,
    ALG_NONE,
    SIGNED_WITH_THE_SECRET,
    FOREIGN_KEY,
    UNPUBLISHED_KEY,
    DENIES,
    ANSWERS_AS_ANOTHER,
    REFUSES_THE_CODE,
    SAYS_MORE_OF_SOMEBODY_ELSE,
    FAILS,
    TALKS_NONSENSE,
    NEVER_ENDS,
    SLOW,
    DRIPS
  }

  private record Code(Map<String, List<String>> asked) {}

  private final InstantSource clock;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch closing = new CountDownLatch(1);
  private final Map<String, Code> codes = new ConcurrentHashMap<>();
  private final AtomicInteger keyFetches = new AtomicInteger();

  private volatile JWK key = ec();
  private volatile Fault fault = Fault.NONE;
  private volatile boolean asksThePerson;
  private volatile boolean logsOut = true;
  private volatile String subject = "4711";
  private volatile String statedIssuer;
  private volatile Map<String, Object> inToken =
      Map.of("preferred_username", "anna", "groups", List.of("everybody", "news-desk"));
  private volatile Map<String, Object> inUserInfo = Map.of();

  /**
   * @param clock what its tokens are dated by
   */
  public TestProvider(InstantSource clock) throws IOException {
    this.clock = clock;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    serve("/.well-known/openid-configuration", this::discovery);
    serve("/authorize", this::authorize);
    serve("/token", this::token);
    serve("/jwks", this::keys);
    serve("/userinfo", this::userInfo);
    serve("/logout", this::logOut);
    server.start();
    statedIssuer = issuer();
  }

  public String issuer() {
    return "http://localhost:" + server.getAddress().getPort();
  }

  /** What a house is told of it. */
  public ProviderSettings settings(Duration timeout) {
    return new ProviderSettings(
        URI.create(issuer()),
        CLIENT,
        SECRET,
        List.of("profile"),
        "preferred_username",
        "groups",
        timeout);
  }

  public void does(Fault wrong) {
    fault = wrong;
  }

  /** What the ID token says of the person. */
  public void says(Map<String, Object> claims) {
    inToken = claims;
  }

  /** What only its further answer says of the person. */
  public void saysFurther(Map<String, Object> claims) {
    inUserInfo = claims;
  }

  /** Whether a person must press a button before they are sent back. */
  public void asksThePerson() {
    asksThePerson = true;
  }

  public void offersNoLogOut() {
    logsOut = false;
  }

  public void statesIssuer(String other) {
    statedIssuer = other;
  }

  /** Signs with a new key from now on, of the other kind, and publishes only that. */
  public void rotate() {
    key = key instanceof ECKey ? rsa() : ec();
  }

  public int keyFetches() {
    return keyFetches.get();
  }

  /** Follows a browser's way here, and answers where it is sent back to. */
  public static URI visit(String address) throws IOException, InterruptedException {
    HttpResponse<String> answer =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(URI.create(address)).build(),
                HttpResponse.BodyHandlers.ofString());
    return URI.create(
        answer
            .headers()
            .firstValue("location")
            .orElseThrow(() -> new IllegalStateException(answer.body())));
  }

  /** Hears no more calls. */
  public void goDown() {
    server.stop(0);
  }

  @Override
  public void close() {
    closing.countDown();
    server.stop(0);
    threads.shutdownNow();
  }

  private interface Page {
    void answer(HttpExchange exchange) throws Exception;
  }

  private void serve(String path, Page page) {
    server.createContext(
        path,
        exchange -> {
          try (exchange) {
            page.answer(exchange);
          } catch (Exception e) {
            send(exchange, 500, "text/plain", e.toString());
          }
        });
  }

  private void discovery(HttpExchange exchange) throws IOException {
    Map<String, Object> document = new TreeMap<>();
    document.put("issuer", statedIssuer);
    document.put("authorization_endpoint", issuer() + "/authorize");
    document.put("token_endpoint", issuer() + "/token");
    document.put("jwks_uri", issuer() + "/jwks");
    document.put("userinfo_endpoint", issuer() + "/userinfo");
    if (logsOut) {
      document.put("end_session_endpoint", issuer() + "/logout");
    }
    document.put("response_types_supported", List.of("code"));
    document.put("subject_types_supported", List.of("public"));
    document.put("id_token_signing_alg_values_supported", List.of("RS256", "ES256"));
    document.put("authorization_response_iss_parameter_supported", true);
    json(exchange, 200, document);
  }

  private void authorize(HttpExchange exchange) throws IOException {
    Map<String, List<String>> asked =
        URLUtils.parseParameters(exchange.getRequestURI().getRawQuery());
    if (!"code".equals(only(asked, "response_type"))
        || !CLIENT.equals(only(asked, "client_id"))
        || !"S256".equals(only(asked, "code_challenge_method"))
        || !only(asked, "scope").contains("openid")) {
      send(exchange, 400, "text/plain", "not a log-in of ours: " + asked);
      return;
    }
    if (asksThePerson && !asked.containsKey("pressed")) {
      send(
          exchange,
          200,
          "text/html",
          "<!doctype html><title>House of names</title><h1>House of names</h1><a href=\""
              + exchange.getRequestURI().toString().replace("&", "&amp;")
              + "&amp;pressed=yes\">Go on as anna</a>");
      return;
    }
    String code = UUID.randomUUID().toString();
    codes.put(code, new Code(asked));
    String from = fault == Fault.ANSWERS_AS_ANOTHER ? "https://another.example" : issuer();
    redirect(
        exchange,
        only(asked, "redirect_uri")
            + (fault == Fault.DENIES ? "?error=access_denied" : "?code=" + code)
            + "&state="
            + URLEncoder.encode(only(asked, "state"), StandardCharsets.UTF_8)
            + "&iss="
            + URLEncoder.encode(from, StandardCharsets.UTF_8));
  }

  private void token(HttpExchange exchange) throws Exception {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    switch (fault) {
      case FAILS -> send(exchange, 500, "text/plain", "out of order");
      case TALKS_NONSENSE -> send(exchange, 200, "text/html", "<h1>Maintenance</h1>");
      case NEVER_ENDS -> pour(exchange);
      case SLOW -> closing.await();
      case DRIPS -> drip(exchange);
      default -> redeem(exchange, URLUtils.parseParameters(body));
    }
  }

  private void redeem(HttpExchange exchange, Map<String, List<String>> given) throws Exception {
    Code code = codes.remove(String.valueOf(only(given, "code")));
    if (!isClient(exchange)) {
      json(exchange, 401, Map.of("error", "invalid_client"));
    } else if (code == null
        || fault == Fault.REFUSES_THE_CODE
        || !only(code.asked(), "redirect_uri").equals(only(given, "redirect_uri"))
        || !CodeChallenge.compute(
                CodeChallengeMethod.S256, new CodeVerifier(only(given, "code_verifier")))
            .getValue()
            .equals(only(code.asked(), "code_challenge"))) {
      json(exchange, 400, Map.of("error", "invalid_grant"));
    } else {
      json(
          exchange,
          200,
          Map.of(
              "access_token",
              "access-token-of-anna",
              "token_type",
              "Bearer",
              "id_token",
              idToken(only(code.asked(), "nonce"))));
    }
  }

  private static boolean isClient(HttpExchange exchange) {
    String form =
        URLEncoder.encode(CLIENT, StandardCharsets.UTF_8)
            + ":"
            + URLEncoder.encode(SECRET, StandardCharsets.UTF_8);
    String right =
        "Basic " + Base64.getEncoder().encodeToString(form.getBytes(StandardCharsets.UTF_8));
    return right.equals(exchange.getRequestHeaders().getFirst("Authorization"));
  }

  private String idToken(String nonce) throws JOSEException {
    Instant now = clock.instant();
    JWTClaimsSet.Builder claims =
        new JWTClaimsSet.Builder()
            .issuer(fault == Fault.WRONG_ISSUER ? "https://another.example" : issuer())
            .audience(fault == Fault.WRONG_AUDIENCE ? "another-client" : CLIENT)
            .subject(fault == Fault.NOBODY ? null : subject)
            .issueTime(Date.from(fault == Fault.NOT_YET ? now.plusSeconds(120) : now))
            .expirationTime(Date.from(now.plusSeconds(fault == Fault.EXPIRED ? -61 : 300)));
    if (fault == Fault.FOREIGN_PARTY) {
      claims.audience(List.of(CLIENT, "another-client")).claim("azp", "another-client");
    }
    if (fault != Fault.NO_NONCE) {
      claims.claim("nonce", fault == Fault.WRONG_NONCE ? "of-another-log-in" : nonce);
    }
    inToken.forEach(claims::claim);
    return signed(claims.build());
  }

  private String signed(JWTClaimsSet claims) throws JOSEException {
    return switch (fault) {
      case ALG_NONE -> new PlainJWT(claims).serialize();
      case SIGNED_WITH_THE_SECRET ->
          signed(
              claims,
              new JWSHeader(JWSAlgorithm.HS256),
              new MACSigner(SECRET.getBytes(StandardCharsets.UTF_8)));
      case FOREIGN_KEY -> signed(claims, ec(), key.getKeyID());
      case UNPUBLISHED_KEY -> signed(claims, ec(), "unpublished");
      default -> signed(claims, key, key.getKeyID());
    };
  }

  private static String signed(JWTClaimsSet claims, JWK key, String id) throws JOSEException {
    boolean curve = key instanceof ECKey;
    return signed(
        claims,
        new JWSHeader.Builder(curve ? JWSAlgorithm.ES256 : JWSAlgorithm.RS256).keyID(id).build(),
        curve ? new ECDSASigner(key.toECKey()) : new RSASSASigner(key.toRSAKey()));
  }

  private static String signed(JWTClaimsSet claims, JWSHeader header, JWSSigner signer)
      throws JOSEException {
    SignedJWT token = new SignedJWT(header, claims);
    token.sign(signer);
    return token.serialize();
  }

  private void keys(HttpExchange exchange) throws IOException {
    keyFetches.incrementAndGet();
    send(exchange, 200, "application/json", new JWKSet(key).toString());
  }

  private void userInfo(HttpExchange exchange) throws IOException {
    if (!"Bearer access-token-of-anna"
        .equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
      json(exchange, 401, Map.of("error", "invalid_token"));
      return;
    }
    Map<String, Object> claims = new TreeMap<>(inUserInfo);
    claims.put("sub", fault == Fault.SAYS_MORE_OF_SOMEBODY_ELSE ? "4712" : subject);
    json(exchange, 200, claims);
  }

  private void logOut(HttpExchange exchange) throws IOException {
    Map<String, List<String>> asked =
        URLUtils.parseParameters(exchange.getRequestURI().getRawQuery());
    if (only(asked, "id_token_hint") == null || !CLIENT.equals(only(asked, "client_id"))) {
      send(exchange, 400, "text/plain", "not a log-out of ours: " + asked.keySet());
    } else {
      redirect(exchange, only(asked, "post_logout_redirect_uri"));
    }
  }

  private void pour(HttpExchange exchange) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, 0);
    OutputStream out = exchange.getResponseBody();
    byte[] blanks = " ".repeat(1 << 16).getBytes(StandardCharsets.US_ASCII);
    while (closing.getCount() > 0) {
      out.write(blanks);
    }
  }

  private void drip(HttpExchange exchange) throws IOException, InterruptedException {
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, 0);
    OutputStream out = exchange.getResponseBody();
    while (!closing.await(50, TimeUnit.MILLISECONDS)) {
      out.write(' ');
      out.flush();
    }
  }

  private static JWK rsa() {
    try {
      return new RSAKeyGenerator(2048).keyID(UUID.randomUUID().toString()).generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private static JWK ec() {
    try {
      return new ECKeyGenerator(Curve.P_256).keyID(UUID.randomUUID().toString()).generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String only(Map<String, List<String>> given, String name) {
    List<String> values = given.get(name);
    return values == null || values.size() != 1 ? null : values.get(0);
  }

  private static void redirect(HttpExchange exchange, String to) throws IOException {
    exchange.getResponseHeaders().set("Location", to);
    exchange.sendResponseHeaders(302, -1);
  }

  private static void json(HttpExchange exchange, int status, Map<String, Object> document)
      throws IOException {
    send(exchange, status, "application/json", new JSONObject(document).toJSONString());
  }

  private static void send(HttpExchange exchange, int status, String type, String text)
      throws IOException {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
  }
}
