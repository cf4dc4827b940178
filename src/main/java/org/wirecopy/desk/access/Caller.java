package org.wirecopy.desk.access;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Enumeration;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Where a request comes from: from the connection itself, or as the proxy before us says. */
final class Caller {
  private static final String FOR = "X-Forwarded-For";
  private static final String PROTOCOL = "X-Forwarded-Proto";

  private final boolean behindProxy;

  /**
   * @param behindProxy true if the proxy's headers are to be believed
   */
  Caller(boolean behindProxy) {
    this.behindProxy = behindProxy;
  }

  /** The address it came from. */
  String address(HttpServletRequest request) {
    String forwarded = behindProxy ? last(request, FOR) : null;
    return forwarded == null ? request.getRemoteAddr() : forwarded;
  }

  /** What tries are counted by: the address, or its network. */
  String network(HttpServletRequest request) {
    return network(address(request));
  }

  /** IPv6 hands out addresses by the network: one with the same first 64 bits is one caller. */
  static String network(String address) {
    if (address.indexOf(':') < 0) {
      return address;
    }
    try {
      byte[] bytes = InetAddress.getByName(address).getAddress();
      return HexFormat.of().formatHex(bytes, 0, Math.min(8, bytes.length));
    } catch (UnknownHostException e) {
      return "no address";
    }
  }

  /** True if the address is this machine's own. A name is none. */
  static boolean isLoopback(String address) {
    boolean literal = address.indexOf(':') >= 0 || address.matches("[0-9.]+");
    try {
      return literal && InetAddress.getByName(address).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }

  /** Whether it came by https. */
  boolean secure(HttpServletRequest request) {
    return request.isSecure() || (behindProxy && "https".equals(last(request, PROTOCOL)));
  }

  /** Whether somebody passed it on, believed or not. */
  static boolean forwarded(HttpServletRequest request) {
    return request.getHeader(FOR) != null
        || request.getHeader(PROTOCOL) != null
        || request.getHeader("Forwarded") != null;
  }

  /** What the nearest proxy added; what stands before it anyone can have written. */
  private static @Nullable String last(HttpServletRequest request, String header) {
    String last = null;
    Enumeration<String> values = request.getHeaders(header);
    while (values.hasMoreElements()) {
      last = values.nextElement();
    }
    if (last == null) {
      return null;
    }
    String value = last.substring(last.lastIndexOf(',') + 1).strip();
    return value.isEmpty() || value.length() > 64 ? null : value;
  }
}
