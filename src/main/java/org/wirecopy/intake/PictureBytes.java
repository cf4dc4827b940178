package org.wirecopy.intake;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.wirecopy.article.Picture;

/** The picture files that come within a file: told by content, kept once each, bounded. */
public final class PictureBytes {
  private static final int MOST = 50;
  private static final long LARGEST_TOTAL = 64L << 20;
  private static final int SMALLEST_SIDE = 60;
  private static final int MOST_WARNINGS = 20;

  private static final Pattern FILE =
      Pattern.compile(
          "(?is)(?:[a-z]:|\\\\|/|file:).*[\\\\/].*"
              + "|\\S{1,200}\\.(?:jpe?g|png|gif|webp|tiff?|bmp|emf|wmf|heic)");
  private static final Pattern GUESSED =
      Pattern.compile(
          "(?i)\\s*(?:Description automatically generated"
              + "(?: with \\w{1,10} confidence)?|AI-generated content may be incorrect)\\.?$");

  private final Map<String, byte[]> media = new LinkedHashMap<>();
  private final List<String> warnings = new ArrayList<>();
  private long total;
  private int untold;

  /** The bytes by digest. */
  public Map<String, byte[]> media() {
    return media;
  }

  /** What was left out and why, by name, in words for the editor. */
  public List<String> warnings() {
    List<String> told = new ArrayList<>(warnings);
    if (untold > 0) {
      told.add(untold + " more pictures were left out.");
    }
    return told;
  }

  /**
   * Keeps a picture. Empty, with a warning, if the bytes are none that a web page shows or if there
   * are too many; empty without one if it is too small to show anything, as spacers are.
   *
   * @param name what an editor knows it by
   */
  public Optional<Picture> keep(
      String name, byte[] bytes, @Nullable String caption, @Nullable String alt) {
    String type = contentType(bytes);
    if (type == null) {
      return leftOut("it is no JPEG, PNG, GIF or WebP", name);
    }
    int[] size = size(bytes, type);
    boolean tiny = size[0] > 0 && (size[0] < SMALLEST_SIDE || size[1] < SMALLEST_SIDE);
    String digest = digest(bytes);
    boolean known = media.containsKey(digest);
    if (tiny) {
      return Optional.empty();
    }
    if (!known && media.size() >= MOST) {
      return leftOut("a story takes at most " + MOST, name);
    }
    if (!known && total + bytes.length > LARGEST_TOTAL) {
      return leftOut("a story takes at most " + (LARGEST_TOTAL >> 20) + " MB of them", name);
    }
    if (!known) {
      media.put(digest, bytes);
      total += bytes.length;
    }
    return Optional.of(
        new Picture(
            caption,
            null,
            alternative(alt),
            null,
            new Picture.Media(digest, type, bytes.length, size[0], size[1])));
  }

  /**
   * What programs write for want of an alternative says nothing, and may tell whose machine it was:
   * a file's name or path, or a machine's guess.
   */
  private static @Nullable String alternative(@Nullable String alt) {
    if (alt == null) {
      return null;
    }
    String text = GUESSED.matcher(alt.strip()).replaceFirst("").strip();
    return text.isEmpty() || FILE.matcher(text).matches() ? null : text;
  }

  private Optional<Picture> leftOut(String why, String name) {
    if (warnings.size() < MOST_WARNINGS) {
      warnings.add("A picture was left out, since " + why + ": " + shortened(name));
    } else {
      untold++;
    }
    return Optional.empty();
  }

  private static String shortened(String name) {
    String line = CleanText.line(name.length() <= 200 ? name : name.substring(0, 200));
    return line.length() <= 80 ? line : line.substring(0, 79) + "…";
  }

  /** By content; null if it is no picture that browsers show. */
  public static @Nullable String contentType(byte[] bytes) {
    if (starts(bytes, 0, 0xFF, 0xD8, 0xFF)) {
      return "image/jpeg";
    }
    if (starts(bytes, 0, 0x89, 'P', 'N', 'G', 0x0D, 0x0A, 0x1A, 0x0A)) {
      return "image/png";
    }
    if (starts(bytes, 0, 'G', 'I', 'F', '8')) {
      return "image/gif";
    }
    return starts(bytes, 0, 'R', 'I', 'F', 'F') && starts(bytes, 8, 'W', 'E', 'B', 'P')
        ? "image/webp"
        : null;
  }

  /** Width and height in pixels, 0 where the file does not tell. */
  private static int[] size(byte[] bytes, String type) {
    return switch (type) {
      case "image/png" -> new int[] {int32(bytes, 16), int32(bytes, 20)};
      case "image/gif" -> new int[] {little16(bytes, 6), little16(bytes, 8)};
      case "image/jpeg" -> jpegSize(bytes);
      case "image/webp" -> webpSize(bytes);
      default -> new int[] {0, 0};
    };
  }

  /** From the first start-of-frame segment (ITU T.81, B.2.2). */
  private static int[] jpegSize(byte[] bytes) {
    int at = 2;
    while (at + 9 < bytes.length && (bytes[at] & 0xFF) == 0xFF) {
      int marker = bytes[at + 1] & 0xFF;
      if (marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC) {
        return new int[] {big16(bytes, at + 7), big16(bytes, at + 5)};
      }
      at += 2 + Math.max(2, big16(bytes, at + 2));
    }
    return new int[] {0, 0};
  }

  /** From the first chunk (RFC 9649, sections 2.5 to 2.7; RFC 6386, section 9.1). */
  private static int[] webpSize(byte[] bytes) {
    if (bytes.length < 30) {
      return new int[] {0, 0};
    }
    if (starts(bytes, 12, 'V', 'P', '8', 'X')) {
      return new int[] {1 + little24(bytes, 24), 1 + little24(bytes, 27)};
    }
    if (starts(bytes, 12, 'V', 'P', '8', 'L') && starts(bytes, 20, 0x2F)) {
      int low = little16(bytes, 21);
      int sizes = little16(bytes, 23) << 16 | low;
      return new int[] {1 + (sizes & 0x3FFF), 1 + (sizes >>> 14 & 0x3FFF)};
    }
    if (starts(bytes, 12, 'V', 'P', '8', ' ') && starts(bytes, 23, 0x9D, 0x01, 0x2A)) {
      return new int[] {little16(bytes, 26) & 0x3FFF, little16(bytes, 28) & 0x3FFF};
    }
    return new int[] {0, 0};
  }

  private static String digest(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static int big16(byte[] bytes, int at) {
    return at + 1 < bytes.length ? (bytes[at] & 0xFF) << 8 | (bytes[at + 1] & 0xFF) : 0;
  }

  private static int little16(byte[] bytes, int at) {
    return at + 1 < bytes.length ? (bytes[at + 1] & 0xFF) << 8 | (bytes[at] & 0xFF) : 0;
  }

  private static int little24(byte[] bytes, int at) {
    return little16(bytes, at) | (bytes[at + 2] & 0xFF) << 16;
  }

  private static int int32(byte[] bytes, int at) {
    int value = big16(bytes, at) << 16 | big16(bytes, at + 2);
    return Math.max(0, value);
  }

  private static boolean starts(byte[] bytes, int from, int... start) {
    if (bytes.length < from + start.length) {
      return false;
    }
    for (int i = 0; i < start.length; i++) {
      if ((bytes[from + i] & 0xFF) != start[i]) {
        return false;
      }
    }
    return true;
  }
}
