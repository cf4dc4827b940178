package org.wirecopy.intake.inbox;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * File names as their bytes say, whatever the locale. Java decodes names with the locale's charset
 * and turns what does not fit into U+FFFD; a path's URI form keeps the bytes.
 */
final class InboxPaths {
  private static final int LONGEST_NAME = 255;

  private InboxPaths() {}

  /**
   * The path below the inbox with {@code /} between folders; bytes that are not UTF-8 as {@code
   * %XX}.
   */
  static String relative(Path inbox, Path file) {
    String plain = inbox.relativize(file).toString();
    if (isAscii(plain)) {
      return plain.replace(File.separatorChar, '/');
    }
    byte[] root = rawBytes(inbox);
    byte[] whole = rawBytes(file);
    int from = root.length + (root[root.length - 1] == '/' ? 0 : 1);
    return decode(whole, from);
  }

  /**
   * A file in {@code folder} named as {@code name} with an ASCII suffix, cut to what a name may
   * hold.
   */
  static Path named(Path folder, Path name, String suffix) {
    byte[] bytes = rawBytes(name.getFileName() == null ? name : name.toAbsolutePath());
    int from = lastSlash(bytes) + 1;
    int keep = Math.min(bytes.length - from, LONGEST_NAME - suffix.length());
    while (keep > 0 && from + keep < bytes.length && (bytes[from + keep] & 0xC0) == 0x80) {
      keep--;
    }
    StringBuilder uri = new StringBuilder(folder.toAbsolutePath().toUri().getRawPath());
    if (uri.charAt(uri.length() - 1) != '/') {
      uri.append('/');
    }
    for (int i = from; i < from + keep; i++) {
      append(uri, bytes[i]);
    }
    for (byte b : suffix.getBytes(StandardCharsets.US_ASCII)) {
      append(uri, b);
    }
    return Path.of(URI.create("file://" + uri));
  }

  /**
   * A path below {@code folder} by its name in UTF-8, with {@code /} between folders; null if no
   * file can have that name.
   */
  static @Nullable Path below(Path folder, String name) {
    try {
      if (isAscii(name) && isAscii(folder.toString())) {
        return folder.resolve(name);
      }
      StringBuilder uri = new StringBuilder(folder.toAbsolutePath().toUri().getRawPath());
      if (uri.charAt(uri.length() - 1) != '/') {
        uri.append('/');
      }
      for (byte b : name.getBytes(StandardCharsets.UTF_8)) {
        if (b == '/') {
          uri.append('/');
        } else {
          append(uri, b);
        }
      }
      return Path.of(URI.create("file://" + uri));
    } catch (IllegalArgumentException impossible) {
      return null;
    }
  }

  /** The bytes that the operating system knows the path by. */
  static byte[] rawBytes(Path path) {
    String plain = path.toAbsolutePath().toString();
    if (isAscii(plain)) {
      return plain.getBytes(StandardCharsets.US_ASCII);
    }
    String raw = path.toAbsolutePath().toUri().getRawPath();
    ByteArrayOutputStream out = new ByteArrayOutputStream(raw.length());
    for (int i = 0; i < raw.length(); i++) {
      char c = raw.charAt(i);
      if (c == '%') {
        out.write(Integer.parseInt(raw.substring(i + 1, i + 3), 16));
        i += 2;
      } else {
        out.write(c);
      }
    }
    return out.toByteArray();
  }

  private static String decode(byte[] bytes, int from) {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(bytes, from, bytes.length - from))
          .toString();
    } catch (CharacterCodingException notUtf8) {
      StringBuilder out = new StringBuilder();
      for (int i = from; i < bytes.length; i++) {
        if (bytes[i] >= 0x20) {
          out.append((char) bytes[i]);
        } else {
          out.append(String.format(Locale.ROOT, "%%%02X", bytes[i]));
        }
      }
      return out.toString();
    }
  }

  private static void append(StringBuilder uri, byte b) {
    boolean unreserved =
        (b >= 'a' && b <= 'z')
            || (b >= 'A' && b <= 'Z')
            || (b >= '0' && b <= '9')
            || b == '-'
            || b == '.'
            || b == '_'
            || b == '~';
    if (unreserved) {
      uri.append((char) b);
    } else {
      uri.append(String.format(Locale.ROOT, "%%%02X", b));
    }
  }

  private static int lastSlash(byte[] bytes) {
    for (int i = bytes.length - 1; i >= 0; i--) {
      if (bytes[i] == '/') {
        return i;
      }
    }
    return -1;
  }

  /**
   * True if there is such a file or folder, or a link. Mostly there is none, and for names that
   * every locale can decode {@link File} answers that without the cost of an exception.
   */
  static boolean exists(Path file) {
    return isAscii(file.toString())
        ? file.toFile().exists()
        : Files.exists(file, LinkOption.NOFOLLOW_LINKS);
  }

  static boolean isAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) >= 128) {
        return false;
      }
    }
    return true;
  }
}
