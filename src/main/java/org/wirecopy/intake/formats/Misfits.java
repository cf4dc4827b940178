package org.wirecopy.intake.formats;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Pattern;
import org.wirecopy.intake.Reader;
import org.wirecopy.intake.Reading;
import org.wirecopy.intake.Source;

/**
 * Takes what no format claimed and yet is no plain text: XML of an unknown kind, a web page behind
 * something else, and files whose names promise a format that their content is not. Asked before
 * the readers of text, it keeps markup and half a file from going out as prose. The only reader
 * that looks at a name, and only to say what is wrong.
 */
public final class Misfits implements Reader {
  private static final int SNIFFED = 4_096;
  private static final int SNIFFED_LINES = 16_384;

  /** Tags of which a page is built, and none that a Markdown text is written with. */
  private static final Pattern PAGE_TAG =
      Pattern.compile(
          "<(?:!doctype\\s+html|/?(?:html|head|body|meta)\\b[^<>]{0,300}>)",
          Pattern.CASE_INSENSITIVE);

  /** A paragraph of a page on a line of its own. */
  private static final Pattern PAGE_LINE =
      Pattern.compile(
          "^[ \\t]*<p(?:\\s[^<>\\n]{0,300})?>[^\\n]*</p>[ \\t\\r]*$",
          Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);

  private static final Pattern BYTE_ORDER_MARK =
      Pattern.compile("^(?:\u00EF\u00BB\u00BF|\u00FF\u00FE|\u00FE\u00FF)");

  private static final Pattern CODE =
      Pattern.compile("```.*?(?:```|$)|`[^`\\n]*+`", Pattern.DOTALL);

  private final NinjsReader json = new NinjsReader();

  @Override
  public String format() {
    return "unknown";
  }

  @Override
  public boolean recognises(Source source) {
    return isXml(source) || isLine(source) || !promised(source).isEmpty() || isPageSource(source);
  }

  @Override
  public Reading read(Source source) {
    if (isLine(source)) {
      return Reading.rejected(
          "WIRE_MALFORMED",
          "The file is a message of an agency's line, but its header is not that of IPTC 7901 or ANPA"
              + " 1312.",
          "Check how the message is received; to send it now, drop its text as a file of its own.");
    }
    if (promised(source).equals("json")) {
      return json.read(source);
    }
    if (isXml(source)) {
      try {
        XmlElement root = SafeXml.parse(source.bytes());
        return Reading.rejected(
            "UNSUPPORTED_TYPE",
            "The file is XML of a kind that Wirecopy does not read: <"
                + shortened(root.name())
                + ">.",
            "Save the article as NITF, NewsML-G2, RSS, Atom, plain text or DOCX and drop it again.");
      } catch (Unreadable e) {
        return e.reading();
      }
    }
    if (promised(source).isEmpty()) {
      return Reading.rejected(
          "PAGE_SOURCE",
          "The file holds the source of a web page, but does not begin as one.",
          "Save the page itself, or send its text alone; tags that the story speaks of go between"
              + " back-quotes (`).");
    }
    return Reading.rejected(
        "TYPE_MISMATCH",
        "The file's name ends with ." + promised(source) + ", but its content is something else.",
        "Save the article anew in the program it was written with, and drop it again.");
  }

  /** Such a message holds codes for machines, and notes that are not for publication. */
  private static boolean isLine(Source source) {
    return Transmission.header(source.bytes()) != null;
  }

  /** Two such tags or lines: one alone may be what the story is about. */
  private static boolean isPageSource(Source source) {
    String start = start(source, SNIFFED_LINES);
    if (start.indexOf('<') < 0) {
      return false;
    }
    String top = start.length() > SNIFFED ? start.substring(0, SNIFFED) : start;
    return holdsTwo(PAGE_TAG, top) || (!suffix(source).equals("md") && holdsTwo(PAGE_LINE, start));
  }

  private static boolean holdsTwo(Pattern sign, String text) {
    return sign.matcher(CODE.matcher(text).replaceAll("")).results().limit(2).count() == 2;
  }

  /** So many bytes of it as Latin-1: enough to tell markup by, in whatever charset it is. */
  private static String start(Source source, int length) {
    byte[] bytes = source.bytes();
    return new String(bytes, 0, Math.min(bytes.length, length), StandardCharsets.ISO_8859_1)
        .replace("\0", "");
  }

  private static boolean isXml(Source source) {
    String start = BYTE_ORDER_MARK.matcher(start(source, 64)).replaceFirst("").stripLeading();
    return start.startsWith("<?xml") || (suffix(source).equals("xml") && start.startsWith("<"));
  }

  /** The suffix of a format that is never plain text; empty for every other name. */
  private static String promised(Source source) {
    String suffix = suffix(source);
    return switch (suffix) {
      case "json", "xml", "docx", "odt", "rtf", "zip", "rss", "atom" -> suffix;
      default -> "";
    };
  }

  private static String suffix(Source source) {
    String name = source.name();
    return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }

  private static String shortened(String name) {
    return name.length() <= 60 ? name : name.substring(0, 59) + "…";
  }
}
