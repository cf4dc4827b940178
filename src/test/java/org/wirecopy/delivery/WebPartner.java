package org.wirecopy.delivery;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import org.jspecify.annotations.Nullable;

/** A partner that speaks proper HTTP, or HTTPS, on a free port of this machine. */
final class WebPartner implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Queue<String> asked = new ConcurrentLinkedQueue<>();

  private WebPartner(HttpServer server) {
    this.server = server;
    server.setExecutor(threads);
    server.start();
  }

  static WebPartner plain() throws IOException {
    return new WebPartner(HttpServer.create(loopback(), 0));
  }

  /** Over TLS; it may ask for a client certificate. */
  static WebPartner secure(SSLContext tls, boolean clientCertificate) throws IOException {
    HttpsServer server = HttpsServer.create(loopback(), 0);
    server.setHttpsConfigurator(
        new HttpsConfigurator(tls) {
          @Override
          public void configure(HttpsParameters parameters) {
            SSLParameters ours = tls.getDefaultSSLParameters();
            ours.setNeedClientAuth(clientCertificate);
            parameters.setSSLParameters(ours);
          }
        });
    return new WebPartner(server);
  }

  private static InetSocketAddress loopback() {
    return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
  }

  /** Answers at a path; what a request's headers of the given name say is kept. */
  WebPartner at(String path, @Nullable String keptHeader, HttpHandler handler) {
    server.createContext(
        path,
        exchange -> {
          if (keptHeader != null) {
            asked.add(path + " " + exchange.getRequestHeaders().getFirst(keptHeader));
          }
          exchange.getRequestBody().readAllBytes();
          handler.handle(exchange);
          exchange.close();
        });
    return this;
  }

  /** Paths and kept headers, in order. */
  Queue<String> asked() {
    return asked;
  }

  int port() {
    return server.getAddress().getPort();
  }

  /** A handler that answers with a status and a text. */
  static HttpHandler answering(int status, String text) {
    return exchange -> answer(exchange, status, text);
  }

  static void answer(HttpExchange exchange, int status, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
