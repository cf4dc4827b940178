package org.wirecopy.parts;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.wirecopy.desk.access.OidcSettings;
import org.wirecopy.desk.access.RoleMapping;
import org.wirecopy.desk.oidc.Addresses;
import org.wirecopy.desk.oidc.ProviderSettings;
import org.wirecopy.settings.Settings;
import org.wirecopy.settings.Settings.SettingException;

/** Log-in at a provider outside, as the settings say. */
final class HouseLogIn {
  private static final String ISSUER = "wirecopy.oidc.issuer";
  private static final String CLIENT = "wirecopy.oidc.client-id";
  private static final String BASE = "wirecopy.oidc.base-url";
  private static final String TIMEOUT = "wirecopy.oidc.timeout";
  private static final Duration LONGEST = Duration.ofSeconds(20);

  private HouseLogIn() {}

  /**
   * How people log in at the provider, or null if there is none.
   *
   * @throws SettingException if a setting is missing or wrong
   */
  static @Nullable OidcSettings oidc(Settings settings) {
    if (settings.textOrNull(ISSUER) == null) {
      if (settings.textOrNull(CLIENT) != null) {
        throw missing(ISSUER, "the provider's address, since " + CLIENT + " is set");
      }
      return null;
    }
    if (settings.textOrNull(CLIENT) == null) {
      throw missing(CLIENT, "what the provider calls Wirecopy, since " + ISSUER + " is set");
    }
    RoleMapping roles =
        new RoleMapping(
            settings.words("wirecopy.oidc.viewers"),
            settings.words("wirecopy.oidc.editors"),
            settings.words("wirecopy.oidc.operators"));
    if (roles.isEmpty()) {
      throw missing(
          "wirecopy.oidc.viewers, .editors or .operators",
          "the provider's groups that may come in; without any nobody could");
    }
    return new OidcSettings(
        required(settings, "wirecopy.oidc.name"),
        base(settings),
        roles,
        new ProviderSettings(
            issuer(settings),
            settings.text(CLIENT),
            settings.textOrNull("wirecopy.oidc.client-secret"),
            settings.words("wirecopy.oidc.scopes"),
            required(settings, "wirecopy.oidc.name-claim"),
            required(settings, "wirecopy.oidc.roles-claim"),
            timeout(settings)));
  }

  private static URI issuer(Settings settings) {
    URI issuer = address(settings, ISSUER, "https://login.example/realms/news");
    if (issuer.getRawQuery() != null) {
      throw wrong(ISSUER, settings, "an address without a query");
    }
    return issuer;
  }

  private static @Nullable URI base(Settings settings) {
    if (settings.textOrNull(BASE) == null) {
      boolean own = Addresses.isLoopback(settings.text("wirecopy.host"));
      if (!own || settings.flag("wirecopy.behind-proxy")) {
        throw missing(
            BASE,
            "Wirecopy's address as browsers call it (https://desk.example), since others reach it");
      }
      return null;
    }
    URI base = address(settings, BASE, "https://desk.example");
    boolean path = base.getRawPath() != null && !base.getRawPath().matches("/?");
    if (path || base.getRawQuery() != null) {
      throw wrong(BASE, settings, "an address without a path, such as https://desk.example");
    }
    return URI.create(base.getScheme() + "://" + base.getRawAuthority());
  }

  private static URI address(Settings settings, String name, String form) {
    String must = "an address such as " + form + "; http only on this machine (localhost)";
    try {
      URI address = URI.create(settings.text(name));
      if (!Addresses.isPrivate(address)
          || address.getRawFragment() != null
          || address.getRawUserInfo() != null) {
        throw wrong(name, settings, must);
      }
      return address;
    } catch (IllegalArgumentException e) {
      throw wrong(name, settings, must);
    }
  }

  private static Duration timeout(Settings settings) {
    Duration timeout = settings.duration(TIMEOUT);
    if (timeout.isZero() || timeout.compareTo(LONGEST) > 0) {
      throw wrong(TIMEOUT, settings, "a duration of at most " + LONGEST.toSeconds() + "s");
    }
    return timeout;
  }

  private static String required(Settings settings, String name) {
    String value = settings.textOrNull(name);
    if (value == null) {
      throw missing(name, "a value, since " + ISSUER + " is set");
    }
    return value;
  }

  private static SettingException missing(String name, String what) {
    return new SettingException("Setting " + name + " is missing: it must be " + what + ".");
  }

  private static SettingException wrong(String name, Settings settings, String form) {
    return new SettingException(
        "Setting "
            + name
            + " (environment "
            + Settings.environmentName(name)
            + ") is \""
            + settings.text(name)
            + "\" but must be "
            + form
            + ".");
  }
}
