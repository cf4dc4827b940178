package org.wirecopy.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.UnknownHostException;
import java.time.InstantSource;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which addresses are connected to, and what becomes of kept connections. */
class PushTargetTest {
  private static final byte[] BODY = "{}".getBytes(UTF_8);

  private final Queue<String> lookedUp = new ConcurrentLinkedQueue<>();
  private final CountDownLatch released = new CountDownLatch(1);
  private final Push push = new Push(new TargetCheck(), InstantSource.system(), this::lookUp);
  private WebPartner web;

  @BeforeEach
  void open() throws Exception {
    web = WebPartner.plain().at("/", "Host", WebPartner.answering(204, ""));
  }

  @AfterEach
  void close() {
    released.countDown();
    push.close();
    web.close();
  }

  private InetAddress[] lookUp(String host) throws UnknownHostException {
    lookedUp.add(host);
    switch (host) {
      case "slow.example" -> {
        try {
          released.await();
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
        throw new UnknownHostException(host);
      }
      case "mixed.example" -> {
        return addresses("93.184.216.34", "127.0.0.1");
      }
      case "two.example" -> {
        return addresses("127.0.0.77", "127.0.0.1");
      }
      case "none.example" -> throw new UnknownHostException(host);
      default -> {
        return addresses("127.0.0.1");
      }
    }
  }

  private static InetAddress[] addresses(String... addresses) {
    InetAddress[] all = new InetAddress[addresses.length];
    for (int i = 0; i < all.length; i++) {
      all[i] = NetworkRange.literal(addresses[i]);
    }
    return all;
  }

  @Test
  void aNameThatIsAtAPrivateAddressIsNotConnectedTo() throws Exception {
    for (String host : new String[] {"inside.example", "mixed.example"}) {
      Answer answer = post(SomePartner.with("endpoint", url(host)));
      assertThat(answer.forbidden()).isTrue();
      assertThat(answer.failure()).contains(host, "127.0.0.1", "allowedNetworks");
    }
    assertThat(web.asked()).isEmpty();
  }

  @Test
  void anAllowedNetworkIsConnectedToUnderItsName() throws Exception {
    Partner partner = allowed("inside.example");
    assertThat(post(partner).status()).isEqualTo(204);
    assertThat(post(partner).status()).isEqualTo(204);
    assertThat(web.asked()).containsOnly("/ inside.example:" + web.port());
    assertThat(lookedUp).as("names are asked for once in a while").hasSize(1);
  }

  @Test
  void theNextAddressIsTriedIfOneDoesNotConnect() throws Exception {
    assertThat(post(allowed("two.example")).status()).isEqualTo(204);
  }

  @Test
  void aNameNotKnownJustNowIsNotForbidden() throws Exception {
    Answer answer = post(allowed("none.example"));
    assertThat(answer.forbidden()).isFalse();
    assertThat(answer.failure()).isEqualTo("the host name cannot be resolved just now");
  }

  @Test
  void aNameServerThatHangsHoldsUpOnlyItsPartner() throws Exception {
    Partner slow = SomePartner.named("slow", "endpoint", url("slow.example"), "timeout", "500ms");
    CompletableFuture<Answer> waiting = push.post(slow, Map.of(), BODY).toCompletableFuture();
    assertThat(post(allowed("inside.example")).status()).isEqualTo(204);
    assertThat(waiting.get(20, TimeUnit.SECONDS).failure())
        .isEqualTo("no connection within 500 ms");
  }

  @Test
  void aKeptConnectionThatTurnsOutDeadIsReplacedAtOnce() throws Exception {
    try (ServerSocket server = new ServerSocket(0, 8, InetAddress.getLoopbackAddress())) {
      CompletableFuture<Void> served = CompletableFuture.runAsync(() -> closeOnSecond(server));
      Partner partner =
          SomePartner.with("endpoint", "http://127.0.0.1:" + server.getLocalPort() + "/");
      assertThat(post(partner).status()).isEqualTo(200);
      assertThat(post(partner).status()).isEqualTo(201);
      served.get(20, TimeUnit.SECONDS);
    }
  }

  /** Answers the first request, closes on the second without a word, answers it anew. */
  private static void closeOnSecond(ServerSocket server) {
    try {
      try (Socket first = server.accept()) {
        read(first);
        first
            .getOutputStream()
            .write("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n".getBytes(UTF_8));
        read(first);
      }
      try (Socket second = server.accept()) {
        read(second);
        second
            .getOutputStream()
            .write("HTTP/1.1 201 Created\r\nContent-Length: 0\r\n\r\n".getBytes(UTF_8));
      }
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  /** Reads up to the body's closing brace. */
  private static void read(Socket socket) throws IOException {
    InputStream in = socket.getInputStream();
    int next;
    do {
      next = in.read();
    } while (next >= 0 && next != '}');
  }

  private Answer post(Partner partner) throws Exception {
    return push.post(partner, Map.of(), BODY).toCompletableFuture().get(20, TimeUnit.SECONDS);
  }

  private Partner allowed(String host) {
    return SomePartner.with("endpoint", url(host), "allowedNetworks", "127.0.0.0/8");
  }

  private String url(String host) {
    return "http://" + host + ":" + web.port() + "/";
  }
}
