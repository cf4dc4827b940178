package org.wirecopy.intake;

import java.util.List;

/** All readers, in the order in which they are asked; the first that recognises a file reads it. */
public final class Readers {
  private final List<Reader> readers;

  /** With the given readers only. */
  public Readers(List<Reader> readers) {
    this.readers = List.copyOf(readers);
  }

  /** provisional */
  public static Readers standard() {
    return new Readers(
        List.of(
            new Reader() {
              public String format() {
                return "plain text";
              }

              public boolean recognises(Source s) {
                return true;
              }

              public Reading read(Source s) {
                String[] lines =
                    new String(s.bytes(), java.nio.charset.StandardCharsets.UTF_8)
                        .strip()
                        .split("\\n\\s*\\n", 2);
                return new Reading.Articles(
                    "plain text",
                    List.of(
                        org.wirecopy.article.Article.titled(lines[0].strip())
                            .body(
                                List.of(
                                    org.wirecopy.article.Block.paragraph(
                                        lines.length > 1 ? lines[1] : "")))
                            .build()),
                    List.of());
              }
            }));
  }

  /** Reads a file with the first reader that recognises its content. */
  public Reading read(Source source) {
    if (source.bytes().length == 0) {
      return Reading.rejected(
          "EMPTY", "The file is empty.", "Save the article again and drop the file once more.");
    }
    for (Reader reader : readers) {
      if (reader.recognises(source)) {
        return reader.read(source);
      }
    }
    return Reading.rejected(
        "UNSUPPORTED_TYPE",
        "Wirecopy cannot tell what kind of file this is.",
        "Save the article as plain text, Markdown, HTML or DOCX and drop it again.");
  }
}
