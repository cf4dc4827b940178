package org.wirecopy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A partner on loopback that keeps what it gets and answers as told. */
final class TestPartner implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** One push as it arrived. */
  record Push(Headers headers, byte[] body) {
    String header(String name) {
      return headers.getFirst(name);
    }

    String text() {
      return new String(body, StandardCharsets.UTF_8);
    }

    JsonNode json() {
      try {
        return JSON.readTree(body);
      } catch (IOException e) {
        throw new IllegalStateException(e);
      }
    }

    String headline() {
      return json().at("/headlines/0/value").asText();
    }

    boolean signedWith(String secret) throws GeneralSecurityException {
      Mac mac = Mac.getInstance("HmacSHA256");
      byte[] key = Base64.getDecoder().decode(secret.substring("whsec_".length()));
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      mac.update(
          (header("webhook-id") + "." + header("webhook-timestamp") + ".")
              .getBytes(StandardCharsets.UTF_8));
      String expected = "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
      return List.of(header("webhook-signature").split(" ")).contains(expected);
    }
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<Push> pushes = new CopyOnWriteArrayList<>();
  private volatile Function<Push, Integer> status = push -> 204;
  private volatile String answer = "";

  TestPartner() throws IOException {
    server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::receive);
    server.start();
  }

  private void receive(HttpExchange exchange) throws IOException {
    Push push = new Push(exchange.getRequestHeaders(), exchange.getRequestBody().readAllBytes());
    pushes.add(push);
    byte[] body = answer.getBytes(StandardCharsets.UTF_8);
    int code = status.apply(push);
    exchange.sendResponseHeaders(code, code == 204 ? -1 : body.length);
    if (code != 204) {
      exchange.getResponseBody().write(body);
    }
    exchange.close();
  }

  void answers(Function<Push, Integer> statusOf) {
    status = statusOf;
  }

  void answers(int code, String body) {
    answer = body;
    status = push -> code;
  }

  List<Push> pushes() {
    return pushes;
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/push";
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
