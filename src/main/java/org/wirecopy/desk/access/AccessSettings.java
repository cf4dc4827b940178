package org.wirecopy.desk.access;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the house guards its door.
 *
 * @param users the file that names who may log in with a password, or null if nobody may
 * @param oidc how people log in at a provider outside, or null if they do not; with neither nobody
 *     has to log in
 * @param host the address it listens on
 * @param hosts further names that it may be called by while nobody has to log in
 * @param behindProxy true if all requests come through a proxy that sets X-Forwarded-For and
 *     X-Forwarded-Proto
 * @param idle a session without a request ends after this
 * @param longest a session ends after this
 */
public record AccessSettings(
    @Nullable Path users,
    @Nullable OidcSettings oidc,
    String host,
    List<String> hosts,
    boolean behindProxy,
    Duration idle,
    Duration longest) {
  public AccessSettings {
    hosts = List.copyOf(hosts);
  }
}
