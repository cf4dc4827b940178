package org.wirecopy.desk.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Set;

/** Refuses paths that could mean one thing to the door and another behind it. */
final class PlainPaths extends HttpFilter {
  private static final long serialVersionUID = 1L;
  private static final Set<String> DOTS = Set.of(".", "..");

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (hasDots(List.of(RequestPath.of(request).split("/", -1)))
        || hasDots(RequestPath.segments(request))) {
      Problem.ofStatus(400).send(request, response);
    } else {
      chain.doFilter(request, response);
    }
  }

  private static boolean hasDots(List<String> segments) {
    return segments.stream().anyMatch(DOTS::contains);
  }
}
