package org.wirecopy.desk.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/**
 * Takes an order within a session only with the session's token, which no foreign page can know: as
 * the header {@code x-csrf-token}, or outside the API as the form field {@code csrf}.
 */
final class CsrfGuard extends HttpFilter {
  private static final long serialVersionUID = 1L;

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String expected = Visitor.of(request).csrfToken();
    if (expected == null
        || !CrossSiteGuard.isOrder(request)
        || same(expected, request.getHeader("X-CSRF-Token"))
        || same(expected, field(request))) {
      chain.doFilter(request, response);
    } else {
      new Problem(
              403, "Stale page", "The page is older than your log-in. Load it again and repeat.")
          .send(request, response);
    }
  }

  // The API reads bodies itself; a field looked for in there would be lost to it.
  private static @Nullable String field(HttpServletRequest request) {
    return RequestPath.of(request).startsWith("/api/") ? null : request.getParameter("csrf");
  }

  private static boolean same(String expected, @Nullable String given) {
    return given != null
        && MessageDigest.isEqual(
            expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
  }
}
