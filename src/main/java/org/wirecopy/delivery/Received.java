package org.wirecopy.delivery;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;

/**
 * An answer as it came, its body cut at a limit.
 *
 * @param status HTTP status
 * @param retryAfter the header {@code Retry-After}, or null
 * @param encoding the header {@code Content-Encoding}, or null
 * @param body the beginning of the body, still encoded
 */
record Received(int status, @Nullable String retryAfter, @Nullable String encoding, byte[] body) {
  private static final int EXCERPT_BYTES = 512;

  /** A secret that begins within the excerpt must be seen whole. */
  private static final int SEARCHED_BYTES = 8 << 10;

  /** Control, format and private characters, and halves of characters, become blanks. */
  private static final Pattern UNFIT = Pattern.compile("[\\p{C}\\p{Z}\\s\\uFFFD]+");

  /** The beginning of the body in one line, fit for the desk, or null if there is none. */
  @Nullable String excerpt() {
    if (body.length == 0) {
      return null;
    }
    String text = new String(decoded(EXCERPT_BYTES), StandardCharsets.UTF_8);
    String clean = UNFIT.matcher(text).replaceAll(" ").strip();
    return clean.isEmpty() ? null : clean;
  }

  /**
   * The same without what is secret, its body as far as an excerpt can reach.
   *
   * @param token the access token of this exchange, or null
   */
  Received without(Secrecy secrecy, @Nullable String token) {
    if (body.length == 0) {
      return this;
    }
    String text = new String(decoded(SEARCHED_BYTES), StandardCharsets.UTF_8);
    String kept = secrecy.kept(text, token);
    return kept.equals(text)
        ? this
        : new Received(status, retryAfter, null, kept.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * The decoded beginning of the body, up to a limit: what compression adds is never held, and a
   * broken end does no harm.
   */
  byte[] decoded(int limit) {
    byte[] decoded = new byte[limit];
    int length = 0;
    try (InputStream in = decoding(new ByteArrayInputStream(body))) {
      int read;
      while (length < limit && (read = in.read(decoded, length, limit - length)) >= 0) {
        length += read;
      }
    } catch (IOException brokenOff) {
      // What was decoded so far is the excerpt.
    }
    return Arrays.copyOf(decoded, length);
  }

  private InputStream decoding(InputStream in) throws IOException {
    String coding = encoding == null ? "identity" : encoding.strip().toLowerCase(Locale.ROOT);
    return switch (coding) {
      case "gzip", "x-gzip" -> new GZIPInputStream(in);
      case "deflate" -> new InflaterInputStream(in);
      case "identity", "" -> in;
      default -> InputStream.nullInputStream();
    };
  }
}
