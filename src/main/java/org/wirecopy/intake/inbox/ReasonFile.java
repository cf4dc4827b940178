package org.wirecopy.intake.inbox;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.wirecopy.intake.Rejection;

/**
 * The reason that lies beside a rejected file. Whoever drops all of {@code .rejected} again drops
 * the reasons too, and none of them is a story.
 */
final class ReasonFile {
  static final String ENDING = ".reason.txt";

  /** As {@link Rejection#explained()} writes it. */
  private static final Pattern FORM =
      Pattern.compile("(?s).+\\RWhat to do: .+\\R\\([A-Z0-9_]+\\)\\R?");

  private static final int LARGEST = 64 << 10;

  private ReasonFile() {}

  /** True if a file is one by its name and by its form. */
  static boolean is(Path file) {
    if (!String.valueOf(file.getFileName()).endsWith(ENDING)) {
      return false;
    }
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(LARGEST);
      return FORM.matcher(new String(bytes, StandardCharsets.UTF_8)).matches();
    } catch (IOException unreadable) {
      return false;
    }
  }
}
