package org.wirecopy.delivery;

import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A key of a keyed hash (RFC 2104), for any number of threads: each computation works on a copy of
 * one that was set up before, which costs less than setting it up.
 */
final class HmacKey {
  private final Mac ready;

  /** Sets the key up for an algorithm such as {@code HmacSHA256}. */
  HmacKey(String algorithm, byte[] key) {
    try {
      ready = Mac.getInstance(algorithm);
      ready.init(new SecretKeySpec(key, algorithm));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Java without " + algorithm, e);
    }
  }

  /** The hash of all parts, one after the other. */
  byte[] of(byte[]... parts) {
    try {
      Mac mac = (Mac) ready.clone();
      for (byte[] part : parts) {
        mac.update(part);
      }
      return mac.doFinal();
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("a keyed hash that cannot be copied", e);
    }
  }
}
