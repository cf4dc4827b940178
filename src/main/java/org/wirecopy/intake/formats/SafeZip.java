package org.wirecopy.intake.formats;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jspecify.annotations.Nullable;

/**
 * A zip archive of strangers (APPNOTE 6.3), read from its directory and unpacked in memory, entry
 * by entry. Everything that could surprise is rejected: unsafe or doubled names, links, encryption,
 * entries that overlap, that grow beyond their limits or that differ from what the directory says.
 */
final class SafeZip {
  private static final int MOST_ENTRIES = 2_000;

  /** The most bytes that one entry may unpack to. */
  static final int LARGEST = 32 << 20;

  private static final long LARGEST_TOTAL = 128L << 20;
  private static final int MOST_GROWTH = 200;
  private static final int GROWTH_COUNTS_FROM = 1 << 20;

  private static final int END = 0x06054b50;
  private static final int CENTRAL = 0x02014b50;
  private static final int LOCAL = 0x04034b50;
  private static final int END_LENGTH = 22;
  private static final int CENTRAL_LENGTH = 46;
  private static final int LOCAL_LENGTH = 30;
  private static final int LONGEST_COMMENT = 0xFFFF;

  private final ByteBuffer zip;
  private final Map<String, Entry> entries = new LinkedHashMap<>();

  private record Entry(String name, int method, long crc, int packed, int size, int data) {}

  private SafeZip(byte[] bytes) {
    this.zip = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** True if the bytes begin as an archive does. */
  static boolean isZip(byte[] bytes) {
    return bytes.length >= 4
        && bytes[0] == 'P'
        && bytes[1] == 'K'
        && ((bytes[2] == 3 && bytes[3] == 4) || (bytes[2] == 5 && bytes[3] == 6));
  }

  /** Reads and checks the directory; nothing is unpacked. */
  static SafeZip open(byte[] bytes) throws Unreadable {
    SafeZip zip = new SafeZip(bytes);
    try {
      zip.readDirectory();
    } catch (IndexOutOfBoundsException | IllegalArgumentException | ArithmeticException e) {
      throw malformed("Its directory points outside of the file.");
    }
    return zip;
  }

  /** The names of all files, in the directory's order; folders are left out. */
  List<String> names() {
    return List.copyOf(entries.keySet());
  }

  boolean has(String name) {
    return entries.containsKey(name);
  }

  /** Unpacks a file, at most {@code limit} bytes of it; null if there is none of the name. */
  byte @Nullable [] bytes(String name, int limit) throws Unreadable {
    Entry entry = entries.get(name);
    if (entry == null) {
      return null;
    }
    if (entry.size > limit) {
      throw new Unreadable(
          "TOO_LARGE",
          "A part of the file is too large: " + WireText.shortened(name),
          null,
          "Drop a smaller file.");
    }
    byte[] out = entry.method == 0 ? stored(entry) : inflated(entry);
    CRC32 crc = new CRC32();
    crc.update(out);
    if (crc.getValue() != entry.crc) {
      throw malformed("A part of it was damaged on the way: " + WireText.shortened(name));
    }
    return out;
  }

  private byte[] stored(Entry entry) throws Unreadable {
    if (entry.packed != entry.size) {
      throw malformed("The sizes of a part differ: " + WireText.shortened(entry.name));
    }
    byte[] out = new byte[entry.size];
    zip.get(entry.data, out);
    return out;
  }

  private byte[] inflated(Entry entry) throws Unreadable {
    Inflater inflater = new Inflater(true);
    try {
      inflater.setInput(zip.array(), entry.data, entry.packed);
      byte[] out = new byte[entry.size];
      int at = 0;
      while (at < out.length) {
        int count = inflater.inflate(out, at, out.length - at);
        if (count == 0) {
          throw malformed("A part ends early: " + WireText.shortened(entry.name));
        }
        at += count;
      }
      if (!inflater.finished() && inflater.inflate(new byte[1]) > 0) {
        throw bomb("A part is larger than the archive says: " + WireText.shortened(entry.name));
      }
      return out;
    } catch (DataFormatException e) {
      throw malformed("A part cannot be unpacked: " + WireText.shortened(entry.name));
    } finally {
      inflater.end();
    }
  }

  private void readDirectory() throws Unreadable {
    int end = findEnd();
    if (end < 0) {
      throw new Unreadable(
          "INCOMPLETE",
          "The end of the file is missing: it was cut off, or is still being copied.",
          null,
          "Copy the whole file into the inbox again.");
    }
    int count = unsigned16(end + 10);
    long start = unsigned32(end + 16);
    if (count == 0xFFFF || start == 0xFFFFFFFFL) {
      throw malformed("It is of the 64-bit kind, which no article needs.");
    }
    if (count > MOST_ENTRIES) {
      throw new Unreadable(
          "TOO_MANY_ENTRIES",
          "The archive holds " + count + " files; at most " + MOST_ENTRIES + " are read.",
          null,
          "Pack one article with its pictures and drop the archive again.");
    }
    int at = Math.toIntExact(start);
    long total = 0;
    long packed = 0;
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < count; i++) {
      if (zip.getInt(at) != CENTRAL) {
        throw malformed("Its directory is damaged.");
      }
      Entry entry = entry(at);
      total += entry.size;
      packed += entry.packed;
      if (!seen.add(entry.name.toLowerCase(Locale.ROOT))) {
        throw malformed("Two files have the same name: " + WireText.shortened(entry.name));
      }
      if (!entry.name.endsWith("/")) {
        entries.put(entry.name, entry);
      }
      at += CENTRAL_LENGTH + unsigned16(at + 28) + unsigned16(at + 30) + unsigned16(at + 32);
    }
    if (total > LARGEST_TOTAL || packed > zip.capacity()) {
      throw bomb("All its files together are far larger than the archive.");
    }
  }

