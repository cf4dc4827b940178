package org.wirecopy.ninjs;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** IPTC's own ninjs schemas, read from the shared folder; what they refer to is there too. */
final class OfficialSchemas {
  private static final Path NINJS = Path.of("../shared/fixtures/ninjs");
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Map<String, JsonSchema> READ = new HashMap<>();

  private OfficialSchemas() {}

  static void assumePresent() {
    assumeTrue(present(), "IPTC's schemas are not here: no " + NINJS);
  }

  /** For properties, which take an assumption for a try that was rejected. */
  static boolean present() {
    return Files.isDirectory(NINJS);
  }

  static List<String> faults(String version, byte[] document) {
    try {
      return READ
          .computeIfAbsent(version, OfficialSchemas::read)
          .validate(JSON.readTree(document))
          .stream()
          .map(ValidationMessage::getMessage)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JsonSchema read(String version) {
    String file =
        "schemas/ninjs-schema_%s%s.json"
            .formatted(version, version.equals("3.2") ? ".RECONSTRUCTED" : "");
    String id = "http://www.iptc.org/std/ninjs/ninjs-schema_%s.json".formatted(version);
    Map<String, String> known =
        Map.of(
            id,
            text(file),
            "https://geojson.org/schema/GeoJSON.json",
            text("test_suite/GeoJSON-schema.json"));
    VersionFlag draft = version.startsWith("1") ? VersionFlag.V4 : VersionFlag.V202012;
    SchemaValidatorsConfig asserting =
        SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();
    return JsonSchemaFactory.getInstance(
            draft, factory -> factory.schemaLoaders(loaders -> loaders.schemas(known)))
        .getSchema(SchemaLocation.of(id), asserting);
  }

  private static String text(String file) {
    try {
      return Files.readString(NINJS.resolve(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
