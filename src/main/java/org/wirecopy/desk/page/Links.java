package org.wirecopy.desk.page;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Addresses of pages; a URI or name is one segment of a path, its own slashes encoded. */
final class Links {
  private Links() {}

  static String story(String uri) {
    return "/stories/" + segment(uri);
  }

  static String partner(String name) {
    return "/partners/" + segment(name);
  }

  /** What stands behind {@code prefix} in a path as it came, decoded. */
  static String after(String prefix, String path) {
    return URLDecoder.decode(
        path.substring(prefix.length()).replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  private static String segment(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
