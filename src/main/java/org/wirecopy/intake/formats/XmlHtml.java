package org.wirecopy.intake.formats;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Tag;
import org.jspecify.annotations.Nullable;
import org.wirecopy.intake.html.HtmlBlocks;

/** Marked-up text within XML as HTML, so that one reader of paragraphs serves every format. */
final class XmlHtml {
  private static final Set<String> KEPT =
      Set.of("href", "src", "alt", "class", "hidden", "style", "title", "width", "height");

  private XmlHtml() {}

  /** The blocks of XHTML. */
  static HtmlBlocks blocks(XmlElement xhtml) {
    return blocks(xhtml, element -> element.name().toLowerCase(Locale.ROOT));
  }

  /**
   * The blocks of markup of another vocabulary.
   *
   * @param tags the HTML tag for an element, or null to leave it out with all it holds
   */
  static HtmlBlocks blocks(XmlElement markup, Function<XmlElement, @Nullable String> tags) {
    Element body = new Element("body");
    append(markup, body, tags);
    return HtmlBlocks.of(body);
  }

  private static void append(
      XmlElement from, Element to, Function<XmlElement, @Nullable String> tags) {
    boolean line = hasWords(from);
    for (Object part : from.content()) {
      if (part instanceof XmlElement element) {
        String tag = tags.apply(element);
        if (tag != null && line && !Tag.isKnownTag(tag)) {
          // a mark of another vocabulary within a line, such as a company's name
          tag = "span";
        }
        if (tag != null && tag.equals("p") && element.elements().isEmpty()) {
          paragraphs(element, to);
        } else if (tag != null && isName(tag)) {
          Element child = to.appendElement(tag);
          copy(element, child);
          append(element, child, tags);
        }
      } else {
        to.appendChild(new TextNode((String) part));
      }
    }
  }

  private static void paragraphs(XmlElement element, Element to) {
    String text = element.text();
    List<String> laidOut = Preformatted.paragraphs(text);
    for (String paragraph : laidOut.isEmpty() ? List.of(text) : laidOut) {
      Element child = to.appendElement("p");
      copy(element, child);
      child.appendChild(new TextNode(paragraph));
    }
  }

  private static void copy(XmlElement from, Element to) {
    from.attributes()
        .forEach(
            (name, value) -> {
              if (KEPT.contains(name)) {
                to.attr(name, value);
              }
            });
  }

  private static boolean hasWords(XmlElement element) {
    return element.content().stream()
        .anyMatch(part -> part instanceof String text && !text.isBlank());
  }

  private static boolean isName(String tag) {
    return tag.chars().allMatch(c -> (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'));
  }
}
