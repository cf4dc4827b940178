package org.wirecopy.delivery;

import java.time.Instant;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * A key of the Standard Webhooks signature {@code v1}.
 *
 * @param text as partners know it: {@code whsec_} and base64
 * @param hmac the same, set up
 * @param until when it ends because a newer one took its place, or null
 */
record Secret(String text, HmacKey hmac, @Nullable Instant until) {
  private static final String PREFIX = "whsec_";
  private static final int SHORTEST = 16;

  /**
   * Reads a secret.
   *
   * @throws IllegalArgumentException if it is none, without saying it
   */
  static Secret of(String text, @Nullable Instant until) {
    if (!text.startsWith(PREFIX)) {
      throw new IllegalArgumentException("no prefix");
    }
    return of(text, Base64.getDecoder().decode(text.substring(PREFIX.length())), until);
  }

  /** A secret of some random bytes. */
  static Secret of(byte[] key) {
    return of(PREFIX + Base64.getEncoder().encodeToString(key), key, null);
  }

  private static Secret of(String text, byte[] key, @Nullable Instant until) {
    if (key.length < SHORTEST) {
      throw new IllegalArgumentException("too short");
    }
    return new Secret(text, new HmacKey("HmacSHA256", key), until);
  }

  /** The same secret, ending at a time unless it ends sooner. */
  Secret endingBy(Instant end) {
    return until != null && until.isBefore(end) ? this : new Secret(text, hmac, end);
  }

  /** True if it signs at a time. */
  boolean signs(Instant now) {
    return until == null || now.isBefore(until);
  }

  /** Without the key. */
  @Override
  public String toString() {
    return "Secret[" + (until == null ? "" : "until " + until) + "]";
  }
}
