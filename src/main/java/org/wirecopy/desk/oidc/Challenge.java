package org.wirecopy.desk.oidc;

import java.security.SecureRandom;
import java.util.Base64;

/**
 * What is made up anew for each log-in, so that an answer fits one only.
 *
 * @param state what the browser brings back, against answers that were made up
 * @param nonce what the ID token must repeat, against tokens of another log-in
 * @param verifier what redeems the code, of which the provider first sees the digest only (PKCE,
 *     RFC 7636), against codes that were overheard
 */
public record Challenge(String state, String nonce, String verifier) {
  private static final int BYTES = 32;

  /** A new one. */
  public static Challenge of(SecureRandom random) {
    return new Challenge(word(random), word(random), word(random));
  }

  private static String word(SecureRandom random) {
    byte[] bytes = new byte[BYTES];
    random.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  /** Without what must be kept to oneself. */
  @Override
  public String toString() {
    return "Challenge";
  }
}
