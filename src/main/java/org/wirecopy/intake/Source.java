package org.wirecopy.intake;

import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * What a reader is given: the bytes of one dropped file and the desk's settings that fill gaps.
 *
 * @param path path below the inbox with {@code /} between folders, for example {@code
 *     sports/final.txt}
 * @param bytes the whole content
 * @param modified when the file was last written; the reference for relative dates ("2 hours ago")
 * @param zone the desk's time zone, for dates that state no offset
 * @param language the desk's language (BCP 47), for files that state none and do not show one; or
 *     null
 * @param beside the pictures that lie with it
 */
public record Source(
    String path,
    byte[] bytes,
    Instant modified,
    ZoneId zone,
    @Nullable String language,
    Beside beside) {

  /** A file with no pictures beside it. */
  public Source(
      String path, byte[] bytes, Instant modified, ZoneId zone, @Nullable String language) {
    this(path, bytes, modified, zone, language, Beside.NONE);
  }

  /** The file's name without its folders. */
  public String name() {
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** The first folder below the inbox, which is the desk; null for a file directly in the inbox. */
  public @Nullable String desk() {
    int slash = path.indexOf('/');
    return slash < 0 ? null : path.substring(0, slash);
  }
}
