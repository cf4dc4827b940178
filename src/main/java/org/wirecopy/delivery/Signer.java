package org.wirecopy.delivery;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.wirecopy.article.Delivery;
import org.wirecopy.article.Story;

/**
 * The contract headers of a push: Standard Webhooks 1.0.0 signature, {@code Idempotency-Key} as a
 * structured-field string, {@code Content-Digest} (RFC 9530), and what the push is about.
 */
public final class Signer {
  private static final String HMAC = "HmacSHA256";

  /**
   * The headers to send, all names in lower case.
   *
   * @param partner whose secrets sign; several while one is being rotated
   * @param delivery what is sent
   * @param body the exact bytes
   * @param now the time of this attempt
   */
  public Map<String, String> headers(Partner partner, Delivery delivery, byte[] body, Instant now) {
    long seconds = now.getEpochSecond();
    Story story = delivery.story();
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("webhook-id", delivery.id());
    headers.put("webhook-timestamp", Long.toString(seconds));
    headers.put("webhook-signature", signatures(partner.secrets(), delivery.id(), seconds, body));
    headers.put("idempotency-key", '"' + delivery.id() + '"');
    headers.put("content-digest", "sha-256=:" + base64(sha256(body)) + ":");
    headers.put("wirecopy-uri", story.uri());
    headers.put("wirecopy-version", Integer.toString(story.version()));
    headers.put("wirecopy-action", story.action().wireName());
    headers.put("wirecopy-sequence", Long.toString(delivery.sequence()));
    return headers;
  }

  /** The value of {@code webhook-signature}: one {@code v1} signature per secret. */
  static String signatures(List<byte[]> secrets, String id, long seconds, byte[] body) {
    byte[] prefix = (id + "." + seconds + ".").getBytes(StandardCharsets.UTF_8);
    StringBuilder signatures = new StringBuilder();
    for (byte[] secret : secrets) {
      if (!signatures.isEmpty()) {
        signatures.append(' ');
      }
      signatures.append("v1,").append(base64(hmac(secret, prefix, body)));
    }
    return signatures.toString();
  }

  private static byte[] hmac(byte[] secret, byte[] prefix, byte[] body) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(secret, HMAC));
      mac.update(prefix);
      return mac.doFinal(body);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Java without " + HMAC, e);
    }
  }

  private static byte[] sha256(byte[] body) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(body);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Java without SHA-256", e);
    }
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }
}
