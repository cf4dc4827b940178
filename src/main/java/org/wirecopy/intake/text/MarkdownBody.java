package org.wirecopy.intake.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.jspecify.annotations.Nullable;
import org.wirecopy.article.Block;
import org.wirecopy.article.Span;
import org.wirecopy.intake.CleanText;

/** A Markdown body as blocks. Markup that is no Markdown stays out; nesting is bounded. */
final class MarkdownBody extends AbstractVisitor {
  private static final int DEEPEST = 32;
  private static final Parser PARSER = Parser.builder().build();

  private final List<Block> blocks = new ArrayList<>();
  private final boolean wantsHeadline;
  private String headline = "";
  private List<Span> spans = new ArrayList<>();
  private Span.Style style = Span.Style.PLAIN;
  private @Nullable String href;
  private Block.Kind kind = Block.Kind.PARAGRAPH;
  private int depth;

  private MarkdownBody(boolean wantsHeadline) {
    this.wantsHeadline = wantsHeadline;
  }

  static MarkdownBody parse(String text, boolean wantsHeadline) {
    MarkdownBody body = new MarkdownBody(wantsHeadline);
    PARSER.parse(text).accept(body);
    return body;
  }

  /** The first heading before any paragraph, or empty. */
  String headline() {
    return headline;
  }

  List<Block> blocks() {
    return blocks;
  }

  @Override
  public void visit(Heading heading) {
    collect(heading);
    String text = words();
    if (wantsHeadline && headline.isEmpty() && blocks.isEmpty()) {
      headline = CleanText.headline(text);
      spans = new ArrayList<>();
    } else {
      flush(Block.Kind.SUBHEAD);
    }
  }

  @Override
  public void visit(Paragraph paragraph) {
    collect(paragraph);
    flush(kind);
  }

  @Override
  public void visit(IndentedCodeBlock code) {
    spans.add(Span.plain(CleanText.line(code.getLiteral())));
    flush(kind);
  }

  @Override
  public void visit(BlockQuote quote) {
    within(quote, Block.Kind.QUOTE);
  }

  @Override
  public void visit(BulletList list) {
    within(list, Block.Kind.BULLET);
  }

  @Override
  public void visit(OrderedList list) {
    within(list, Block.Kind.NUMBERED);
  }

  @Override
  public void visit(ListItem item) {
    collect(item);
  }

  @Override
  public void visit(Text text) {
    add(text.getLiteral());
  }

  @Override
  public void visit(Code code) {
    add(code.getLiteral());
  }

  @Override
  public void visit(SoftLineBreak line) {
    add(" ");
  }

  @Override
  public void visit(HardLineBreak line) {
    add(" ");
  }

  @Override
  public void visit(Emphasis emphasis) {
    styled(emphasis, Span.Style.EMPHASIS);
  }

  @Override
  public void visit(StrongEmphasis strong) {
    styled(strong, Span.Style.STRONG);
  }

  @Override
  public void visit(Link link) {
    String outer = href;
    String target = link.getDestination();
    String scheme = target.toLowerCase(Locale.ROOT);
    boolean safe =
        scheme.startsWith("https://")
            || scheme.startsWith("http://")
            || scheme.startsWith("mailto:");
    href = safe ? target : null;
    collect(link);
    href = outer;
  }

  private void within(Node node, Block.Kind inner) {
    Block.Kind outer = kind;
    kind = inner;
    collect(node);
    kind = outer;
  }

  private void styled(Node node, Span.Style inner) {
    Span.Style outer = style;
    style = inner;
    collect(node);
    style = outer;
  }

  private void collect(Node node) {
    if (depth < DEEPEST) {
      depth++;
      visitChildren(node);
      depth--;
    }
  }

  private void add(String text) {
    if (!text.isEmpty()) {
      spans.add(new Span(text, style, href));
    }
  }

  private String words() {
    StringBuilder words = new StringBuilder();
    spans.forEach(span -> words.append(span.text()));
    return words.toString();
  }

  private void flush(Block.Kind of) {
    if (!words().isBlank()) {
      blocks.add(new Block(of, spans));
    }
    spans = new ArrayList<>();
  }
}
