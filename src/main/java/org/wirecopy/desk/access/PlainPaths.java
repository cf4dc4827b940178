package org.wirecopy.desk.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;

/** Refuses paths that could mean one thing to the door and another behind it. */
final class PlainPaths extends HttpFilter {
  private static final long serialVersionUID = 1L;
  private static final Set<String> DOTS = Set.of(".", "..");

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String path = Problem.path(request);
    for (String segment : path.split("/", -1)) {
      if (DOTS.contains(segment)) {
        Problem.ofStatus(400).send(request, response);
        return;
      }
    }
    chain.doFilter(request, response);
  }
}
