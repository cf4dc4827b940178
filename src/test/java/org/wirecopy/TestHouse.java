package org.wirecopy;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.wirecopy.settings.Settings;

/** The real house in a folder of its own, on free ports. */
final class TestHouse implements AutoCloseable {
  static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

  private final Path folder;
  private final Map<String, String> environment = new HashMap<>();
  private House house;
  private Thread thread;
  private volatile Exception failure;

  TestHouse(Path folder) {
    this.folder = folder;
    environment.put("WIRECOPY_PORT", "0");
    environment.put("WIRECOPY_ZONE", "UTC");
  }

  TestHouse with(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  TestHouse partner(String name, String endpoint, String... more) {
    StringBuilder yaml =
        new StringBuilder("- templatedRoute:\n    routeTemplateRef: partner\n    parameters:\n");
    parameter(yaml, "endpoint", endpoint);
    parameter(yaml, "secret", SECRET);
    for (int i = 0; i < more.length; i += 2) {
      parameter(yaml, more[i], more[i + 1]);
    }
    partnerFile(name, yaml.toString());
    return this;
  }

  void partnerFile(String name, String yaml) {
    try {
      Path file = partnerFile(name);
      Files.createDirectories(file.getParent());
      Files.writeString(file, yaml);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A template for a partner's own format, put in place as a whole. */
  void mapping(String name, String jsonata) {
    try {
      Path partners = Files.createDirectories(folder.resolve("routes/partners"));
      Path hidden = Files.writeString(partners.resolve("." + name), jsonata);
      Files.move(hidden, partners.resolve(name + ".jsonata"), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path partnerFile(String name) {
    return folder.resolve("routes/partners").resolve(name + ".camel.yaml");
  }

  private static void parameter(StringBuilder yaml, String name, String value) {
    yaml.append("      - name: ")
        .append(name)
        .append("\n        value: \"")
        .append(value)
        .append("\"\n");
  }

  TestHouse open() {
    house = House.open(Settings.load(folder, environment));
    thread =
        new Thread(
            () -> {
              try (House running = house) {
                running.run(false);
              } catch (Exception e) {
                failure = e;
              }
            });
    thread.start();
    await().atMost(Duration.ofSeconds(120)).until(() -> house.isReady() || !thread.isAlive());
    complain();
    return this;
  }

  /** Drops a file as a careful program does: written under a hidden name, then renamed. */
  void drop(String name, String text) {
    drop(name, text.getBytes(StandardCharsets.UTF_8));
  }

  void drop(String name, byte[] content) {
    try {
      Path target = folder.resolve("inbox").resolve(name);
      Files.createDirectories(target.getParent());
      Path hidden = target.resolveSibling("." + target.getFileName() + ".part");
      Files.write(hidden, content);
      Files.move(hidden, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path inbox() {
    return folder.resolve("inbox");
  }

  List<String> done() throws IOException {
    Path done = inbox().resolve(".done");
    if (!Files.exists(done)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(done)) {
      return files.filter(Files::isRegularFile).map(file -> file.getFileName().toString()).toList();
    }
  }

  String address() {
    return "http://127.0.0.1:" + port();
  }

  String address(String path) {
    return address() + path;
  }

  int port() {
    return house.port();
  }

  HttpResponse<String> get(String path) {
    return send(HttpRequest.newBuilder(uri(path)).GET());
  }

  HttpResponse<String> post(String path, String body) {
    return send(HttpRequest.newBuilder(uri(path)).POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  HttpResponse<String> put(String path, String body) {
    return send(HttpRequest.newBuilder(uri(path)).PUT(HttpRequest.BodyPublishers.ofString(body)));
  }

  HttpResponse<String> postAs(String contentType, String path, String body) {
    return send(
        HttpRequest.newBuilder(uri(path))
            .header("content-type", contentType)
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  /** Sends these bytes and no more, and reads until the house closes or half a minute is over. */
  String exchange(String request) throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port())) {
      socket.setSoTimeout(30_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
      socket.shutdownOutput();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private URI uri(String path) {
    return URI.create("http://127.0.0.1:" + port() + path);
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    if (house == null) {
      return;
    }
    house.end();
    await().atMost(Duration.ofSeconds(60)).until(() -> !thread.isAlive());
    complain();
  }

  private void complain() {
    if (failure != null) {
      throw new IllegalStateException("The house did not run or end well", failure);
    }
  }
}
