package org.wirecopy.intake.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import org.jspecify.annotations.Nullable;
import org.wirecopy.article.Block;
import org.wirecopy.article.Picture;
import org.wirecopy.article.Span;
import org.wirecopy.intake.CleanText;
import org.wirecopy.intake.LocalPictures;
import org.wirecopy.intake.html.HtmlBlocks;

/**
 * A Markdown body as blocks and pictures. Of HTML within it the words stay and the scripts go;
 * nesting is bounded.
 */
final class MarkdownBody extends AbstractVisitor {
  private static final int DEEPEST = 32;
  private static final Parser PARSER =
      Parser.builder().includeSourceSpans(IncludeSourceSpans.BLOCKS).build();

  private final List<Block> blocks = new ArrayList<>();
  private final List<Picture> pictures = new ArrayList<>();
  private final EmbeddedHtml html = new EmbeddedHtml();
  private final boolean wantsHeadline;
  private String headline = "";
  private List<Span> spans = new ArrayList<>();
  private Span.Style style = Span.Style.PLAIN;
  private @Nullable String href;
  private Block.Kind kind = Block.Kind.PARAGRAPH;
  private int depth;
  private boolean table;
  private boolean unclosed;
  private boolean struck;
  private boolean opensWithALine;
  private boolean hasHeadings;

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

  /** True if the first block is a line of its own, as a typed headline is. */
  boolean opensWithALine() {
    return opensWithALine && blocks.size() > 1;
  }

  /** True if any heading stands in the text. */
  boolean hasHeadings() {
    return hasHeadings;
  }

  List<Picture> pictures() {
    return pictures;
  }

  /** True if struck-out text was left out. */
  boolean struck() {
    return struck;
  }

  /** True if a script or style is not closed, so that nobody can tell where the text goes on. */
  boolean isUnclosed() {
    return unclosed || html.isOpen();
  }

  @Override
  public void visit(Heading heading) {
    hasHeadings = true;
    collect(heading);
    withoutStruck();
    String text = words();
    if (text.isBlank() && heading.getLevel() == 3 && !blocks.isEmpty()) {
      // no heading, but the mark of a story's end
      spans = new ArrayList<>(List.of(Span.plain("###")));
    }
    if (wantsHeadline && headline.isEmpty() && blocks.isEmpty()) {
      headline = CleanText.headline(text);
      spans = new ArrayList<>();
    } else {
      flush(Block.Kind.SUBHEAD);
    }
  }

  @Override
  public void visit(Paragraph paragraph) {
    boolean opens = blocks.isEmpty() && depth == 0 && paragraph.getSourceSpans().size() == 1;
    table = MarkdownTable.is(paragraph);
    collect(paragraph);
    for (List<Span> row : table ? MarkdownTable.rows(spans) : List.of(spans)) {
      spans = row;
      flush(kind);
    }
    table = false;
    opensWithALine |= opens && !blocks.isEmpty();
  }

  @Override
  public void visit(IndentedCodeBlock code) {
    spans.add(Span.plain(CleanText.line(code.getLiteral())));
    flush(kind);
  }

  @Override
  public void visit(FencedCodeBlock code) {
    spans.add(Span.plain(CleanText.line(code.getLiteral())));
    flush(kind);
  }

  @Override
  public void visit(HtmlBlock block) {
    unclosed |= EmbeddedHtml.isUnclosed(block.getLiteral());
    HtmlBlocks read = EmbeddedHtml.blocks(block.getLiteral());
    pictures.addAll(read.pictures());
    struck |= read.struck();
    for (Block one : read.blocks()) {
      flush(Block.Kind.PARAGRAPH);
      if (one.kind() == Block.Kind.PARAGRAPH) {
        spans.addAll(one.spans());
      } else {
        blocks.add(one);
      }
    }
    if (!spans.isEmpty() && goesOn(block)) {
      spans.add(Span.plain(" "));
    } else {
      flush(kind);
    }
  }

  /** True if a paragraph follows on the next line: Markdown ends a script's block with its line. */
  private static boolean goesOn(HtmlBlock block) {
    if (!(block.getNext() instanceof Paragraph next)) {
      return false;
    }
    List<SourceSpan> lines = block.getSourceSpans();
    List<SourceSpan> after = next.getSourceSpans();
    return !lines.isEmpty()
        && !after.isEmpty()
        && after.get(0).getLineIndex() == lines.get(lines.size() - 1).getLineIndex() + 1;
  }

  @Override
  public void visit(HtmlInline tag) {
    html.tags(tag.getLiteral());
    if (EmbeddedHtml.isStrike(tag.getLiteral())) {
      boolean closing = tag.getLiteral().startsWith("</");
      add(closing ? MarkdownStrike.END_TAG : MarkdownStrike.TAG);
    }
  }

  @Override
  public void visit(Image image) {
    List<Span> text = spans;
    spans = new ArrayList<>();
    collect(image);
    String alt = CleanText.line(words());
    spans = text;
    String caption = image.getTitle() == null ? "" : CleanText.line(image.getTitle());
    String address = image.getDestination();
    boolean web = address.startsWith("https://") || address.startsWith("http://");
    String file = web ? null : LocalPictures.path(address);
    String href = web ? address : file == null ? null : LocalPictures.marked(file);
    if (href != null || !alt.isEmpty() || !caption.isEmpty()) {
      pictures.add(
          new Picture(
              caption.isEmpty() ? null : caption, null, alt.isEmpty() ? null : alt, href, null));
    }
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
    add(table ? MarkdownTable.ROW_END : " ");
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
    if (!text.isEmpty() && !html.isOpen()) {
      spans.add(new Span(text, style, href));
    }
  }

  private String words() {
    StringBuilder words = new StringBuilder();
    spans.forEach(span -> words.append(span.text()));
    return words.toString();
  }

  private void withoutStruck() {
    MarkdownStrike.Left left = MarkdownStrike.of(spans);
    spans = new ArrayList<>(left.spans());
    struck |= left.struck();
  }

  private void flush(Block.Kind of) {
    withoutStruck();
    if (!words().isBlank()) {
      blocks.add(new Block(of, trimmed(spans)));
    }
    spans = new ArrayList<>();
  }

  /** Without the blanks that a picture or a script leaves at the paragraph's ends. */
  private static List<Span> trimmed(List<Span> spans) {
    List<Span> kept = new ArrayList<>(spans);
    while (kept.get(0).text().isBlank()) {
      kept.remove(0);
    }
    while (kept.get(kept.size() - 1).text().isBlank()) {
      kept.remove(kept.size() - 1);
    }
    Span first = kept.get(0);
    kept.set(0, new Span(first.text().stripLeading(), first.style(), first.href()));
    Span last = kept.get(kept.size() - 1);
    kept.set(kept.size() - 1, new Span(last.text().stripTrailing(), last.style(), last.href()));
    return kept;
  }
}
