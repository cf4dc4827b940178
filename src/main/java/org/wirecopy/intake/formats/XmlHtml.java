package org.wirecopy.intake.formats;

import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
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
    for (Object part : from.content()) {
      if (part instanceof XmlElement element) {
        String tag = tags.apply(element);
        if (tag != null && isName(tag)) {
          Element child = to.appendElement(tag);
          element
              .attributes()
              .forEach(
                  (name, value) -> {
                    if (KEPT.contains(name)) {
                      child.attr(name, value);
                    }
                  });
          append(element, child, tags);
        }
      } else {
        to.appendChild(new TextNode((String) part));
      }
    }
  }

  private static boolean isName(String tag) {
    return tag.chars().allMatch(c -> (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'));
  }
}
