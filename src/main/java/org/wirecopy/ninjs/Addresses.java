package org.wirecopy.ninjs;

import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Identities and web addresses as RFC 3986 allows them. What a URI may not hold is percent-encoded;
 * what cannot be an address at all is left out.
 */
final class Addresses {
  private static final HexFormat HEX = HexFormat.of().withUpperCase();

  /** Beside letters and digits: unreserved and reserved characters, without the square brackets. */
  private static final String ALLOWED = "-._~:/?@!$&'()*+,;=";

  /** Before an identity that is no URI by itself. */
  private static final String BARE = "urn:wirecopy:id:";

  private Addresses() {}

  /** An identity; unchanged if it is an absolute URI already. */
  static String identity(String uri) {
    String clean = Text.clean(uri).strip();
    String identity = encoded(clean, 0);
    return isAbsolute(identity) ? identity : BARE + identity;
  }

  /** A scheme of RFC 3986 section 3.1, a colon, and something after it. */
  private static boolean isAbsolute(String uri) {
    int colon = uri.indexOf(':');
    if (colon < 1 || colon == uri.length() - 1 || uri.charAt(colon + 1) == '#') {
      return false;
    }
    for (int i = 0; i < colon; i++) {
      char c = uri.charAt(i);
      boolean digit = c >= '0' && c <= '9';
      if (i == 0 ? !isPlain(c) || digit : !isPlain(c) && "+-.".indexOf(c) < 0) {
        return false;
      }
    }
    return true;
  }

  /** An address on the web, http or https, or null if this is none. */
  static @Nullable String web(@Nullable String href) {
    if (href == null) {
      return null;
    }
    String address = Text.clean(href).strip();
    int host = hostStart(address);
    if (host < 0) {
      return null;
    }
    int path = host;
    while (path < address.length() && "/?#\\".indexOf(address.charAt(path)) < 0) {
      path++;
    }
    String authority = authority(address.substring(host, path));
    if (authority == null) {
      return null;
    }
    return address.substring(0, host).toLowerCase(Locale.ROOT) + authority + encoded(address, path);
  }

  /** A link target that may stand in a body: http, https or mailto, or null. */
  static @Nullable String link(@Nullable String href) {
    if (href != null) {
      String address = Text.clean(href).strip();
      if (address.regionMatches(true, 0, "mailto:", 0, 7) && address.length() > 7) {
        return "mailto:" + encoded(address, 7);
      }
    }
    return web(href);
  }

  /** A text as one part of a URI: all but unreserved characters percent-encoded. */
  static String component(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (byte b : Text.clean(text).getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xff);
      if (isPlain(c) || "-._~".indexOf(c) >= 0) {
        out.append(c);
      } else {
        HEX.toHexDigits(out.append('%'), b);
      }
    }
    return out.toString();
  }

  private static boolean isPlain(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  }

  private static int hostStart(String address) {
    if (address.regionMatches(true, 0, "https://", 0, 8)) {
      return 8;
    }
    return address.regionMatches(true, 0, "http://", 0, 7) ? 7 : -1;
  }

  /** Host and port; null for user names (a trick of phishers) and for what is no host. */
  private static @Nullable String authority(String authority) {
    int colon = authority.lastIndexOf(':');
    String port = "";
    String host = authority;
    if (colon > authority.lastIndexOf(']')) {
      port = authority.substring(colon);
      host = authority.substring(0, colon);
      if (port.length() > 6 || !port.chars().skip(1).allMatch(c -> c >= '0' && c <= '9')) {
        return null;
      }
    }
    if (host.isEmpty() || !host.chars().allMatch(Addresses::isHostCharacter)) {
      return null;
    }
    if (host.chars().allMatch(c -> c < 128)) {
      return host + port;
    }
    try {
      String ascii = IDN.toASCII(host, IDN.ALLOW_UNASSIGNED);
      return ascii.isEmpty() || !ascii.chars().allMatch(Addresses::isHostCharacter)
          ? null
          : ascii + port;
    } catch (IllegalArgumentException notAName) {
      return null;
    }
  }

  private static boolean isHostCharacter(int c) {
    return c >= 128 || Character.isLetterOrDigit(c) || c == '.' || c == '-' || c == '_';
  }

  private static String encoded(String address, int from) {
    int length = address.length();
    int good = from;
    boolean fragment = false;
    while (good < length && isGood(address, good, fragment)) {
      fragment |= address.charAt(good) == '#';
      good++;
    }
    if (good == length) {
      return from == 0 ? address : address.substring(from);
    }
    StringBuilder out = new StringBuilder(length + 16).append(address, from, good);
    for (int i = good; i < length; ) {
      int c = address.codePointAt(i);
      if (isGood(address, i, fragment)) {
        fragment |= c == '#';
        out.append((char) c);
      } else {
        for (byte b : Character.toString(c).getBytes(StandardCharsets.UTF_8)) {
          HEX.toHexDigits(out.append('%'), b);
        }
      }
      i += Character.charCount(c);
    }
    return out.toString();
  }

  private static boolean isGood(String address, int at, boolean inFragment) {
    char c = address.charAt(at);
    if (isPlain(c)) {
      return true;
    }
    if (c == '%') {
      return at + 2 < address.length()
          && HexFormat.isHexDigit(address.charAt(at + 1))
          && HexFormat.isHexDigit(address.charAt(at + 2));
    }
    return c == '#' ? !inFragment : ALLOWED.indexOf(c) >= 0;
  }
}
