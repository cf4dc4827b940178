package org.wirecopy.delivery;

import java.util.HashMap;
import java.util.Map;

/** Partners to test with, read from parameters as a partner file gives them. */
final class SomePartner {
  static final String SECRET = "whsec_c29tZSBzZWNyZXQgb2YgMjQgYnl0ZXM=";

  private SomePartner() {}

  /** A partner named acme; parameters as name, value, name, value. */
  static Partner with(String... parameters) {
    return named("acme", parameters);
  }

  static Partner named(String name, String... parameters) {
    try {
      return PartnerParameters.read(name, parameters(parameters));
    } catch (PartnerException e) {
      throw new AssertionError(e);
    }
  }

  static Map<String, String> parameters(String... parameters) {
    Map<String, String> given = new HashMap<>();
    given.put("endpoint", "https://news.acme.example/hook");
    given.put("secret", SECRET);
    for (int i = 0; i < parameters.length; i += 2) {
      given.put(parameters[i], parameters[i + 1]);
    }
    return given;
  }
}
