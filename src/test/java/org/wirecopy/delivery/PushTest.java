package org.wirecopy.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirecopy.article.Action;
import org.wirecopy.article.Delivery;
import org.wirecopy.delivery.simulator.PartnerSimulator;
import org.wirecopy.delivery.simulator.PartnerSimulator.Behaviour;

/** What one POST makes of partners that behave badly. */
@Timeout(30)
class PushTest {
  private static final byte[] BODY =
      "{\"headline\":\"Port reopens\"}".getBytes(StandardCharsets.UTF_8);
  private static final String NO_CONTENT = "HTTP/1.1 204 No Content\n\n";
  private static final Duration SHORT = Duration.ofMillis(300);
  private static final Duration LONG = Duration.ofSeconds(15);

  private final Push push = new Push(new TargetCheck(), InstantSource.system());
  private final List<AutoCloseable> opened = new ArrayList<>();

  @AfterEach
  void close() throws Exception {
    push.close();
    for (AutoCloseable each : opened) {
      each.close();
    }
  }

  @Test
  void sendsTheContractHeadersAndNoOthers() throws Exception {
    PartnerSimulator simulator = simulator((request, to) -> to.send(NO_CONTENT));
    Partner partner = partner(simulator.endpoint(), Duration.ofSeconds(5));
    Delivery delivery = Stories.delivery(Action.UPDATE, 0, Stories.NOW);
    Map<String, String> headers = new Signer().headers(partner, delivery, BODY, Stories.NOW);

    Answer answer = answer(partner, headers);

    assertThat(answer.status()).isEqualTo(204);
    PartnerSimulator.Request request = simulator.requests().get(0);
    assertThat(request.line()).isEqualTo("POST /news HTTP/1.1");
    assertThat(request.body()).isEqualTo(BODY);
    assertThat(request.headers()).contains("webhook-id: msg_1", "accept-encoding: identity");
    assertThat(request.headerNames())
        .containsExactlyInAnyOrder(
            "webhook-id",
            "webhook-timestamp",
            "webhook-signature",
            "idempotency-key",
            "content-digest",
            "wirecopy-uri",
            "wirecopy-version",
            "wirecopy-action",
            "wirecopy-sequence",
            "host",
            "content-length",
            "content-type",
            "accept-encoding",
            "user-agent");
  }

  @Test
  void hangingBeforeHeadersEndsAtTheDeadline() throws Exception {
    assertTimedOut((request, to) -> to.hang());
  }

  @Test
  void hangingAfterHeadersEndsAtTheDeadline() throws Exception {
    assertTimedOut(
        (request, to) -> {
          to.send("HTTP/1.1 200 OK\nContent-Length: 10\n\n");
          to.hang();
        });
  }

  @Test
  void drippingBytesDoesNotMoveTheDeadline() throws Exception {
    assertTimedOut(
        (request, to) -> {
          to.send("HTTP/1.1 200 OK\nContent-Length: 9999\n\n");
          while (to.pause(20)) {
            to.send(".");
          }
        });
  }

  @Test
  void aResetIsNoAnswer() throws Exception {
    Answer answer = answer((request, to) -> to.reset());
    assertThat(answer.status()).isZero();
    assertThat(answer.failure()).startsWith("the exchange broke off");
  }

  @Test
  void nobodyListeningIsNoConnection() throws Exception {
    URI nobody;
    try (ServerSocket free = new ServerSocket(0)) {
      nobody = URI.create("http://127.0.0.1:" + free.getLocalPort() + "/");
    }
    Answer answer = answer(partner(nobody, Duration.ofSeconds(5)), Map.of());
    assertThat(answer.status()).isZero();
    assertThat(answer.failure()).startsWith("no connection");
  }

  @Test
  void aPortThatSpeaksNoTlsIsNamedAsSuch() throws Exception {
    String plain = simulator((request, to) -> to.send(NO_CONTENT)).endpoint().toString();
    URI endpoint = URI.create(plain.replace("http://", "https://"));
    Partner partner =
        Stories.partner("acme", endpoint, List.of(Stories.SECRET), SHORT, Duration.ofSeconds(15));
    assertThat(answer(partner, Map.of()).failure()).startsWith("no secure connection");
  }

