package org.wirecopy.intake.formats;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The characters of an XML file, with its prolog told from its content. The charset is that of the
 * byte order mark, else the declared one (XML 1.0, appendix F), except that bytes which are UTF-8
 * throughout are read as such whatever they declare.
 */
final class XmlText {
  private static final int BEGINNING = 16_384;
  private static final Pattern DECLARED =
      Pattern.compile("^<\\?xml\\s[^>]{0,200}?encoding\\s*=\\s*[\"']([A-Za-z0-9._:-]{1,40})[\"']");
  private static final Pattern ROOT =
      Pattern.compile("<(?:[\\w.-]{1,40}:)?([A-Za-z_][\\w.-]{0,60})((?:\\s[^<>]{0,6000})?)/?>?");
  private static final Pattern XMLNS = Pattern.compile("\\sxmlns\\s*=\\s*[\"']([^\"']{0,300})");
  private static final Pattern ENTITY =
      Pattern.compile("<!ENTITY\\s+(%|\\S+\\s+(?:SYSTEM|PUBLIC))?");

  private final String text;

  /** Where the DOCTYPE begins and ends, both 0 if there is none. */
  private final int doctypeStart;

  private final int doctypeEnd;

  /** Where the root element begins, or -1. */
  private final int rootStart;

  private XmlText(String text) {
    this.text = text;
    int at = 0;
    int start = 0;
    int end = 0;
    int root = -1;
    while (at >= 0 && at < text.length()) {
      char c = text.charAt(at);
      if (Character.isWhitespace(c)) {
        at++;
      } else if (text.startsWith("<?", at)) {
        at = after("?>", at);
      } else if (text.startsWith("<!--", at)) {
        at = after("-->", at);
      } else if (text.regionMatches(true, at, "<!DOCTYPE", 0, 9)) {
        start = at;
        end = endOfDoctype(at);
        at = end;
      } else {
        root = c == '<' && at + 1 < text.length() && isNameStart(text.charAt(at + 1)) ? at : -1;
        break;
      }
    }
    this.doctypeStart = start;
    this.doctypeEnd = end < 0 ? text.length() : end;
    this.rootStart = root;
  }

  static XmlText of(byte[] bytes) throws Unreadable {
    return new XmlText(decode(bytes, true));
  }

  static XmlText ofBeginning(byte[] bytes) throws Unreadable {
    return new XmlText(
        decode(bytes.length <= BEGINNING ? bytes : Arrays.copyOf(bytes, BEGINNING), false));
  }

  /** The root's name, namespace and attributes as far as they show; null if this is no XML. */
  @Nullable XmlElement root() {
    if (rootStart < 0) {
      return null;
    }
    Matcher matcher = ROOT.matcher(text);
    matcher.region(rootStart, text.length());
    if (!matcher.lookingAt()) {
      return null;
    }
    Matcher namespace = XMLNS.matcher(matcher.group(2));
    return new XmlElement(namespace.find() ? namespace.group(1) : "", matcher.group(1), 1);
  }

  /** Stops at a DOCTYPE that declares entities. */
  void forbidEntities() throws Unreadable {
    Matcher matcher = ENTITY.matcher(text.substring(doctypeStart, doctypeEnd));
    boolean internal = false;
    while (matcher.find()) {
      if (matcher.group(1) != null) {
        throw new Unreadable(
            "XML_DTD_FORBIDDEN",
            "The file asks for other files to be fetched, which Wirecopy never does.",
            "line " + lineAt(doctypeStart + matcher.start()),
            "Take the <!ENTITY …> declarations out of the file and drop it again.");
      }
      internal = true;
    }
    if (internal) {
      throw new Unreadable(
          "ENTITY_LIMIT",
          "The file declares entities of its own, which Wirecopy does not expand.",
          "line " + lineAt(doctypeStart),
          "Take the <!ENTITY …> declarations out of the file and drop it again.");
    }
  }

  /** The text with its declaration and DOCTYPE blanked out, so that lines keep their numbers. */
  String withoutProlog() {
    StringBuilder rest = new StringBuilder(text);
    blank(rest, doctypeStart, doctypeEnd);
    int first = 0;
    while (first < rest.length() && Character.isWhitespace(rest.charAt(first))) {
      first++;
    }
    if (text.startsWith("<?xml", first)
        && first + 5 < text.length()
        && Character.isWhitespace(text.charAt(first + 5))) {
      int end = after("?>", first);
      blank(rest, first, end < 0 ? first : end);
    }
    return rest.toString();
  }

  /** The same text with a prefix declared at its root that it uses without declaring it. */
  String declaring(String prefix, String xml) {
    int at = rootStart + 1;
    while (at < xml.length() && " \t\r\n/>".indexOf(xml.charAt(at)) < 0) {
      at++;
    }
    return xml.substring(0, at)
        + " xmlns:"
        + prefix
        + "=\"urn:undeclared:"
        + prefix
        + "\""
        + xml.substring(at);
  }

  private static void blank(StringBuilder text, int from, int to) {
    for (int i = from; i < to; i++) {
      if (text.charAt(i) != '\n') {
        text.setCharAt(i, ' ');
      }
    }
  }

