package org.wirecopy.media;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The kinds of pictures that are given out: those that every browser shows and that run nothing.
 */
enum MediaType {
  JPEG("image/jpeg", "jpg"),
  PNG("image/png", "png"),
  GIF("image/gif", "gif"),
  WEBP("image/webp", "webp");

  private static final Pattern FILE = Pattern.compile("([0-9a-f]{64})\\.([a-z]{3,4})");

  private final String contentType;
  private final String suffix;

  MediaType(String contentType, String suffix) {
    this.contentType = contentType;
    this.suffix = suffix;
  }

  /**
   * A picture by the last part of its address.
   *
   * @param digest lower-case hex SHA-256 of its bytes
   */
  record File(String digest, MediaType type) {
    /** For example {@code 9f86…0a08.jpg}; null if it is not of that form. */
    static @Nullable File of(String name) {
      Matcher parts = FILE.matcher(name);
      if (parts.matches()) {
        for (MediaType type : values()) {
          if (type.suffix.equals(parts.group(2))) {
            return new File(parts.group(1), type);
          }
        }
      }
      return null;
    }

    @Override
    public String toString() {
      return digest + "." + type.suffix;
    }
  }

  String contentType() {
    return contentType;
  }

  /** The kind of that content type, or null if such pictures are not given out. */
  static @Nullable MediaType of(String contentType) {
    for (MediaType type : values()) {
      if (type.contentType.equals(contentType)) {
        return type;
      }
    }
    return null;
  }
}
