package org.wirecopy.intake.formats;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Changes files as a fuzzer does: at the bytes, by words that readers look for, and by each other.
 */
final class Mutations {
  private static final int LARGEST = 200_000;

  /** What readers of one format or another look for, and what has broken readers before. */
  private static final List<String> WORDS =
      List.of(
          "<!DOCTYPE x [<!ENTITY a \"b\">]>",
          "&a;",
          "&#0;",
          "&#x110000;",
          "<![CDATA[",
          "]]>",
          "<!--",
          "-->",
          "<?xml version='1.0' encoding='utf-7'?>",
          "xmlns:w=\"x\"",
          "<p>",
          "</p>",
          "<svg><p></svg>",
          "<math>",
          "<plaintext>",
          "<table><tr><td>",
          "</article>",
          "<script>",
          "{\"",
          "\":",
          "[[[[",
          "]]]]",
          "null",
          "1e999",
          "\\ud800",
          "\\u0000",
          "{\\rtf1",
          "\\bin99999999 ",
          "\\uc9",
          "\\u-1?",
          "\\'zz",
          "\\pict",
          "{\\*\\",
          "---\n",
          "embargo: ",
          "status: canceled\n",
          "!!java.lang.Runtime",
          "&a *a",
          "Content-Type: multipart/mixed;" + " boundary=x\r\n\r\n--x\r\n",
          "=?utf-8?B?w7w=?=",
          "Content-Transfer-Encoding: base64\r\n",
          "--x--",
          "\u0001",
          "\u0002",
          "\u0003",
          "^",
          "<",
          "=",
          "* * * *",
          "\uFEFF",
          "\u2028",
          "\u202E",
          "2026-13-45T99:99",
          "9999-12-31T23:59:59+18:00",
          "Read more:",
          "By ",
          "12 March",
          "javascript:",
          "file:///etc/passwd",
          "%00",
          "data:image/png;base64,",
          "\r\n\r\n",
          "\0",
          "qcode=\"stat:\"",
          "norm=\"0\"",
          "://",
          "@",
          "(",
          "[",
          "****");

  private static final String MARKS = "\"'><\n:=";

  private static final List<String> NUMBERS =
      List.of(
          "0",
          "-1",
          "00000000001",
          "2147483648",
          "-9223372036854775809",
          "99999999999999999999999999",
          "1e308",
          "0x7f",
          "1.0000000000000000000001");

  private final RandomGenerator random;
  private final List<byte[]> tokens;

  /**
   * Changes by chance.
   *
   * @param tokens the words of the sample's own format, put in beside those that have broken
   *     readers before
   */
  Mutations(RandomGenerator random, List<byte[]> tokens) {
    this.random = random;
    this.tokens = tokens;
  }

  /** One to six changes. */
  byte[] of(byte[] sample, byte[] other) {
    byte[] bytes = sample;
    boolean gentle = random.nextBoolean();
    for (int left = 1 + random.nextInt(6); left > 0 && bytes.length > 0; left--) {
      bytes =
          !gentle ? once(bytes, other) : random.nextBoolean() ? value(bytes) : piece(bytes, other);
    }
    return bytes.length <= LARGEST ? bytes : Arrays.copyOf(bytes, LARGEST);
  }

  private byte[] once(byte[] bytes, byte[] other) {
    int from = random.nextInt(bytes.length);
    int to = Math.min(bytes.length, from + 1 + random.nextInt(80));
    byte[] part = Arrays.copyOfRange(bytes, from, to);
    return switch (random.nextInt(13)) {
      case 0 -> {
        byte[] flipped = bytes.clone();
        flipped[from] ^= (byte) (1 << random.nextInt(8));
        yield flipped;
      }
      case 1 -> {
        byte[] set = bytes.clone();
        set[from] = (byte) random.nextInt(256);
        yield set;
      }
      case 2 -> Arrays.copyOf(bytes, from);
      case 3 -> joined(bytes, from, to, new byte[0]);
      case 4 ->
          joined(bytes, from, from, repeated(part, 1 + random.nextInt(random.nextInt(60) + 1)));
      case 5 -> joined(bytes, from, from, word());
      case 6 -> joined(bytes, from, to, word());
      case 7 -> joined(bytes, from, from, repeated(word(), 1 + random.nextInt(300)));
      case 8 -> moved(bytes, from, to);
      case 9 -> number(bytes, from);
      case 10 -> tagsSwapped(bytes, from);
      case 11 -> joined(bytes, from, from, repeated(part, 1 + random.nextInt(3)));
      default -> joined(bytes, from, to, slice(other));
    };
  }

  private byte[] moved(byte[] bytes, int from, int to) {
    byte[] part = Arrays.copyOfRange(bytes, from, to);
    byte[] rest = joined(bytes, from, to, new byte[0]);
    int at = random.nextInt(rest.length + 1);
    return joined(rest, at, at, part);
  }

  /** The next number becomes another one, or gets very long. */
  private byte[] number(byte[] bytes, int near) {
    int from = near;
    while (from < bytes.length && !isDigit(bytes[from])) {
      from++;
    }
    int to = from;
    while (to < bytes.length && isDigit(bytes[to])) {
      to++;
    }
    byte[] number =
        random.nextInt(8) == 0
            ? repeated(new byte[] {'9'}, 1 + random.nextInt(5_000))
            : NUMBERS.get(random.nextInt(NUMBERS.size())).getBytes(StandardCharsets.UTF_8);
    return joined(bytes, from, to, number);
  }

