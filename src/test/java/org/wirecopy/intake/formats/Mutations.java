package org.wirecopy.intake.formats;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
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

  private final RandomGenerator random;

  Mutations(RandomGenerator random) {
    this.random = random;
  }

  /** One to six changes. */
  byte[] of(byte[] sample, byte[] other) {
    byte[] bytes = sample;
    boolean gentle = random.nextBoolean();
    for (int left = 1 + random.nextInt(6); left > 0 && bytes.length > 0; left--) {
      bytes = gentle ? value(bytes) : once(bytes, other);
    }
    return bytes.length <= LARGEST ? bytes : Arrays.copyOf(bytes, LARGEST);
  }

  private byte[] once(byte[] bytes, byte[] other) {
    int from = random.nextInt(bytes.length);
    int to = Math.min(bytes.length, from + 1 + random.nextInt(80));
    byte[] part = Arrays.copyOfRange(bytes, from, to);
    return switch (random.nextInt(9)) {
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
      default -> joined(bytes, from, to, slice(other));
    };
  }

  /** Another value between two marks, so that the file stays well-formed and is read to its end. */
  private byte[] value(byte[] bytes) {
    int from = random.nextInt(bytes.length);
    while (from < bytes.length && MARKS.indexOf(bytes[from]) < 0) {
      from++;
    }
    int to = from + 1;
    while (to < bytes.length && MARKS.indexOf(bytes[to]) < 0) {
      to++;
    }
    if (to >= bytes.length) {
      return bytes;
    }
    String word =
        WORDS.get(random.nextInt(WORDS.size())).replaceAll("[<>&\"'\\\\{}\\n\\r\\x00-\\x1f]", "");
    byte[] value =
        repeated(word.getBytes(StandardCharsets.UTF_8), random.nextInt(10) == 0 ? 2_000 : 1);
    return joined(bytes, from + 1, to, value);
  }

  private byte[] word() {
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
    Map<String, byte[]> parts = parts(zip);
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

  /** None where the zip is a hostile one that Java itself does not read. */
  private static Map<String, byte[]> parts(byte[] zip) {
    Map<String, byte[]> parts = new LinkedHashMap<>();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        parts.put(entry.getName(), in.readAllBytes());
      }
    } catch (IOException | IllegalArgumentException unreadable) {
      parts.clear();
    }
    return parts;
  }
}
