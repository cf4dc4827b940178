package org.wirecopy.related;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/** Reads single fields of JSON from outside, and says plainly which of them is wrong. */
final class JsonFields {
  static final ObjectMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  /**
   * A stated time.
   *
   * @param dayOnly true if only the day was stated
   */
  record Stated(OffsetDateTime time, boolean dayOnly) {}

  private JsonFields() {}

  static JsonNode parse(String json) {
    JsonNode tree;
    try {
      tree = JSON.readTree(json);
    } catch (JsonProcessingException e) {
      JsonLocation at = e.getLocation();
      String where =
          at == null ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr();
      throw new UnreadableJson("not JSON" + where + ": " + e.getOriginalMessage());
    }
    if (tree == null || tree.isMissingNode()) {
      throw new UnreadableJson("empty where JSON was expected");
    }
    return tree;
  }

  static JsonNode object(JsonNode tree, String what) {
    if (!tree.isObject()) {
      throw new UnreadableJson(what + " must be a JSON object, not " + kind(tree));
    }
    return tree;
  }

  private static String kind(JsonNode node) {
    return switch (node.getNodeType()) {
      case ARRAY -> "an array";
      case STRING -> "a string";
      case NUMBER -> "a number";
      case BOOLEAN -> "true or false";
      case NULL -> "null";
      default -> "an object";
    };
  }

  /** Text of a field; null if it is absent, null or blank. A number stands for its digits. */
  static @Nullable String text(JsonNode object, String name) {
    JsonNode value = object.get(name);
    if (value == null || value.isNull()) {
      return null;
    }
    if (!value.isTextual() && !value.isNumber()) {
      throw new UnreadableJson("\"" + name + "\" must be a string, not " + kind(value));
    }
    String text = value.asText();
    return text.isBlank() ? null : text;
  }

  static String textOr(JsonNode object, String name, String otherwise) {
    String text = text(object, name);
    return text == null ? otherwise : text;
  }

  /** Elements of an array field; none if it is absent or null. */
  static Iterable<JsonNode> array(JsonNode object, String name) {
    JsonNode value = object.get(name);
    if (value == null || value.isNull()) {
      return JSON.createArrayNode();
    }
    if (!value.isArray()) {
      throw new UnreadableJson("\"" + name + "\" must be an array, not " + kind(value));
    }
    return value;
  }

  /** A time by RFC 3339, or a date, or a time without offset, both of which the zone completes. */
  static @Nullable Stated time(JsonNode object, String name, ZoneId zone) {
    String text = text(object, name);
    return text == null ? null : time(text.strip(), "\"" + name + "\"", zone);
  }

  static Stated time(String text, String what, ZoneId zone) {
    try {
      if (text.length() == 10) {
        return new Stated(LocalDate.parse(text).atStartOfDay(zone).toOffsetDateTime(), true);
      }
      String iso = text.length() > 10 && text.charAt(10) == ' ' ? withT(text) : text;
      boolean offset =
          iso.endsWith("Z")
              || iso.endsWith("z")
              || iso.lastIndexOf('+') > 10
              || iso.lastIndexOf('-') > 10;
      return offset
          ? new Stated(OffsetDateTime.parse(iso), false)
          : new Stated(LocalDateTime.parse(iso).atZone(zone).toOffsetDateTime(), false);
    } catch (DateTimeException e) {
      throw new UnreadableJson(
          what
              + " must be a date (2026-08-25) or a time by RFC 3339 (2026-08-25T12:28:00Z), not \""
              + (text.length() > 40 ? text.substring(0, 40) + "…" : text)
              + "\"");
    }
  }

  private static String withT(String text) {
    return text.substring(0, 10) + "T" + text.substring(11);
  }
}
