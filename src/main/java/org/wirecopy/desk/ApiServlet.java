package org.wirecopy.desk;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.camel.component.servlet.CamelHttpTransportServlet;
import org.jspecify.annotations.Nullable;

/**
 * The REST routes as a servlet that leaves bodies as they are: the API takes JSON whatever the
 * content type says, and {@code curl -d} calls it a form.
 */
final class ApiServlet extends CamelHttpTransportServlet {
  private static final long serialVersionUID = 1L;
  private static final String FORM = "application/x-www-form-urlencoded";

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response) {
    super.service(new Unparsed(request), response);
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
  }
}
