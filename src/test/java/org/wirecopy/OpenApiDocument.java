package org.wirecopy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The OpenAPI document as a judge of answers. OpenAPI 3.1 schemas are JSON Schema 2020-12; here
 * they also refuse properties that are not described.
 */
final class OpenApiDocument {
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final String HOME = "https://wirecopy.example/openapi.json";

  private final JsonNode document;
  private final JsonSchemaFactory schemas;

  OpenApiDocument(String text) throws IOException {
    document = MAPPER.readTree(text);
    JsonNode strict = document.deepCopy();
    refuseOthers(strict.at("/components/schemas"));
    Map<String, String> loaded = Map.of(HOME, MAPPER.writeValueAsString(strict));
    schemas =
        JsonSchemaFactory.getInstance(
            SpecVersion.VersionFlag.V202012,
            builder -> builder.schemaLoaders(loaders -> loaders.schemas(loaded)));
  }

  private static void refuseOthers(JsonNode node) {
    if (node.has("properties")) {
      ((ObjectNode) node).put("additionalProperties", false);
    }
    node.forEach(OpenApiDocument::refuseOthers);
  }

  JsonNode tree() {
    return document;
  }

  /** Each operation as "METHOD /path". */
  Set<String> operations() {
    Set<String> operations = new TreeSet<>();
    document
        .get("paths")
        .fields()
        .forEachRemaining(
            path ->
                path.getValue()
                    .fieldNames()
                    .forEachRemaining(
                        method ->
                            operations.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey())));
    return operations;
  }

  JsonNode operation(String operation) {
    String[] words = operation.split(" ");
    return document.get("paths").path(words[1]).path(words[0].toLowerCase(Locale.ROOT));
  }

  /** What is wrong with an answer by the document; empty if nothing. */
  List<String> faults(String operation, HttpResponse<String> answer) throws IOException {
    List<String> faults = new ArrayList<>();
    JsonNode responses = operation(operation).path("responses");
    String status = Integer.toString(answer.statusCode());
    String key = responses.has(status) ? status : "default";
    JsonNode response = responses.path(key);
    if (response.isMissingNode()) {
      return List.of(operation + " answered " + status + ", which is not in the document");
    }
    String pointer =
        "#/paths/"
            + operation.split(" ")[1].replace("/", "~1")
            + "/"
            + operation.split(" ")[0].toLowerCase(Locale.ROOT)
            + "/responses/"
            + key;
    if (response.has("$ref")) {
      pointer = response.get("$ref").asText();
      response = document.at(pointer.substring(1));
    }
    String type = answer.headers().firstValue("content-type").orElse("").replaceAll("\\s*;.*", "");
    if (!response.has("content")) {
      return answer.body().isEmpty() ? List.of() : List.of(operation + " must have no body");
    }
    if (!response.get("content").has(type)) {
      return List.of(operation + " answered " + status + " as \"" + type + "\"");
    }
    if (type.endsWith("json")) {
      JsonSchema schema =
          schemas.getSchema(
              MAPPER
                  .createObjectNode()
                  .put("$ref", HOME + pointer + "/content/" + type.replace("/", "~1") + "/schema"));
      for (ValidationMessage message : schema.validate(MAPPER.readTree(answer.body()))) {
        faults.add(operation + " " + status + ": " + message.getMessage());
      }
    }
    return faults;
  }
}
