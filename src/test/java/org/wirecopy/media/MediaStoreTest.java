package org.wirecopy.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MediaStoreTest {
  private static final byte[] HARBOUR = "harbour".getBytes(StandardCharsets.UTF_8);
  private static final String DIGEST =
      "8f9bcc2f3f1f1f7be6a1c0d5c3ea2a3a5d8a3f0c2e8a6f39a51a6c8b3b5a77c1";

  @TempDir Path folder;
  private Instant now = Instant.parse("2026-11-23T10:00:00Z");

  @Test
  void whatIsKeptIsFoundByItsDigestAndNothingElseIsThere() throws IOException {
    MediaStore store = new MediaStore(folder.resolve("media"), () -> now);
    String digest = sha256(HARBOUR);

    store.keep(digest, HARBOUR);
    store.keep(digest, HARBOUR);

    assertThat(store.find(digest)).hasBinaryContent(HARBOUR);
    assertThat(store.find(DIGEST)).isNull();
    assertThat(files()).containsExactly("media/" + digest.substring(0, 2) + "/" + digest);
  }

  @Test
  void bytesUnderAnotherDigestAreRefused() {
    MediaStore store = new MediaStore(folder, () -> now);

    assertThatThrownBy(() -> store.keep(DIGEST, HARBOUR))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(store.find(DIGEST)).isNull();
  }

  @Test
  void aPictureThatLostItsEndIsKeptAnew() throws IOException {
    MediaStore store = new MediaStore(folder, () -> now);
    String digest = sha256(HARBOUR);
    store.keep(digest, HARBOUR);
    Files.writeString(folder.resolve(digest.substring(0, 2)).resolve(digest), "harb");

    store.keep(digest, HARBOUR);

    assertThat(store.find(digest)).hasBinaryContent(HARBOUR);
  }

  @Test
  void whatACrashLeftUnfinishedIsRemovedAtTheNextStart() throws IOException {
    Files.writeString(folder.resolve(".fresh-123"), "half a pic");

    new MediaStore(folder, () -> now);

    assertThat(files()).isEmpty();
  }

  @Test
  void aPictureThatCannotBeWrittenLeavesNothing() throws IOException {
    String digest = sha256(HARBOUR);
    // a folder stands where the file must go, as good as any disk that refuses
    Files.createDirectories(folder.resolve(digest.substring(0, 2)).resolve(digest).resolve("x"));
    MediaStore store = new MediaStore(folder, () -> now);

    assertThatThrownBy(() -> store.keep(digest, HARBOUR)).isInstanceOf(IOException.class);
    assertThat(files()).isEmpty();
    assertThat(store.find(digest)).isNull();
  }

  @Test
  void aSweepTakesWhatNoAddressHasLedToForATimeAndNothingElse() throws IOException {
    MediaStore store = new MediaStore(folder, () -> now);
    String old = kept(store, "old");
    String valid = kept(store, "valid");
    String again = kept(store, "again");
    store.neededUntil(old, now.plus(Duration.ofDays(14)));
    store.neededUntil(valid, now.plus(Duration.ofDays(200)));
    store.neededUntil(valid, now.plus(Duration.ofDays(14)));

    now = now.plus(Duration.ofDays(104));
    kept(store, "again");
    assertThat(store.sweep(Duration.ofDays(90))).isEqualTo(new MediaStore.Swept(0, 0));
    now = now.plusSeconds(1);
    assertThat(store.sweep(Duration.ofDays(90))).isEqualTo(new MediaStore.Swept(1, 3));

    assertThat(store.find(old)).isNull();
    assertThat(store.neededUntil(old, now)).isFalse();
    assertThat(store.find(valid)).exists();
    assertThat(store.find(again)).exists();
  }

  @Test
  void aSweepOfWhatIsNotThereTakesNothing() throws IOException {
    assertThat(new MediaStore(folder.resolve("none"), () -> now).sweep(Duration.ofDays(1)))
        .isEqualTo(new MediaStore.Swept(0, 0));
  }

  private static String kept(MediaStore store, String picture) throws IOException {
    byte[] bytes = picture.getBytes(StandardCharsets.UTF_8);
    String digest = sha256(bytes);
    store.keep(digest, bytes);
    return digest;
  }

  private List<String> files() throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).map(f -> folder.relativize(f).toString()).toList();
    }
  }

  static String sha256(byte[] bytes) {
    try {
      return java.util.HexFormat.of()
          .formatHex(java.security.MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (java.security.NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
