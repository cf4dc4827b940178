package org.wirecopy.ninjs;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.util.ByteArrayBuilder;
import com.fasterxml.jackson.core.util.JsonRecyclerPools;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;

/**
 * A JSON document in the writing. Whatever text goes in is cleaned on the way ({@link Text}), and a
 * property without a value is left out, so no mapper has to think of either.
 */
final class JsonPage {
  /** Characters beyond the basic plane as UTF-8, not as two escapes. */
  static final JsonFactory JSON =
      new JsonFactoryBuilder()
          .enable(JsonWriteFeature.COMBINE_UNICODE_SURROGATES_IN_UTF8)
          .recyclerPool(JsonRecyclerPools.threadLocalPool())
          .build();

  private final ByteArrayBuilder bytes = new ByteArrayBuilder(12_288);
  private final JsonGenerator json;

  JsonPage() {
    try {
      json = JSON.createGenerator(bytes);
    } catch (IOException e) {
      throw inMemory(e);
    }
  }

  /** Opens an object: the document, or an item of an array. */
  JsonPage object() {
    try {
      json.writeStartObject();
      return this;
    } catch (IOException e) {
      throw inMemory(e);
    }
  }

  JsonPage object(String name) {
    try {
      json.writeObjectFieldStart(name);
      return this;
    } catch (IOException e) {
      throw inMemory(e);
    }
  }

  JsonPage array(String name) {
    try {
      json.writeArrayFieldStart(name);
      return this;
    } catch (IOException e) {
      throw inMemory(e);
    }
  }

  /** Closes the innermost object or array. */
  JsonPage end() {
    try {
      if (json.getOutputContext().inArray()) {
        json.writeEndArray();
      } else {
        json.writeEndObject();
      }
      return this;
    } catch (IOException e) {
      throw inMemory(e);
    }
  }

  /** A text of any length; left out if null or blank. */
  JsonPage text(String name, @Nullable String value) {
    return value == null || Text.isBlank(value) ? this : nonBlank(name, Text.clean(value));
  }

  /** A text in one line; left out if null or blank. */
  JsonPage line(String name, @Nullable String value) {
    return value == null ? this : nonBlank(name, Text.line(value));
  }

  /** A text that is clean already, empty or not; left out if null. */
  JsonPage exact(String name, @Nullable String value) {
    if (value != null) {
      try {
        json.writeStringField(name, value);
      } catch (IOException e) {
        throw inMemory(e);
      }
    }
    return this;
  }

  JsonPage number(String name, long value) {
    try {
      json.writeNumberField(name, value);
      return this;
    } catch (IOException e) {
      throw inMemory(e);
    }
  }

  /** A text in one line as an item of an array; left out if blank. */
  JsonPage item(String value) {
    String line = Text.line(value);
    if (!Text.isBlank(line)) {
      try {
        json.writeString(line);
      } catch (IOException e) {
        throw inMemory(e);
      }
    }
    return this;
  }

  /** The whole document in UTF-8. */
  byte[] bytes() {
    try {
      json.close();
      return bytes.toByteArray();
    } catch (IOException e) {
      throw inMemory(e);
    }
  }

  private JsonPage nonBlank(String name, String clean) {
    return Text.isBlank(clean) ? this : exact(name, clean);
  }

  private static UncheckedIOException inMemory(IOException e) {
    return new UncheckedIOException("writing to memory failed", e);
  }
}
