package org.wirecopy.article;

import org.jspecify.annotations.Nullable;

/**
 * A run of text within a {@link Block}. Bodies are spans, never markup, so that nothing from a file
 * can become markup in a partner's page: tags are written only when a story is rendered.
 *
 * @param text the words, unescaped
 * @param style how they are set
 * @param href where they link to (http, https or mailto), or null
 */
public record Span(String text, Style style, @Nullable String href) {

  /** Emphasis that survives into clean HTML. */
  public enum Style {
    PLAIN,
    /** {@code <em>} */
    EMPHASIS,
    /** {@code <strong>} */
    STRONG
  }

  /** A run without emphasis or link. */
  public static Span plain(String text) {
    return new Span(text, Style.PLAIN, null);
  }
}
