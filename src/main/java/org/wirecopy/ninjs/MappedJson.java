package org.wirecopy.ninjs;

import com.dashjoin.jsonata.Jsonata;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes what a template made: JSON values only, and only text that may leave the house. */
final class MappedJson {
  private final String mapping;

  MappedJson(String mapping) {
    this.mapping = mapping;
  }

  byte[] write(Object value) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(8_192);
    try (JsonGenerator json = JsonPage.JSON.createGenerator(bytes)) {
      write(json, value);
    } catch (IOException e) {
      throw new UncheckedIOException("writing to memory failed", e);
    }
    return bytes.toByteArray();
  }

  private void write(JsonGenerator json, @Nullable Object value) throws IOException {
    if (value instanceof Map<?, ?> object) {
      json.writeStartObject();
      for (Map.Entry<?, ?> entry : object.entrySet()) {
        json.writeFieldName(Text.clean(String.valueOf(entry.getKey())));
        write(json, entry.getValue());
      }
      json.writeEndObject();
    } else if (value instanceof Iterable<?> array) {
      json.writeStartArray();
      for (Object item : array) {
        write(json, item);
      }
      json.writeEndArray();
    } else if (value instanceof String text) {
      json.writeString(Text.clean(text));
    } else if (value instanceof Number number) {
      json.writeNumber(new BigDecimal(number.toString()).stripTrailingZeros().toPlainString());
    } else if (value instanceof Boolean truth) {
      json.writeBoolean(truth);
    } else if (value == null || value == Jsonata.NULL_VALUE) {
      json.writeNull();
    } else {
      throw new MappingException(
          "mapping %s: a function cannot be a value in JSON".formatted(mapping));
    }
  }
}
