package org.wirecopy.intake.html;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jspecify.annotations.Nullable;
import org.wirecopy.article.Block;
import org.wirecopy.article.Block.Kind;
import org.wirecopy.article.Picture;
import org.wirecopy.article.Span;
import org.wirecopy.article.Span.Style;

/** Walks markup once, from block to block, keeping what surrounds the present text on a stack. */
final class BlockWalker implements NodeFilter {
  private static final Set<String> INLINE =
      Set.of(
          "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "dfn", "em",
          "font", "i", "ins", "kbd", "mark", "nobr", "q", "rb", "ruby", "samp", "small", "span",
          "strong", "sub", "sup", "time", "tt", "u", "var", "wbr", "img", "picture", "source");
  private static final Set<String> STRUCK = Set.of("del", "s", "strike");
  private static final Pattern LINE_THROUGH =
      Pattern.compile(
          "text-decoration(?:-line)?\\s*:[^;]{0,80}line-through", Pattern.CASE_INSENSITIVE);
  private static final Set<String> CELLS = Set.of("td", "th");
  private static final int LAYOUT_CELL = 200;

  private final Element root;
  private final Links links;
  private final List<Block> blocks = new ArrayList<>();
  private final List<Picture> pictures = new ArrayList<>();
  private final SpanLine line = new SpanLine();
  private final Deque<Frame> frames = new ArrayDeque<>();
  private Frame present = new Frame(null, Kind.PARAGRAPH, Style.PLAIN, null);
  private int breaks;
  private boolean struck;

  /** What an element means for the text within it. */
  private record Frame(@Nullable Element element, Kind kind, Style style, @Nullable String href) {}

  BlockWalker(Element root) {
    this.root = root;
    this.links = new Links(root.baseUri());
  }

  /** All that was found. */
  HtmlBlocks finish() {
    endBlock();
    return new HtmlBlocks(blocks, pictures, struck);
  }

  @Override
  public FilterResult head(Node node, int depth) {
    if (node instanceof TextNode text) {
      addText(text.getWholeText());
      return FilterResult.CONTINUE;
    }
    if (!(node instanceof Element element)) {
      return FilterResult.CONTINUE;
    }
    if (element != root && Hidden.is(element)) {
      return FilterResult.SKIP_ENTIRELY;
    }
    if (element != root && isStruck(element)) {
      struck |= element.hasText();
      return FilterResult.SKIP_ENTIRELY;
    }
    return enter(element);
  }

  /** True for text that its author took back, as mail and office programs mark it. */
  private static boolean isStruck(Element element) {
    return STRUCK.contains(element.normalName())
        || (element.attributesSize() > 0 && LINE_THROUGH.matcher(element.attr("style")).find());
  }

  private FilterResult enter(Element element) {
    String tag = element.normalName();
    switch (tag) {
      case "br":
        lineBreak();
        return FilterResult.CONTINUE;
      case "hr":
        endBlock();
        return FilterResult.CONTINUE;
      case "figure":
        if (element != root && Pictures.isPicture(element)) {
          endBlock();
          pictures.addAll(Pictures.of(element, links));
          return FilterResult.SKIP_ENTIRELY;
        }
        break;
      case "figcaption", "caption":
        if (element != root) {
          endBlock();
          Pictures.caption(element).ifPresent(pictures::add);
          return FilterResult.SKIP_ENTIRELY;
        }
        break;
      case "img", "amp-img":
        Pictures.image(element, links).ifPresent(pictures::add);
        return FilterResult.CONTINUE;
      default:
        break;
    }
    if (!INLINE.contains(tag)) {
      if (isCell(element)) {
        line.space();
      } else {
        endBlock();
      }
    }
    frames.push(present);
    present = frame(element, tag);
    return FilterResult.CONTINUE;
  }

  @Override
  public FilterResult tail(Node node, int depth) {
    if (node instanceof Element element && present.element() == element) {
      if (!INLINE.contains(element.normalName()) && !isCell(element)) {
        endBlock();
      }
      present = frames.pop();
    }
    return FilterResult.CONTINUE;
  }

  private Frame frame(Element element, String tag) {
    Kind kind = present.kind();
    Style style = present.style();
    String href = present.href();
    switch (tag) {
      case "h1", "h2", "h3", "h4", "h5", "h6" -> {
        // a heading within a list item or a quotation stays part of it
        kind = kind == Kind.PARAGRAPH ? Kind.SUBHEAD : kind;
      }
      case "blockquote" -> kind = Kind.QUOTE;
      case "li" -> kind = inOrderedList(element) ? Kind.NUMBERED : Kind.BULLET;
      case "em", "i", "cite" -> style = style == Style.PLAIN ? Style.EMPHASIS : style;
      case "strong", "b" -> style = Style.STRONG;
      case "a" -> href = links.of(element);
      default -> {}
    }
    return new Frame(element, kind, style, href);
  }

  private static boolean inOrderedList(Element item) {
    Element list = item.parent();
    return list != null && list.normalName().equals("ol");
  }

  /** A cell of a table with data stands in its row's line; one that lays out a page does not. */
  private static boolean isCell(Element element) {
    return CELLS.contains(element.normalName()) && !longerThan(element, LAYOUT_CELL);
  }

  private static boolean longerThan(Element cell, int letters) {
    int own = 0;
    for (Node child : cell.childNodes()) {
      if (child instanceof TextNode text) {
        own += text.getWholeText().length();
        if (own > letters) {
          return true;
        }
      }
    }
    return false;
  }

  private void addText(String text) {
    if (breaks > 0 && !text.isBlank()) {
      if (breaks > 1 || line.endsSentence()) {
        endBlock();
      } else {
        line.space();
      }
      breaks = 0;
    }
    // a subhead is bold as it stands
    Style style = present.kind() == Kind.SUBHEAD ? Style.PLAIN : present.style();
    line.add(text, style, present.href());
  }

  private void lineBreak() {
    breaks++;
  }

  private void endBlock() {
    breaks = 0;
    List<Span> spans = line.take();
    if (spans.stream().anyMatch(span -> !span.text().isBlank())) {
      blocks.add(new Block(present.kind(), spans));
    }
  }
}
