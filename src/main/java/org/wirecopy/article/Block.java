package org.wirecopy.article;

import java.util.List;
import java.util.stream.Collectors;

/**
 * One block of a body: a paragraph, a subhead, a quotation or a list item.
 *
 * @param kind what the block is; items of one list stand next to each other
 * @param spans its text, in order
 */
public record Block(Kind kind, List<Span> spans) {

  /** What a block is. */
  public enum Kind {
    /** {@code <p>} */
    PARAGRAPH,
    /** {@code <h2>}: a subhead within the body */
    SUBHEAD,
    /** {@code <blockquote>} */
    QUOTE,
    /** {@code <li>} of a {@code <ul>} */
    BULLET,
    /** {@code <li>} of an {@code <ol>} */
    NUMBERED
  }

  public Block {
    spans = List.copyOf(spans);
  }

  /** A paragraph of plain text. */
  public static Block paragraph(String text) {
    return of(Kind.PARAGRAPH, text);
  }

  /** A block of plain text. */
  public static Block of(Kind kind, String text) {
    return new Block(kind, List.of(Span.plain(text)));
  }

  /** The words of the block, without emphasis or links. */
  public String text() {
    return spans.size() == 1
        ? spans.get(0).text()
        : spans.stream().map(Span::text).collect(Collectors.joining());
  }
}
