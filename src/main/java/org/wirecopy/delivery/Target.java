package org.wirecopy.delivery;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import javax.net.ssl.SSLContext;
import org.apache.hc.core5.net.NamedEndpoint;
import org.jspecify.annotations.Nullable;

/**
 * Where connections go to.
 *
 * @param host as written, without the brackets of an IPv6 address
 * @param port the port
 * @param authority the value of {@code Host}
 * @param path with the query
 * @param secure true for https
 * @param tls TLS of its own, or null for the standard
 * @param connectTimeout until a connection stands
 * @param allowedNetworks networks that are not public and yet may be connected to
 */
record Target(
    String host,
    int port,
    String authority,
    String path,
    boolean secure,
    @Nullable SSLContext tls,
    Duration connectTimeout,
    List<NetworkRange> allowedNetworks)
    implements NamedEndpoint {

  /** A URL of a partner. */
  static Target of(URI url, Partner partner) {
    boolean secure = url.getScheme().toLowerCase(Locale.ROOT).equals("https");
    int port = url.getPort() == -1 ? secure ? 443 : 80 : url.getPort();
    String path = url.getRawPath() == null || url.getRawPath().isEmpty() ? "/" : url.getRawPath();
    return new Target(
        TargetCheck.bare(url.getHost()),
        port,
        MessageSignature.authority(url),
        url.getRawQuery() == null ? path : path + "?" + url.getRawQuery(),
        secure,
        partner.tls(),
        partner.connectTimeout(),
        partner.allowedNetworks());
  }

  @Override
  public String getHostName() {
    return host;
  }

  @Override
  public int getPort() {
    return port;
  }
}
