package org.wirecopy.delivery;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What we share with a partner and nobody else may read. Some answer a refusal with the key or the
 * headers that they refused: those are left out before the answer is kept, shown or told.
 */
final class Secrecy {
  private static final String HIDDEN = "(hidden)";

  /** Shorter ones would be found in many a word that gives nothing away. */
  private static final int SHORTEST = 6;

  private final List<String> secrets;

  private Secrecy(List<String> secrets) {
    this.secrets = secrets;
  }

  static Secrecy of(Partner partner) {
    List<String> secrets = new ArrayList<>(partner.access().secrets());
    partner.keys().secrets().forEach(secret -> secrets.add(secret.text()));
    return new Secrecy(
        secrets.stream()
            .filter(secret -> secret.length() >= SHORTEST)
            .distinct()
            .sorted(Comparator.comparingInt(String::length).reversed())
            .toList());
  }

  /**
   * A text without the secrets; the same one if it has none.
   *
   * @param token the access token of this exchange, or null
   */
  String kept(String text, @Nullable String token) {
    String kept = token == null ? text : hidden(text, token);
    for (String secret : secrets) {
      kept = hidden(kept, secret);
    }
    return kept;
  }

  /** Some write JSON with a backslash before each slash. */
  private static String hidden(String text, String secret) {
    String kept = text.contains(secret) ? text.replace(secret, HIDDEN) : text;
    return secret.indexOf('/') < 0 ? kept : kept.replace(secret.replace("/", "\\/"), HIDDEN);
  }
}
