package org.wirecopy.desk.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Set;

/** Puts every order on record with what came of it, also where it was refused for its role. */
final class Auditing extends HttpFilter {
  private static final long serialVersionUID = 1L;

  /** Bodies are sent to these, and yet they change nothing of the house. */
  private static final Set<String> NO_ORDERS = Set.of("/api/related", Permissions.PUSH);

  private final transient AuditLog log;
  private final transient Caller caller;
  private final transient InstantSource clock;

  Auditing(AuditLog log, Caller caller, InstantSource clock) {
    this.log = log;
    this.caller = caller;
    this.clock = clock;
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String path = RequestPath.of(request);
    if (!CrossSiteGuard.isOrder(request) || Permissions.isOpen(path) || NO_ORDERS.contains(path)) {
      chain.doFilter(request, response);
      return;
    }
    Instant at = clock.instant();
    int failed = HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
    try {
      chain.doFilter(request, response);
      failed = response.getStatus();
    } finally {
      record(request, at, failed);
    }
  }

  private void record(HttpServletRequest request, Instant at, int status) {
    Visitor visitor = Visitor.of(request);
    String query = request.getQueryString();
    log.append(
        new AuditLog.Entry(
            at,
            visitor.name(),
            visitor.role().word(),
            caller.address(request),
            request.getMethod(),
            request.getRequestURI() + (query == null ? "" : "?" + query),
            status,
            Duration.between(at, clock.instant()).toMillis()));
  }
}
