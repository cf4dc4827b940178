package org.wirecopy.delivery;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * A partner as its file describes it.
 *
 * @param name of its file
 * @param endpoint where stories are POSTed to
 * @param format profile of the JSON
 * @param keys what signs
 * @param access how we are let in
 * @param tls its own TLS, or null for the standard
 * @param filter what it wants
 * @param connectTimeout until a connection stands
 * @param timeout of the whole exchange, answer's body included
 * @param concurrency most exchanges under way
 * @param rate most exchanges a second, 0 for no limit
 * @param schedule when a push is tried again
 * @param maxAge after which an undelivered story is parked
 * @param trustedForEmbargo true if it gets embargoed stories at once
 * @param allowedNetworks networks that are not public and yet may be connected to
 * @param pageToken opens the partner's own page, or null if it has none
 */
public record Partner(
    String name,
    URI endpoint,
    String format,
    SigningKeys keys,
    Access access,
    @Nullable SSLContext tls,
    Filter filter,
    Duration connectTimeout,
    Duration timeout,
    int concurrency,
    double rate,
    Schedule schedule,
    Duration maxAge,
    boolean trustedForEmbargo,
    List<NetworkRange> allowedNetworks,
    @Nullable PageToken pageToken) {

  /** The same partner, signed for with other keys. */
  Partner with(SigningKeys others) {
    return new Partner(
        name,
        endpoint,
        format,
        others,
        access,
        tls,
        filter,
        connectTimeout,
        timeout,
        concurrency,
        rate,
        schedule,
        maxAge,
        trustedForEmbargo,
        allowedNetworks,
        pageToken);
  }

  /** Without anything secret. */
  @Override
  public String toString() {
    return "Partner[" + name + " " + endpoint.getScheme() + "://" + endpoint.getHost() + "]";
  }
}
