package org.wirecopy.desk.access;

import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.wirecopy.desk.oidc.ProviderSettings;

/**
 * How people log in at a provider outside.
 *
 * @param name what the log-in page calls it
 * @param base the house's address as people call it, or null for the address it listens on
 * @param roles which of the provider's groups make whom
 * @param provider how it is spoken to
 */
public record OidcSettings(
    String name, @Nullable URI base, RoleMapping roles, ProviderSettings provider) {}
