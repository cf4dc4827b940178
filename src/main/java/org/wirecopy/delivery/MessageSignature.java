package org.wirecopy.delivery;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** HTTP message signatures of requests (RFC 9421), Ed25519. */
final class MessageSignature {
  private static final String LABEL = "wirecopy";

  private MessageSignature() {}

  /**
   * Adds {@code signature-input} and {@code signature} over the request's method, target, content
   * and delivery id.
   *
   * @param headers as they will be sent, names in lower case
   * @param endpoint where they will be sent
   * @param keys with an Ed25519 key
   * @param created seconds since 1970
   */
  static void add(Map<String, String> headers, URI endpoint, SigningKeys keys, long created) {
    PrivateKey key = keys.ed25519();
    if (key == null) {
      throw new IllegalArgumentException("no key");
    }
    Map<String, String> components = new LinkedHashMap<>();
    components.put("@method", "POST");
    components.put("@authority", authority(endpoint));
    components.put("@path", path(endpoint));
    if (endpoint.getRawQuery() != null) {
      components.put("@query", "?" + endpoint.getRawQuery());
    }
    for (String name : new String[] {"content-type", "content-digest", "webhook-id"}) {
      components.put(name, headers.getOrDefault(name, ""));
    }
    String parameters =
        components.keySet().stream().collect(Collectors.joining("\" \"", "(\"", "\")"))
            + ";created="
            + created
            + ";keyid=\""
            + keys.keyId()
            + "\";alg=\"ed25519\"";
    byte[] signature = sign(key, base(components, parameters).getBytes(StandardCharsets.UTF_8));
    headers.put("signature-input", LABEL + "=" + parameters);
    headers.put("signature", LABEL + "=:" + Base64.getEncoder().encodeToString(signature) + ":");
  }

  /** The signature base (section 2.5). */
  static String base(Map<String, String> components, String parameters) {
    StringBuilder base = new StringBuilder();
    components.forEach(
        (name, value) -> base.append('"').append(name).append("\": ").append(value).append('\n'));
    return base.append("\"@signature-params\": ").append(parameters).toString();
  }

  /** An Ed25519 signature (RFC 8032). */
  static byte[] sign(PrivateKey key, byte[]... parts) {
    try {
      Signature signature = Signature.getInstance("Ed25519");
      signature.initSign(key);
      for (byte[] part : parts) {
        signature.update(part);
      }
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("cannot sign with Ed25519", e);
    }
  }

  /** Host, and port if it is not the scheme's own (section 2.2.3). */
  static String authority(URI endpoint) {
    String host = endpoint.getHost().toLowerCase(Locale.ROOT);
    int usual = endpoint.getScheme().equalsIgnoreCase("https") ? 443 : 80;
    int port = endpoint.getPort();
    return port == -1 || port == usual ? host : host + ":" + port;
  }

  private static String path(URI endpoint) {
    String path = endpoint.getRawPath();
    return path == null || path.isEmpty() ? "/" : path;
  }
}
