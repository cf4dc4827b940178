package org.wirecopy.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PartnerParametersTest {

  @Test
  void endpointAndSecretAreEnough() {
    Partner partner = SomePartner.with();
    assertThat(partner.format()).isEqualTo("ninjs3");
    assertThat(partner.connectTimeout()).isEqualTo(Duration.ofSeconds(5));
    assertThat(partner.timeout()).isEqualTo(Duration.ofSeconds(15));
    assertThat(partner.maxAge()).isEqualTo(Duration.ofDays(4));
    assertThat(partner.concurrency()).isEqualTo(16);
    assertThat(partner.rate()).isZero();
    assertThat(partner.schedule()).isEqualTo(Schedule.STANDARD);
    assertThat(partner.trustedForEmbargo()).isFalse();
    assertThat(partner.filter()).isEqualTo(Filter.ALL);
    assertThat(partner.access().headers()).isEmpty();
    assertThat(partner.tls()).isNull();
    assertThat(partner.keys().secrets()).hasSize(1);
    assertThat(partner.keys().ed25519()).isNull();
  }

  @Test
  void everyParameterTellsItsFormAndPurpose() {
    assertThat(PartnerParameters.all())
        .allSatisfy(
            parameter -> {
              assertThat(parameter.description()).isNotBlank();
              assertThat(parameter.form()).isNotBlank();
            })
        .extracting(PartnerParameter::name)
        .doesNotHaveDuplicates()
        .contains("endpoint", "secret", "allowedNetworks");
  }

  @Test
  void allFaultsAreToldAtOnce() {
    assertThat(
            faults(
                Map.of(
                    "endpoint", "ftp://acme.example/",
                    "timeout", "soon",
                    "timeoutMs", "100",
                    "concurrency", "0")))
        .contains("parameter endpoint is \"ftp://acme.example/\" but must be an http or https URL")
        .contains("parameter secret is missing: it must be whsec_ and base64")
        .contains("parameter timeout is \"soon\" but must be a duration such as 500ms")
        .contains("there is no parameter timeoutMs; known are ")
        .contains("parameter concurrency is \"0\" but must be a number from 1 to 256");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "endpoint|http://user:hush@acme.example/",
        "secret|whsec_hush",
        "secret|hush-hush-hush-hush-hush-hush",
        "bearer|hush hush",
        "headers|no header hush",
        "headers|Content-Length: 5 hush",
        "ed25519Key|whsk_hush",
      })
  void faultsNeverShowWhatIsSecret(String parameter, String value) {
    assertThat(faults(SomePartner.parameters(parameter, value)))
        .contains("parameter " + parameter)
        .doesNotContain("hush");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.1/",
        "http://2130706433/",
        "http://0x7f000001/",
        "http://0177.0.0.1/",
        "http://user@127.0.0.1/",
        "http://127.0.0.1#@example.com/",
        "http://acme.example:0/",
        "http://acme.example:70000/",
        "https:///path",
        "acme.example/hook",
      })
  void endpointsThatMayBeReadInTwoWaysAreRefused(String endpoint) {
    assertThat(faults(SomePartner.parameters("endpoint", endpoint)))
        .contains("parameter endpoint")
        .contains("must be an http or https URL");
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://10.1.2.3/", "http://[fd00::1]/", "http://[::ffff:127.0.0.1]/"})
  void privateAddressesNeedTheirNetworkAllowed(String endpoint) {
    assertThat(faults(SomePartner.parameters("endpoint", endpoint)))
        .contains("is not a public address")
        .contains("allowedNetworks");
    assertThat(
            SomePartner.with(
                    "endpoint", endpoint, "allowedNetworks", "10.0.0.0/8, fd00::/16, 127.0.0.0/8")
                .allowedNetworks())
        .hasSize(3);
  }

  @Test
  void loopbackWrittenOutIsTheOperatorsWord() {
    assertThat(SomePartner.with("endpoint", "http://127.0.0.1:8080/x").endpoint()).hasPort(8080);
    assertThat(SomePartner.with("endpoint", "http://localhost/x").endpoint()).hasHost("localhost");
    assertThat(SomePartner.with("endpoint", "http://[::1]/x").endpoint()).hasHost("[::1]");
  }

  @Test
  void anOldSecretStaysValidBesideTheNewOne() {
    Partner partner =
        SomePartner.with("secret", SomePartner.SECRET + "  whsec_dGhlIG9sZCBzZWNyZXQsIHN0aWxs");
    assertThat(partner.keys().secrets()).hasSize(2);
    assertThat(partner.keys().secrets().get(0).text()).isEqualTo(SomePartner.SECRET);
  }

  @Test
  void headersBasicAndBearerLetUsIn() {
    assertThat(SomePartner.with("headers", "X-Api-Key: k1\nX-Feed:  wire ").access().headers())
        .containsExactly(Map.entry("x-api-key", "k1"), Map.entry("x-feed", "wire"));
    assertThat(SomePartner.with("username", "wire", "password", "pa:ss").access().headers())
        .containsEntry("authorization", "Basic d2lyZTpwYTpzcw==");
    assertThat(SomePartner.with("bearer", "t0k3n").access().headers())
        .containsEntry("authorization", "Bearer t0k3n");
  }

  @Test
  void whatBelongsTogetherIsAskedFor() {
    assertThat(faults(SomePartner.parameters("username", "wire")))
        .contains("parameters username, password go together: password is missing");
    assertThat(faults(SomePartner.parameters("tokenEndpoint", "https://id.acme.example/token")))
        .contains("clientId, clientSecret is missing");
    assertThat(faults(SomePartner.parameters("messageSignature", "true")))
        .contains("messageSignature needs the parameter ed25519Key");
    assertThat(faults(SomePartner.parameters("bearer", "t", "username", "u", "password", "p")))
        .contains("only one of");
  }

  @Test
  void unreadableStoresAreRefusedByName(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("keys.p12"), "not a keystore");
    assertThat(
            faults(SomePartner.parameters("keystore", file.toString(), "keystorePassword", "hush")))
        .contains("parameter keystore: ")
        .contains("keys.p12 cannot be read")
        .doesNotContain("hush");
    assertThat(faults(SomePartner.parameters("truststore", folder.resolve("none").toString())))
        .contains("parameter truststore: ");
  }

  @Test
  void nothingSecretIsInThePrintedPartner() {
    Partner partner =
        SomePartner.with(
            "username", "wire",
            "password", "hush",
            "ed25519Key", "whsk_AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=");
    assertThat(partner + " " + partner.keys() + " " + partner.access())
        .contains("acme")
        .doesNotContain("hush", "whsec_", "whsk_", "Basic");
  }

  private static String faults(Map<String, String> parameters) {
    PartnerException refused =
        catchThrowableOfType(
            PartnerException.class, () -> PartnerParameters.read("acme", parameters));
    assertThat(refused).as("refused").isNotNull();
    return String.valueOf(refused.getMessage());
  }
}
