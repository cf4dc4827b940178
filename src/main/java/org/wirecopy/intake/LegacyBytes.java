package org.wirecopy.intake;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Bytes that are not clean UTF-8: mended, or read in a charset of one byte a character. */
final class LegacyBytes {
  private static final Charset WINDOWS_1252 = Charset.forName("windows-1252");
  private static final Charset MAC_ROMAN = Charset.forName("x-MacRoman");

  /** Marks that stand between words or at their edges in Western text. */
  private static final String OPENING = "‘“«„‚‹¿¡(";

  private static final String CLOSING = "’”»›…™®©°ºª%";
  private static final String SIGNS = "–—•·£€§¥¢±×½¼¾†";

  private LegacyBytes() {}

  static Decoding decode(byte[] bytes, int start) {
    int good = 0;
    int bad = 0;
    int i = start;
    boolean cut = false;
    while (i < bytes.length) {
      int length = sequence(bytes, i);
      if (length > 1) {
        good++;
      } else if (length <= 0) {
        bad++;
        cut |= length < 0;
      }
      i += Math.max(1, length);
    }
    if (Charsets.controls(new String(bytes, StandardCharsets.ISO_8859_1)) * 20 > bytes.length) {
      return Charsets.binary("The file holds bytes that no text has.");
    }
    if (cut && good > 0 && bad <= 3) {
      return new Decoding.Unreadable(
          new Rejection(
              "INCOMPLETE",
              "The file ends in the middle of a character, so it seems to be cut off.",
              "the last character",
              "Drop the whole file again."));
    }
    if (good > bad) {
      return mended(bytes, start);
    }
    return oneByte(bytes, start);
  }

  /**
   * Length of the UTF-8 sequence at a place: 1 for ASCII, 2 to 4, 0 if there is none, -1 if the
   * file ends within it.
   */
  private static int sequence(byte[] bytes, int at) {
    int b = bytes[at] & 0xff;
    if (b < 0x80) {
      return 1;
    }
    int length =
        b >= 0xC2 && b <= 0xDF ? 2 : b >= 0xE0 && b <= 0xEF ? 3 : b >= 0xF0 && b <= 0xF4 ? 4 : 0;
    for (int i = 1; i < length; i++) {
      if (at + i >= bytes.length) {
        return -1;
      }
      if ((bytes[at + i] & 0xC0) != 0x80) {
        return 0;
      }
    }
    if (length >= 3) {
      int second = bytes[at + 1] & 0xff;
      boolean wrong =
          (b == 0xE0 && second < 0xA0)
              || (b == 0xED && second > 0x9F)
              || (b == 0xF0 && second < 0x90)
              || (b == 0xF4 && second > 0x8F);
      return wrong ? 0 : length;
    }
    return length;
  }

  private static Decoding mended(byte[] bytes, int start) {
    StringBuilder out = new StringBuilder(bytes.length);
    int strays = 0;
    int surrogates = 0;
    int from = start;
    int i = start;
    while (i < bytes.length) {
      int length = sequence(bytes, i);
      if (length > 0) {
        i += length;
        continue;
      }
      out.append(new String(bytes, from, i - from, StandardCharsets.UTF_8));
      if ((bytes[i] & 0xff) == 0xED && i + 2 < bytes.length && (bytes[i + 1] & 0xE0) == 0xA0) {
        // Half of a pair, written as if it were a character (CESU-8); the cleaning drops lone ones.
        out.append((char) (0xD000 | (bytes[i + 1] & 0x3F) << 6 | (bytes[i + 2] & 0x3F)));
        surrogates++;
        i += 3;
      } else {
        String stray = Charsets.strict(new byte[] {bytes[i]}, 0, WINDOWS_1252);
        if (stray == null) {
          return unknown();
        }
        out.append(stray);
        strays++;
        i++;
      }
      from = i;
    }
    out.append(new String(bytes, from, bytes.length - from, StandardCharsets.UTF_8));
    List<String> warnings = new ArrayList<>();
    if (strays > 0) {
      warnings.add(
          "The text is UTF-8 but for "
              + (strays == 1 ? "one character" : strays + " characters")
              + " of windows-1252; please check "
              + (strays == 1 ? "it." : "them."));
    }
    if (surrogates > 0) {
      warnings.add("The text has broken characters (halves of pairs); please check it.");
    }
    return new Decoding.Text(out.toString().replace("\0", ""), "UTF-8", warnings);
  }

  private static Decoding oneByte(byte[] bytes, int start) {
    String windows = plausible(bytes, start, WINDOWS_1252);
    String mac = plausible(bytes, start, MAC_ROMAN);
    if (windows == null && mac == null) {
      return unknown();
    }
    if (windows == null || (mac != null && score(mac) > score(windows))) {
      return Charsets.text(
          mac == null ? "" : mac,
          "Mac Roman",
          "The text is not UTF-8; it was read as Mac Roman. Please check quotes and accents.");
    }
    return Charsets.text(windows, "windows-1252");
  }

  private static Decoding unknown() {
    return Charsets.badEncoding(
        "The characters of the file are in an encoding that cannot be told.");
  }

  private static @Nullable String plausible(byte[] bytes, int start, Charset charset) {
    String text = Charsets.strict(bytes, start, charset);
    return text != null && text.indexOf('\0') < 0 && score(text) >= 0.75 ? text : null;
  }

  /** Share of the characters beyond ASCII that stand where Western text has them. */
  private static double score(String text) {
    int all = 0;
    int right = 0;
    int letters = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < 0x80) {
        letters += Character.isLetter(c) ? 1 : 0;
        continue;
      }
      all++;
      char before = i > 0 ? text.charAt(i - 1) : ' ';
      char after = i + 1 < text.length() ? text.charAt(i + 1) : ' ';
      right += fits(before, c, after) ? 1 : 0;
    }
    if (all == 0) {
      return 1;
    }
    return all * 4 > letters + 8 ? 0 : (double) right / all;
  }

  private static boolean fits(char before, char c, char after) {
    boolean edge = !Character.isLetterOrDigit(before);
    boolean end = !Character.isLetterOrDigit(after);
    if (c == 0xA0) {
      return true;
    }
    if (c == '’') {
      return !edge || end;
    }
    if (OPENING.indexOf(c) >= 0) {
      return edge && (!Character.isWhitespace(after) || c == '«');
    }
    if (CLOSING.indexOf(c) >= 0) {
      return end && (!Character.isWhitespace(before) || c == '»' || c == '…' || c == '©');
    }
    if (SIGNS.indexOf(c) >= 0) {
      return edge || !Character.isLetter(after);
    }
    if (!Character.isLetter(c) || c == 'º' || c == 'ª' || c == 'ƒ' || c == 'µ') {
      return false;
    }
    boolean runs = isHigh(before) && isHigh(after);
    if (runs) {
      return false;
    }
    // A capital belongs at the start of a word or among capitals.
    return Character.isLowerCase(c)
        ? !Character.isUpperCase(after)
        : (edge || Character.isUpperCase(before));
  }

  private static boolean isHigh(char c) {
    return c >= 0x80 && Character.isLetter(c);
  }
}
