package org.wirecopy.delivery;

import java.nio.charset.StandardCharsets;
import java.security.PrivateKey;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import org.wirecopy.article.Delivery;
import org.wirecopy.article.Story;

/**
 * The contract headers of a push: the signatures of Standard Webhooks 1.0.0, {@code
 * Idempotency-Key} as a structured-field string, {@code Content-Digest} (RFC 9530), what the push
 * is about, and what a partner asked for beside: an HTTP message signature (RFC 9421), or the
 * signature that Superdesk checks.
 */
public final class Signer {
  private static final String SUPERDESK = "superdesk";
  private static final String CONTENT_TYPE = "application/json";

  private final ContentDigests digests = new ContentDigests();

  /**
   * The headers to send, all names in lower case.
   *
   * @param partner whose keys sign; several while one is being rotated
   * @param delivery what is sent
   * @param body the exact bytes, which must not change afterwards
   * @param now the time of this attempt
   */
  public Map<String, String> headers(Partner partner, Delivery delivery, byte[] body, Instant now) {
    long seconds = now.getEpochSecond();
    Story story = delivery.story();
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("content-type", CONTENT_TYPE);
    headers.put("webhook-id", delivery.id());
    headers.put("webhook-timestamp", Long.toString(seconds));
    headers.put("webhook-signature", signatures(partner.keys(), delivery.id(), now, body));
    headers.put("idempotency-key", '"' + delivery.id() + '"');
    headers.put("content-digest", digests.of(body));
    headers.put("wirecopy-uri", visible(story.uri()));
    headers.put("wirecopy-version", Integer.toString(story.version()));
    headers.put("wirecopy-action", story.action().wireName());
    headers.put("wirecopy-sequence", Long.toString(delivery.sequence()));
    if (partner.format().equals(SUPERDESK)) {
      headers.put("x-superdesk-signature", superdesk(partner.keys(), now, body));
    }
    if (partner.keys().messageSignature()) {
      MessageSignature.add(headers, partner.endpoint(), partner.keys(), seconds);
    }
    return headers;
  }

  /** The value of {@code webhook-signature}: a {@code v1} per secret, and {@code v1a}. */
  static String signatures(SigningKeys keys, String id, Instant now, byte[] body) {
    byte[] prefix = (id + "." + now.getEpochSecond() + ".").getBytes(StandardCharsets.UTF_8);
    StringBuilder signatures = new StringBuilder();
    for (Secret secret : keys.secrets()) {
      if (secret.signs(now)) {
        append(signatures, "v1,", secret.hmac().of(prefix, body));
      }
    }
    PrivateKey ed25519 = keys.ed25519();
    if (ed25519 != null) {
      append(signatures, "v1a,", MessageSignature.sign(ed25519, prefix, body));
    }
    return signatures.toString();
  }

  private static void append(StringBuilder signatures, String version, byte[] signature) {
    if (!signatures.isEmpty()) {
      signatures.append(' ');
    }
    signatures.append(version).append(Base64.getEncoder().encodeToString(signature));
  }

  /**
   * Superdesk's receivers know the secret as text, so its text is the key. There is room for one
   * signature: while a secret is rotated the oldest one's, as long as it signs, so that the partner
   * changes over when that ends.
   */
  private static String superdesk(SigningKeys keys, Instant now, byte[] body) {
    Secret oldest = keys.secrets().get(0);
    for (Secret secret : keys.secrets()) {
      if (secret.signs(now)) {
        oldest = secret;
      }
    }
    byte[] key = oldest.text().getBytes(StandardCharsets.UTF_8);
    return "sha1=" + HexFormat.of().formatHex(new HmacKey("HmacSHA1", key).of(body));
  }

  /** Percent-encodes what may not stand in a header (RFC 3987, section 3.1). */
  private static String visible(String uri) {
    if (uri.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
      return uri;
    }
    StringBuilder out = new StringBuilder(uri.length());
    for (byte b : uri.getBytes(StandardCharsets.UTF_8)) {
      if (b > ' ' && b < 0x7f) {
        out.append((char) b);
      } else {
        out.append('%').append(HexFormat.of().withUpperCase().toHexDigits(b));
      }
    }
    return out.toString();
  }
}
