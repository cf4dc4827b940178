package org.wirecopy.delivery;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Secrets that were rotated while Wirecopy runs: the new one signs at once, the old ones beside it
 * for a day, so that a partner can change over without missing a push (as Standard Webhooks 1.0.0
 * has it).
 *
 * <p>They are kept in a folder of the data, one file a partner that only its owner reads: a digest
 * of the secret in the partner file, then a secret a line with its end. The new secret may be
 * written into the partner file at any time; yet another one there is the operator's later word:
 * from then on it alone counts.
 */
public final class Rotations {
  /** For how long an old secret signs beside the new one. */
  public static final Duration OVERLAP = Duration.ofHours(24);

  private static final int KEY_BYTES = 32;
  private static final String OWNER_ONLY = "rw-------";

  private final Path folder;
  private final Partners partners;
  private final Map<String, String> inFiles = new HashMap<>();
  private final InstantSource clock;
  private final SecureRandom random;

  /**
   * A new secret.
   *
   * @param secret to be told to the partner, once
   * @param oldUntil when the old ones end
   */
  public record Rotated(String secret, Instant oldUntil) {
    /** Without the secret. */
    @Override
    public String toString() {
      return "Rotated[old until " + oldUntil + "]";
    }
  }

  /**
   * @param folder where rotated secrets are kept; made when the first is
   * @param partners those that run
   */
  public Rotations(Path folder, Partners partners, InstantSource clock, SecureRandom random) {
    this.folder = folder;
    this.partners = partners;
    this.clock = clock;
    this.random = random;
  }

  /**
   * Has a partner run as its file describes it, signed for with what was rotated since.
   *
   * @throws PartnerException if what is kept of its rotation cannot be read
   */
  public synchronized void join(Partner inFile) throws PartnerException {
    String digest = digest(inFile.keys().secrets());
    List<Secret> rotated = kept(inFile, digest);
    inFiles.put(inFile.name(), digest);
    partners.join(rotated.isEmpty() ? inFile : inFile.with(inFile.keys().with(rotated)));
  }

  /**
   * Makes a new secret for a partner that runs; those it has now sign for another day.
   *
   * @return null if no partner of that name runs
   * @throws UncheckedIOException if it cannot be kept; then nothing has changed
   */
  public synchronized @Nullable Rotated rotate(String name) {
    Partner partner = partners.named(name);
    if (partner == null) {
      return null;
    }
    byte[] key = new byte[KEY_BYTES];
    random.nextBytes(key);
    Instant now = clock.instant();
    Instant end = now.plus(OVERLAP);
    List<Secret> secrets = new ArrayList<>();
    secrets.add(Secret.of(key));
    partner.keys().secrets().stream()
        .filter(secret -> secret.signs(now))
        .map(secret -> secret.endingBy(end))
        .forEach(secrets::add);
    keep(name, inFiles.getOrDefault(name, ""), secrets);
    partners.join(partner.with(partner.keys().with(secrets)));
    return new Rotated(secrets.get(0).text(), end);
  }

  /** What was rotated since the secret stands in the partner's file; empty if nothing was. */
  private List<Secret> kept(Partner inFile, String digest) throws PartnerException {
    String name = inFile.name();
    try {
      List<String> lines = Files.readAllLines(file(name));
      if (lines.isEmpty()) {
        return List.of();
      }
      List<Secret> rotated =
          lines.subList(1, lines.size()).stream().map(Rotations::secret).toList();
      return lines.get(0).equals(digest) || isNewest(rotated, inFile.keys().secrets())
          ? rotated
          : List.of();
    } catch (NoSuchFileException neverRotated) {
      return List.of();
    } catch (IOException | IllegalArgumentException | DateTimeParseException e) {
      throw new PartnerException(
          "its rotated secret in "
              + file(name)
              + " cannot be read ("
              + e.getClass().getSimpleName()
              + "); restore the file, or put a new secret into the partner file");
    }
  }

  /** The operator wrote the rotated secret into the partner file: the old one still has its day. */
  private static boolean isNewest(List<Secret> rotated, List<Secret> inFile) {
    return !rotated.isEmpty()
        && inFile.size() == 1
        && inFile.get(0).text().equals(rotated.get(0).text());
  }

  private static Secret secret(String line) {
    String[] words = line.split(" ");
    return Secret.of(words[0], words.length > 1 ? Instant.parse(words[1]) : null);
  }

  private void keep(String name, String digest, List<Secret> secrets) {
    StringBuilder text = new StringBuilder(digest).append('\n');
    for (Secret secret : secrets) {
      text.append(secret.text());
      text.append(secret.until() == null ? "" : " " + secret.until()).append('\n');
    }
    Path fresh = folder.resolve("." + name + ".fresh");
    try {
      Files.createDirectories(folder);
      Files.deleteIfExists(fresh);
      try (FileChannel out =
          FileChannel.open(
              fresh,
              EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(OWNER_ONLY)))) {
        ByteBuffer bytes = StandardCharsets.UTF_8.encode(text.toString());
        while (bytes.hasRemaining()) {
          out.write(bytes);
        }
        out.force(true);
      }
      Files.move(
          fresh, file(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(
          "The new secret cannot be kept in " + folder + ": " + e.getMessage(), e);
    }
  }

  private Path file(String name) {
    return folder.resolve(name + ".secrets");
  }

  private static String digest(List<Secret> secrets) {
    String all = secrets.stream().map(Secret::text).collect(Collectors.joining(" "));
    try {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha256.digest(all.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Java without SHA-256", e);
    }
  }
}
