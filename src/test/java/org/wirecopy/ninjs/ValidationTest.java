package org.wirecopy.ninjs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.wirecopy.article.Story;

class ValidationTest {
  private final Validation validation = new Validation();

  private List<String> faults(ObjectNode document) {
    return validation.faults(document.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static ObjectNode document(Story story) {
    return (ObjectNode) Stories.json("ninjs3", story);
  }

  @Test
  void whatWeRenderIsValid() {
    assertThat(faults(document(Sample.story()))).isEmpty();
    assertThat(faults(document(Sample.kill()))).isEmpty();
  }

  @Test
  void whatIsNoJsonIsAFault() {
    assertThat(validation.faults("{".getBytes(StandardCharsets.UTF_8)))
        .singleElement()
        .asString()
        .startsWith("not JSON");
  }

  @Test
  void unknownPropertyIsAFault() {
    assertThat(faults(document(Sample.story()).put("embargoed", "2026-01-01T00:00:00Z")))
        .singleElement()
        .asString()
        .contains("embargoed");
  }

  @Test
  void dateWithoutZoneIsAFault() {
    assertThat(faults(document(Sample.story()).put("expires", "2026-01-01T00:00:00"))).isNotEmpty();
  }

  @Test
  void numericVersionIsAFault() {
    assertThat(faults(document(Sample.story()).put("version", 2))).isNotEmpty();
  }

  @Test
  void usableStoryWithoutBodyIsAFault() {
    assertThat(faults(document(Sample.story()).without("bodies"))).isNotEmpty();
  }

  @Test
  void killWithABodyOrPicturesIsAFault() {
    for (String property : List.of("bodies", "associations", "descriptions", "renditions")) {
      ObjectNode kill = document(Sample.kill());
      JsonNode more = document(Sample.story()).get(property);
      kill.set(property, more);

      assertThat(faults(kill)).as(property).isNotEmpty();
    }
  }

  @Test
  void relatedStoryWithoutAHeadlineIsAFault() {
    ObjectNode story = document(Sample.story());
    ((ObjectNode) ((ArrayNode) story.get("associations")).get(1)).remove("headlines");

    assertThat(faults(story)).isNotEmpty();
  }

  @Test
  void partnersFindEveryPropertyDescribed() throws IOException {
    try (InputStream schema = Validation.class.getResourceAsStream(Validation.SCHEMA)) {
      assertThat(schema).isNotNull();
      everyPropertyIsDescribed(Stories.read(schema.readAllBytes()), "");
    }
  }

  private static void everyPropertyIsDescribed(JsonNode node, String path) {
    node.fields()
        .forEachRemaining(
            field -> {
              String name = field.getKey();
              boolean rule = name.matches("if|else|then|contains|not");
              if (name.equals("properties")) {
                field
                    .getValue()
                    .fields()
                    .forEachRemaining(
                        property -> {
                          assertThat(property.getValue().path("description").asText())
                              .as(path + "/" + property.getKey())
                              .isNotBlank();
                        });
              }
              if (!rule) {
                everyPropertyIsDescribed(field.getValue(), path + "/" + name);
              }
            });
    if (node.isArray()) {
      node.forEach(item -> everyPropertyIsDescribed(item, path));
    }
  }
}
