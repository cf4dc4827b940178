package org.wirecopy.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SignatureCheckTest {
  private static final Instant NOW = Instant.ofEpochSecond(1_790_000_000);
  private static final byte[] BODY = "{\"headline\":\"Häfen öffnen\"}".getBytes(UTF_8);

  private Partner partner;
  private String signature;

  @BeforeEach
  void sign() throws PartnerException {
    partner =
        PartnerParameters.read(
            "acme",
            Map.of(
                "endpoint",
                "https://acme.example/in",
                "secret",
                "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw whsec_T2xkIHNlY3JldCBvZiBhY21lIQ=="));
    signature = Signer.signatures(partner.keys(), "msg_1", NOW, BODY);
  }

  @Test
  void whatWeSignedIsRight() {
    assertThat(check("msg_1", signature, BODY)).singleElement().asString().startsWith("Right:");
    for (String each : signature.split(" ")) {
      assertThat(check("msg_1", each, BODY)).singleElement().asString().startsWith("Right:");
    }
  }

  @Test
  void aLineEndThatAPasteAddsIsNamed() {
    byte[] pasted = (new String(BODY, UTF_8) + "\r\n").getBytes(UTF_8);
    assertThat(check("msg_1", signature, pasted))
        .singleElement()
        .asString()
        .startsWith("Right without the line end");
  }

  @Test
  void anythingElseIsWrongAndTheSecretIsNotTold() {
    byte[] changed = "{ \"headline\": \"Häfen öffnen\" }".getBytes(UTF_8);
    for (List<String> said :
        List.of(
            check("msg_1", signature, changed),
            check("msg_2", signature, BODY),
            check("msg_1", "v1,AAAA", BODY))) {
      assertThat(said.get(0)).startsWith("Wrong:");
      assertThat(said.toString()).doesNotContain("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
    }
    assertThat(check("msg_1", "AAAA", BODY)).hasSize(2);
  }

  @Test
  void anOldTimestampIsToldAndIsNoFault() {
    assertThat(
            SignatureCheck.of(
                partner,
                "msg_1",
                Long.toString(NOW.getEpochSecond()),
                signature,
                BODY,
                NOW.plusSeconds(3600)))
        .satisfiesExactly(
            verdict -> assertThat(verdict).startsWith("Right:"),
            age -> assertThat(age).contains("60 minutes"));
  }

  @Test
  void whatIsMissingOrNoNumberIsNamed() {
    assertThat(check("", signature, BODY).get(0)).contains("are all needed");
    for (String time : List.of("today", "99999999999999999", "1.5")) {
      assertThat(SignatureCheck.of(partner, "msg_1", time, signature, BODY, NOW).get(0))
          .startsWith("The timestamp must be");
    }
  }

  private List<String> check(String id, String given, byte[] body) {
    return SignatureCheck.of(partner, id, Long.toString(NOW.getEpochSecond()), given, body, NOW);
  }
}
