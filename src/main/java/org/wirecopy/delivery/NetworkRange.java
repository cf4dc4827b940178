package org.wirecopy.delivery;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.regex.Pattern;

/**
 * A range of addresses in CIDR notation (RFC 4632, RFC 4291 section 2.3).
 *
 * @param network an address in it
 * @param length bits of the prefix
 */
record NetworkRange(InetAddress network, int length) {
  private static final String OCTET = "(25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)";
  private static final Pattern IPV4 = Pattern.compile(OCTET + "(\\." + OCTET + "){3}");
  private static final Pattern IPV6 = Pattern.compile("[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*");
  private static final Pattern LENGTH = Pattern.compile("0|[1-9]\\d{0,2}");

  /**
   * Parses {@code address/length}, or an address alone.
   *
   * @throws IllegalArgumentException if it is not that
   */
  static NetworkRange parse(String text) {
    int slash = text.indexOf('/');
    InetAddress network = literal(slash < 0 ? text : text.substring(0, slash));
    int bits = network.getAddress().length * Byte.SIZE;
    if (slash < 0) {
      return new NetworkRange(network, bits);
    }
    String length = text.substring(slash + 1);
    if (!LENGTH.matcher(length).matches() || Integer.parseInt(length) > bits) {
      throw new IllegalArgumentException("not a prefix length: " + text);
    }
    return new NetworkRange(network, Integer.parseInt(length));
  }

  /**
   * An address written out in full; never asks a name server.
   *
   * @throws IllegalArgumentException if it is none
   */
  static InetAddress literal(String address) {
    if (!isLiteral(address)) {
      throw new IllegalArgumentException("not an address: " + address);
    }
    try {
      return InetAddress.getByName(address);
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException("not an address: " + address, e);
    }
  }

  /** True if this is an IPv4 address of four plain decimal numbers, or has the form of IPv6. */
  static boolean isLiteral(String address) {
    return IPV4.matcher(address).matches() || IPV6.matcher(address).matches();
  }

  /** True if the address is in this range. */
  boolean contains(InetAddress address) {
    byte[] mine = network.getAddress();
    byte[] other = address.getAddress();
    if (mine.length != other.length) {
      return false;
    }
    int whole = length / Byte.SIZE;
    for (int i = 0; i < whole; i++) {
      if (mine[i] != other[i]) {
        return false;
      }
    }
    int rest = length % Byte.SIZE;
    return rest == 0 || (mine[whole] ^ other[whole]) >> (Byte.SIZE - rest) == 0;
  }

  /** True if all of the other range is in this one. */
  boolean covers(NetworkRange other) {
    return other.length >= length && contains(other.network);
  }

  @Override
  public String toString() {
    return network.getHostAddress() + "/" + length;
  }
}
