package org.wirecopy.desk.access;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.eclipse.jetty.ee10.servlet.ServletContextHandler;
import org.eclipse.jetty.ee10.servlet.ServletHolder;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;

/** A server behind the door that tells who came in; requests are written out byte for byte. */
final class GuardedServer implements AutoCloseable {
  /** An answer as it came over the wire. */
  record Answer(int status, String head, String body) {
    String header(String name) {
      String start = name.toLowerCase(Locale.ROOT) + ":";
      return head.lines()
          .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(start))
          .map(line -> line.substring(start.length()).strip())
          .collect(Collectors.joining("\n"));
    }

    /** What to send as Cookie to come back. */
    String cookie() {
      return header("Set-Cookie").replaceAll(";.*", "");
    }

    /** The same where several are set. */
    String cookie(String name) {
      return header("Set-Cookie")
          .lines()
          .filter(line -> line.startsWith(name + "="))
          .map(line -> line.replaceAll(";.*", ""))
          .collect(Collectors.joining());
    }
  }

  static final String PAGE_TOKEN = "a-token-of-acme-for-its-page";
  static final String PASSWORD = "correct horse battery";

  final AuditLog audit;
  private final Server server = new Server();
  private final ServerConnector connector;
  private Instant now = Instant.parse("2026-11-23T09:00:00Z");

  GuardedServer(Path folder, AccessSettings settings) throws Exception {
    audit = new AuditLog(folder.resolve("audit.log"));
    HttpConfiguration lenient = new HttpConfiguration();
    lenient.setUriCompliance(
        UriCompliance.DEFAULT.with(
            "lenient",
            UriCompliance.Violation.AMBIGUOUS_PATH_SEPARATOR,
            UriCompliance.Violation.AMBIGUOUS_PATH_ENCODING,
            UriCompliance.Violation.AMBIGUOUS_EMPTY_SEGMENT));
    connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(lenient));
    connector.setHost("127.0.0.1");
    server.addConnector(connector);
    ServletContextHandler context = new ServletContextHandler("/");
    context.addServlet(new ServletHolder(new Inside()), "/*");
    context.getServletHandler().setDecodeAmbiguousURIs(true);
    new Access(
            settings,
            audit,
            (partner, token) -> partner.equals("acme") && token.equals(PAGE_TOKEN),
            clock(),
            new SecureRandom())
        .guard(context);
    server.setHandler(context);
    server.setErrorHandler(new ServerErrors());
    server.start();
  }

  static AccessSettings open(String... hosts) {
    return settings(null, "127.0.0.1", false, hosts);
  }

  static AccessSettings withUsers(Path users) {
    return settings(users, "0.0.0.0", false);
  }

  static AccessSettings settings(Path users, String host, boolean behindProxy, String... hosts) {
    return new AccessSettings(
        users,
        null,
        host,
        List.of(hosts),
        behindProxy,
        Duration.ofMinutes(30),
        Duration.ofHours(12));
  }

  /** With a provider to log in at. */
  static AccessSettings withProvider(Path users, OidcSettings provider) {
    return new AccessSettings(
        users,
        provider,
        "127.0.0.1",
        List.of(),
        false,
        Duration.ofMinutes(30),
        Duration.ofHours(12));
  }

  /** A users file with vera (viewer), ed (editor) and olga (operator). */
  static Path users(Path folder) throws IOException {
    Path file = folder.resolve("users");
    Files.writeString(
        file, line("vera", "viewer") + line("ed", "editor") + line("olga", "operator"));
    return file;
  }

  static String line(String name, String role) {
    return line(name, role, PASSWORD);
  }

  static String line(String name, String role, String password) {
    PasswordHash hash =
        PasswordHash.of(password.toCharArray(), new SecureRandom(), PasswordHash.FEWEST_ROUNDS);
    return name + " " + role + " " + hash + "\n";
  }

  InstantSource clock() {
    return () -> now;
  }

  void pass(Duration time) {
    now = now.plus(time);
  }

  /** Sends a request without a body; the host header is ours unless one is given. */
  Answer get(String path, String... headers) throws IOException {
    return send("GET", path, "", headers);
  }

  Answer post(String path, String... headers) throws IOException {
    return send("POST", path, "", headers);
  }

  Answer send(String method, String path, String body, String... headers) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    StringBuilder head = new StringBuilder(method + " " + path + " HTTP/1.1\r\n");
    boolean host = false;
    for (String header : headers) {
      head.append(header).append("\r\n");
      host |= header.startsWith("Host:");
    }
    if (!host) {
      head.append("Host: ").append(authority()).append("\r\n");
    }
    head.append("Connection: close\r\nContent-Length: ").append(bytes.length).append("\r\n\r\n");
    try (Socket socket = new Socket("127.0.0.1", connector.getLocalPort())) {
      socket.getOutputStream().write(head.toString().getBytes(StandardCharsets.UTF_8));
      socket.getOutputStream().write(bytes);
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      int gap = answer.indexOf("\r\n\r\n");
      return new Answer(
          Integer.parseInt(answer.substring(9, 12)),
          answer.substring(0, gap),
          answer.substring(gap + 4));
    }
  }

  String authority() {
    return "127.0.0.1:" + connector.getLocalPort();
  }

  Answer logIn(String name, String password) throws IOException {
    return send(
        "POST",
        "/login",
        "name=" + name + "&password=" + password.replace(' ', '+') + "&to=/stories",
        "Content-Type: application/x-www-form-urlencoded");
  }

  @Override
  public void close() throws Exception {
    server.stop();
  }

  /** What the door protects. */
  private static final class Inside extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      if (request.getPathInfo().equals("/api/nothing")) {
        response.setStatus(404);
        return;
      }
      Visitor visitor = Visitor.of(request);
      response.setContentType("text/plain");
      response
          .getOutputStream()
          .print(visitor.name() + " " + visitor.role().word() + " " + visitor.csrfToken());
    }
  }
}
