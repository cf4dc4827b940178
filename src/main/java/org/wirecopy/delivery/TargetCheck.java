package org.wirecopy.delivery;

import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Refuses targets inside the house (server-side request forgery). Every address that a host name
 * resolves to must be public, or in a network that the partner's file allows. A loopback host
 * written out in the partner's file ({@code localhost}, {@code 127.x.y.z}, {@code [::1]}) is the
 * operator's own word.
 */
public final class TargetCheck {

  /** What is not the public internet (IANA special-purpose address registries, RFC 6890). */
  private static final List<NetworkRange> SPECIAL =
      ranges(
          "0.0.0.0/8",
          "10.0.0.0/8",
          "100.64.0.0/10",
          "127.0.0.0/8",
          "169.254.0.0/16",
          "172.16.0.0/12",
          "192.0.0.0/24",
          "192.0.2.0/24",
          "192.88.99.0/24",
          "192.168.0.0/16",
          "198.18.0.0/15",
          "198.51.100.0/24",
          "203.0.113.0/24",
          "224.0.0.0/4",
          "240.0.0.0/4",
          // IPv6: only 2000::/3 is public, and of that not the special blocks.
          "::/3",
          "4000::/2",
          "8000::/1",
          "2001::/23",
          "2001:db8::/32",
          "2002::/16",
          "3fff::/20");

  /**
   * Where clouds hand out credentials. A wide range in a partner's file does not open these: it
   * takes a range that lies within them.
   */
  private static final List<NetworkRange> METADATA =
      ranges("169.254.0.0/16", "100.100.100.200/32", "fe80::/10", "fd00:ec2::/32");

  /**
   * Checks every address of a host.
   *
   * @param host as written in the partner's file
   * @param addresses all that it resolves to
   * @param allowed networks of the partner's file
   * @throws ForbiddenTargetException if any of them may not be connected to
   */
  void check(String host, InetAddress[] addresses, List<NetworkRange> allowed)
      throws ForbiddenTargetException {
    boolean ownWord = isLoopbackLiteral(host);
    for (InetAddress address : addresses) {
      boolean fine =
          isPublic(address) || ownWord && address.isLoopbackAddress() || allows(allowed, address);
      if (!fine) {
        String at = address.getHostAddress();
        throw new ForbiddenTargetException(
            (host.equals(at) ? host + " is not" : host + " is at " + at + ", which is not")
                + " a public address; if it is meant, list its network in the"
                + " partner's allowedNetworks");
      }
    }
  }

  private static boolean allows(List<NetworkRange> allowed, InetAddress address) {
    return allowed.stream()
        .anyMatch(
            range ->
                range.contains(address)
                    && METADATA.stream()
                        .noneMatch(guarded -> guarded.contains(address) && !guarded.covers(range)));
  }

  /** True for a loopback host written out, not for a name that happens to resolve to one. */
  static boolean isLoopbackLiteral(String host) {
    if (host.toLowerCase(Locale.ROOT).equals("localhost")) {
      return true;
    }
    String bare = bare(host);
    return bare.equals("::1") || bare.startsWith("127.") && NetworkRange.isLiteral(bare);
  }

  /** A host without the brackets of an IPv6 address in a URL. */
  static String bare(String host) {
    return host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
  }

  /** True for addresses of the public internet. */
  static boolean isPublic(InetAddress address) {
    return SPECIAL.stream().noneMatch(range -> range.contains(address));
  }

  private static List<NetworkRange> ranges(String... ranges) {
    return Stream.of(ranges).map(NetworkRange::parse).toList();
  }
}
