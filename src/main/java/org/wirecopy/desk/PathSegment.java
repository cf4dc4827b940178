package org.wirecopy.desk;

import org.wirecopy.desk.access.RequestPath;

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
    return RequestPath.decoded(raw).replace("%", "%25").replace("/", "%2F");
  }
}
