package org.wirecopy.delivery;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How we are let in by a partner, besides a client certificate.
 *
 * @param headers static headers and {@code authorization}, in lower case
 * @param tokens where access tokens are had, or null
 */
record Access(Map<String, String> headers, @Nullable ClientCredentials tokens) {

  /**
   * OAuth2 client credentials (RFC 6749, section 4.4).
   *
   * @param endpoint the token endpoint
   * @param clientId our id there
   * @param clientSecret our secret there
   * @param scope what is asked for; empty for the server's default
   */
  record ClientCredentials(URI endpoint, String clientId, String clientSecret, String scope) {
    /** Without the secret. */
    @Override
    public String toString() {
      return "ClientCredentials[" + clientId + " at " + endpoint.getHost() + "]";
    }
  }

  /** An open door. */
  static final Access OPEN = new Access(Map.of(), null);

  private static final String AUTHORIZATION = "authorization";
  private static final String BASIC = "Basic ";
  private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
  private static final Set<String> RESERVED =
      Set.of(
          "connection",
          "content-digest",
          "content-encoding",
          "content-length",
          "content-type",
          "expect",
          "host",
          "idempotency-key",
          "keep-alive",
          "proxy-authorization",
          "proxy-connection",
          "signature",
          "signature-input",
          "te",
          "trailer",
          "transfer-encoding",
          "upgrade",
          "x-superdesk-signature");

  static Access read(ParameterValues values) {
    Map<String, String> headers =
        new LinkedHashMap<>(values.or("headers", Access::headers, Map.<String, String>of()));
    values.together("username", "password");
    values.together("tokenEndpoint", "clientId", "clientSecret");
    String user = values.orNull("username", Access::user);
    String password = values.orNull("password", text -> text);
    String bearer = values.orNull("bearer", Access::bearer);
    URI tokenEndpoint = values.orNull("tokenEndpoint", ValueForms::url);
    int ways =
        (headers.containsKey(AUTHORIZATION) ? 1 : 0)
            + (user == null ? 0 : 1)
            + (bearer == null ? 0 : 1)
            + (tokenEndpoint == null ? 0 : 1);
    if (ways > 1) {
      values.fault(
          "only one of username, bearer, tokenEndpoint and an authorization header can be given");
    }
    if (user != null && password != null) {
      byte[] pair = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
      headers.put(AUTHORIZATION, BASIC + Base64.getEncoder().encodeToString(pair));
    }
    if (bearer != null) {
      headers.put(AUTHORIZATION, "Bearer " + bearer);
    }
    if (tokenEndpoint == null) {
      return new Access(headers, null);
    }
    return new Access(
        headers,
        new ClientCredentials(
            tokenEndpoint,
            values.or("clientId", text -> text, ""),
            values.or("clientSecret", text -> text, ""),
            values.or("scope", ValueForms::headerText, "")));
  }

  private static Map<String, String> headers(String text) {
    Map<String, String> headers = new LinkedHashMap<>();
    text.lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .forEach(
            line -> {
              int colon = line.indexOf(':');
              String name = line.substring(0, Math.max(0, colon)).toLowerCase(Locale.ROOT);
              if (!TOKEN.matcher(name).matches()
                  || RESERVED.contains(name)
                  || name.startsWith("webhook-")
                  || name.startsWith("wirecopy-")) {
                throw new IllegalArgumentException("not a header of a partner's own");
              }
              headers.put(name, ValueForms.headerText(line.substring(colon + 1).strip()));
            });
    return headers;
  }

  private static String user(String text) {
    if (text.indexOf(':') >= 0) {
      throw new IllegalArgumentException("a colon ends the user's name");
    }
    return text;
  }

  private static String bearer(String text) {
    if (text.chars().anyMatch(Character::isWhitespace)) {
      throw new IllegalArgumentException("blanks in a token");
    }
    return ValueForms.headerText(text);
  }

  /** What of it a partner's answer may repeat: whole header values, and what is secret in them. */
  List<String> secrets() {
    List<String> secrets = new ArrayList<>(headers.values());
    String authorization = headers.getOrDefault(AUTHORIZATION, "");
    String credentials = authorization.substring(authorization.indexOf(' ') + 1);
    secrets.add(credentials);
    if (authorization.startsWith(BASIC)) {
      secrets.add(password(credentials));
    }
    if (tokens != null) {
      secrets.add(tokens.clientSecret());
    }
    return secrets;
  }

  private static String password(String credentials) {
    try {
      String pair = new String(Base64.getDecoder().decode(credentials), StandardCharsets.UTF_8);
      return pair.substring(pair.indexOf(':') + 1);
    } catch (IllegalArgumentException ofItsOwnKind) {
      return credentials;
    }
  }

  /** Without secrets: only the names of the headers. */
  @Override
  public String toString() {
    return "Access[" + String.join(" ", headers.keySet()) + (tokens == null ? "" : " oauth2") + "]";
  }
}
