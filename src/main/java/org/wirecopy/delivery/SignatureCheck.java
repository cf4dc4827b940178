package org.wirecopy.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Says of a push that a partner received whether its signature is right, and else what is wrong, as
 * Standard Webhooks 1.0.0 verifies it. Tells nothing of the secret.
 */
public final class SignatureCheck {
  private static final Duration TOLERANCE = Duration.ofMinutes(5);

  private SignatureCheck() {}

  /** What is to be said, the verdict first. */
  public static List<String> of(
      Partner partner, String id, String timestamp, String signatures, byte[] body, Instant now) {
    List<String> said = new ArrayList<>();
    if (id.isBlank() || timestamp.isBlank() || signatures.isBlank()) {
      said.add("The headers webhook-id, webhook-timestamp and webhook-signature are all needed.");
      return said;
    }
    Instant signed;
    try {
      signed = Instant.ofEpochSecond(Long.parseLong(timestamp.strip()));
    } catch (NumberFormatException | java.time.DateTimeException e) {
      said.add("The timestamp must be the seconds since 1970 as they came, such as 1790000000.");
      return said;
    }
    List<String> given = Arrays.asList(signatures.strip().split("[\\s,]+(?=v1)|\\s+"));
    if (matches(partner, id.strip(), signed, given, body)) {
      said.add("Right: this is what we sent and how we signed it.");
    } else if (matches(partner, id.strip(), signed, given, withoutLineEnd(body))) {
      said.add("Right without the line end after the body: verify the bytes as they came.");
    } else {
      said.add(
          "Wrong: no signature fits. Verify the raw bytes of the body before any JSON parser or"
              + " middleware changes them, over webhook-id.webhook-timestamp.body, with the secret's"
              + " part after whsec_ decoded from base64.");
      if (given.stream().noneMatch(each -> each.startsWith("v1,"))) {
        said.add("None of the signatures begins with v1, (with a comma).");
      }
    }
    Duration age = Duration.between(signed, now).abs();
    if (age.compareTo(TOLERANCE) > 0) {
      said.add(
          "The timestamp is "
              + age.toMinutes()
              + " minutes from now. That is no fault here, but a receiver refuses more than five.");
    }
    return said;
  }

  private static boolean matches(
      Partner partner, String id, Instant signed, List<String> given, byte[] body) {
    List<String> ours = List.of(Signer.signatures(partner.keys(), id, signed, body).split(" "));
    return given.stream().anyMatch(ours::contains);
  }

  private static byte[] withoutLineEnd(byte[] body) {
    int end = body.length;
    while (end > 0 && (body[end - 1] == '\n' || body[end - 1] == '\r')) {
      end--;
    }
    return Arrays.copyOf(body, end);
  }
}
