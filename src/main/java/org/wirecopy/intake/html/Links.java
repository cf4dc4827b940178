package org.wirecopy.intake.html;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/** Addresses that may leave the house: absolute, of a harmless scheme, and well formed. */
final class Links {
  private static final int LONGEST = 2_000;
  private final @Nullable URI base;

  /** With the address that relative links are resolved against; if it is none they are dropped. */
  Links(String baseUri) {
    String address = checked(baseUri.strip(), false);
    base = address == null ? null : URI.create(address);
  }

  /** Where an {@code <a>} leads, or null. */
  @Nullable String of(Element anchor) {
    return checked(resolved(anchor.attr("href").strip()), true);
  }

  /** The address in an attribute if it is on the web (http, https), or null. */
  @Nullable String web(Element element, String attribute) {
    return checked(resolved(element.attr(attribute).strip()), false);
  }

  /** An address if it is on the web, or null. */
  @Nullable String web(@Nullable String address) {
    return address == null ? null : checked(resolved(address.strip()), false);
  }

  private String resolved(String value) {
    if (value.isEmpty() || value.length() > LONGEST || value.startsWith("#")) {
      return "";
    }
    String start = value.substring(0, Math.min(8, value.length())).toLowerCase(Locale.ROOT);
    if (start.startsWith("http:") || start.startsWith("https:") || start.startsWith("mailto:")) {
      return value;
    }
    if (base == null) {
      return "";
    }
    try {
      return base.resolve(new URI(escaped(value))).toString();
    } catch (URISyntaxException e) {
      return "";
    }
  }

  private static String escaped(String address) {
    return address.replace(" ", "%20").replace("|", "%7C");
  }

  private static @Nullable String checked(String address, boolean mailAllowed) {
    if (address.isEmpty() || address.length() > LONGEST) {
      return null;
    }
    try {
      URI uri = new URI(escaped(address));
      String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
      boolean web =
          (scheme.equals("http") || scheme.equals("https")) && uri.getRawAuthority() != null;
      boolean mail = mailAllowed && scheme.equals("mailto");
      return web || mail ? uri.toString() : null;
    } catch (URISyntaxException e) {
      return null;
    }
  }
}
