package org.wirecopy.desk.access;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/**
 * The path of a request, in the two ways that it is read: as a whole by the server, which chooses
 * by it who answers, and in segments by those who answer, for a story's URI with its slashes is one
 * of them. {@link PlainPaths} lets in only paths that mean the same in both.
 */
public final class RequestPath {
  private RequestPath() {}

  /** As the server reads it, decoded. */
  static String of(HttpServletRequest request) {
    String info = request.getPathInfo();
    return info == null ? request.getServletPath() : request.getServletPath() + info;
  }

  /** Its segments, each decoded by itself; empty ones are overlooked. */
  public static List<String> segments(HttpServletRequest request) {
    return Stream.of(request.getRequestURI().split("/"))
        .filter(segment -> !segment.isEmpty())
        .map(RequestPath::decoded)
        .toList();
  }

  /**
   * One segment, decoded. A plus is a plus in a path.
   *
   * @throws IllegalArgumentException if its percent signs encode nothing
   */
  public static String decoded(String segment) {
    return URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8);
  }
}
