package org.wirecopy.intake.formats;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** The words of a format, as its samples have them: tags, keys, control words, field names. */
final class Tokens {
  private static final int MOST = 2_000;
  private static final Pattern TOKEN =
      Pattern.compile(
          "</?[A-Za-z][^<>]{0,60}>" // tags
              + "|\"[A-Za-z_]{2,30}\" ?: ?" // keys of JSON
              + "|\\\\[*a-z]{1,20}-?\\d{0,6} ?" // control words of RTF
              + "|(?m)^[A-Z][A-Za-z-]{2,30}: " // fields of an e-mail or of front matter
              + "|(?m)^[#>*=-]{1,6} " // Markdown
              + "|[A-Za-z:]{2,30}=[\"'][^\"'<>]{0,40}[\"']" // attributes
              + "|[\\x00-\\x08\\x0e-\\x1f]{1,3}"); // marks of the agencies' lines

  private Tokens() {}

  /** Those of all samples of one format, each once. */
  static List<byte[]> of(List<Sample> samples) {
    TreeSet<String> tokens = new TreeSet<>();
    for (Sample sample : samples) {
      if (sample.isZip()) {
        parts(sample.bytes()).values().forEach(part -> collect(part, tokens));
      } else {
        collect(sample.bytes(), tokens);
      }
    }
    return tokens.stream().map(token -> token.getBytes(StandardCharsets.ISO_8859_1)).toList();
  }

  private static void collect(byte[] bytes, TreeSet<String> tokens) {
    Matcher matcher = TOKEN.matcher(new String(bytes, StandardCharsets.ISO_8859_1));
    while (tokens.size() < MOST && matcher.find()) {
      tokens.add(matcher.group());
    }
  }

  /** The files in a zip; none where it is a hostile one that Java itself does not read. */
  static Map<String, byte[]> parts(byte[] zip) {
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
