package org.wirecopy.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The partners, as a process of their own: every partner is a port on loopback, all are served by
 * one thread, and each request is answered 200, or as told, at once or after a fixed time.
 *
 * <p>Arguments: the number of partners and, optionally, a file to which each request is logged. The
 * first line on standard output names the ports. It then obeys lines on standard input: {@code
 * progress}, {@code report}, {@code delay MILLIS}, {@code status CODE}, {@code reset}; it ends when
 * standard input does.
 */
public final class Sink {
  private static final int OK = 200;
  private static final byte[] MARK = Articles.MARK.getBytes(StandardCharsets.US_ASCII);

  private final int partnerCount;
  private final Selector selector;
  private final InstantSource clock;
  private final @Nullable Writer log;
  private final Queue<String> commands = new ConcurrentLinkedQueue<>();
  private final ArrayDeque<Pending> pending = new ArrayDeque<>();
  private final ByteBuffer buffer = ByteBuffer.allocateDirect(64 * 1024);
  private ByteBuffer answer = answer(OK);
  private Tally tally;
  private int status = OK;
  private long delayNanos;
  private volatile boolean running = true;

  private record Pending(SinkConnection connection, long due) {}

  private Sink(int partnerCount, @Nullable Path log, InstantSource clock) throws IOException {
    this.partnerCount = partnerCount;
    this.selector = Selector.open();
    this.clock = clock;
    this.log = log == null ? null : Files.newBufferedWriter(log);
    this.tally = new Tally(partnerCount);
  }

  public static void main(String[] args) throws IOException {
    Path log = args.length > 1 ? Path.of(args[1]) : null;
    Sink sink = new Sink(Integer.parseInt(args[0]), log, InstantSource.system());
    sink.listen();
    Thread control = new Thread(sink::control, "control");
    control.setDaemon(true);
    control.start();
    sink.serve();
  }

  private void listen() throws IOException {
    StringBuilder ports = new StringBuilder("ports");
    for (int partner = 0; partner < partnerCount; partner++) {
      ServerSocketChannel server = ServerSocketChannel.open();
      server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 1024);
      server.configureBlocking(false);
      server.register(selector, SelectionKey.OP_ACCEPT, partner);
      ports.append(' ').append(server.socket().getLocalPort());
    }
    say(ports.toString());
  }

  private void control() {
    try (BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        commands.add(line);
        selector.wakeup();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      running = false;
      selector.wakeup();
    }
  }

  private void serve() throws IOException {
    while (running) {
      select();
      var keys = selector.selectedKeys();
      for (SelectionKey key : keys) {
        if (key.isValid() && key.isAcceptable()) {
          accept(key);
        } else if (key.isValid() && key.isReadable()) {
          read(key);
        }
      }
      keys.clear();
      answerDue();
      for (String command = commands.poll(); command != null; command = commands.poll()) {
        obey(command);
      }
    }
    if (log != null) {
      log.close();
    }
  }

  private void select() throws IOException {
    Pending first = pending.peek();
    if (first == null) {
      selector.select();
      return;
    }
    long wait = first.due() - System.nanoTime();
    if (wait <= 0) {
      selector.selectNow();
    } else {
      selector.select(TimeUnit.NANOSECONDS.toMillis(wait) + 1);
    }
  }

  private void accept(SelectionKey key) throws IOException {
    SocketChannel channel = ((ServerSocketChannel) key.channel()).accept();
    if (channel != null) {
      channel.configureBlocking(false);
      channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
      int partner = (Integer) key.attachment();
      channel.register(
          selector, SelectionKey.OP_READ, new SinkConnection(channel, partner, log != null));
    }
  }

  private void read(SelectionKey key) throws IOException {
    SinkConnection connection = (SinkConnection) key.attachment();
    try {
      buffer.clear();
      if (connection.channel.read(buffer) < 0) {
        connection.channel.close();
        return;
      }
      connection.take(buffer.flip());
      while (connection.complete()) {
        received(connection);
        connection.next();
        if (delayNanos == 0) {
          answer(connection);
        } else {
          pending.add(new Pending(connection, System.nanoTime() + delayNanos));
        }
      }
    } catch (IOException e) {
      // The other side died in mid-request, which is what the kill test is about.
      connection.channel.close();
    }
  }

  private void received(SinkConnection request) throws IOException {
    long micros = ChronoUnit.MICROS.between(Instant.EPOCH, clock.instant());
    if (status == OK) {
      tally.count(
          request.partner,
          micros,
          request.uriHash,
          request.idHash,
          request.version,
          request.sequence);
    }
    if (log != null) {
      log.write(
          String.join(
              "\t",
              Long.toString(micros),
              Integer.toString(request.partner),
              request.uri(),
              Integer.toString(request.version),
              Long.toString(request.sequence),
              request.id(),
              request.action(),
              request.token(MARK),
              Integer.toString(status)));
      log.write('\n');
    }
  }

  private void answerDue() throws IOException {
    for (Pending first = pending.peek();
        first != null && first.due() <= System.nanoTime();
        first = pending.peek()) {
      pending.remove();
      try {
        answer(first.connection());
      } catch (IOException e) {
        first.connection().channel.close();
      }
    }
  }

  private void answer(SinkConnection connection) throws IOException {
    answer.rewind();
    while (answer.hasRemaining()) {
      connection.channel.write(answer);
    }
    if (connection.lastOne) {
      connection.channel.close();
    }
  }

  private void obey(String command) throws IOException {
    String[] words = command.split(" ");
    switch (words[0]) {
      case "progress" -> {
        if (log != null) {
          log.flush();
        }
        say(tally.complete() + " " + tally.firstMicros() + " " + tally.lastMicros());
      }
      case "report" -> say(tally.json());
      case "delay" -> delayNanos = TimeUnit.MILLISECONDS.toNanos(Long.parseLong(words[1]));
      case "status" -> {
        status = Integer.parseInt(words[1]);
        answer = answer(status);
      }
      case "reset" -> tally = new Tally(partnerCount);
      default -> throw new IllegalArgumentException("Unknown command: " + command);
    }
  }

  private static ByteBuffer answer(int status) {
    byte[] bytes =
        "HTTP/1.1 %d X\r\nContent-Length: 0\r\n\r\n"
            .formatted(status)
            .getBytes(StandardCharsets.US_ASCII);
    return ByteBuffer.allocateDirect(bytes.length).put(bytes);
  }

  private static void say(String line) {
    System.out.println(line);
    System.out.flush();
  }
}
