package org.wirecopy.delivery;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.stream.Stream;

/**
 * A range of addresses in CIDR notation (RFC 4632).
 *
 * @param network its first address
 * @param length bits of the prefix
 */
record NetworkRange(InetAddress network, int length) {

  /** What is not the public internet (IANA special-purpose address registries, RFC 6890). */
  static final List<NetworkRange> SPECIAL =
      Stream.of(
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
              "3fff::/20")
          .map(NetworkRange::parse)
          .toList();

  /**
   * Parses {@code address/length}.
   *
   * @throws IllegalArgumentException if it is not that
   */
  static NetworkRange parse(String text) {
    int slash = text.indexOf('/');
    String address = slash < 0 ? text : text.substring(0, slash);
    if (!address.matches("[0-9.]+|[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*")) {
      throw new IllegalArgumentException("not an address: " + text);
    }
    try {
      InetAddress network = InetAddress.getByName(address);
      int bits = network.getAddress().length * Byte.SIZE;
      int length = slash < 0 ? bits : Integer.parseInt(text.substring(slash + 1));
      if (length < 0 || length > bits) {
        throw new IllegalArgumentException("not a prefix length: " + text);
      }
      return new NetworkRange(network, length);
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException("not an address: " + text, e);
    }
  }

  /** True if the address is in this range; IPv4-mapped IPv6 counts as IPv4. */
  boolean contains(InetAddress address) {
    byte[] mine = network.getAddress();
    byte[] other = address.getAddress();
    if (mine.length != other.length) {
      return false;
    }
    int rest = mine.length * Byte.SIZE - length;
    return new BigInteger(1, mine)
        .shiftRight(rest)
        .equals(new BigInteger(1, other).shiftRight(rest));
  }
}
