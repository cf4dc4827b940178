package org.wirecopy.desk.oidc;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWT;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.LogoutRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The provider that people log in at, by the authorization code flow with PKCE. It is first spoken
 * to when somebody logs in: the house starts without it.
 */
public final class Provider {
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration DAY = Duration.ofDays(1);

  // Nobody is sent to a provider that did not answer this long ago.
  private static final Duration METADATA_FRESH = Duration.ofSeconds(30);

  // A key that the provider has withdrawn is taken no longer than this.
  private static final Duration KEYS_FRESH = Duration.ofMinutes(5);

  private final ProviderSettings settings;
  private final Kept<OIDCProviderMetadata> metadata;
  private final CodeExchange exchange;

  /**
   * @param clock what tokens are judged by
   */
  public Provider(ProviderSettings settings, InstantSource clock) {
    this.settings = settings;
    ProviderCalls calls = new ProviderCalls(settings.timeout());
    this.metadata = new Kept<>(() -> discover(calls), METADATA_FRESH, DAY, clock);
    Kept<JWKSet> keys = new Kept<>(() -> keys(calls), KEYS_FRESH, HOUR, clock);
    this.exchange = new CodeExchange(settings, calls, new ProviderKeys(keys), clock);
  }

  /**
   * Where a browser is sent to log in.
   *
   * @param back where the provider sends it afterwards; must be registered there
   * @throws ProviderException if the provider cannot be asked
   */
  public URI logIn(Challenge challenge, URI back) throws ProviderException {
    Scope scope = new Scope("openid");
    settings.scopes().forEach(scope::add);
    return new AuthenticationRequest.Builder(
            ResponseType.CODE, scope, new ClientID(settings.clientId()), back)
        .endpointURI(metadata.fresh().getAuthorizationEndpointURI())
        .state(new State(challenge.state()))
        .nonce(new Nonce(challenge.nonce()))
        .codeChallenge(new CodeVerifier(challenge.verifier()), CodeChallengeMethod.S256)
        .build()
        .toURI();
  }

  /**
   * Asks who somebody is who came back.
   *
   * @param query what they brought; its state has been found to be the challenge's
   * @param challenge of this log-in
   * @param back as it was at the beginning
   */
  public Answer identify(Map<String, List<String>> query, Challenge challenge, URI back) {
    try {
      return exchange.identify(metadata.get(), query, challenge, back);
    } catch (ProviderException e) {
      return new Answer.Unreachable(String.valueOf(e.getMessage()));
    }
  }

  /**
   * Where a browser is sent to log out at the provider too, or null if it offers that not. Asks
   * nobody: logging out must not hang on the provider.
   *
   * @param idToken of the log-in
   * @param back where the provider may send it afterwards
   */
  public @Nullable URI logOut(String idToken, URI back) {
    OIDCProviderMetadata known = metadata.atHand();
    URI end = known == null ? null : known.getEndSessionEndpointURI();
    if (end == null || !Addresses.isPrivate(end)) {
      return null;
    }
    return new LogoutRequest(
            end, parsed(idToken), null, new ClientID(settings.clientId()), back, null, null)
        .toURI();
  }

  private static @Nullable JWT parsed(String idToken) {
    try {
      return JWTParser.parse(idToken);
    } catch (java.text.ParseException e) {
      return null;
    }
  }

  private OIDCProviderMetadata discover(ProviderCalls calls) throws ProviderException {
    String issuer = settings.issuer().toString();
    URI address = URI.create(issuer.replaceFirst("/$", "") + "/.well-known/openid-configuration");
    OIDCProviderMetadata found;
    try {
      found = OIDCProviderMetadata.parse(calls.document(address));
    } catch (ParseException e) {
      throw new ProviderException(address + " is no document of OpenID Connect Discovery");
    }
    if (!found.getIssuer().getValue().equals(issuer)) {
      throw new ProviderException(
          address
              + " is of the issuer "
              + found.getIssuer()
              + ": set wirecopy.oidc.issuer to exactly that, if it is meant");
    }
    URI logIn = found.getAuthorizationEndpointURI();
    if (logIn == null || found.getTokenEndpointURI() == null || !Addresses.isPrivate(logIn)) {
      throw new ProviderException(address + " names no place to log in that is https");
    }
    return found;
  }

  private JWKSet keys(ProviderCalls calls) throws ProviderException {
    URI address = metadata.get().getJWKSetURI();
    try {
      return JWKSet.parse(calls.document(address));
    } catch (java.text.ParseException e) {
      throw new ProviderException(address + " is no set of keys");
    }
  }
}