  @Test
  void eachPartnerHasItsOwnConnectTimeout() throws Exception {
    ServerSocket full = keep(new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1")));
    fill(full);
    URI endpoint = URI.create("http://127.0.0.1:" + full.getLocalPort() + "/");
    Partner partner =
        Stories.partner("acme", endpoint, List.of(Stories.SECRET), SHORT, Duration.ofSeconds(15));
    Answer answer = answer(partner, Map.of());
    assertThat(answer.failure()).startsWith("no connection");
    assertThat(answer.took()).isBetween(SHORT, Duration.ofSeconds(4));
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 303, 307, 308})
  void redirectsAreNotFollowed(int status) throws Exception {
    PartnerSimulator simulator =
        simulator(
            (request, to) ->
                to.send("HTTP/1.1 " + status + " Moved\nLocation: /other\nContent-Length: 0\n\n"));
    Answer answer = answer(partner(simulator.endpoint(), Duration.ofSeconds(5)), Map.of());
    assertThat(answer.status()).isEqualTo(status);
    assertThat(simulator.requests()).hasSize(1);
  }

  @Test
  void anEndlessBodyIsCutAndTheStatusCounts() throws Exception {
    Answer answer =
        answer(
            (request, to) -> {
              to.send("HTTP/1.1 500 Oops\nTransfer-Encoding: chunked\n\n");
              while (to.pause(0)) {
                to.send("1000\n" + "x".repeat(0x1000) + "\n");
              }
            },
            Duration.ofSeconds(10));
    assertThat(answer.status()).isEqualTo(500);
    assertThat(answer.excerpt()).isEqualTo("x".repeat(512));
    assertThat(answer.took()).isLessThan(Duration.ofSeconds(8));
  }

