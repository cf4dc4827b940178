package org.wirecopy;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.wirecopy.settings.Settings;
import picocli.CommandLine.Command;

/**
 * {@code rehearse}: what a start, the first stories and the first look at the desk need, done once
 * by the build in a folder that is thrown away, so that the virtual machine can note which classes
 * that takes.
 */
@Command(
    name = "rehearse",
    hidden = true,
    mixinStandardHelpOptions = true,
    description = "Starts in a folder of its own, delivers the samples to itself, and ends.")
final class RehearseCommand implements Callable<Integer> {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final long BETWEEN_LOOKS_MILLIS = 50;
  private static final List<String> PAGES = List.of("/", "/partners", "/inbox", "/system");
  private static final String PARTNER =
      """
      - templatedRoute:
          routeTemplateRef: partner
          parameters:
            - name: endpoint
              value: "http://127.0.0.1:{{wirecopy.port}}/example-partner"
            - name: secret
              value: "{{wirecopy.example.secret}}"
      """;

  @Override
  public Integer call() throws Exception {
    Path folder = Files.createTempDirectory("wirecopy-rehearsal");
    try {
      return rehearse(folder) ? 0 : 1;
    } finally {
      remove(folder);
    }
  }

  private static boolean rehearse(Path folder) throws Exception {
    Path partners = Files.createDirectories(folder.resolve("routes/partners"));
    Files.writeString(partners.resolve("example.camel.yaml"), PARTNER);
    int port = freePort();
    Settings settings = Settings.load(folder, Map.of("WIRECOPY_PORT", Integer.toString(port)));
    Path received = settings.path("wirecopy.data").resolve("example-partner");
    House house = House.open(settings);
    CompletableFuture<Boolean> audience =
        CompletableFuture.supplyAsync(() -> isDelivered(received) && isShown(port));
    audience.whenComplete((done, failure) -> house.end());
    try (house) {
      house.run(true);
    }
    return audience.join();
  }

  private static boolean isDelivered(Path received) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    try {
      while (documents(received) < Samples.COUNT && System.nanoTime() < deadline) {
        TimeUnit.MILLISECONDS.sleep(BETWEEN_LOOKS_MILLIS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return documents(received) == Samples.COUNT;
  }

  private static boolean isShown(int port) {
    try {
      for (String page : PAGES) {
        URL address = URI.create("http://127.0.0.1:" + port + page).toURL();
        try (InputStream shown = address.openStream()) {
          shown.transferTo(OutputStream.nullOutputStream());
        }
      }
      return true;
    } catch (IOException e) {
      throw new UncheckedIOException("a page of the desk is not shown", e);
    }
  }

  private static int documents(Path folder) {
    String[] names = folder.toFile().list((parent, name) -> name.endsWith(".json"));
    return names == null ? 0 : names.length;
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private static void remove(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      all.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
    }
  }
}
