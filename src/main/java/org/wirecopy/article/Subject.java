package org.wirecopy.article;

import org.jspecify.annotations.Nullable;

/**
 * What a story is about.
 *
 * @param scheme the vocabulary the code is from, for example {@code medtop} or {@code desk}; null
 *     for a free tag
 * @param code the code within the scheme; for a free tag its name
 * @param name in words, or null
 */
public record Subject(@Nullable String scheme, String code, @Nullable String name) {

  /** The scheme of desks: folders below the inbox. */
  public static final String DESK = "desk";

  /** A free tag. */
  public static Subject tag(String name) {
    return new Subject(null, name, name);
  }
}
