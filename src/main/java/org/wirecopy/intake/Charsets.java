package org.wirecopy.intake;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Turns the bytes of a text file into characters. UTF-8, UTF-16 and UTF-32 are recognised by mark
 * or by form, windows-1252 and Mac Roman by how their punctuation and accents stand in words. What
 * may be several charsets is rejected, so that mojibake is never sent.
 */
public final class Charsets {
  private static final Charset UTF_32LE = Charset.forName("UTF-32LE");
  private static final Charset UTF_32BE = Charset.forName("UTF-32BE");

  private Charsets() {}

  /** Decodes a whole file. Takes time and memory in proportion to its length. */
  public static Decoding decode(byte[] bytes) {
    if (isPlainAscii(bytes)) {
      return text(new String(bytes, StandardCharsets.ISO_8859_1), "UTF-8");
    }
    String kind = Magic.binaryKind(bytes);
    if (kind != null) {
      return binary("This is " + kind + ", not text.");
    }
    if (startsWith(bytes, 0xFF, 0xFE, 0, 0)) {
      return marked(bytes, 4, UTF_32LE);
    }
    if (startsWith(bytes, 0, 0, 0xFE, 0xFF)) {
      return marked(bytes, 4, UTF_32BE);
    }
    if (startsWith(bytes, 0xFF, 0xFE)) {
      return marked(bytes, 2, StandardCharsets.UTF_16LE);
    }
    if (startsWith(bytes, 0xFE, 0xFF)) {
      return marked(bytes, 2, StandardCharsets.UTF_16BE);
    }
    int start = startsWith(bytes, 0xEF, 0xBB, 0xBF) ? 3 : 0;
    String utf8 = strict(bytes, start, StandardCharsets.UTF_8);
    int controls = utf8 == null ? 0 : controls(bytes, start);
    boolean clean = controls == 0 || (utf8 != null && utf8.indexOf('\0') < 0);
    if (utf8 != null && clean && controls * 20 <= utf8.length()) {
      String mended = DoubleEncoded.mended(utf8);
      return mended == null ? text(utf8, "UTF-8") : text(mended, "UTF-8", DoubleEncoded.WARNING);
    }
    String utf16 = Utf16.unmarked(bytes);
    if (utf16 != null) {
      return text(utf16, "UTF-16");
    }
    if (utf8 != null) {
      return withoutNuls(utf8);
    }
    return LegacyBytes.decode(bytes, start);
  }

  /** The characters if every byte is right in the charset, else null. */
  static @Nullable String strict(byte[] bytes, int start, Charset charset) {
    if (charset == StandardCharsets.UTF_8) {
      // Quicker, and right if nothing had to be replaced.
      String text = new String(bytes, start, bytes.length - start, charset);
      if (text.indexOf('\uFFFD') < 0) {
        return text;
      }
    }
    try {
      CharBuffer chars =
          charset
              .newDecoder()
              .onMalformedInput(CodingErrorAction.REPORT)
              .onUnmappableCharacter(CodingErrorAction.REPORT)
              .decode(ByteBuffer.wrap(bytes, start, bytes.length - start));
      return chars.toString();
    } catch (CharacterCodingException e) {
      return null;
    }
  }

  static Decoding.Text text(String text, String charset, String... warnings) {
    return new Decoding.Text(text, charset, List.of(warnings));
  }

  static Decoding badEncoding(String problem) {
    return new Decoding.Unreadable(
        new Rejection(
            "BAD_ENCODING",
            problem,
            null,
            "Save the article as UTF-8 text (in most editors: Save as, Encoding, UTF-8) and drop it"
                + " again."));
  }

  static Decoding binary(String problem) {
    return new Decoding.Unreadable(
        new Rejection(
            "BINARY_CONTENT",
            problem,
            null,
            "Save the article as plain text, Markdown, HTML or DOCX (an e-mail as .eml) and drop it"
                + " again."));
  }

  /** Control characters that no text file needs. */
  static int controls(CharSequence text) {
    int found = 0;
    for (int i = 0; i < text.length(); i++) {
      found += isControl(text.charAt(i)) ? 1 : 0;
    }
    return found;
  }

  /** The same of UTF-8, in which every byte below 0x80 is a character of its own. */
  private static int controls(byte[] utf8, int start) {
    int found = 0;
    for (int i = start; i < utf8.length; i++) {
      byte b = utf8[i];
      if (b < 0x20 && b >= 0 && isControl((char) b)) {
        found++;
      }
    }
    return found;
  }

  private static boolean isControl(char c) {
    return c < 0x20 && c != '\n' && c != '\r' && c != '\t' && c != '\f' && c != 0x0B && c != 0x1B;
  }

  private static Decoding marked(byte[] bytes, int mark, Charset charset) {
    String text = strict(bytes, mark, charset);
    if (text == null) {
      return badEncoding(
          "The file says it is " + charset.name() + ", but some of its bytes are not.");
    }
    return text.indexOf('\0') < 0 ? text(text, charset.name()) : withoutNuls(text);
  }

  private static Decoding withoutNuls(String text) {
    String rest = text.replace("\0", "");
    int dropped = text.length() - rest.length();
    if (rest.isBlank()
        || (long) dropped * 20 > text.length()
        || controls(rest) * 20 > text.length()) {
      return binary("The file holds bytes that no text has.");
    }
    List<String> warnings = new ArrayList<>();
    warnings.add(dropped + " NUL character" + (dropped == 1 ? " was" : "s were") + " left out.");
    return new Decoding.Text(rest, "UTF-8", warnings);
  }

  private static boolean isPlainAscii(byte[] bytes) {
    for (byte b : bytes) {
      if (b < 0x20 && b != '\n' && b != '\r' && b != '\t') {
        return false;
      }
    }
    return bytes.length < 4 || !startsWith(bytes, '%', 'P', 'D', 'F');
  }

  static boolean startsWith(byte[] bytes, int... start) {
    if (bytes.length < start.length) {
      return false;
    }
    for (int i = 0; i < start.length; i++) {
      if ((bytes[i] & 0xff) != start[i]) {
        return false;
      }
    }
    return true;
  }
}
