package org.wirecopy.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/**
 * Vectors of others, beside the repository; a test that needs them is skipped where they are not.
 */
final class WebhookFixtures {
  private static final Path FOLDER = Path.of("../shared/fixtures/webhooks");

  private WebhookFixtures() {}

  static JsonNode read(String name) throws IOException {
    Path file = FOLDER.resolve(name);
    Assumptions.assumeTrue(Files.exists(file), file + " is not there, its vectors are not checked");
    return new ObjectMapper().readTree(Files.readString(file));
  }
}
