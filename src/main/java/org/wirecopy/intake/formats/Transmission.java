package org.wirecopy.intake.formats;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.wirecopy.intake.Charsets;
import org.wirecopy.intake.Decoding;

/**
 * A message as it went over a teleprinter line: SOH, header, STX, text, ETX, trailer, EOT (ISO
 * 1745; IPTC 7901 and ANPA 1312 alike).
 *
 * @param header between SOH and STX
 * @param text between STX and ETX, or to the end where ETX is missing
 * @param trailer after ETX; empty where there is none
 * @param complete whether the text was ended
 */
record Transmission(String header, String text, String trailer, boolean complete) {
  private static final int SOH = 1;
  private static final int STX = 2;
  private static final int ETX = 3;
  private static final int SYN = 0x16;
  private static final int LONGEST_HEADER = 600;
  private static final int LONGEST_TRAILER = 200;

  /** The bytes as text of one letter a byte up to the longest header; null if it is none. */
  static @Nullable String header(byte[] bytes) {
    int start = start(bytes);
    int end = start < 0 ? -1 : find(bytes, STX, start, start + LONGEST_HEADER);
    return end < 0 ? null : new String(bytes, start, end - start, StandardCharsets.ISO_8859_1);
  }

  /** Whether the line was synchronised before the message, as ANPA 1312 has it. */
  static boolean isSynchronised(byte[] bytes) {
    return bytes.length > 0 && bytes[0] == SYN;
  }

  /** Takes a file apart whose {@link #header} is there. */
  static Transmission of(byte[] bytes) throws Unreadable {
    int start = start(bytes);
    int text = find(bytes, STX, start, bytes.length);
    int end = find(bytes, ETX, text, bytes.length);
    int stop = end < 0 ? bytes.length : end;
    return new Transmission(
        new String(bytes, start, text - start, StandardCharsets.ISO_8859_1),
        decoded(Arrays.copyOfRange(bytes, text + 1, stop)),
        end < 0
            ? ""
            : new String(
                bytes,
                end + 1,
                Math.min(LONGEST_TRAILER, bytes.length - end - 1),
                StandardCharsets.ISO_8859_1),
        end >= 0);
  }

  /** Signs that steer a printer, and no letters, are blanks. */
  private static String decoded(byte[] bytes) throws Unreadable {
    for (int i = 0; i < bytes.length; i++) {
      int sign = bytes[i];
      if ((sign >= 0 && sign < ' ' && sign != '\n' && sign != '\t') || sign == 0x7F) {
        bytes[i] = ' ';
      }
    }
    if (bytes.length == 0) {
      return "";
    }
    Decoding decoding = Charsets.decode(bytes);
    if (decoding instanceof Decoding.Text text) {
      return text.text();
    }
    var rejection = ((Decoding.Unreadable) decoding).rejection();
    throw new Unreadable(
        rejection.code(), rejection.problem(), rejection.where(), rejection.remedy());
  }

  private static int start(byte[] bytes) {
    for (int i = 0; i < bytes.length && i < 16; i++) {
      if (bytes[i] == SOH) {
        return i + 1;
      }
      if (bytes[i] != SYN && bytes[i] != 0 && bytes[i] != '\r' && bytes[i] != '\n') {
        return -1;
      }
    }
    return -1;
  }

  private static int find(byte[] bytes, int sign, int from, int to) {
    for (int i = Math.max(0, from); i < to && i < bytes.length; i++) {
      if (bytes[i] == sign) {
        return i;
      }
    }
    return -1;
  }
}
