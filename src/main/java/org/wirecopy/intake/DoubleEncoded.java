package org.wirecopy.intake;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Text in UTF-8 that some program took for windows-1252 and saved as UTF-8 once more. */
public final class DoubleEncoded {
  /** What the editor is told where a text was mended. */
  public static final String WARNING =
      "The text had been saved as UTF-8 twice over (â€™ stood for ’) and was mended. Please check"
          + " quotes and accents.";

  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");

  /** What quotes, dashes, accents and currency signs look like then. */
  private static final Pattern TELLING =
      Pattern.compile(
          "â€[\\p{L}\\p{P}\\p{S}\\x80-\\x9F]|Ã[\\x80-\\xBF\\u2013-\\u203A]|Â[\\xA0-\\xBF]");

  /** A closing quote, whose last byte windows-1252 has no sign for, so that it is often lost. */
  private static final Pattern LOST =
      Pattern.compile("â€(?![\\x80-\\xBF€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ])");

  private static final int ENOUGH = 2;

  private DoubleEncoded() {}

  /**
   * The bytes of a file as they were meant, in UTF-8; null if it is not of this kind. Most files
   * are told by a look at their bytes.
   */
  public static byte @Nullable [] mended(byte[] raw) {
    if (!isSuspect(raw)) {
      return null;
    }
    String text = Charsets.strict(raw, 0, StandardCharsets.UTF_8);
    String mended = text == null ? null : mended(text);
    return mended == null ? null : mended.getBytes(StandardCharsets.UTF_8);
  }

  /** True if Ã, Â or â with a euro sign stands in the bytes. */
  private static boolean isSuspect(byte[] raw) {
    for (int i = 0; i + 1 < raw.length; i++) {
      if (raw[i] == (byte) 0xC3
          && (raw[i + 1] == (byte) 0x83
              || raw[i + 1] == (byte) 0x82
              || raw[i + 1] == (byte) 0xA2)) {
        return true;
      }
    }
    return false;
  }

  /** The text as it was meant; null if it is not of this kind, or not all of it is. */
  public static @Nullable String mended(String raw) {
    if (raw.indexOf('â') < 0 && raw.indexOf('Ã') < 0 && raw.indexOf('Â') < 0) {
      return null;
    }
    Matcher telling = TELLING.matcher(raw);
    for (int found = 0; found < ENOUGH; found++) {
      if (!telling.find()) {
        return null;
      }
    }
    String text = LOST.matcher(raw).replaceAll("â€\u009d");
    ByteBuffer bytes = ByteBuffer.allocate(text.length());
    var encoder = WINDOWS_1252.newEncoder();
    for (int i = 0; i < text.length(); i++) {
      char sign = text.charAt(i);
      if (sign <= 0xFF) {
        // windows-1252 leaves some of these undefined, and programs pass them on as they are
        bytes.put((byte) sign);
      } else if (encoder.canEncode(sign)) {
        bytes.put(WINDOWS_1252.encode(CharBuffer.wrap(new char[] {sign})).get());
      } else {
        return null;
      }
    }
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString();
    } catch (CharacterCodingException other) {
      return null;
    }
  }
}
