package org.wirecopy.delivery.simulator;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A partner on raw sockets of loopback: it reads requests properly and answers as badly as told.
 */
public final class PartnerSimulator implements AutoCloseable {
  private final ServerSocket server;
  private final ExecutorService threads =
      Executors.newCachedThreadPool(
          task -> {
            Thread thread = new Thread(task, "partner-simulator");
            thread.setDaemon(true);
            return thread;
          });
  private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
  private final List<Request> requests = new CopyOnWriteArrayList<>();
  private final AtomicInteger connections = new AtomicInteger();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Behaviour behaviour;

  /**
   * A request as it came.
   *
   * @param line method, path and version
   * @param headers lines as sent, in order
   * @param body the exact bytes
   */
  public record Request(String line, List<String> headers, byte[] body) {
    /** The names of the headers, in lower case. */
    public List<String> headerNames() {
      return headers.stream()
          .map(header -> header.substring(0, header.indexOf(':')).toLowerCase(Locale.ROOT))
          .toList();
    }
  }

  /** What is done with a request that was read in full. */
  public interface Behaviour {
    /** Answers on the connection; it is kept open afterwards unless this closes it. */
    void answer(Request request, Connection connection) throws IOException, InterruptedException;
  }

  /** The partner's end of a connection. */
  public final class Connection {
    private final Socket socket;
    private final OutputStream out;

    private Connection(Socket socket) throws IOException {
      this.socket = socket;
      this.out = socket.getOutputStream();
    }

    /** Sends text, {@code \n} as CRLF. */
    public void send(String text) throws IOException {
      send(text.replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII));
    }

    /** Sends bytes. */
    public void send(byte[] bytes) throws IOException {
      out.write(bytes);
      out.flush();
    }

    /** Does nothing until the simulator is closed. */
    public void hang() throws InterruptedException {
      closed.await();
    }

    /** Waits that long or until the simulator is closed; true to go on. */
    public boolean pause(long millis) throws InterruptedException {
      return !closed.await(millis, java.util.concurrent.TimeUnit.MILLISECONDS);
    }

    /** Ends the connection with a TCP reset. */
    public void reset() throws IOException {
      socket.setSoLinger(true, 0);
      socket.close();
    }

    /** Ends the connection in order. */
    public void close() throws IOException {
      socket.close();
    }
  }

  /** Starts on a free port of loopback. */
  public PartnerSimulator(Behaviour behaviour) throws IOException {
    this.behaviour = behaviour;
    this.server = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
    threads.execute(this::accept);
  }

  /** Where it listens. */
  public URI endpoint() {
    return URI.create("http://127.0.0.1:" + server.getLocalPort() + "/news");
  }

  /** What it was sent so far. */
  public List<Request> requests() {
    return List.copyOf(requests);
  }

  /** Connections accepted so far. */
  public int connections() {
    return connections.get();
  }

  private void accept() {
    try {
      while (true) {
        Socket socket = server.accept();
        connections.incrementAndGet();
        sockets.add(socket);
        threads.execute(() -> serve(socket));
      }
    } catch (IOException serverClosed) {
      closed.countDown();
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      Connection connection = new Connection(socket);
      InputStream in = socket.getInputStream();
      for (Request request = read(in); request != null; request = read(in)) {
        requests.add(request);
        behaviour.answer(request, connection);
      }
    } catch (IOException | InterruptedException gone) {
      // The sender or the test ended it: what the sender made of that is what tests look at.
    } finally {
      sockets.remove(socket);
    }
  }

  private static Request read(InputStream in) throws IOException {
    String line = line(in);
    if (line.isEmpty()) {
      return null;
    }
    List<String> headers = new ArrayList<>();
    int length = 0;
    for (String header = line(in); !header.isEmpty(); header = line(in)) {
      headers.add(header);
      if (header.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
        length = Integer.parseInt(header.substring("content-length:".length()).strip());
      }
    }
    return new Request(line, List.copyOf(headers), in.readNBytes(length));
  }

  private static String line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
      if (next != '\r') {
        line.write(next);
      }
    }
    return line.toString(StandardCharsets.US_ASCII);
  }

  @Override
  public void close() throws IOException {
    closed.countDown();
    server.close();
    for (Socket socket : sockets) {
      socket.close();
    }
    threads.shutdownNow();
  }
}
