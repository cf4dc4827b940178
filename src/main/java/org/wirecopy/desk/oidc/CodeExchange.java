package org.wirecopy.desk.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientAuthenticationMethod;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.oauth2.sdk.token.AccessToken;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.UserInfoRequest;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.token.OIDCTokens;
import java.net.URI;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Redeems the code that a browser brings back for the claims of who sits before it. */
final class CodeExchange {
  private static final Set<JWSAlgorithm> SIGNATURES = signatures();
  private static final Pattern WORD = Pattern.compile("[A-Za-z0-9_.-]{1,40}");

  private final ProviderSettings settings;
  private final ProviderCalls calls;
  private final ProviderKeys keys;
  private final InstantSource clock;

  CodeExchange(
      ProviderSettings settings, ProviderCalls calls, ProviderKeys keys, InstantSource clock) {
    this.settings = settings;
    this.calls = calls;
    this.keys = keys;
    this.clock = clock;
  }

  /** Signed by the provider's own key; one that both know (HMAC), or none, proves nothing here. */
  private static Set<JWSAlgorithm> signatures() {
    Set<JWSAlgorithm> signatures = new HashSet<>(JWSAlgorithm.Family.RSA);
    signatures.addAll(List.of(JWSAlgorithm.ES256, JWSAlgorithm.ES384, JWSAlgorithm.ES512));
    return Set.copyOf(signatures);
  }

  /** Who came back with this query. */
  Answer identify(
      OIDCProviderMetadata provider, Map<String, List<String>> query, Challenge challenge, URI back)
      throws ProviderException {
    String issuer = only(query, "iss");
    if (issuer == null
        ? provider.supportsAuthorizationResponseIssuerParam()
        : !issuer.equals(settings.issuer().toString())) {
      return new Answer.Refused("the answer is of another issuer");
    }
    String error = only(query, "error");
    if (error != null) {
      return new Answer.Refused("the provider says " + word(error));
    }
    String code = only(query, "code");
    if (code == null || code.isEmpty()) {
      return new Answer.Refused("the answer has no code");
    }
    return redeem(provider, code, challenge, back);
  }

  private Answer redeem(OIDCProviderMetadata provider, String code, Challenge challenge, URI back)
      throws ProviderException {
    AuthorizationCodeGrant grant =
        new AuthorizationCodeGrant(
            new AuthorizationCode(code), back, new CodeVerifier(challenge.verifier()));
    TokenResponse answer;
    try {
      answer = OIDCTokenResponseParser.parse(calls.call(request(provider, grant).toHTTPRequest()));
    } catch (ParseException e) {
      // What it says may hold what was answered, tokens too.
      throw new ProviderException(provider.getTokenEndpointURI() + " answered without an ID token");
    }
    if (!answer.indicatesSuccess()) {
      String why = answer.toErrorResponse().getErrorObject().getCode();
      return new Answer.Refused("the provider did not take the code: " + word(why));
    }
    OIDCTokens tokens = (OIDCTokens) answer.toSuccessResponse().getTokens();
    try {
      return identity(provider, tokens, verified(tokens, challenge));
    } catch (KeySourceException e) {
      throw new ProviderException(String.valueOf(e.getMessage()));
    } catch (BadJOSEException | JOSEException e) {
      return new Answer.Refused(String.valueOf(e.getMessage()));
    }
  }

  private TokenRequest request(OIDCProviderMetadata provider, AuthorizationCodeGrant grant) {
    ClientID id = new ClientID(settings.clientId());
    URI address = provider.getTokenEndpointURI();
    String secret = settings.clientSecret();
    return secret == null
        ? new TokenRequest(address, id, grant)
        : new TokenRequest(address, proof(provider, id, new Secret(secret)), grant);
  }

  /** As a header, which every provider must understand, unless it says that it does not. */
  private static ClientAuthentication proof(
      OIDCProviderMetadata provider, ClientID id, Secret secret) {
    List<ClientAuthenticationMethod> ways = provider.getTokenEndpointAuthMethods();
    boolean posted =
        ways != null
            && !ways.contains(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
            && ways.contains(ClientAuthenticationMethod.CLIENT_SECRET_POST);
    return posted ? new ClientSecretPost(id, secret) : new ClientSecretBasic(id, secret);
  }

  private JWTClaimsSet verified(OIDCTokens tokens, Challenge challenge)
      throws BadJOSEException, JOSEException {
    DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
    processor.setJWSKeySelector(new JWSVerificationKeySelector<>(SIGNATURES, keys));
    processor.setJWTClaimsSetVerifier(
        new IdTokenRules(
            settings.issuer().toString(), settings.clientId(), challenge.nonce(), clock));
    return processor.process(tokens.getIDToken(), null);
  }

  /** Claims that the token lacks are asked for where the provider keeps them. */
  private Answer identity(OIDCProviderMetadata provider, OIDCTokens tokens, JWTClaimsSet token)
      throws ProviderException {
    String subject = token.getSubject();
    Claims claims = new Claims(token.getClaims());
    URI more = provider.getUserInfoEndpointURI();
    if (more != null
        && (!claims.has(settings.groupsClaim()) || !claims.has(settings.nameClaim()))) {
      Map<String, Object> all = new HashMap<>(userInfo(more, tokens.getAccessToken()));
      if (!subject.equals(all.get("sub"))) {
        return new Answer.Refused("what the provider says further is of somebody else (sub)");
      }
      all.putAll(token.getClaims());
      claims = new Claims(all);
    }
    String name = claims.name(settings.nameClaim());
    return new Answer.Known(
        new Identity(
            subject,
            name == null ? subject : name,
            claims.texts(settings.groupsClaim()),
            tokens.getIDTokenString()));
  }

  private Map<String, Object> userInfo(URI address, AccessToken token) throws ProviderException {
    HTTPResponse answer = calls.call(new UserInfoRequest(address, token).toHTTPRequest());
    try {
      answer.ensureStatusCode(HTTPResponse.SC_OK);
      return answer.getBodyAsJSONObject();
    } catch (ParseException e) {
      throw new ProviderException(address + " did not answer who it is");
    }
  }

  /** The value, if it is there once. */
  private static @Nullable String only(Map<String, List<String>> query, String name) {
    List<String> values = query.getOrDefault(name, List.of());
    return values.size() == 1 ? values.get(0) : null;
  }

  /** A word of the protocol; anything else was written by who knows whom. */
  private static String word(@Nullable String text) {
    return text != null && WORD.matcher(text).matches() ? text : "no, without a word that we know";
  }
}
