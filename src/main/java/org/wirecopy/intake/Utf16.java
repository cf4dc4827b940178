package org.wirecopy.intake;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** UTF-16 without a byte order mark, told by its form. */
final class Utf16 {
  private Utf16() {}

  /** The text if it is surely UTF-16, else null. */
  static @Nullable String unmarked(byte[] bytes) {
    if (bytes.length < 8 || bytes.length % 2 != 0) {
      return null;
    }
    int even = 0;
    int odd = 0;
    for (int i = 0; i < bytes.length; i += 2) {
      even += bytes[i] == 0 ? 1 : 0;
      odd += bytes[i + 1] == 0 ? 1 : 0;
    }
    int units = bytes.length / 2;
    // Blanks and line ends have a zero high byte in every script; a low byte is hardly ever zero.
    if (odd * 20 >= units && even * 100 <= units) {
      return text(bytes, StandardCharsets.UTF_16LE);
    }
    if (even * 20 >= units && odd * 100 <= units) {
      return text(bytes, StandardCharsets.UTF_16BE);
    }
    return null;
  }

  private static @Nullable String text(byte[] bytes, Charset charset) {
    String text = Charsets.strict(bytes, 0, charset);
    if (text == null || text.indexOf('\0') >= 0 || Charsets.controls(text) > 0) {
      return null;
    }
    int words = 0;
    int odd = 0;
    Character.UnicodeScript script = null;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isLetter(c)) {
        Character.UnicodeScript of = Character.UnicodeScript.of(c);
        if (script != null && of != script) {
          odd++;
        }
        script = of;
        words++;
      } else if (!Character.isDefined(c) || Character.getType(c) == Character.PRIVATE_USE) {
        return null;
      }
    }
    // Bytes of something else give characters of ever changing scripts.
    return words * 2 >= text.length() && odd * 3 <= words ? text : null;
  }
}
