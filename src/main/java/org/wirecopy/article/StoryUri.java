package org.wirecopy.article;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Identity of a story over all its versions: a URI that the file states, or a tag URI (RFC 4151)
 * made from the id it states or else from its path below the inbox.
 *
 * <p>Folders become colons, so that the URI is one segment of an API path.
 */
public final class StoryUri {
  private static final Pattern ABSOLUTE = Pattern.compile("(?i)(urn|tag|https?|guid):[^\\s]+");
  private static final int LONGEST = 512;

  private StoryUri() {}

  /**
   * The URI of an article.
   *
   * @param prefix the site's prefix, for example {@code tag:newsroom.example,2026:}
   * @param statedId the id that the file states, or null
   * @param path path below the inbox with {@code /} between folders
   */
  public static String of(String prefix, @Nullable String statedId, String path) {
    if (statedId != null && !statedId.isBlank()) {
      String id = statedId.strip();
      return ABSOLUTE.matcher(id).matches() && id.length() <= LONGEST ? id : prefix + encode(id);
    }
    return prefix + encode(withoutExtension(path));
  }

  private static String withoutExtension(String path) {
    int dot = path.lastIndexOf('.');
    return dot > path.lastIndexOf('/') + 1 ? path.substring(0, dot) : path;
  }

  /**
   * Unreserved characters of RFC 3986 stay, a slash becomes a colon, all else is percent-encoded.
   */
  private static String encode(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xff);
      boolean unreserved =
          c < 128 && (Character.isLetterOrDigit(c) || c == '-' || c == '.' || c == '_' || c == '~');
      if (unreserved) {
        out.append(c);
      } else if (c == '/') {
        out.append(':');
      } else {
        out.append('%').append(String.format("%02X", (int) c));
      }
    }
    return out.toString();
  }
}
