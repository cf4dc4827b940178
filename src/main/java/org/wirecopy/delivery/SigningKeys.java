package org.wirecopy.delivery;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The keys that sign what a partner is sent.
 *
 * @param secrets of the Standard Webhooks signature {@code v1}, the current one first
 * @param ed25519 key of {@code v1a} and of HTTP message signatures, or null
 * @param keyId names that key in HTTP message signatures
 * @param messageSignature true if an HTTP message signature (RFC 9421) is added
 */
record SigningKeys(
    List<Secret> secrets, @Nullable PrivateKey ed25519, String keyId, boolean messageSignature) {
  private static final String PRIVATE_PREFIX = "whsk_";
  private static final int SEED = 32;

  static SigningKeys read(ParameterValues values) {
    List<Secret> secrets = values.required("secret", SigningKeys::secrets);
    PrivateKey ed25519 = values.orNull("ed25519Key", SigningKeys::ed25519);
    boolean messageSignature = values.or("messageSignature", ValueForms::flag, false);
    if (messageSignature && !values.has("ed25519Key")) {
      values.fault("parameter messageSignature needs the parameter ed25519Key");
    }
    return new SigningKeys(
        secrets == null ? List.of() : secrets,
        ed25519,
        values.or("keyId", ValueForms::word, ""),
        messageSignature);
  }

  private static List<Secret> secrets(String text) {
    return Stream.of(text.split("\\s+")).map(each -> Secret.of(each, null)).toList();
  }

  /** The same with other secrets. */
  SigningKeys with(List<Secret> others) {
    return new SigningKeys(others, ed25519, keyId, messageSignature);
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
    return "SigningKeys[" + secrets.size() + (ed25519 == null ? "" : " and ed25519") + "]";
  }
}
