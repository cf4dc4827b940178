package org.wirecopy.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/**
 * Somebody who has the page of stories open: it is asked for anew with each event that says that
 * something changed, as the browser does, but not before the last answer is there.
 */
final class OpenDesk implements AutoCloseable {
  private static final Duration AGAIN = Duration.ofMillis(100);

  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
  private final URI events;
  private final URI stories;
  private final Thread person;
  private final AtomicInteger pages = new AtomicInteger();
  private volatile boolean closed;
  private volatile int refused;

  /**
   * Opens it as soon as it is served.
   *
   * @param port where the desk is, on loopback
   */
  OpenDesk(int port) {
    events = URI.create("http://127.0.0.1:" + port + "/events");
    stories = URI.create("http://127.0.0.1:" + port + "/");
    person = new Thread(this::watch, "open-desk");
    person.setDaemon(true);
    person.start();
  }

  /**
   * How often the page was shown anew.
   *
   * @throws IllegalStateException if it was refused, since then nobody has watched
   */
  int pages() {
    if (refused != 0) {
      throw new IllegalStateException("The page of stories answered " + refused);
    }
    return pages.get();
  }

  private void watch() {
    while (!closed) {
      try (InputStream stream =
              http.send(HttpRequest.newBuilder(events).build(), BodyHandlers.ofInputStream())
                  .body();
          BufferedReader lines =
              new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
        for (String line = lines.readLine(); line != null && !closed; line = lines.readLine()) {
          if (line.equals("event: ledger")) {
            show();
          }
        }
      } catch (IOException notThereYet) {
        LockSupport.parkNanos(AGAIN.toNanos());
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  private void show() throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(stories).header("HX-Request", "true").build();
    int status = http.send(request, BodyHandlers.ofByteArray()).statusCode();
    if (status != 200) {
      refused = status;
      return;
    }
    pages.incrementAndGet();
  }

  @Override
  public void close() {
    closed = true;
    person.interrupt();
  }
}
