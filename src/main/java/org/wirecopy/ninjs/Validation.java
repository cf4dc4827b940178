package org.wirecopy.ninjs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** Whether a document keeps what {@code schema/wirecopy-ninjs-3.schema.json} promises partners. */
public final class Validation {
  /** Where the schema is found among the resources. */
  public static final String SCHEMA = "/schema/wirecopy-ninjs-3.schema.json";

  private static final ObjectMapper JSON = new ObjectMapper();

  private final JsonSchema schema;

  /** Reads the schema, once; then any number of threads may ask. */
  public Validation() {
    try (InputStream resource = Validation.class.getResourceAsStream(SCHEMA)) {
      if (resource == null) {
        throw new IllegalStateException("the program lacks its own " + SCHEMA);
      }
      SchemaValidatorsConfig asserting =
          SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();
      schema =
          JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
              .getSchema(resource, asserting);
      schema.initializeValidators();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + SCHEMA, e);
    }
  }

  /**
   * What is wrong with a {@code ninjs3} document.
   *
   * @param document UTF-8 JSON
   * @return one line per fault, each with its place in the document; empty if it is valid
   */
  public List<String> faults(byte[] document) {
    JsonNode json;
    try {
      json = JSON.readTree(document);
    } catch (IOException e) {
      return List.of("not JSON: " + e.getMessage());
    }
    return schema.validate(json).stream().map(ValidationMessage::getMessage).toList();
  }
}
