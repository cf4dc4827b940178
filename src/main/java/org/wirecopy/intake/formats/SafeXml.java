package org.wirecopy.intake.formats;

import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;
import org.wirecopy.intake.CleanText;

/**
 * Parses XML of strangers. A DOCTYPE is passed over and never followed; a file that declares
 * entities is rejected, so that nothing is fetched and nothing multiplies. HTML's named characters
 * ({@code &eacute;}) are understood although only a DTD could declare them.
 */
final class SafeXml {
  /** How deep elements may nest. */
  static final int DEEPEST = 256;

  private static final int MOST_ATTRIBUTES = 256;
  private static final int MOST_ELEMENTS = 500_000;

  /** A prefix that the file forgot to declare, as agencies' NITF within NewsML-G2 does. */
  private static final Pattern UNBOUND =
      Pattern.compile(
          "(?:AttributePrefixUnbound\\?[^&]*&[^&]*&|ElementPrefixUnbound\\?)([A-Za-z_][\\w.-]{0,40})");

  private static final int MOST_MENDED = 8;
  private static final String REMEDY =
      "Have the program that wrote the file write it anew, and drop it again.";

  private SafeXml() {}

  /** The root of a document. */
  static XmlElement parse(byte[] bytes) throws Unreadable {
    XmlText text = XmlText.of(bytes);
    text.forbidEntities();
    String xml = text.withoutProlog();
    for (int mended = 0; ; mended++) {
      try {
        return tree(xml);
      } catch (XMLStreamException e) {
        Matcher unbound = UNBOUND.matcher(String.valueOf(e.getMessage()));
        if (mended == MOST_MENDED || !unbound.find()) {
          throw malformed(e);
        }
        xml = text.declaring(unbound.group(1), xml);
      } catch (RuntimeException e) {
        // the parser of the JDK fails so on some broken input instead of saying what is wrong
        throw malformed(e, null);
      }
    }
  }

  private static XmlElement tree(String xml) throws XMLStreamException, Unreadable {
    XMLStreamReader reader = null;
    try {
      reader = factory().createXMLStreamReader(new StringReader(xml));
      return tree(reader);
    } finally {
      close(reader);
    }
  }

  /**
   * The root element without its content, or null if the bytes are no XML at all. Looks at no more
   * than the file's beginning.
   */
  static @Nullable XmlElement root(byte[] bytes) {
    if (beginsWithWords(bytes)) {
      return null;
    }
    XmlText text;
    try {
      text = XmlText.ofBeginning(bytes);
    } catch (Unreadable e) {
      return null;
    }
    return text.root();
  }

  /** Every file comes by here, several times: most are told by their first sign. */
  private static boolean beginsWithWords(byte[] bytes) {
    int at = 0;
    while (at < bytes.length && (bytes[at] == ' ' || bytes[at] == '\n' || bytes[at] == '\r')) {
      at++;
    }
    // A zero beside it is a sign of UTF-16.
    return at + 1 < bytes.length && bytes[at] > ' ' && bytes[at] != '<' && bytes[at + 1] != 0;
  }

  private static XMLInputFactory factory() {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLInputFactory.IS_REPLACING_ENTITY_REFERENCES, false);
    factory.setXMLResolver(
        (publicId, systemId, base, namespace) -> {
          throw new XMLStreamException("nothing is fetched");
        });
    return factory;
  }

  private static XmlElement tree(XMLStreamReader reader) throws XMLStreamException, Unreadable {
    Deque<XmlElement> open = new ArrayDeque<>();
    StringBuilder text = new StringBuilder();
    XmlElement root = null;
    int elements = 0;
    while (reader.hasNext()) {
      switch (reader.next()) {
        case XMLStreamConstants.START_ELEMENT -> {
          flush(text, open);
          if (++elements > MOST_ELEMENTS) {
            throw limit("XML_LIMIT", "The file has too many elements.", reader);
          }
          if (open.size() >= DEEPEST) {
            throw limit("NESTING_TOO_DEEP", "The file's elements nest too deep.", reader);
          }
          XmlElement element = element(reader);
          if (root == null) {
            root = element;
          }
          XmlElement parent = open.peek();
          if (parent != null) {
            parent.add(element);
          }
          open.push(element);
        }
        case XMLStreamConstants.END_ELEMENT -> {
          flush(text, open);
          open.pop();
        }
        case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE ->
            text.append(reader.getText());
        case XMLStreamConstants.ENTITY_REFERENCE -> text.append(named(reader));
        default -> {
          // comments and processing instructions say nothing to readers
        }
      }
    }
    if (root == null) {
      throw new XMLStreamException("There is no element.");
    }
    return root;
  }

  private static void flush(StringBuilder text, Deque<XmlElement> open) {
    XmlElement parent = open.peek();
    if (text.length() > 0 && parent != null) {
      parent.add(text.toString());
    }
    text.setLength(0);
  }

  private static XmlElement element(XMLStreamReader reader) throws Unreadable {
    int count = reader.getAttributeCount();
    if (count > MOST_ATTRIBUTES) {
      throw limit("XML_LIMIT", "An element has " + count + " attributes.", reader);
    }
    String namespace = reader.getNamespaceURI();
    XmlElement element =
        new XmlElement(
            namespace == null ? "" : namespace,
            reader.getLocalName(),
            reader.getLocation().getLineNumber());
    for (int i = 0; i < count; i++) {
      String name = reader.getAttributeLocalName(i);
      boolean xml = "xml".equals(reader.getAttributePrefix(i));
      element.put(xml ? "xml:" + name : name, reader.getAttributeValue(i));
    }
    return element;
  }

  /** The character that HTML knows by a name. */
  private static String named(XMLStreamReader reader) throws XMLStreamException {
    String reference = "&" + reader.getLocalName() + ";";
    String text = Parser.unescapeEntities(reference, true);
    if (text.equals(reference)) {
      throw new XMLStreamException(
          "The entity " + reference + " is not declared.", reader.getLocation());
    }
    return text;
  }

  private static Unreadable limit(String code, String problem, XMLStreamReader reader) {
    return new Unreadable(code, problem, "line " + reader.getLocation().getLineNumber(), REMEDY);
  }

  private static Unreadable malformed(XMLStreamException e) {
    String where =
        e.getLocation() == null
            ? null
            : "line "
                + e.getLocation().getLineNumber()
                + ", column "
                + e.getLocation().getColumnNumber();
    String message = e.getMessage() == null ? "" : e.getMessage();
    if (message.contains("JAXP0001")) {
      return new Unreadable("XML_LIMIT", "The file goes beyond what is read.", where, REMEDY);
    }
    return malformed(e, where);
  }

  private static Unreadable malformed(Exception e, @Nullable String where) {
    String message = e.getMessage() == null ? "" : e.getMessage();
    int detail = message.indexOf("Message: ");
    String words = detail < 0 ? message : message.substring(detail + "Message: ".length());
    return new Unreadable(
        "XML_MALFORMED",
        "The file is not well-formed XML" + (words.isBlank() ? "." : ": " + oneLine(words)),
        where,
        "Check that the file is complete, and drop it again.");
  }

  private static String oneLine(String words) {
    String line = CleanText.line(words);
    return line.length() <= 200 ? line : line.substring(0, 199) + "…";
  }

  private static void close(@Nullable XMLStreamReader reader) {
    if (reader != null) {
      try {
        reader.close();
      } catch (XMLStreamException e) {
        // nothing is open but a string
      }
    }
  }
}
