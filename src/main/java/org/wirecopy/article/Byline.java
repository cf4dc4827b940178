package org.wirecopy.article;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who wrote it.
 *
 * @param text the byline as printed, without "By", for example {@code Our Bureau}; null if none
 * @param names the persons named, one each; empty where the byline names a desk or nobody
 */
public record Byline(@Nullable String text, List<String> names) {

  /** No byline. */
  public static final Byline NONE = new Byline(null, List.of());

  public Byline {
    names = List.copyOf(names);
  }
}
