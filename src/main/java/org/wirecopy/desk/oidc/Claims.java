package org.wirecopy.desk.oidc;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a provider says of somebody: names and values, some of them objects or lists. */
record Claims(Map<String, Object> values) {
  private static final int MOST_GROUPS = 1_000;

  /** Letters of any script; nothing that could make one name look like another. */
  private static final Pattern NAME =
      Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N} ._@'+-]{0,63}");

  /** Whether there is such a claim; a dot leads into an object where none has the whole name. */
  boolean has(String claim) {
    return value(claim) != null;
  }

  /** A name that can stand in a sentence, or null. */
  @Nullable String name(String claim) {
    Object value = value(claim);
    return value instanceof String name && NAME.matcher(name.strip()).matches()
        ? name.strip()
        : null;
  }

  /** Texts of a list, or a single one. */
  Set<String> texts(String claim) {
    Set<String> texts = new TreeSet<>();
    Object value = value(claim);
    if (value instanceof Collection<?> list) {
      for (Object each : list) {
        if (each instanceof String text && texts.size() < MOST_GROUPS) {
          texts.add(text);
        }
      }
    } else if (value instanceof String text) {
      texts.add(text);
    }
    return texts;
  }

  private @Nullable Object value(String claim) {
    Object whole = values.get(claim);
    if (whole != null) {
      return whole;
    }
    Object at = values;
    for (String step : claim.split("\\.")) {
      at = at instanceof Map<?, ?> object ? object.get(step) : null;
    }
    return at;
  }
}
