package org.wirecopy.delivery.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** The partner's side of the benchmark, a process of its own: reads each push, answers 204. */
public final class Sink {
  private static final byte[] ANSWER =
      "HTTP/1.1 204 No Content\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
  private static final int BACKLOG = 512;

  private Sink() {}

  /** Prints its port, then serves until its standard input ends. */
  public static void main(String[] args) throws IOException {
    ServerSocket server = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
    System.out.println(server.getLocalPort());
    Thread accepting = new Thread(() -> accept(server));
    accepting.setDaemon(true);
    accepting.start();
    while (System.in.read() >= 0) {
      // Lives as long as who started it.
    }
  }

  private static void accept(ServerSocket server) {
    try {
      while (true) {
        Socket socket = server.accept();
        socket.setTcpNoDelay(true);
        Thread thread = new Thread(() -> serve(socket));
        thread.setDaemon(true);
        thread.start();
      }
    } catch (IOException closed) {
      Thread.currentThread().interrupt();
    }
  }

  private static void serve(Socket socket) {
    try (socket;
        InputStream in = new BufferedInputStream(socket.getInputStream(), 16 << 10)) {
      while (true) {
        int length = -1;
        String line;
        while (!(line = line(in)).isEmpty()) {
          if (line.toLowerCase(Locale.ROOT).startsWith("content-length:")) {
            length = Integer.parseInt(line.substring(line.indexOf(':') + 1).strip());
          }
        }
        if (length < 0) {
          return;
        }
        in.skipNBytes(length);
        socket.getOutputStream().write(ANSWER);
      }
    } catch (IOException gone) {
      Thread.currentThread().interrupt();
    }
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    int next;
    while ((next = in.read()) >= 0 && next != '\n') {
      if (next != '\r') {
        line.append((char) next);
      }
    }
    return line.toString();
  }
}
