package org.wirecopy.desk.oidc;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the provider is spoken to.
 *
 * @param issuer its address, exactly as its own document says it; https, but on this machine
 * @param clientId what it calls this house
 * @param clientSecret what this house proves that with, or null if it has none (a public client)
 * @param scopes what is asked for besides {@code openid}
 * @param nameClaim the claim that holds a person's name
 * @param groupsClaim the claim that holds their groups or roles; a dot leads into an object
 * @param timeout the longest that one call may take, from its start to the last byte
 */
public record ProviderSettings(
    URI issuer,
    String clientId,
    @Nullable String clientSecret,
    List<String> scopes,
    String nameClaim,
    String groupsClaim,
    Duration timeout) {
  public ProviderSettings {
    scopes = List.copyOf(scopes);
  }

  /** Without the secret. */
  @Override
  public String toString() {
    return "ProviderSettings[" + issuer + ", " + clientId + "]";
  }
}
