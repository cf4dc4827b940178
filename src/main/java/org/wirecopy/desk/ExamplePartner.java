package org.wirecopy.desk;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.apache.camel.Exchange;
import org.apache.camel.Handler;
import org.apache.camel.Header;
import org.jspecify.annotations.Nullable;

/**
 * A partner that comes with the house: it verifies each push as the contract tells partners to
 * (Standard Webhooks 1.0.0), keeps what it gets in a folder, one file per story, and answers 204.
 */
public final class ExamplePartner {
  private static final long TOLERANCE_SECONDS = 300;
  private static final Pattern UNSAFE = Pattern.compile("[^A-Za-z0-9._-]+");
  private static final int LONGEST_NAME = 120;
  private static final int SHOWN = 50;

  private final Path folder;
  private final byte[] key;
  private final InstantSource clock;

  /**
   * @param folder where it keeps what it gets
   * @param secret {@code whsec_} and base64, as in its partner file
   * @param clock the time, against replayed old pushes
   */
  public ExamplePartner(Path folder, String secret, InstantSource clock) {
    this.folder = folder;
    this.key = Base64.getDecoder().decode(secret.substring("whsec_".length()));
    this.clock = clock;
  }

  /** Receives one push and sets the answer's status. */
  @Handler
  public void receive(
      Exchange exchange,
      byte @Nullable [] body,
      @Header("webhook-id") @Nullable String id,
      @Header("webhook-timestamp") @Nullable String timestamp,
      @Header("webhook-signature") @Nullable String signature,
      @Header("wirecopy-uri") @Nullable String uri)
      throws IOException, GeneralSecurityException {
    int status;
    if (id == null || timestamp == null || signature == null || uri == null || body == null) {
      status = 400;
    } else if (!fresh(timestamp) || !signed(id, timestamp, signature, body)) {
      status = 401;
    } else {
      keep(uri, body);
      status = 204;
    }
    exchange.getMessage().removeHeaders("*");
    exchange.getMessage().setHeader(Exchange.HTTP_RESPONSE_CODE, status);
    exchange.getMessage().setBody(null);
  }

  /** Shows what was received: a JSON array of the documents, the latest first. */
  public void show(Exchange exchange) throws IOException {
    StringBuilder documents = new StringBuilder("[");
    for (Path file : latestFirst()) {
      documents
          .append(documents.length() == 1 ? "\n" : ",\n")
          .append(Files.readString(file, StandardCharsets.UTF_8));
    }
    exchange.getMessage().removeHeaders("*");
    exchange.getMessage().setHeader(Exchange.CONTENT_TYPE, "application/json");
    exchange.getMessage().setBody(documents.append("\n]\n").toString());
  }

  private List<Path> latestFirst() throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    Map<Path, FileTime> times = new HashMap<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.json")) {
      for (Path file : files) {
        times.put(file, Files.getLastModifiedTime(file));
      }
    }
    return times.entrySet().stream()
        .sorted(Map.Entry.<Path, FileTime>comparingByValue().reversed())
        .limit(SHOWN)
        .map(Map.Entry::getKey)
        .toList();
  }

  private boolean fresh(String timestamp) {
    try {
      long age = clock.instant().getEpochSecond() - Long.parseLong(timestamp);
      return Math.abs(age) <= TOLERANCE_SECONDS;
    } catch (NumberFormatException e) {
      return false;
    }
  }

  private boolean signed(String id, String timestamp, String signatures, byte[] body)
      throws GeneralSecurityException {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(key, "HmacSHA256"));
    mac.update((id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8));
    byte[] expected =
        ("v1," + Base64.getEncoder().encodeToString(mac.doFinal(body)))
            .getBytes(StandardCharsets.US_ASCII);
    for (String signature : signatures.split(" ")) {
      if (MessageDigest.isEqual(expected, signature.getBytes(StandardCharsets.US_ASCII))) {
        return true;
      }
    }
    return false;
  }

  private void keep(String uri, byte[] body) throws IOException {
    String name = UNSAFE.matcher(uri).replaceAll("_");
    if (name.length() > LONGEST_NAME) {
      name = name.substring(name.length() - LONGEST_NAME);
    }
    name = name + "-" + Integer.toHexString(uri.hashCode());
    Files.createDirectories(folder);
    Path partial = folder.resolve("." + name + ".part");
    Files.write(partial, body);
    Files.move(
        partial,
        folder.resolve(name + ".json"),
        StandardCopyOption.ATOMIC_MOVE,
        StandardCopyOption.REPLACE_EXISTING);
  }
}
