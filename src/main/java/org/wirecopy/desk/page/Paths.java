package org.wirecopy.desk.page;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** What a request asks for. */
final class Paths {
  private Paths() {}

  /** The path's segments, decoded; a story's URI is one of them. */
  static List<String> segments(HttpServletRequest request) {
    return Stream.of(request.getRequestURI().split("/"))
        .filter(segment -> !segment.isEmpty())
        .map(segment -> URLDecoder.decode(segment.replace("+", "%2B"), StandardCharsets.UTF_8))
        .toList();
  }

  /** A parameter without blanks around it; empty if it is not given. */
  static String parameter(HttpServletRequest request, String name) {
    String value = request.getParameter(name);
    return value == null ? "" : value.strip();
  }
}
