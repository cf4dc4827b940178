package org.wirecopy.desk.oidc;

import java.net.URI;
import java.util.Locale;
import java.util.regex.Pattern;

/** Which addresses may be spoken to: https, and without it only this machine. */
public final class Addresses {
  private static final Pattern LOOPBACK =
      Pattern.compile("localhost|127(\\.\\d{1,3}){3}|\\[::1]|::1");

  private Addresses() {}

  /** True if nobody between can read along. */
  public static boolean isPrivate(URI address) {
    if (address.getHost() == null || address.getScheme() == null) {
      return false;
    }
    String scheme = address.getScheme().toLowerCase(Locale.ROOT);
    return scheme.equals("https") || scheme.equals("http") && isLoopback(address.getHost());
  }

  /** True for a host of this machine written out, not for a name that happens to lead to it. */
  public static boolean isLoopback(String host) {
    return LOOPBACK.matcher(host.toLowerCase(Locale.ROOT)).matches();
  }
}