  private static boolean isDigit(byte one) {
    return one >= '0' && one <= '9';
  }

  /** Two tags (or groups, or strings) take each other's places. */
  private byte[] tagsSwapped(byte[] bytes, int near) {
    int[] first = tag(bytes, near);
    int[] second = tag(bytes, first[1] + random.nextInt(200));
    if (second[0] < first[1] || second[1] > bytes.length) {
      return bytes;
    }
    byte[] one = Arrays.copyOfRange(bytes, first[0], first[1]);
    byte[] two = Arrays.copyOfRange(bytes, second[0], second[1]);
    byte[] half = joined(bytes, second[0], second[1], one);
    return joined(half, first[0], first[1], two);
  }

  private static int[] tag(byte[] bytes, int near) {
    int from = near;
    while (from < bytes.length && "<{\"\\".indexOf(bytes[from]) < 0) {
      from++;
    }
    int to = from + 1;
    while (to < bytes.length && to - from < 300 && ">}\" ".indexOf(bytes[to]) < 0) {
      to++;
    }
    return new int[] {from, to + 1};
  }

  /** Another value between two marks, so that the file stays well-formed and is read to its end. */
  private byte[] value(byte[] bytes) {
    boolean xml = bytes[0] == '<';
    boolean json = bytes[0] == '{' || bytes[0] == '[';
    int from = random.nextInt(bytes.length);
    while (from < bytes.length
        && (json ? !opensString(bytes, from) : (xml ? "\"'>" : MARKS).indexOf(bytes[from]) < 0)) {
      from++;
    }
    int to = from + 1;
    while (to < bytes.length && (json ? "\"" : MARKS).indexOf(bytes[to]) < 0) {
      to++;
    }
    if (to >= bytes.length || xml && bytes[to] != (bytes[from] == '>' ? '<' : bytes[from])) {
      return bytes;
    }
    String word =
        new String(word(), StandardCharsets.UTF_8)
            .replaceAll("[<>&\"'\\\\{}\\n\\r\\x00-\\x1f]", "");
    byte[] value =
        repeated(word.getBytes(StandardCharsets.UTF_8), random.nextInt(10) == 0 ? 2_000 : 1);
    return joined(bytes, from + 1, to, value);
  }

  private static boolean opensString(byte[] bytes, int at) {
    int before = at - 1;
    while (before >= 0 && bytes[before] == ' ') {
      before--;
    }
    return bytes[at] == '"' && before >= 0 && ":[{,".indexOf(bytes[before]) >= 0;
  }

  /** A whole element, object or line is taken out, doubled, moved, nested or exchanged. */
  private byte[] piece(byte[] bytes, byte[] other) {
    Structure.Piece one = Structure.after(bytes, random.nextInt(bytes.length));
    if (one == null) {
      return bytes;
    }
    byte[] piece = one.of(bytes);
    switch (random.nextInt(6)) {
      case 0:
        return joined(bytes, one.from(), one.to(), new byte[0]);
      case 1:
        return joined(bytes, one.to(), one.to(), repeated(piece, 1 + random.nextInt(20)));
      case 2:
        int inside = one.from() + random.nextInt(Math.max(1, one.length()));
        Structure.Piece inner = Structure.after(bytes, inside);
        return inner == null ? bytes : joined(bytes, inner.from(), inner.to(), piece);
      case 3:
        Structure.Piece next = Structure.after(bytes, one.to());
        return next == null
            ? bytes
            : joined(
                joined(bytes, next.from(), next.to(), piece), one.from(), one.to(), next.of(bytes));
      default:
        Structure.Piece foreign =
            other.length == 0 ? null : Structure.after(other, random.nextInt(other.length));
        return foreign == null ? bytes : joined(bytes, one.from(), one.to(), foreign.of(other));
    }
  }

  private byte[] word() {
    if (!tokens.isEmpty() && random.nextBoolean()) {
      return tokens.get(random.nextInt(tokens.size()));
    }
    return WORDS.get(random.nextInt(WORDS.size())).getBytes(StandardCharsets.UTF_8);
  }

  private byte[] slice(byte[] other) {
    if (other.length == 0) {
      return other;
    }
    int from = random.nextInt(other.length);
    return Arrays.copyOfRange(other, from, Math.min(other.length, from + 1 + random.nextInt(400)));
  }

  private static byte[] repeated(byte[] part, int times) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (int i = 0; i < times; i++) {
      out.writeBytes(part);
    }
    return out.toByteArray();
  }

  private static byte[] joined(byte[] bytes, int from, int to, byte[] between) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.length + between.length);
    out.write(bytes, 0, from);
    out.writeBytes(between);
    out.write(bytes, to, bytes.length - to);
    return out.toByteArray();
  }

  /** A zip with one of its files changed and packed again, so that its checksum is right. */
  byte[] within(byte[] zip, byte[] other) throws IOException {
    Map<String, byte[]> parts = Tokens.parts(zip);
    if (parts.isEmpty()) {
      return of(zip, other);
    }
    String changed = List.copyOf(parts.keySet()).get(random.nextInt(parts.size()));
    parts.computeIfPresent(changed, (name, bytes) -> bytes.length == 0 ? bytes : of(bytes, other));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream packed = new ZipOutputStream(out)) {
      for (Map.Entry<String, byte[]> part : parts.entrySet()) {
        packed.putNextEntry(new ZipEntry(part.getKey()));
        packed.write(part.getValue());
        packed.closeEntry();
      }
    }
    return out.toByteArray();
  }
}
