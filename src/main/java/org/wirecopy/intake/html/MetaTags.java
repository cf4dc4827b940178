package org.wirecopy.intake.html;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** The page's {@code <meta>} elements by name, property or itemprop, in lower case. */
final class MetaTags {
  private final Map<String, List<String>> values = new HashMap<>();

  MetaTags(Document page) {
    for (Element meta : page.select("meta[content]")) {
      String content = Text.clean(meta.attr("content"));
      if (content.isEmpty()) {
        continue;
      }
      for (String attribute : List.of("property", "name", "itemprop", "http-equiv")) {
        String key = meta.attr(attribute).strip().toLowerCase(Locale.ROOT);
        if (!key.isEmpty()) {
          values.computeIfAbsent(key, k -> new ArrayList<>()).add(content);
        }
      }
    }
  }

  /** The first value of the first key that has one, or null. */
  @Nullable String first(String... keys) {
    for (String key : keys) {
      List<String> found = values.get(key);
      if (found != null) {
        return found.get(0);
      }
    }
    return null;
  }

  /** All values of a key. */
  List<String> all(String key) {
    return values.getOrDefault(key, List.of());
  }
}
