package org.wirecopy.delivery;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Locale;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;

/**
 * Refuses targets inside the house (server-side request forgery): every address that a name
 * resolves to must be public. The addresses checked here are the ones connected to. A loopback host
 * written as such in the partner's file is the operator's own word and is allowed.
 */
public final class TargetCheck implements DnsResolver {

  /** A target that may not be connected to. */
  public static final class ForbiddenTargetException extends UnknownHostException {
    private static final long serialVersionUID = 1L;

    ForbiddenTargetException(String message) {
      super(message);
    }
  }

  @Override
  public InetAddress[] resolve(String host) throws UnknownHostException {
    InetAddress[] addresses = SystemDefaultDnsResolver.INSTANCE.resolve(host);
    boolean ownWord = isLoopbackLiteral(host);
    for (InetAddress address : addresses) {
      if (!(ownWord && address.isLoopbackAddress()) && !isPublic(address)) {
        throw new ForbiddenTargetException(
            host + " resolves to " + address.getHostAddress() + ", which is not a public address");
      }
    }
    return addresses;
  }

  @Override
  public String resolveCanonicalHostname(String host) {
    return host;
  }

  static boolean isLoopbackLiteral(String host) {
    String bare = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
    return bare.toLowerCase(Locale.ROOT).equals("localhost")
        || bare.equals("::1")
        || bare.matches("127(\\.\\d{1,3}){3}");
  }

  /** True for addresses of the public internet, after the IANA special-purpose registries. */
  static boolean isPublic(InetAddress address) {
    return NetworkRange.SPECIAL.stream().noneMatch(range -> range.contains(address));
  }
}
