package org.wirecopy.delivery;

import java.net.URI;
import java.time.Duration;
import java.util.List;

/**
 * A partner as its file describes it.
 *
 * @param name of its file
 * @param endpoint where stories are POSTed to
 * @param secrets keys of the Standard Webhooks signature, the current one first
 * @param format profile of the JSON
 * @param connectTimeout until a connection stands
 * @param timeout of the whole exchange, answer's body included
 * @param maxAge after which an undelivered story is parked
 * @param concurrency most exchanges under way
 * @param rate most exchanges a second, 0 for no limit
 * @param trustedForEmbargo true if it gets embargoed stories at once
 */
public record Partner(
    String name,
    URI endpoint,
    List<byte[]> secrets,
    String format,
    Duration connectTimeout,
    Duration timeout,
    Duration maxAge,
    int concurrency,
    double rate,
    boolean trustedForEmbargo) {

  /** Without the secrets. */
  @Override
  public String toString() {
    return "Partner[" + name + " " + endpoint.getScheme() + "://" + endpoint.getHost() + "]";
  }
}