  private int lineAt(int position) {
    int line = 1;
    for (int i = 0; i < position; i++) {
      line += text.charAt(i) == '\n' ? 1 : 0;
    }
    return line;
  }

  private int after(String mark, int from) {
    int found = text.indexOf(mark, from);
    return found < 0 ? -1 : found + mark.length();
  }

  /** Quotations and the internal subset may hold any {@code >}. */
  private int endOfDoctype(int from) {
    int brackets = 0;
    char quote = 0;
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (text.startsWith("<!--", i)) {
        int end = after("-->", i);
        if (end < 0) {
          return -1;
        }
        i = end - 1;
      } else if (c == '"' || c == '\'') {
        quote = c;
      } else if (c == '[') {
        brackets++;
      } else if (c == ']') {
        brackets--;
      } else if (c == '>' && brackets <= 0) {
        return i + 1;
      }
    }
    return -1;
  }

  private static boolean isNameStart(char c) {
    return Character.isLetter(c) || c == '_';
  }

  private static String decode(byte[] bytes, boolean whole) throws Unreadable {
    if (starts(bytes, 0xEF, 0xBB, 0xBF)) {
      return strict(bytes, 3, StandardCharsets.UTF_8, whole);
    }
    if (starts(bytes, 0xFF, 0xFE, 0, 0)) {
      return strict(bytes, 4, Charset.forName("UTF-32LE"), whole);
    }
    if (starts(bytes, 0, 0, 0xFE, 0xFF)) {
      return strict(bytes, 4, Charset.forName("UTF-32BE"), whole);
    }
    if (starts(bytes, 0xFF, 0xFE)) {
      return strict(bytes, 2, StandardCharsets.UTF_16LE, whole);
    }
    if (starts(bytes, 0xFE, 0xFF)) {
      return strict(bytes, 2, StandardCharsets.UTF_16BE, whole);
    }
    if (starts(bytes, '<', 0)) {
      return strict(bytes, 0, StandardCharsets.UTF_16LE, whole);
    }
    if (starts(bytes, 0, '<')) {
      return strict(bytes, 0, StandardCharsets.UTF_16BE, whole);
    }
    String utf8 = tryStrict(bytes, 0, StandardCharsets.UTF_8, whole);
    Charset declared = declared(bytes);
    boolean stateful = declared != null && declared.name().startsWith("ISO-2022");
    if (utf8 != null && !stateful) {
      return utf8;
    }
    return strict(bytes, 0, declared == null ? StandardCharsets.UTF_8 : declared, whole);
  }

  private static @Nullable Charset declared(byte[] bytes) throws Unreadable {
    String start = new String(bytes, 0, Math.min(bytes.length, 300), StandardCharsets.ISO_8859_1);
    Matcher matcher = DECLARED.matcher(start);
    if (!matcher.find()) {
      return null;
    }
    String name = matcher.group(1).toLowerCase(Locale.ROOT);
    try {
      // what declares ISO 8859-1 and has bytes 0x80 to 0x9F is windows-1252 (WHATWG Encoding)
      return Charset.forName(
          name.equals("iso-8859-1") || name.equals("latin1") || name.equals("us-ascii")
              ? "windows-1252"
              : name);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      throw badEncoding("The file says it is in \"" + name + "\", which is not known.");
    }
  }

  private static String strict(byte[] bytes, int from, Charset charset, boolean whole)
      throws Unreadable {
    String text = tryStrict(bytes, from, charset, whole);
    if (text == null && charset.name().equals("windows-1252")) {
      return new String(bytes, from, bytes.length - from, StandardCharsets.ISO_8859_1);
    }
    if (text == null) {
      throw badEncoding("Some bytes of the file are not " + charset.name() + ".");
    }
    return text;
  }

  private static @Nullable String tryStrict(
      byte[] bytes, int from, Charset charset, boolean whole) {
    ByteBuffer in = ByteBuffer.wrap(bytes, from, bytes.length - from);
    CodingErrorAction report = CodingErrorAction.REPORT;
    try {
      CharsetDecoder decoder =
          charset.newDecoder().onMalformedInput(report).onUnmappableCharacter(report);
      if (whole) {
        return decoder.decode(in).toString();
      }
      // the beginning may end within a character
      CharBuffer out = CharBuffer.allocate((int) (in.remaining() * decoder.maxCharsPerByte()) + 1);
      CoderResult result = decoder.decode(in, out, false);
      return result.isError() ? null : out.flip().toString();
    } catch (CharacterCodingException e) {
      return null;
    } catch (UnsupportedOperationException e) {
      return null;
    }
  }

  private static Unreadable badEncoding(String problem) {
    return new Unreadable(
        "BAD_ENCODING", problem, null, "Save the file as UTF-8 and drop it again.");
  }

  private static boolean starts(byte[] bytes, int... start) {
    if (bytes.length < start.length) {
      return false;
    }
    for (int i = 0; i < start.length; i++) {
      if ((bytes[i] & 0xff) != start[i]) {
        return false;
      }
    }
    return true;
  }
}
