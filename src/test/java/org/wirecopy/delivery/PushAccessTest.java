package org.wirecopy.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How a push is let in: headers, and access tokens. */
class PushAccessTest {
  private static final byte[] BODY = "{}".getBytes(UTF_8);

  private final Push push = new Push(new TargetCheck(), InstantSource.system());
  private WebPartner web;

  @BeforeEach
  void open() throws Exception {
    web = WebPartner.plain();
  }

  @AfterEach
  void close() {
    push.close();
    web.close();
  }

  @Test
  void staticHeadersAndBasicTravelWithEachPush() throws Exception {
    web.at("/key", "X-Api-Key", WebPartner.answering(204, ""))
        .at("/basic", "Authorization", WebPartner.answering(204, ""));
    post(partner("/key", "headers", "X-Api-Key: k1"));
    post(partner("/basic", "username", "wire", "password", "pass"));
    assertThat(web.asked()).containsExactly("/key k1", "/basic Basic d2lyZTpwYXNz");
  }

  @Test
  void anAccessTokenIsAskedForOnceForAll() throws Exception {
    web.at("/token", "Authorization", WebPartner.answering(200, "{\"access_token\":\"t1\"}"))
        .at("/hook", "Authorization", WebPartner.answering(200, "ok"));
    Partner partner = oauth();
    CompletableFuture<?>[] many =
        IntStream.range(0, 20)
            .mapToObj(i -> push.post(partner, Map.of(), BODY).toCompletableFuture())
            .toArray(CompletableFuture[]::new);
    CompletableFuture.allOf(many).get(20, TimeUnit.SECONDS);
    assertThat(web.asked()).containsOnlyOnce("/token Basic d2lyZTpodXNoJTIx");
    assertThat(web.asked()).filteredOn("/hook Bearer t1"::equals).hasSize(20);
  }

  @Test
  void aRefusedTokenIsReplacedForTheNextPush() throws Exception {
    AtomicInteger tokens = new AtomicInteger();
    web.at(
            "/token",
            null,
            exchange ->
                WebPartner.answer(
                    exchange, 200, "{\"access_token\":\"t" + tokens.incrementAndGet() + "\"}"))
        .at(
            "/hook",
            "Authorization",
            exchange -> {
              boolean old =
                  "Bearer t1".equals(exchange.getRequestHeaders().getFirst("Authorization"));
              WebPartner.answer(exchange, old ? 401 : 200, "");
            });
    Partner partner = oauth();
    assertThat(post(partner).status()).isEqualTo(401);
    assertThat(post(partner).status()).isEqualTo(200);
    assertThat(web.asked()).containsExactly("/hook Bearer t1", "/hook Bearer t2");
  }

  @Test
  void withoutATokenNothingIsSent() throws Exception {
    web.at("/token", null, WebPartner.answering(400, "{\"error\":\"invalid_client\"}"))
        .at("/hook", "Authorization", WebPartner.answering(200, "ok"));
    Answer answer = post(oauth());
    assertThat(answer.status()).isZero();
    assertThat(answer.failure()).isEqualTo("no access token: HTTP 400 from the token endpoint");
    assertThat(web.asked()).isEmpty();
  }

  @Test
  void anAnswerWithoutATokenIsToldAsSuch() throws Exception {
    web.at("/token", null, WebPartner.answering(200, "<html>"));
    assertThat(post(oauth()).failure()).isEqualTo("the token endpoint's answer is not JSON");
  }

  private Answer post(Partner partner) throws Exception {
    return push.post(partner, Map.of(), BODY).toCompletableFuture().get(20, TimeUnit.SECONDS);
  }

  private Partner oauth() {
    return partner(
        "/hook", "tokenEndpoint", url("/token"), "clientId", "wire", "clientSecret", "hush!");
  }

  private Partner partner(String path, String... parameters) {
    String[] all = new String[parameters.length + 2];
    System.arraycopy(parameters, 0, all, 0, parameters.length);
    all[parameters.length] = "endpoint";
    all[parameters.length + 1] = url(path);
    return SomePartner.with(all);
  }

  private String url(String path) {
    return "http://127.0.0.1:" + web.port() + path;
  }
}
