package org.wirecopy.desk;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import org.jspecify.annotations.NullUnmarked;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wirecopy.desk.access.Access;
import org.wirecopy.desk.access.AccessSettings;
import org.wirecopy.desk.access.AuditLog;

/** A house that starts or stops can be read, but takes no orders. */
@NullUnmarked
class OrdersWhenReadyTest {
  @TempDir Path folder;
  private WebServer web;
  private volatile boolean ready;

  @BeforeEach
  void open() throws Exception {
    AccessSettings settings =
        new AccessSettings(
            null,
            null,
            "127.0.0.1",
            List.of(),
            false,
            Duration.ofMinutes(30),
            Duration.ofHours(12));
    Access access =
        new Access(
            settings,
            new AuditLog(folder.resolve("audit.log")),
            (partner, token) -> false,
            InstantSource.system(),
            new SecureRandom());
    web = new WebServer("127.0.0.1", 0, access, 1 << 20);
    web.takeOrdersWhile(() -> ready);
    for (String path : List.of("/api/stories/*", "/stories/*", "/health/*", "/example-partner")) {
      web.serve(path, new Done());
    }
    web.start();
  }

  @AfterEach
  void close() throws Exception {
    web.close();
  }

  @Test
  void anOrderIsRefusedUntilPartnersAreServed() throws Exception {
    HttpResponse<String> early = send("POST", "/api/stories/storm/release");
    assertThat(early.statusCode()).isEqualTo(503);
    assertThat(early.headers().firstValue("retry-after")).hasValue("2");
    assertThat(early.body()).contains("nothing was done");
    assertThat(send("POST", "/stories/storm/release").statusCode()).isEqualTo(503);

    ready = true;
    assertThat(send("POST", "/api/stories/storm/release").statusCode()).isEqualTo(200);
    assertThat(send("POST", "/stories/storm/release").statusCode()).isEqualTo(200);
  }

  @Test
  void whatChangesNothingIsServedBefore() throws Exception {
    assertThat(send("GET", "/api/stories/storm").statusCode()).isEqualTo(200);
    assertThat(send("GET", "/health/live").statusCode()).isEqualTo(200);
    assertThat(send("POST", "/example-partner").statusCode()).isEqualTo(200);
  }

  private HttpResponse<String> send(String method, String path) throws Exception {
    URI address = URI.create("http://127.0.0.1:" + web.address().getPort() + path);
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(address)
                .method(method, HttpRequest.BodyPublishers.noBody())
                .build(),
            HttpResponse.BodyHandlers.ofString());
  }

  /** What the door protects. */
  private static final class Done extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
        throws IOException {
      response.getOutputStream().print("done");
    }
  }
}
