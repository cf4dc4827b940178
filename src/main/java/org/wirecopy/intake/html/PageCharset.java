package org.wirecopy.intake.html;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.wirecopy.intake.Charsets;
import org.wirecopy.intake.Decoding;

/**
 * The character encoding of a saved page: a byte order mark, then proof (valid UTF-8 with letters
 * beyond ASCII), then what the page's {@code <meta>} says, then what the bytes look like. UTF-7 is
 * never used. After the WHATWG encoding sniffing algorithm, which lets {@code <meta>} win over
 * proof; saved pages often are UTF-8 whatever they were on the server.
 */
final class PageCharset {
  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
  private static final int SNIFFED = 8_192;
  private static final Pattern META =
      Pattern.compile(
          "<meta[^>]{0,300}?charset\\s*=\\s*[\"']?\\s*([\\w:.-]{1,40})", Pattern.CASE_INSENSITIVE);
  private static final Pattern XML =
      Pattern.compile("^\\s*<\\?xml[^>]{0,200}?encoding\\s*=\\s*[\"']([\\w:.-]{1,40})");

  private PageCharset() {}

  /** The page's text, or why it cannot be told. */
  static Decoding decode(byte[] bytes) {
    String utf8 = isMarked(bytes) ? null : strictly(bytes);
    boolean proven = utf8 != null && utf8.length() < bytes.length;
    Charset declared = proven || isMarked(bytes) ? null : declared(bytes);
    return declared == null
        ? Charsets.decode(bytes)
        : new Decoding.Text(new String(bytes, declared), declared.name(), List.of());
  }

  private static boolean isMarked(byte[] b) {
    return isUtf16(b)
        || b.length >= 3 && b[0] == (byte) 0xEF && b[1] == (byte) 0xBB && b[2] == (byte) 0xBF;
  }

  /** True of a page that begins with the byte order mark of UTF-16. */
  static boolean isUtf16(byte[] b) {
    return b.length >= 2
        && (b[0] == (byte) 0xFE && b[1] == (byte) 0xFF
            || b[0] == (byte) 0xFF && b[1] == (byte) 0xFE);
  }

  private static @Nullable String strictly(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT)
          .decode(ByteBuffer.wrap(bytes))
          .toString();
    } catch (CharacterCodingException e) {
      return null;
    }
  }

  private static @Nullable Charset declared(byte[] bytes) {
    String start =
        new String(bytes, 0, Math.min(SNIFFED, bytes.length), StandardCharsets.ISO_8859_1);
    Matcher meta = META.matcher(start);
    if (meta.find()) {
      return named(meta.group(1));
    }
    Matcher xml = XML.matcher(start);
    return xml.find() ? named(xml.group(1)) : null;
  }

  private static @Nullable Charset named(String label) {
    String name = label.toLowerCase(Locale.ROOT);
    switch (name) {
      case "iso-8859-1", "latin1", "us-ascii", "ascii", "iso8859-1", "windows-1252":
        return WINDOWS_1252;
      case "iso-8859-9", "latin5":
        return known("windows-1254");
      case "gb2312", "gbk", "x-gbk":
        return known("gb18030");
      case "ks_c_5601-1987", "euc-kr":
        return known("x-windows-949");
      case "shift_jis", "sjis", "shift-jis":
        return known("windows-31j");
      default:
        break;
    }
    if (name.startsWith("utf-16") || name.startsWith("utf-7") || name.startsWith("utf-32")) {
      // bytes in which this declaration could be read are not encoded like that
      return StandardCharsets.UTF_8;
    }
    return known(name);
  }

  private static @Nullable Charset known(String name) {
    try {
      return Charset.isSupported(name) ? Charset.forName(name) : null;
    } catch (IllegalCharsetNameException e) {
      return null;
    }
  }
}
