package org.wirecopy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real house is told to end while somebody is in the middle of something. */
class HouseClosingTest {
  private static final Duration SOON = Duration.ofSeconds(25);

  @TempDir Path folder;

  @Test
  void aRequestThatNeverEndsKeepsNothingOpen() throws Exception {
    TestHouse house = new TestHouse(folder).open();
    ExecutorService client = Executors.newSingleThreadExecutor();
    CountDownLatch begun = new CountDownLatch(10);
    try (Socket socket = connect(house)) {
      write(
          socket,
          "POST /api/related HTTP/1.1",
          "Host: 127.0.0.1:" + house.port(),
          "Content-Type: application/json",
          "Content-Length: 1000000");
      client.execute(() -> trickle(socket, begun));
      begun.await();

      assertThat(ending(house)).isLessThan(SOON);
    } finally {
      client.shutdown();
    }
    // Whatever still stood open would refuse this.
    new TestHouse(folder).open().close();
  }

  @Test
  void aConnectionKeptAliveIsClosed() throws Exception {
    TestHouse house = new TestHouse(folder).open();
    try (Socket socket = connect(house)) {
      write(socket, "GET /health/live HTTP/1.1", "Host: 127.0.0.1:" + house.port());
      assertThat(socket.getInputStream().read()).isEqualTo('H');

      assertThat(ending(house)).isLessThan(SOON);
      socket.setSoTimeout((int) SOON.toMillis());
      assertThat(socket.getInputStream().readAllBytes()).isNotEmpty();
    }
  }

  private static Duration ending(TestHouse house) {
    long begun = System.nanoTime();
    house.close();
    return Duration.ofNanos(System.nanoTime() - begun);
  }

  private static Socket connect(TestHouse house) throws IOException {
    return new Socket(InetAddress.getLoopbackAddress(), house.port());
  }

  private static void write(Socket socket, String... lines) throws IOException {
    OutputStream out = socket.getOutputStream();
    out.write((String.join("\r\n", lines) + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
    out.flush();
  }

  /** Sends a body so slowly that it never ends, and never rests for long. */
  private static void trickle(Socket socket, CountDownLatch begun) {
    try {
      while (true) {
        socket.getOutputStream().write(' ');
        begun.countDown();
        TimeUnit.MILLISECONDS.sleep(50);
      }
    } catch (IOException cutOff) {
      // As it should be.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
