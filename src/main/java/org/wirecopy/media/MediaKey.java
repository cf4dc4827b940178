package org.wirecopy.media;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.EnumSet;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The key that picture addresses are signed with (HMAC-SHA-256, RFC 2104). It is made at the first
 * start and kept in the secrets folder for its owner only, so that addresses outlive a restart.
 */
public final class MediaKey {
  private static final String ALGORITHM = "HmacSHA256";
  private static final String OWNER_ONLY = "rw-------";
  private static final int BYTES = 32;

  private final SecretKeySpec key;

  private MediaKey(byte[] key) {
    this.key = new SecretKeySpec(key, ALGORITHM);
  }

  /**
   * The key in a file of the folder, which is made if it is missing.
   *
   * @throws MediaException if it cannot be read or made
   */
  public static MediaKey in(Path folder, SecureRandom random) {
    Path file = folder.resolve("pictures.key");
    try {
      return read(file);
    } catch (NoSuchFileException firstStart) {
      return make(file, random);
    } catch (IOException | IllegalArgumentException e) {
      throw new MediaException(
          "The key of the picture addresses in "
              + file
              + " cannot be read ("
              + e.getClass().getSimpleName()
              + "). Restore it, or remove it: then a new one is made, and addresses that partners"
              + " have already lead nowhere.",
          e);
    }
  }

  /** A key that everybody knows, to show what addresses look like: nothing is given out for it. */
  public static MediaKey sample() {
    return new MediaKey(new byte[BYTES]);
  }

  /** The signature of an address's parts, 43 characters of base64url. */
  String sign(String file, String story, long expires) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      // the story comes last, since it alone may hold a line break
      String parts = file + "\n" + expires + "\n" + story;
      byte[] signature = mac.doFinal(parts.getBytes(StandardCharsets.UTF_8));
      return Base64.getUrlEncoder().withoutPadding().encodeToString(signature);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + ALGORITHM, e);
    }
  }

  /** Whether a signature is right, in the same time wherever it is wrong. */
  boolean signed(String file, String story, long expires, String signature) {
    return MessageDigest.isEqual(
        sign(file, story, expires).getBytes(StandardCharsets.US_ASCII),
        signature.getBytes(StandardCharsets.UTF_8));
  }

  private static MediaKey read(Path file) throws IOException {
    byte[] key = Base64.getDecoder().decode(Files.readString(file, StandardCharsets.UTF_8).strip());
    if (key.length != BYTES) {
      throw new IllegalArgumentException("not " + BYTES + " bytes");
    }
    return new MediaKey(key);
  }

  private static MediaKey make(Path file, SecureRandom random) {
    byte[] key = new byte[BYTES];
    random.nextBytes(key);
    Path fresh = file.resolveSibling(".pictures.key.fresh");
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.deleteIfExists(fresh);
      try (FileChannel out =
          FileChannel.open(
              fresh,
              EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(OWNER_ONLY)))) {
        ByteBuffer bytes =
            StandardCharsets.UTF_8.encode(Base64.getEncoder().encodeToString(key) + "\n");
        while (bytes.hasRemaining()) {
          out.write(bytes);
        }
        out.force(true);
      }
      Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new MediaException(
          "The key of the picture addresses cannot be kept in " + file + ": " + e.getMessage(), e);
    }
    return new MediaKey(key);
  }
}
