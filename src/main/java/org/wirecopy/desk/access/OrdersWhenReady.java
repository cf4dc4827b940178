package org.wirecopy.desk.access;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.function.BooleanSupplier;

/**
 * Takes no orders while the house starts or stops: a release that came before the partners had
 * joined would be meant for nobody. What may be read, and what partners send, is served.
 */
public final class OrdersWhenReady extends HttpFilter {
  private static final long serialVersionUID = 1L;
  private static final String SECONDS = "2";

  private final transient BooleanSupplier ready;

  /**
   * @param ready whether partners are served
   */
  public OrdersWhenReady(BooleanSupplier ready) {
    this.ready = ready;
  }

  @Override
  protected void doFilter(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    if (isOrder(request) && !ready.getAsBoolean()) {
      response.setHeader("Retry-After", SECONDS);
      new Problem(
              503,
              "Not ready",
              "Wirecopy starts or stops, and nothing was done. Give the order again in a moment.")
          .send(request, response);
    } else {
      chain.doFilter(request, response);
    }
  }

  /** What a viewer may do changes nothing: to log in and out, to look up, to take a push. */
  private static boolean isOrder(HttpServletRequest request) {
    return CrossSiteGuard.isOrder(request)
        && Permissions.needed(true, RequestPath.of(request)) != Role.VIEWER;
  }
}
