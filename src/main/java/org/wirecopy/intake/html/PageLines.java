package org.wirecopy.intake.html;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/** A page's words, a line for each block, before anything is taken off it. */
final class PageLines implements NodeVisitor {
  private final StringBuilder text = new StringBuilder();

  private PageLines() {}

  /** All lines in reading order; an embargo that the page's head states stands above them. */
  static String of(Document page) {
    PageLines lines = new PageLines();
    for (Element meta : page.select("meta[name*=embargo], meta[property*=embargo]")) {
      String value = meta.attr("content").strip();
      lines.text.append(value.isEmpty() ? "" : "Embargo: " + value + "\n");
    }
    page.body().traverse(lines);
    return lines.text.toString();
  }

  @Override
  public void head(Node node, int depth) {
    if (node instanceof TextNode words) {
      text.append(words.text());
    } else {
      tail(node, depth);
    }
  }

  @Override
  public void tail(Node node, int depth) {
    if (node instanceof Element element && (element.isBlock() || element.nameIs("br"))) {
      text.append('\n');
    }
  }
}
