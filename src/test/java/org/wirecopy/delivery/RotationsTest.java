package org.wirecopy.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RotationsTest {
  private static final byte[] BODY = "{}".getBytes(StandardCharsets.UTF_8);
  private static final String OTHER = "whsec_YW5vdGhlciBzZWNyZXQgb2YgMjQgYnl0";

  @TempDir Path folder;
  private Instant now = Instant.parse("2026-03-01T09:00:00Z");
  private Partners partners = new Partners();
  private Rotations rotations;

  @BeforeEach
  void start() {
    partners = new Partners();
    rotations = new Rotations(folder.resolve("secrets"), partners, () -> now, new SecureRandom());
  }

  @Test
  void theNewSecretSignsFirstAndTheOldOneForADayMore() throws Exception {
    rotations.join(SomePartner.with());
    Rotations.Rotated rotated = rotations.rotate("acme");
    assertThat(rotated.oldUntil()).isEqualTo(now.plus(Duration.ofHours(24)));
    assertThat(signatures()).containsExactly(by(rotated.secret()), by(SomePartner.SECRET));
    now = now.plus(Duration.ofHours(24)).minusMillis(1);
    assertThat(signatures()).hasSize(2);
    now = now.plusMillis(1);
    assertThat(signatures()).containsExactly(by(rotated.secret()));
  }

  @Test
  void itOutlivesARestartAndAReloadOfTheFile() throws Exception {
    rotations.join(SomePartner.with());
    String secret = rotations.rotate("acme").secret();
    start();
    rotations.join(SomePartner.with("rate", "5"));
    assertThat(signatures()).containsExactly(by(secret), by(SomePartner.SECRET));
  }

  @Test
  void twiceInADayNoPartnerIsLeftBehind() throws Exception {
    rotations.join(SomePartner.with());
    String first = rotations.rotate("acme").secret();
    now = now.plus(Duration.ofHours(20));
    String second = rotations.rotate("acme").secret();
    assertThat(signatures()).containsExactly(by(second), by(first), by(SomePartner.SECRET));
    now = now.plus(Duration.ofHours(4));
    assertThat(signatures()).containsExactly(by(second), by(first));
    start();
    rotations.join(SomePartner.with());
    now = now.plus(Duration.ofHours(20));
    assertThat(signatures()).containsExactly(by(second));
  }

  @Test
  void anotherSecretInTheFileIsTheLaterWord() throws Exception {
    rotations.join(SomePartner.with());
    rotations.rotate("acme");
    rotations.join(SomePartner.with("secret", OTHER));
    assertThat(signatures()).containsExactly(by(OTHER));
  }

  @Test
  void theRotatedSecretInTheFileEndsNoOldOneBeforeItsDay() throws Exception {
    rotations.join(SomePartner.with());
    String secret = rotations.rotate("acme").secret();
    rotations.join(SomePartner.with("secret", secret));
    assertThat(signatures()).hasSize(2).first().isEqualTo(by(secret));
    start();
    rotations.join(SomePartner.with("secret", secret));
    assertThat(signatures()).hasSize(2).first().isEqualTo(by(secret));
  }

  @Test
  void onlyTheOwnerReadsWhatIsKept() throws Exception {
    rotations.join(SomePartner.with());
    rotations.rotate("acme");
    try (Stream<Path> files = Files.list(folder.resolve("secrets"))) {
      List<Path> kept = files.toList();
      assertThat(kept).hasSize(1);
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(kept.get(0))))
          .isEqualTo("rw-------");
      assertThat(kept.get(0)).hasFileName("acme.secrets");
    }
  }

  @Test
  void aDamagedFileRefusesThePartnerWithoutTellingItsSecret() throws Exception {
    rotations.join(SomePartner.with());
    String secret = rotations.rotate("acme").secret();
    Path kept = folder.resolve("secrets/acme.secrets");
    Files.writeString(kept, Files.readString(kept).replace(secret, secret.substring(4)));
    start();
    assertThatThrownBy(() -> rotations.join(SomePartner.with()))
        .isInstanceOf(PartnerException.class)
        .hasMessageContaining("acme.secrets")
        .hasMessageNotContaining(secret.substring(6));
  }

  @Test
  void whoDoesNotRunIsNotRotated() {
    assertThat(rotations.rotate("nobody")).isNull();
  }

  @Test
  void nothingSecretIsInItsWords() throws IOException, PartnerException {
    rotations.join(SomePartner.with());
    Rotations.Rotated rotated = rotations.rotate("acme");
    assertThat(rotated.toString() + partners.named("acme").keys() + partners.named("acme"))
        .doesNotContain(rotated.secret())
        .doesNotContain("whsec_");
  }

  private List<String> signatures() {
    return List.of(Signer.signatures(partners.named("acme").keys(), "msg_1", now, BODY).split(" "));
  }

  private String by(String secret) {
    return Signer.signatures(SomePartner.with("secret", secret).keys(), "msg_1", now, BODY);
  }
}
