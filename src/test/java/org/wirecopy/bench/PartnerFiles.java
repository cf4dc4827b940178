package org.wirecopy.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What a work folder needs so that a Wirecopy process started in it delivers to given partners. */
public final class PartnerFiles {
  private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

  private PartnerFiles() {}

  /**
   * Writes one file for each partner: {@code routes/partners/p1.camel.yaml} and so on.
   *
   * @param work the work folder
   * @param endpoints where they take deliveries
   */
  public static void write(Path work, List<String> endpoints) throws IOException {
    Path partners = Files.createDirectories(work.resolve("routes/partners"));
    for (int partner = 0; partner < endpoints.size(); partner++) {
      Files.writeString(
          partners.resolve("p" + (partner + 1) + ".camel.yaml"),
          """
          - templatedRoute:
              routeTemplateRef: partner
              parameters:
                - name: endpoint
                  value: %s
                - name: secret
                  value: %s
          """
              .formatted(endpoints.get(partner), SECRET));
    }
  }

  /** A port on loopback that nobody listens at. */
  public static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
