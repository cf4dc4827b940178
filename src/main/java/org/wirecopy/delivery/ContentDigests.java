package org.wirecopy.delivery;

import java.lang.ref.WeakReference;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * {@code Content-Digest} values (RFC 9530). Partners of one format are sent the same array of
 * bytes, so that the digest of one partner's push serves the next partner's, some hundred stories
 * later where one is slower. The bytes are held weakly: a remembered digest keeps none of them.
 */
final class ContentDigests {
  private static final int REMEMBERED = 1 << 10;

  private record Digest(WeakReference<byte[]> body, String value) {}

  private final AtomicReferenceArray<@Nullable Digest> remembered =
      new AtomicReferenceArray<>(REMEMBERED);

  /** The header's value for exactly these bytes, which must never change. */
  String of(byte[] body) {
    int place = System.identityHashCode(body) & (REMEMBERED - 1);
    Digest known = remembered.get(place);
    if (known != null && known.body().refersTo(body)) {
      return known.value();
    }
    String value = "sha-256=:" + Base64.getEncoder().encodeToString(sha256(body)) + ":";
    remembered.set(place, new Digest(new WeakReference<>(body), value));
    return value;
  }

  private static byte[] sha256(byte[] body) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(body);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Java without SHA-256", e);
    }
  }
}
