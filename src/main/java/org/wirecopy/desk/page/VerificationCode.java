package org.wirecopy.desk.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Programs to copy that verify a push, in {@code verify/} beside this package's resources. */
final class VerificationCode {
  private static final List<Map.Entry<String, String>> FILES =
      List.of(
          Map.entry("Python", "receiver.py"),
          Map.entry("JavaScript (Node.js)", "receiver.mjs"),
          Map.entry("Java", "Receiver.java"),
          Map.entry("PHP", "receiver.php"),
          Map.entry("Go", "receiver.go"));

  private VerificationCode() {}

  static List<PartnerSiteView.Code> all() {
    return FILES.stream()
        .map(file -> new PartnerSiteView.Code(file.getKey(), text(file.getValue())))
        .toList();
  }

  private static String text(String file) {
    try (InputStream in = VerificationCode.class.getResourceAsStream("verify/" + file)) {
      if (in == null) {
        throw new IllegalStateException("the program lacks verify/" + file);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
