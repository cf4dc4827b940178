package org.wirecopy.desk.page;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Style, scripts and icon, from the jar. Their address changes with their content, so that browsers
 * may keep them for good.
 */
final class Assets extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final String OWN = "/org/wirecopy/desk/page/assets/";
  private static final String WEBJARS = "/META-INF/resources/webjars/";

  private record Asset(String type, byte[] bytes) {}

  private final transient Map<String, Asset> files = new LinkedHashMap<>();
  private final String root;

  Assets() {
    add("desk.css", "text/css", OWN + "desk.css");
    add("desk.js", "text/javascript", OWN + "desk.js");
    add("icon.svg", "image/svg+xml", OWN + "icon.svg");
    add("htmx.js", "text/javascript", WEBJARS + "htmx.org/2.0.10/dist/htmx.min.js");
    root = "/assets/" + digest();
  }

  /** Where they are, without a slash at the end. */
  String root() {
    return root;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String path = request.getRequestURI();
    Asset asset = files.get(path.substring(path.lastIndexOf('/') + 1));
    if (asset == null) {
      response.setStatus(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    response.setContentType(asset.type());
    response.setCharacterEncoding("UTF-8");
    response.setHeader(
        "Cache-Control",
        path.startsWith(root) ? "public, max-age=31536000, immutable" : "no-cache");
    response.getOutputStream().write(asset.bytes());
  }

  private void add(String name, String type, String resource) {
    try (InputStream in = Assets.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("missing in the jar: " + resource);
      }
      files.put(name, new Asset(type, in.readAllBytes()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String digest() {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      files.values().forEach(asset -> sha.update(asset.bytes()));
      return HexFormat.of().formatHex(sha.digest(), 0, 6);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