  private int findEnd() {
    int last = zip.capacity() - END_LENGTH;
    for (int at = last; at >= 0 && at >= last - LONGEST_COMMENT; at--) {
      if (zip.getInt(at) == END && at + END_LENGTH + unsigned16(at + 20) <= zip.capacity()) {
        return at;
      }
    }
    return -1;
  }

  private Entry entry(int at) throws Unreadable {
    int flags = unsigned16(at + 8);
    int method = unsigned16(at + 10);
    long size = unsigned32(at + 24);
    long packed = unsigned32(at + 20);
    byte[] rawName = new byte[unsigned16(at + 28)];
    zip.get(at + CENTRAL_LENGTH, rawName);
    String name = name(rawName, (flags & 0x800) != 0);
    checkName(name);
    int mode = zip.getInt(at + 38) >>> 16;
    if ((mode & 0xF000) == 0xA000) {
      throw unsafe("The archive holds a link instead of a file: " + WireText.shortened(name));
    }
    if ((flags & 1) != 0) {
      throw encrypted();
    }
    if (method != 0 && method != 8) {
      throw malformed("It is packed in a way that Wirecopy does not know.");
    }
    if (size > LARGEST || (size > GROWTH_COUNTS_FROM && size / MOST_GROWTH > packed)) {
      throw bomb("A file in it unpacks to " + (size >> 20) + " MB: " + WireText.shortened(name));
    }
    int local = Math.toIntExact(unsigned32(at + 42));
    byte[] localName = new byte[unsigned16(local + 26)];
    zip.get(local + LOCAL_LENGTH, localName);
    if (zip.getInt(local) != LOCAL || !Arrays.equals(rawName, localName)) {
      throw malformed("Its directory and its files disagree: " + WireText.shortened(name));
    }
    int data = local + LOCAL_LENGTH + localName.length + unsigned16(local + 28);
    if (data + packed > zip.capacity()) {
      throw malformed("A file in it is cut off: " + WireText.shortened(name));
    }
    return new Entry(name, method, unsigned32(at + 16), (int) packed, (int) size, data);
  }

  /** UTF-8 where it is said or possible, else the PC's first character set. */
  private static String name(byte[] raw, boolean utf8) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(raw)).toString();
    } catch (CharacterCodingException e) {
      boolean known = !utf8 && Charset.isSupported("IBM437");
      return new String(raw, known ? Charset.forName("IBM437") : StandardCharsets.ISO_8859_1);
    }
  }

  private static void checkName(String name) throws Unreadable {
    boolean rooted =
        name.startsWith("/")
            || name.startsWith("\\")
            || (name.length() > 1 && name.charAt(1) == ':');
    List<String> steps = new ArrayList<>(List.of(name.split("[/\\\\]", -1)));
    boolean control = name.chars().anyMatch(c -> c < 0x20 || c == 0x7F);
    if (name.isEmpty() || rooted || control || steps.contains("..")) {
      throw unsafe(
          "The archive holds a file whose name leads out of its folder: "
              + WireText.shortened(name));
    }
  }

  private int unsigned16(int at) {
    return zip.getShort(at) & 0xFFFF;
  }

  private long unsigned32(int at) {
    return zip.getInt(at) & 0xFFFFFFFFL;
  }

  static Unreadable encrypted() {
    return new Unreadable(
        "ENCRYPTED",
        "The file is protected by a password.",
        null,
        "Save it without a password and drop it again.");
  }

  private static Unreadable unsafe(String problem) {
    return new Unreadable(
        "ZIP_UNSAFE_PATH",
        problem,
        null,
        "Pack the article and its pictures anew, without folders.");
  }

  private static Unreadable bomb(String problem) {
    return new Unreadable("ZIP_BOMB", problem, null, "Drop a smaller file.");
  }

  private static Unreadable malformed(String problem) {
    return new Unreadable(
        "ZIP_MALFORMED",
        "The file is damaged. " + problem,
        null,
        "Save or pack it again and drop it once more.");
  }
}
