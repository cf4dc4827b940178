package org.wirecopy.desk;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/**
 * A path segment on its way through the REST routes, which split paths at slashes: a story's URI
 * may hold some. Within it a slash and a percent sign stay percent-encoded, all else is decoded.
 */
public final class PathSegment {
  private PathSegment() {}

  /** What a segment of a story's URI or a partner's name stands for. */
  public static String decoded(String segment) {
    return segment.replace("%2F", "/").replace("%25", "%");
  }

  static String ofRequest(String raw) {
    if (raw.indexOf('%') < 0) {
      return raw;
    }
    // A plus is a plus in a path.
    String decoded = URLDecoder.decode(raw.replace("+", "%2B"), StandardCharsets.UTF_8);
    return decoded.replace("%", "%25").replace("/", "%2F");
  }
}
