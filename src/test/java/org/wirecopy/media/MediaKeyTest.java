package org.wirecopy.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MediaKeyTest {
  private static final String FILE = "a".repeat(64) + ".jpg";
  private static final String STORY = "tag:newsroom.example,2026:storm";

  @TempDir Path folder;

  @Test
  void theKeyIsMadeOnceAndReadByItsOwnerOnly() throws IOException {
    MediaKey first = MediaKey.in(folder.resolve("secrets"), new SecureRandom());
    MediaKey again = MediaKey.in(folder.resolve("secrets"), new SecureRandom());

    assertThat(again.sign(FILE, STORY, 7)).isEqualTo(first.sign(FILE, STORY, 7)).hasSize(43);
    assertThat(
            PosixFilePermissions.toString(
                Files.getPosixFilePermissions(folder.resolve("secrets/pictures.key"))))
        .isEqualTo("rw-------");
  }

  @Test
  void aSignatureHoldsForItsOwnPartsOnly() {
    MediaKey key = MediaKey.in(folder, new SecureRandom());
    String signature = key.sign(FILE, STORY, 1_800_000_000);

    assertThat(key.signed(FILE, STORY, 1_800_000_000, signature)).isTrue();
    assertThat(key.signed(FILE.replace("jpg", "png"), STORY, 1_800_000_000, signature)).isFalse();
    assertThat(key.signed(FILE, STORY + "2", 1_800_000_000, signature)).isFalse();
    assertThat(key.signed(FILE, STORY, 1_800_000_001, signature)).isFalse();
    assertThat(key.signed(FILE, STORY, 1_800_000_000, signature.toLowerCase())).isFalse();
    assertThat(key.signed(FILE, STORY, 1_800_000_000, "")).isFalse();
    assertThat(key.signed(FILE, STORY, 1_800_000_000, "ü" + signature)).isFalse();
    assertThat(MediaKey.sample().signed(FILE, STORY, 1_800_000_000, signature)).isFalse();
  }

  @Test
  void partsThatRunTogetherAreNotTakenForOneAnother() {
    MediaKey key = MediaKey.in(folder, new SecureRandom());

    assertThat(key.sign(FILE, "1\nstory", 2)).isNotEqualTo(key.sign(FILE, "story", 21));
    assertThat(key.sign(FILE, "2", 1)).isNotEqualTo(key.sign(FILE, "", 12));
  }

  @Test
  void aDamagedKeyIsToldWithItsPlace() throws IOException {
    Files.writeString(folder.resolve("pictures.key"), "c2hvcnQ=");

    assertThatThrownBy(() -> MediaKey.in(folder, new SecureRandom()))
        .isInstanceOf(MediaException.class)
        .hasMessageContaining("pictures.key");
  }
}
