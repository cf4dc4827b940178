package org.wirecopy.intake.formats;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.wirecopy.intake.CleanText;

/**
 * An element of a parsed XML document: its local name, attributes and content in order. {@link
 * SafeXml} bounds how deep elements nest, so that walking them may recurse.
 */
final class XmlElement {
  private final String namespace;
  private final String name;
  private final int line;
  private final Map<String, String> attributes = new LinkedHashMap<>();
  private final List<Object> content = new ArrayList<>();

  XmlElement(String namespace, String name, int line) {
    this.namespace = namespace;
    this.name = name;
    this.line = line;
  }

  String namespace() {
    return namespace;
  }

  /** The name without its prefix. */
  String name() {
    return name;
  }

  /** The line of the file on which its start tag ends. */
  int line() {
    return line;
  }

  boolean is(String... names) {
    for (String one : names) {
      if (name.equals(one)) {
        return true;
      }
    }
    return false;
  }

  void put(String attribute, String value) {
    attributes.putIfAbsent(attribute, value);
  }

  void add(Object part) {
    content.add(part);
  }

  /** Text ({@link String}) and elements, in order. */
  List<Object> content() {
    return content;
  }

  Map<String, String> attributes() {
    return attributes;
  }

  /** An attribute by its local name ({@code xml:lang} by that name), or null. */
  @Nullable String attribute(String name) {
    return attributes.get(name);
  }

  /** An attribute's value in one line; null if there is none or it is blank. */
  @Nullable String value(String name) {
    String value = attributes.get(name);
    return value == null ? null : blankToNull(CleanText.line(value));
  }

  List<XmlElement> elements() {
    List<XmlElement> found = new ArrayList<>();
    for (Object part : content) {
      if (part instanceof XmlElement element) {
        found.add(element);
      }
    }
    return found;
  }

  List<XmlElement> children(String name) {
    List<XmlElement> found = new ArrayList<>();
    for (Object part : content) {
      if (part instanceof XmlElement element && element.name.equals(name)) {
        found.add(element);
      }
    }
    return found;
  }

  /** The first child of a name, or null. */
  @Nullable XmlElement child(String name) {
    for (Object part : content) {
      if (part instanceof XmlElement element && element.name.equals(name)) {
        return element;
      }
    }
    return null;
  }

  /** The first element at the end of a path of child names, or null. */
  @Nullable XmlElement at(String... path) {
    XmlElement found = this;
    for (String step : path) {
      found = found.child(step);
      if (found == null) {
        return null;
      }
    }
    return found;
  }

  /** The words of the element at the end of a path, in one line; null if none. */
  @Nullable String textAt(String... path) {
    XmlElement found = at(path);
    return found == null ? null : found.words();
  }

  /** The first element of a name below this one, in document order, or null. */
  @Nullable XmlElement first(String name) {
    for (Object part : content) {
      if (part instanceof XmlElement element) {
        if (element.name.equals(name)) {
          return element;
        }
        XmlElement found = element.first(name);
        if (found != null) {
          return found;
        }
      }
    }
    return null;
  }

  /** All elements of a name below this one, in document order. */
  List<XmlElement> all(String name) {
    List<XmlElement> found = new ArrayList<>();
    collect(element -> element.name.equals(name), found);
    return found;
  }

  private void collect(Predicate<XmlElement> wanted, List<XmlElement> found) {
    for (Object part : content) {
      if (part instanceof XmlElement element) {
        if (wanted.test(element)) {
          found.add(element);
        }
        element.collect(wanted, found);
      }
    }
  }

  /** All text within, as it stands. */
  String text() {
    if (content.size() == 1 && content.get(0) instanceof String only) {
      return only;
    }
    StringBuilder text = new StringBuilder();
    appendText(text);
    return text.toString();
  }

  private void appendText(StringBuilder text) {
    for (Object part : content) {
      if (part instanceof XmlElement element) {
        element.appendText(text);
      } else {
        text.append(part);
      }
    }
  }

  /** All text within, cleaned and in one line; null if there is none. */
  @Nullable String words() {
    return blankToNull(CleanText.line(text()));
  }

  private static @Nullable String blankToNull(String text) {
    return text.isEmpty() ? null : text;
  }
}
