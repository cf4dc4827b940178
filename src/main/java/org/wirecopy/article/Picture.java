package org.wirecopy.article;

import org.jspecify.annotations.Nullable;

/**
 * A picture, or just the caption of one.
 *
 * @param caption as printed, or null
 * @param credit photographer or agency, or null
 * @param alt the text alternative, or null
 * @param href an absolute web address of the picture, or null
 * @param media the bytes that came with the article, as kept by the house, or null
 */
public record Picture(
    @Nullable String caption,
    @Nullable String credit,
    @Nullable String alt,
    @Nullable String href,
    @Nullable Media media) {

  /**
   * A picture file that the house keeps.
   *
   * @param digest lower-case hex SHA-256 of its bytes, which is also its name in the store
   * @param contentType by content, for example {@code image/jpeg}
   * @param bytes size in bytes
   * @param width in pixels, 0 if not known
   * @param height in pixels, 0 if not known
   */
  public record Media(String digest, String contentType, long bytes, int width, int height) {}

  /** A caption whose picture did not come with the article. */
  public static Picture captioned(String caption) {
    return new Picture(caption, null, null, null, null);
  }
}
