package org.wirecopy.desk.page;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

/** Style and scripts, all from within the jar. */
public final class AssetServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  private record Asset(String resource, String type) {}

  private static final Map<String, Asset> ASSETS =
      Map.of(
          "/desk.css", new Asset("/org/wirecopy/desk/page/desk.css", "text/css"),
          "/htmx.js",
              new Asset(
                  "/META-INF/resources/webjars/htmx.org/2.0.4/dist/htmx.min.js",
                  "text/javascript"));

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String path = request.getPathInfo();
    Asset asset = path == null ? null : ASSETS.get(path);
    if (asset == null) {
      response.sendError(404);
      return;
    }
    try (InputStream in = AssetServlet.class.getResourceAsStream(asset.resource())) {
      if (in == null) {
        throw new IOException("the jar lacks " + asset.resource());
      }
      response.setContentType(asset.type());
      response.setCharacterEncoding("UTF-8");
      response.setHeader("cache-control", "max-age=3600");
      in.transferTo(response.getOutputStream());
    }
  }
}
