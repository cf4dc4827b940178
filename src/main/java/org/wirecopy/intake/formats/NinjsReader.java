package org.wirecopy.intake.formats;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.wirecopy.intake.CleanText;
import org.wirecopy.intake.DoubleEncoded;
import org.wirecopy.intake.Reader;
import org.wirecopy.intake.Reading;
import org.wirecopy.intake.Source;

/**
 * Reads news items in JSON: IPTC ninjs 1, 2 and 3, Superdesk's dialect, and the related forms of
 * agencies (dpa digital wires; the answers of AP's Media API). A file may be one item or an array
 * of items. Duplicate keys are rejected, since receivers disagree on which one counts.
 */
public final class NinjsReader implements Reader {
  private static final int DEEPEST = 100;
  private static final int MOST_ITEMS = 5_000;

  private final ObjectMapper json =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
                  .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  @Override
  public String format() {
    return "ninjs";
  }

  @Override
  public boolean recognises(Source source) {
    return looksLikeJson(source.bytes());
  }

  /** An object, or an array of objects, by its first two signs. */
  private static boolean looksLikeJson(byte[] bytes) {
    int first = sign(bytes, 0);
    int second = first < 0 ? -1 : sign(bytes, first + 1);
    if (second < 0) {
      return first >= 0 && bytes[first] == '{';
    }
    return (bytes[first] == '{' && (bytes[second] == '"' || bytes[second] == '}'))
        || (bytes[first] == '[' && bytes[second] == '{');
  }

  /** Where the next byte stands that is no white space (nor part of a mark or of UTF-16). */
  private static int sign(byte[] bytes, int from) {
    for (int i = from; i < bytes.length && i < from + 4_096; i++) {
      if (bytes[i] > ' ') {
        return i;
      }
    }
    return -1;
  }

  @Override
  public Reading read(Source source) {
    try {
      JsonNode raw = parse(source.bytes());
      JsonNode mended = mended(raw);
      List<JsonNode> items = items(mended == null ? raw : mended);
      Stories stories = new Stories();
      if (mended != null) {
        stories.warn(DoubleEncoded.WARNING);
      }
      for (int i = 0; i < items.size(); i++) {
        String path = items.size() == 1 ? "" : "[" + i + "]";
        WireStory story = new WireStory(source, path.isEmpty() ? "" : "item " + (i + 1));
        new NinjsItem(new JsonItem(items.get(i), path)).read(story);
        stories.add(story);
      }
      return stories.reading(format());
    } catch (Unreadable e) {
      return e.reading();
    }
  }

  /** All values as they were meant if they were saved twice over, escaped or not; else null. */
  private @Nullable JsonNode mended(JsonNode raw) throws Unreadable {
    byte[] mended;
    try {
      mended = DoubleEncoded.mended(json.writeValueAsBytes(raw));
    } catch (JsonProcessingException e) {
      return null;
    }
    return mended == null ? null : parse(mended);
  }

  private static List<JsonNode> items(JsonNode root) throws Unreadable {
    List<JsonNode> items = new ArrayList<>();
    JsonNode list = root.path("data").path("items");
    for (JsonNode one : list.isArray() ? list : root.isArray() ? root : List.of(root)) {
      JsonNode item = one.path("item").isObject() ? one.path("item") : one;
      if (!item.isObject()) {
        throw notNews("An item of the list is no object.");
      }
      items.add(item);
    }
    if (items.isEmpty() || items.size() > MOST_ITEMS) {
      throw notNews("The file holds " + (items.isEmpty() ? "no item." : "too many items."));
    }
    return items;
  }

  private static Unreadable notNews(String problem) {
    return new Unreadable(
        "JSON_SCHEMA",
        problem,
        null,
        "Drop a file that holds a news item in ninjs: an object with uri, headline and body.");
  }

  private JsonNode parse(byte[] bytes) throws Unreadable {
    try {
      JsonNode root = json.readTree(bytes);
      if (root == null || root.isMissingNode()) {
        throw malformed("The file holds no JSON.", null);
      }
      return root;
    } catch (StreamConstraintsException e) {
      boolean depth = String.valueOf(e.getOriginalMessage()).contains("nesting");
      throw new Unreadable(
          depth ? "NESTING_TOO_DEEP" : "JSON_LIMIT",
          depth
              ? "The file nests deeper than " + DEEPEST + " levels."
              : "A part of the file is longer than any in a news item.",
          where(e),
          "Check the program that wrote the file, and drop it again.");
    } catch (JsonProcessingException e) {
      String message = String.valueOf(e.getOriginalMessage());
      if (message.toLowerCase(Locale.ROOT).contains("duplicate")) {
        throw new Unreadable(
            "JSON_DUPLICATE_KEY",
            "A property stands in an object twice: " + shortened(message),
            where(e),
            "Leave one of the two and drop the file again.");
      }
      if (message.startsWith("Trailing token")) {
        throw new Unreadable(
            "JSON_MALFORMED",
            "The file holds more than one JSON value, one after the other.",
            where(e),
            "Drop one file for each item, or put the items into a list: [ … , … ].");
      }
      throw malformed("The file is not valid JSON: " + shortened(message), where(e));
    } catch (IOException e) {
      throw malformed(
          "The file is not valid JSON: " + shortened(String.valueOf(e.getMessage())), null);
    }
  }

  private static Unreadable malformed(String problem, @Nullable String where) {
    return new Unreadable(
        "JSON_MALFORMED", problem, where, "Check that the file is complete, and drop it again.");
  }

  private static @Nullable String where(JsonProcessingException e) {
    JsonLocation location = e.getLocation();
    return location == null
        ? null
        : "line " + location.getLineNr() + ", column " + location.getColumnNr();
  }

  private static String shortened(String message) {
    String line = CleanText.line(message);
    return line.length() <= 160 ? line : line.substring(0, 159) + "…";
  }
}
