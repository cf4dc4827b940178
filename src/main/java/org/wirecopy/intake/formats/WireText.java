package org.wirecopy.intake.formats;

import java.net.URI;
import java.net.URISyntaxException;
import org.jspecify.annotations.Nullable;
import org.wirecopy.intake.CleanText;

/** Text and addresses out of machine-written files, made safe to pass on. */
final class WireText {
  private static final int LONGEST_LINE = 2_000;

  private WireText() {}

  /** An absolute web address; null if the text is none. */
  static @Nullable String webLink(@Nullable String raw) {
    if (raw == null) {
      return null;
    }
    String text = raw.strip();
    if (!text.regionMatches(true, 0, "http://", 0, 7)
        && !text.regionMatches(true, 0, "https://", 0, 8)) {
      return null;
    }
    try {
      URI uri = new URI(text);
      return uri.getHost() == null ? null : text;
    } catch (URISyntaxException e) {
      return null;
    }
  }

  /** An address that is safe behind a link in a partner's page: of the web, or of a mailbox. */
  static @Nullable String safeLink(String target) {
    boolean mail = target.regionMatches(true, 0, "mailto:", 0, 7) && target.indexOf('\n') < 0;
    return mail ? target.strip() : webLink(target);
  }

  /** Cleaned and in one line; null if there is nothing. */
  static @Nullable String line(@Nullable String raw) {
    if (raw == null) {
      return null;
    }
    String line =
        CleanText.line(
            raw.length() > 10 * LONGEST_LINE ? raw.substring(0, 10 * LONGEST_LINE) : raw);
    return line.isEmpty() ? null : line;
  }

  /** For messages to editors. */
  static String shortened(String text) {
    String line = CleanText.line(text.length() <= 200 ? text : text.substring(0, 200));
    return line.length() <= 80 ? line : line.substring(0, 79) + "…";
  }
}
