package org.wirecopy.desk;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.component.servlet.CamelHttpTransportServlet;
import org.eclipse.jetty.http.HttpException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The REST routes as a servlet that leaves bodies as they are: the API takes JSON whatever the
 * content type says, and {@code curl -d} calls it a form. Path segments stay whole, see {@link
 * PathSegment}.
 */
final class ApiServlet extends CamelHttpTransportServlet {
  private static final long serialVersionUID = 1L;
  private static final Logger LOG = LoggerFactory.getLogger(ApiServlet.class);
  private static final String FORM = "application/x-www-form-urlencoded";

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response) {
    super.service(new Unparsed(request), response);
  }

  /**
   * What the server refuses while the body is read (too large), and a client that breaks off in the
   * middle of it, are no failures of the routes.
   */
  @Override
  protected void handleService(HttpServletRequest request, HttpServletResponse response)
      throws Exception {
    try {
      super.handleService(request, response);
    } catch (RuntimeException e) {
      HttpException refused = refusal(e);
      if (response.isCommitted()) {
        throw e;
      } else if (refused != null) {
        response.setStatus(refused.getCode());
      } else if (e.getCause() instanceof IOException brokenOff) {
        LOG.debug("{} {} broke off", request.getMethod(), request.getRequestURI(), brokenOff);
        response.setStatus(HttpServletResponse.SC_BAD_REQUEST);
      } else {
        throw e;
      }
    }
  }

  /** What the server itself found wrong with the request, wherever the routes met it; or null. */
  private static @Nullable HttpException refusal(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof HttpException refused) {
        return refused;
      }
    }
    return null;
  }

  private static final class Unparsed extends HttpServletRequestWrapper {
    Unparsed(HttpServletRequest request) {
      super(request);
    }

    @Override
    public @Nullable String getContentType() {
      String type = super.getContentType();
      return type != null && type.startsWith(FORM) ? "application/json" : type;
    }

    /** The routes know no HEAD; the server leaves the body out. */
    @Override
    public String getMethod() {
      String method = super.getMethod();
      return method.equals("HEAD") ? "GET" : method;
    }

    @Override
    public String getPathInfo() {
      String path = getRequestURI();
      return Stream.of(path.split("/", -1))
          .map(PathSegment::ofRequest)
          .collect(Collectors.joining("/"));
    }
  }
}