  @Test
  void compressedBodiesAreNeverDecoded() throws Exception {
    byte[] bomb = gzip(new byte[32 << 20]);
    assertThat(bomb.length).isLessThan(64 << 10);
    Answer answer =
        answer(
            (request, to) -> {
              to.send(
                  "HTTP/1.1 200 OK\nContent-Encoding: gzip\nContent-Length: "
                      + bomb.length
                      + "\n\n");
              to.send(bomb);
            },
            Duration.ofSeconds(5));
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.excerpt()).isNull();
  }

  @Test
  void aBodyShorterThanItsLengthIsNoAnswer() throws Exception {
    Answer answer =
        answer(
            (request, to) -> {
              to.send("HTTP/1.1 200 OK\nContent-Length: 100\n\nhalf");
              to.close();
            });
    assertThat(answer.status()).isZero();
    assertThat(answer.failure()).startsWith("the exchange broke off");
  }

  @Test
  void bytesAfterTheLengthAreNeverTakenForAnAnswerToAnotherPartner() throws Exception {
    PartnerSimulator simulator =
        simulator(
            (request, to) -> to.send("HTTP/1.1 200 OK\nContent-Length: 2\n\nokHTTP/1.1 410 x"));
    Duration timeout = Duration.ofSeconds(5);
    for (String name : List.of("acme", "globe", "wire")) {
      Answer answer = answer(partner(name, simulator.endpoint(), timeout), Map.of());
      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.excerpt()).isEqualTo("ok");
    }
    assertThat(simulator.connections()).isEqualTo(3);
  }

  @Test
  void whatIsNotHttpIsNoAnswer() throws Exception {
    Answer answer =
        answer(
            (request, to) -> {
              to.send("220 mail.example ESMTP\n\n");
              to.close();
            });
    assertThat(answer.status()).isZero();
    assertThat(answer.failure()).startsWith("the partner's answer is no proper HTTP: ");
  }

  @Test
  void connectionsAreKept() throws Exception {
    PartnerSimulator simulator = simulator((request, to) -> to.send(NO_CONTENT));
    Partner partner = partner(simulator.endpoint(), Duration.ofSeconds(5));
    for (int i = 0; i < 20; i++) {
      assertThat(answer(partner, Map.of()).status()).isEqualTo(204);
    }
    assertThat(simulator.requests()).hasSize(20);
    // An answer may be told before its connection is back in the pool.
    assertThat(simulator.connections()).isLessThanOrEqualTo(3);
  }

  @Test
  void theConnectionOfASlowExchangeIsKeptToo() throws Exception {
    PartnerSimulator simulator =
        simulator(
            (request, to) -> {
              push.sweep();
              to.send(NO_CONTENT);
            });
    Partner partner = partner(simulator.endpoint(), Duration.ofSeconds(5));
    for (int i = 0; i < 5; i++) {
      assertThat(answer(partner, Map.of()).status()).isEqualTo(204);
    }
    assertThat(simulator.connections()).isEqualTo(1);
  }

  @Test
  void aTimedOutConnectionIsNotUsedAgain() throws Exception {
    PartnerSimulator simulator =
        simulator(
            (request, to) -> {
              if (new String(request.body(), StandardCharsets.UTF_8).equals("hang")) {
                to.hang();
              }
              to.send(NO_CONTENT);
            });
    Partner partner = partner(simulator.endpoint(), Duration.ofSeconds(2));
    assertTimedOut(
        answer(partner, Map.of(), "hang".getBytes(StandardCharsets.UTF_8)), Duration.ofSeconds(2));
    assertThat(answer(partner, Map.of()).status()).isEqualTo(204);
    assertThat(simulator.connections()).isEqualTo(2);
  }

  @Test
  void retryAfterAndTheExcerptAreKept() throws Exception {
    Answer answer =
        answer(
            (request, to) ->
                to.send("HTTP/1.1 429 Slow\nRetry-After: 7\nContent-Length: 9\n\nslow\ndown"));
    assertThat(answer.retryAfter()).isEqualTo("7");
    assertThat(answer.excerpt()).isEqualTo("slow dow");
  }

  @Test
  void aNameThatLeadsInsideTheHouseIsNotConnectedTo() throws Exception {
    Push misled =
        keep(
            new Push(
                new TargetCheck(),
                InstantSource.system(),
                host -> new InetAddress[] {InetAddress.getByName("192.168.77.7")}));
    Partner partner = partner(URI.create("http://news.acme.example/"), Duration.ofSeconds(5));
    Answer answer =
        misled.post(partner, Map.of(), BODY).toCompletableFuture().get(20, TimeUnit.SECONDS);
    assertThat(answer.forbidden()).isTrue();
    assertThat(answer.failure()).contains("192.168.77.7", "not a public address");
  }

  @Test
  void afterClosingThereIsStillAnAnswer() throws Exception {
    push.close();
    Answer answer = answer(partner(URI.create("http://127.0.0.1:9/"), SHORT), Map.of());
    assertThat(answer.status()).isZero();
    assertThat(answer.failure()).isNotBlank();
  }

  private void assertTimedOut(Behaviour behaviour) throws Exception {
    assertTimedOut(answer(behaviour, SHORT), SHORT);
  }

  private static void assertTimedOut(Answer answer, Duration timeout) {
    assertThat(answer.status()).isZero();
    assertThat(answer.failure())
        .isEqualTo("no complete answer within " + timeout.toMillis() + " ms");
    assertThat(answer.took()).isBetween(timeout, Duration.ofSeconds(15));
  }

  private Answer answer(Behaviour behaviour) throws Exception {
    return answer(behaviour, LONG);
  }

  private Answer answer(Behaviour behaviour, Duration timeout) throws Exception {
    return answer(partner(simulator(behaviour).endpoint(), timeout), Map.of());
  }

  private Answer answer(Partner partner, Map<String, String> headers) throws Exception {
    return answer(partner, headers, BODY);
  }

  private Answer answer(Partner partner, Map<String, String> headers, byte[] body)
      throws Exception {
    return push.post(partner, headers, body).toCompletableFuture().get(20, TimeUnit.SECONDS);
  }

  private PartnerSimulator simulator(Behaviour behaviour) throws IOException {
    return keep(new PartnerSimulator(behaviour));
  }

  private <T extends AutoCloseable> T keep(T resource) {
    opened.add(resource);
    return resource;
  }

  /** Connects until the kernel takes no more, so that the next connection hangs. */
  private void fill(ServerSocket server) throws IOException {
    for (int i = 0; i < 64; i++) {
      Socket socket = keep(new Socket());
      try {
        socket.connect(new InetSocketAddress("127.0.0.1", server.getLocalPort()), 200);
      } catch (SocketTimeoutException full) {
        return;
      }
    }
    throw new IOException("the backlog does not fill");
  }

  private static Partner partner(URI endpoint, Duration timeout) throws PartnerException {
    return partner("acme", endpoint, timeout);
  }

  private static Partner partner(String name, URI endpoint, Duration timeout)
      throws PartnerException {
    return Stories.partner(name, endpoint, List.of(Stories.SECRET), timeout);
  }

  private static byte[] gzip(byte[] plain) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(plain);
    }
    return packed.toByteArray();
  }
}
