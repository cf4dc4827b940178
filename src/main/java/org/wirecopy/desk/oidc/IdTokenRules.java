package org.wirecopy.desk.oidc;

import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.BadJWTException;
import com.nimbusds.jwt.proc.JWTClaimsSetVerifier;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What an ID token must say to be taken (OpenID Connect Core 1.0, 3.1.3.7): who made it, for whom,
 * for which log-in, and that it is still good. Its signature is looked at elsewhere.
 *
 * @param issuer the only one whose tokens are taken
 * @param clientId ours
 * @param nonce of the log-in it answers
 * @param clock now; a minute of difference to the provider's is forgiven
 */
record IdTokenRules(String issuer, String clientId, String nonce, InstantSource clock)
    implements JWTClaimsSetVerifier<SecurityContext> {
  private static final Duration SKEW = Duration.ofSeconds(60);
  private static final Pattern SUBJECT = Pattern.compile("[\\x20-\\x7e]{1,255}");

  @Override
  public void verify(JWTClaimsSet claims, @Nullable SecurityContext context)
      throws BadJWTException {
    String fault = fault(claims);
    if (fault != null) {
      throw new BadJWTException(fault);
    }
  }

  private @Nullable String fault(JWTClaimsSet claims) {
    if (!issuer.equals(claims.getIssuer())) {
      return "the ID token is of another issuer";
    }
    List<String> audience = claims.getAudience();
    if (!audience.contains(clientId)) {
      return "the ID token is not for this client";
    }
    Object party = claims.getClaim("azp");
    if (party == null ? audience.size() > 1 : !party.equals(clientId)) {
      return "the ID token was made for another client (azp)";
    }
    if (claims.getSubject() == null || !SUBJECT.matcher(claims.getSubject()).matches()) {
      return "the ID token names nobody (sub)";
    }
    if (!nonce.equals(claims.getClaim("nonce"))) {
      return "the ID token is of another log-in (nonce)";
    }
    return outOfTime(claims);
  }

  private @Nullable String outOfTime(JWTClaimsSet claims) {
    Instant now = clock.instant();
    Date ends = claims.getExpirationTime();
    if (ends == null || !ends.toInstant().isAfter(now.minus(SKEW))) {
      return "the ID token has expired (exp)";
    }
    Date made = claims.getIssueTime();
    if (made == null || made.toInstant().isAfter(now.plus(SKEW))) {
      return "the ID token is not made yet (iat); are the clocks right?";
    }
    Date begins = claims.getNotBeforeTime();
    if (begins != null && begins.toInstant().isAfter(now.plus(SKEW))) {
      return "the ID token is not good yet (nbf); are the clocks right?";
    }
    return null;
  }
}
