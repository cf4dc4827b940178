package org.wirecopy.desk.access;

import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Name and password as HTTP Basic brings them with a request (RFC 7617). */
record BasicCredentials(String name, String password) {
  private static final String SCHEME = "basic ";

  /** Those of a request; null if it has none that can be read. */
  static @Nullable BasicCredentials of(HttpServletRequest request) {
    String header = request.getHeader("Authorization");
    if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      return null;
    }
    String pair;
    try {
      byte[] decoded = Base64.getDecoder().decode(header.substring(SCHEME.length()).strip());
      pair = new String(decoded, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return null;
    }
    int colon = pair.indexOf(':');
    return colon < 0
        ? null
        : new BasicCredentials(pair.substring(0, colon), pair.substring(colon + 1));
  }

  /** Without the password. */
  @Override
  public String toString() {
    return "BasicCredentials[" + name + "]";
  }
}
