package org.wirecopy.desk.page;

import jakarta.servlet.http.HttpServletRequest;

/** What a request asks for. */
final class Paths {
  private Paths() {}

  /** A parameter without blanks around it; empty if it is not given. */
  static String parameter(HttpServletRequest request, String name) {
    String value = request.getParameter(name);
    return value == null ? "" : value.strip();
  }
}
