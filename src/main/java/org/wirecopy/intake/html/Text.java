package org.wirecopy.intake.html;

import java.util.List;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;
import org.wirecopy.article.Span;
import org.wirecopy.article.Span.Style;

/** Words of an element in one line. */
final class Text {
  private Text() {}

  /** The visible words of an element, in one line. */
  static String of(Element element) {
    return HtmlBlocks.of(element).blocks().stream()
        .map(block -> block.text())
        .collect(Collectors.joining(" "));
  }

  /** A string in one line, without control characters. */
  static String clean(String text) {
    SpanLine line = new SpanLine();
    line.add(text, Style.PLAIN, null);
    List<Span> spans = line.take();
    return spans.isEmpty() ? "" : spans.get(0).text();
  }
}
