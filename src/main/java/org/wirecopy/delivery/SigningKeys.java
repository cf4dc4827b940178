package org.wirecopy.delivery;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The keys that sign what a partner is sent.
 *
 * @param secrets as partners know them, {@code whsec_} and base64; the current one first
 * @param hmacs the same as keys of the Standard Webhooks signature {@code v1}
 * @param ed25519 key of {@code v1a} and of HTTP message signatures, or null
 * @param keyId names that key in HTTP message signatures
 * @param messageSignature true if an HTTP message signature (RFC 9421) is added
 */
record SigningKeys(
    List<String> secrets,
    List<HmacKey> hmacs,
    @Nullable PrivateKey ed25519,
    String keyId,
    boolean messageSignature) {
  private static final String SECRET_PREFIX = "whsec_";
  private static final String PRIVATE_PREFIX = "whsk_";
  private static final int SHORTEST_SECRET = 16;
  private static final int SEED = 32;

  static SigningKeys read(ParameterValues values) {
    List<HmacKey> hmacs = values.required("secret", SigningKeys::hmacs);
    PrivateKey ed25519 = values.orNull("ed25519Key", SigningKeys::ed25519);
    boolean messageSignature = values.or("messageSignature", ValueForms::flag, false);
    if (messageSignature && !values.has("ed25519Key")) {
      values.fault("parameter messageSignature needs the parameter ed25519Key");
    }
    return new SigningKeys(
        List.of(values.text("secret").split("\\s+")),
        hmacs == null ? List.of() : hmacs,
        ed25519,
        values.or("keyId", ValueForms::word, ""),
        messageSignature);
  }

  private static List<HmacKey> hmacs(String text) {
    List<HmacKey> keys = new ArrayList<>();
    for (String secret : text.split("\\s+")) {
      if (!secret.startsWith(SECRET_PREFIX)) {
        throw new IllegalArgumentException("no prefix");
      }
      byte[] key = Base64.getDecoder().decode(secret.substring(SECRET_PREFIX.length()));
      if (key.length < SHORTEST_SECRET) {
        throw new IllegalArgumentException("too short");
      }
      keys.add(new HmacKey("HmacSHA256", key));
    }
    return keys;
  }

  /** A seed, a seed with its public key (as Svix writes it), or PKCS#8. */
  static PrivateKey ed25519(String text) {
    if (!text.startsWith(PRIVATE_PREFIX)) {
      throw new IllegalArgumentException("no prefix");
    }
    byte[] key = Base64.getDecoder().decode(text.substring(PRIVATE_PREFIX.length()));
    try {
      KeyFactory keys = KeyFactory.getInstance("Ed25519");
      return Set.of(SEED, 2 * SEED).contains(key.length)
          ? keys.generatePrivate(
              new EdECPrivateKeySpec(NamedParameterSpec.ED25519, Arrays.copyOf(key, SEED)))
          : keys.generatePrivate(new PKCS8EncodedKeySpec(key));
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("not an Ed25519 key", e);
    }
  }

  /** Without the keys. */
  @Override
  public String toString() {
    return "SigningKeys[" + hmacs.size() + (ed25519 == null ? "" : " and ed25519") + "]";
  }
}
