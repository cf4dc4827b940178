package org.wirecopy.intake.formats;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An object of a news item in JSON. Its properties are asked for in lower case without underscores,
 * since {@code versionCreated}, {@code versioncreated} and {@code version_created} are one. A
 * property of the wrong type stops the reading and is named.
 */
final class JsonItem {
  private final String path;
  private final Map<String, JsonNode> properties = new HashMap<>();
  private final Map<String, String> written = new HashMap<>();

  JsonItem(JsonNode object, String path) {
    this.path = path;
    object
        .fields()
        .forEachRemaining(
            entry -> {
              String name = entry.getKey().replace("_", "").toLowerCase(Locale.ROOT);
              if (!entry.getValue().isNull()
                  && properties.putIfAbsent(name, entry.getValue()) == null) {
                written.put(name, entry.getKey());
              }
            });
  }

  boolean has(String name) {
    return properties.containsKey(name);
  }

  /** The text of the first of these properties that is there; null if none is. */
  @Nullable String text(String... names) throws Unreadable {
    for (String name : names) {
      JsonNode node = properties.get(name);
      if (node != null) {
        if (!node.isTextual()) {
          throw wrongType(name, "text");
        }
        if (!node.textValue().isBlank()) {
          return node.textValue();
        }
      }
    }
    return null;
  }

  /** A text or a figure, as text. */
  @Nullable String scalar(String name) throws Unreadable {
    JsonNode node = properties.get(name);
    if (node == null) {
      return null;
    }
    if (!node.isTextual() && !node.isIntegralNumber()) {
      throw wrongType(name, "text or a figure");
    }
    return node.asText();
  }

  /** The text, if it is one; what else stands there is not looked at. */
  @Nullable String lenient(String... names) {
    for (String name : names) {
      JsonNode node = properties.get(name);
      if (node != null && node.isTextual() && !node.textValue().isBlank()) {
        return node.textValue();
      }
    }
    return null;
  }

  boolean isFalse(String name) {
    JsonNode node = properties.get(name);
    return node != null && node.isBoolean() && !node.booleanValue();
  }

  int figure(String name) {
    JsonNode node = properties.get(name);
    return node != null && node.isInt() ? node.intValue() : 0;
  }

  /** The objects of an array, or of an object's properties; a text becomes an object's name. */
  List<JsonItem> items(String... names) {
    List<JsonItem> items = new ArrayList<>();
    for (String name : names) {
      JsonNode node = properties.get(name);
      if (node != null) {
        int at = 0;
        for (JsonNode item : node) {
          if (item.isObject()) {
            items.add(new JsonItem(item, where(name) + "[" + at + "]"));
          }
          at++;
        }
      }
    }
    return items;
  }

  /** The one object that a property is; null if it is none. */
  @Nullable JsonItem object(String name) {
    JsonNode node = properties.get(name);
    return node != null && node.isObject() ? new JsonItem(node, where(name)) : null;
  }

  /** The texts of an array, or the one text. */
  List<String> texts(String name) {
    List<String> texts = new ArrayList<>();
    JsonNode node = properties.get(name);
    if (node != null && node.isTextual()) {
      texts.add(node.textValue());
    } else if (node != null) {
      for (JsonNode item : node) {
        if (item.isTextual()) {
          texts.add(item.textValue());
        }
      }
    }
    return texts;
  }

  /** Where a property stands, for messages. */
  String where(String name) {
    String property = written.getOrDefault(name, name);
    return path.isEmpty() ? property : path + "." + property;
  }

  private Unreadable wrongType(String name, String wanted) {
    return new Unreadable(
        "JSON_WRONG_TYPE",
        "A property is not of the type that ninjs gives it: it should be " + wanted + ".",
        where(name),
        "Correct the property and drop the file again.");
  }
}
