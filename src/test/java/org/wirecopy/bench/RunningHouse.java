package org.wirecopy.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A Wirecopy process in a work folder, and what is seen of it from outside. */
final class RunningHouse implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient http = HttpClient.newHttpClient();
  private final ChildProcess process;
  private final int port;
  private final double secondsToReady;

  /** Starts it and waits until it is ready. */
  RunningHouse(Path work, Benchmark options) throws IOException {
    port = PartnerFiles.freePort();
    List<String> vm = List.of("-Xlog:gc:file=" + work.resolve("gc.log"));
    ProcessBuilder builder = BuiltProduct.in(work, vm, options);
    builder.environment().put(Contender.PORT, Integer.toString(port));
    long start = System.nanoTime();
    process = new ChildProcess(builder, work.resolve("output.log"));
    await(() -> status("/health/ready") == 200);
    secondsToReady = (System.nanoTime() - start) / 1e9;
  }

  interface Condition {
    boolean holds() throws IOException;
  }

  void await(Condition condition) throws IOException {
    long limit = System.nanoTime() + PATIENCE.toNanos();
    while (!condition.holds()) {
      if (!process.alive() || System.nanoTime() > limit) {
        throw new IOException("It did not come so far; see its output.log");
      }
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
    }
  }

  double secondsToReady() {
    return secondsToReady;
  }

  double cpuSeconds() throws IOException {
    return process.cpuSeconds();
  }

  /** What it has resident now, in MB. */
  double residentMegabytes() throws IOException {
    return process.residentMegabytes();
  }

  /** Deliveries that wait, all partners together. */
  long backlog() throws IOException {
    long backlog = 0;
    JsonNode answer = JSON.readTree(get("/api/partners"));
    for (JsonNode partner : answer.isArray() ? answer : answer.path("partners")) {
      backlog += partner.path("backlog").asLong();
    }
    return backlog;
  }

  private int status(String path) {
    try {
      return http.send(request(path), BodyHandlers.discarding()).statusCode();
    } catch (IOException notYet) {
      return 0;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private String get(String path) throws IOException {
    try {
      return http.send(request(path), BodyHandlers.ofString()).body();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private HttpRequest request(String path) {
    return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path)).build();
  }

  @Override
  public void close() {
    process.close();
  }
}
