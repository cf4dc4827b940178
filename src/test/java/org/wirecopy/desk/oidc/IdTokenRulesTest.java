package org.wirecopy.desk.oidc;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.BadJWTException;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What an ID token must say. */
class IdTokenRulesTest {
  private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");

  private final IdTokenRules rules =
      new IdTokenRules("https://login.example", "wirecopy", "n-1", () -> NOW);

  @Test
  void aTokenOfThisLogInIsTaken() {
    assertThatCode(() -> rules.verify(good().build(), null)).doesNotThrowAnyException();
  }

  @Test
  void soIsOneForSeveralClientsThatWasMadeForUs() {
    JWTClaimsSet token =
        good().audience(List.of("another", "wirecopy")).claim("azp", "wirecopy").build();
    assertThatCode(() -> rules.verify(token, null)).doesNotThrowAnyException();
  }

  @Test
  void clocksMayDifferByAMinute() {
    JWTClaimsSet fast = good().issueTime(at(59)).notBeforeTime(at(59)).build();
    JWTClaimsSet slow = good().expirationTime(at(-59)).build();
    assertThatCode(() -> rules.verify(fast, null)).doesNotThrowAnyException();
    assertThatCode(() -> rules.verify(slow, null)).doesNotThrowAnyException();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("faults")
  void anyOtherIsRefused(String what, UnaryOperator<JWTClaimsSet.Builder> fault, String said) {
    assertThatThrownBy(() -> rules.verify(fault.apply(good()).build(), null))
        .isInstanceOf(BadJWTException.class)
        .hasMessageContaining(said);
  }

  static Stream<Arguments> faults() {
    return Stream.of(
        fault("another issuer", t -> t.issuer("https://login.example.evil"), "issuer"),
        fault("an issuer with one slash more", t -> t.issuer("https://login.example/"), "issuer"),
        fault("no issuer", t -> t.issuer(null), "issuer"),
        fault("another client", t -> t.audience("another"), "client"),
        fault("no client", t -> t.audience((String) null), "client"),
        fault("several, for whom?", t -> t.audience(List.of("wirecopy", "another")), "azp"),
        fault("made for another", t -> t.claim("azp", "another"), "azp"),
        fault("no subject", t -> t.subject(null), "sub"),
        fault("an empty subject", t -> t.subject(""), "sub"),
        fault("a subject of two lines", t -> t.subject("4711\nadmin"), "sub"),
        fault("another log-in", t -> t.claim("nonce", "n-2"), "nonce"),
        fault("no log-in", t -> t.claim("nonce", null), "nonce"),
        fault("expired", t -> t.expirationTime(at(-60)), "exp"),
        fault("never expiring", t -> t.expirationTime(null), "exp"),
        fault("made in the future", t -> t.issueTime(at(61)), "iat"),
        fault("made at no time", t -> t.issueTime(null), "iat"),
        fault("good later", t -> t.notBeforeTime(at(61)), "nbf"));
  }

  private static Arguments fault(
      String what, UnaryOperator<JWTClaimsSet.Builder> fault, String said) {
    return Arguments.of(what, fault, said);
  }

  private static JWTClaimsSet.Builder good() {
    return new JWTClaimsSet.Builder()
        .issuer("https://login.example")
        .audience("wirecopy")
        .subject("4711")
        .claim("nonce", "n-1")
        .issueTime(at(-1))
        .expirationTime(at(300));
  }

  private static Date at(long seconds) {
    return Date.from(NOW.plusSeconds(seconds));
  }
}
