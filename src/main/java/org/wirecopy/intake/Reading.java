package org.wirecopy.intake;

import java.util.List;
import java.util.Map;
import org.wirecopy.article.Article;

/** What became of reading a file: its articles, or why there are none. */
public sealed interface Reading {

  /**
   * The file was read.
   *
   * @param format the format it was read as, for example {@code plain text}
   * @param articles one, or several for a feed; never empty
   * @param warnings near misses that were accepted, in words for the editor
   * @param media the bytes of the pictures that came within the file, by the digest that their
   *     {@link org.wirecopy.article.Picture.Media} states
   */
  record Articles(
      String format, List<Article> articles, List<String> warnings, Map<String, byte[]> media)
      implements Reading {
    public Articles {
      articles = List.copyOf(articles);
      warnings = List.copyOf(warnings);
      media = Map.copyOf(media);
    }

    /** Articles without picture files. */
    public Articles(String format, List<Article> articles, List<String> warnings) {
      this(format, articles, warnings, Map.of());
    }
  }

  /** The file cannot be sent. */
  record Rejected(Rejection rejection) implements Reading {}

  /** A rejection, ready to be returned. */
  static Reading rejected(String code, String problem, String remedy) {
    return new Rejected(new Rejection(code, problem, null, remedy));
  }
}
