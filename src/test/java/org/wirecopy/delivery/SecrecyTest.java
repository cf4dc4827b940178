package org.wirecopy.delivery;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecrecyTest {
  private final Partner partner =
      SomePartner.with(
          "headers", "X-Key: key/91d2c4b7", "username", "wire", "password", "hush-hush");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "invalid key key/91d2c4b7",
        "{\"x-key\":\"key\\/91d2c4b7\"}",
        "Authorization: Basic d2lyZTpodXNoLWh1c2g=",
        "not d2lyZTpodXNoLWh1c2g=",
        "wrong password hush-hush for wire",
        "token ey.token.of-now"
      })
  void whatAPartnerRepeatsOfOurSecretsIsHidden(String said) {
    assertThat(excerpt(said))
        .contains("(hidden)")
        .doesNotContain("91d2c4b7", "d2lyZTp", "hush-hush", "ey.token");
  }

  @Test
  void theSecretOfTheSignatureIsHiddenToo() {
    assertThat(excerpt("expected " + SomePartner.SECRET)).isEqualTo("expected (hidden)");
  }

  @Test
  void allElseStays() {
    assertThat(excerpt("wire story 12: no headline")).isEqualTo("wire story 12: no headline");
  }

  @Test
  void noSecretIsCutInTwoAtTheEndOfTheExcerpt() {
    assertThat(excerpt("x".repeat(508) + "key/91d2c4b7")).isEqualTo("x".repeat(508) + "(hid");
  }

  @Test
  void aShortWordIsNoSecret() {
    Partner brief = SomePartner.with("headers", "X-Env: prod");
    Received answer = new Received(422, null, null, "no such product".getBytes(UTF_8));
    assertThat(answer.without(Secrecy.of(brief), null).excerpt()).isEqualTo("no such product");
  }

  private String excerpt(String said) {
    return String.valueOf(
        new Received(401, null, null, said.getBytes(UTF_8))
            .without(Secrecy.of(partner), "ey.token.of-now")
            .excerpt());
  }
}
