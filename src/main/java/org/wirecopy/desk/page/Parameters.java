package org.wirecopy.desk.page;

import jakarta.servlet.http.HttpServletRequest;

/** The parameters of requests. */
final class Parameters {
  private Parameters() {}

  /** A parameter without blanks around it; empty if it is not given. */
  static String of(HttpServletRequest request, String name) {
    String value = request.getParameter(name);
    return value == null ? "" : value.strip();
  }
}
