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
final class DoubleEncoded {
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

  /** The text as it was meant; null if it is not of this kind, or not all of it is. */
  static @Nullable String mended(String raw) {
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
