package org.wirecopy.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The partners as seen from outside: starts the {@link Sink} and asks it what arrived. */
public final class Partners implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final ChildProcess process;
  private final BufferedReader answers;
  private final OutputStream commands;
  private final List<Integer> ports = new ArrayList<>();

  /**
   * How far the partners are.
   *
   * @param complete stories that all of them have
   * @param firstMicros when the first request came, microseconds since the epoch, 0 if none did
   * @param lastMicros when the last story became complete, likewise
   */
  public record Progress(int complete, long firstMicros, long lastMicros) {}

  /**
   * All counts.
   *
   * @param partners one entry for each, in order
   */
  public record Report(int complete, long firstMicros, long lastMicros, List<Count> partners) {

    long repeats() {
      return partners.stream().mapToLong(Count::repeats).sum();
    }
  }

  /**
   * The counts of one partner.
   *
   * @param requests all of them
   * @param stories distinct uris
   * @param ids distinct delivery ids
   * @param repeats requests whose delivery id had come before
   * @param changedIds times that one version came under two ids
   * @param staleVersions times that a version came after a newer one
   * @param missingSequences gaps between the first and the last sequence
   */
  public record Count(
      long requests,
      int stories,
      int ids,
      long repeats,
      long changedIds,
      long staleVersions,
      int missingSequences) {}

  /**
   * Starts the partners.
   *
   * @param count how many
   * @param log where each request is written down as a line, or null
   */
  public Partners(int count, @Nullable Path log) throws IOException {
    List<String> options = List.of("-Xmx384m", "-Xms192m", "-XX:+UseSerialGC");
    List<String> command =
        log == null
            ? ChildProcess.java(options, Sink.class.getName(), Integer.toString(count))
            : ChildProcess.java(
                options, Sink.class.getName(), Integer.toString(count), log.toString());
    Process sink =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    process = new ChildProcess(sink);
    answers = sink.inputReader(StandardCharsets.UTF_8);
    commands = sink.getOutputStream();
    for (String port : answer().substring("ports ".length()).split(" ")) {
      ports.add(Integer.valueOf(port));
    }
  }

  /** Where each partner takes deliveries. */
  public List<String> endpoints() {
    List<String> endpoints = new ArrayList<>();
    for (int partner = 0; partner < ports.size(); partner++) {
      endpoints.add("http://127.0.0.1:" + ports.get(partner) + "/p" + (partner + 1));
    }
    return endpoints;
  }

  /** How far they are. */
  public Progress progress() throws IOException {
    tell("progress");
    String[] numbers = answer().split(" ");
    return new Progress(
        Integer.parseInt(numbers[0]), Long.parseLong(numbers[1]), Long.parseLong(numbers[2]));
  }

  /** All counts since the last reset. */
  public Report report() throws IOException {
    tell("report");
    return JSON.readValue(answer(), Report.class);
  }

  /** From now on each request is answered after this time. */
  public void answerAfter(int millis) throws IOException {
    tell("delay " + millis);
  }

  /** From now on each request is answered with this HTTP status; only 200 counts as received. */
  public void answerWith(int status) throws IOException {
    tell("status " + status);
  }

  /** Forgets what arrived. */
  public void reset() throws IOException {
    tell("reset");
  }

  double cpuSeconds() throws IOException {
    return process.cpuSeconds();
  }

  /** Has the sink compiled before anything is measured, so that its start costs no contender. */
  void warmUp(int requests) throws IOException {
    String body = "x".repeat(5_000);
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), ports.get(0))) {
      for (int i = 0; i < requests; i++) {
        String head =
            "POST /p1 HTTP/1.1\r\nhost: x\r\nwebhook-id: msg_%d\r\nwirecopy-uri: tag:warm,2026:%d\r\n"
                    .formatted(i, i)
                + "wirecopy-version: 1\r\nwirecopy-sequence: %d\r\ncontent-length: %d\r\n\r\n"
                    .formatted(i, body.length());
        socket.getOutputStream().write((head + body).getBytes(StandardCharsets.US_ASCII));
        for (int left = 37; left > 0; ) {
          long skipped = socket.getInputStream().skip(left);
          if (skipped == 0) {
            throw new EOFException("The sink closed the connection.");
          }
          left -= (int) skipped;
        }
      }
    }
    reset();
  }

  private void tell(String command) throws IOException {
    commands.write((command + "\n").getBytes(StandardCharsets.UTF_8));
    commands.flush();
  }

  private String answer() throws IOException {
    String line = answers.readLine();
    if (line == null) {
      throw new EOFException("The partners' process ended.");
    }
    return line;
  }

  @Override
  public void close() {
    process.close();
  }
}
