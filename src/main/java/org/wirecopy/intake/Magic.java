package org.wirecopy.intake;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Kinds of files that are told by their first bytes. */
final class Magic {
  /** The first bytes in ISO 8859-1, and what an editor calls such a file. */
  private static final String[][] KINDS = {
    {"MZ\u0090\0", "a Windows program"},
    {"\u007fELF", "a program"},
    {"\u00CA\u00FE\u00BA\u00BE", "a program"},
    {"PK\u0003\u0004", "a zip archive"},
    {"PK\u0005\u0006", "a zip archive"},
    {"\u001F\u008B", "a gzip archive"},
    {"BZh91AY", "a bzip2 archive"},
    {"\u00FD7zXZ\0", "an xz archive"},
    {"7z\u00BC\u00AF'\u001C", "a 7-Zip archive"},
    {"Rar!\u001A\u0007", "a RAR archive"},
    {"(\u00B5/\u00FD", "a Zstandard archive"},
    {"%PDF", "a PDF"},
    {"\u0089PNG\r\n", "a picture (PNG)"},
    {"\u00FF\u00D8\u00FF", "a picture (JPEG)"},
    {"GIF87a", "a picture (GIF)"},
    {"GIF89a", "a picture (GIF)"},
    {"II*\0", "a picture (TIFF)"},
    {"MM\0*", "a picture (TIFF)"},
    {"RIFF", "a sound, film or picture file"},
    {"OggS", "a sound or film file"},
    {"ID3\u0003", "a sound file"},
    {"ID3\u0004", "a sound file"},
    {"SQLite format 3\0", "a database"},
  };

  private static final int LONGEST = 16;

  /** A compound file (MS-CFB): a small file system, whose directory tells what it holds. */
  private static final String OFFICE = "\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1";

  private Magic() {}

  /** What the file is, with its article ("a PDF"), if its first bytes are those of no text. */
  static @Nullable String binaryKind(byte[] bytes) {
    String head =
        new String(bytes, 0, Math.min(bytes.length, LONGEST), StandardCharsets.ISO_8859_1);
    for (String[] kind : KINDS) {
      if (head.startsWith(kind[0])) {
        return kind[1];
      }
    }
    if (head.startsWith("MZ") && new String(bytes, StandardCharsets.ISO_8859_1).indexOf('\0') > 0) {
      return "a Windows program";
    }
    if (head.startsWith(OFFICE)) {
      return holds(bytes, "WordDocument") || !holds(bytes, "__substg1.0_")
          ? "an old Office document"
          : "an Outlook message (.msg)";
    }
    if (head.startsWith("ftyp", 4)) {
      return "a film or picture file";
    }
    return null;
  }

  /** Whether a compound file has an entry of this name, which it writes in UTF-16LE. */
  private static boolean holds(byte[] bytes, String entry) {
    String all = new String(bytes, StandardCharsets.ISO_8859_1);
    return all.contains(
        new String(entry.getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1));
  }
}
