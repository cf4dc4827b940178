package org.wirecopy.intake.formats;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.parser.Parser;
import org.wirecopy.article.Block;
import org.wirecopy.intake.CleanText;
import org.wirecopy.intake.HeadNotices;
import org.wirecopy.intake.html.HtmlBlocks;

/** An e-mail's text as blocks: with what it quotes, or without. */
final class MailText {
  private static final String SIGNATURES = ".gmail_signature, .moz-signature, #Signature";

  /** A container of what the e-mail answers or forwards. */
  private static final String QUOTATION = "blockquote[type=cite], blockquote.gmail_quote";

  private static final String QUOTED =
      "blockquote[type=cite], .gmail_quote, .moz-cite-prefix,"
          + " .yahoo_quoted, #divRplyFwdMsg, #divRplyFwdMsg ~ *, #appendonsend ~ *,"
          + " .OutlookMessageHeader, .OutlookMessageHeader ~ *";

  private static final Pattern QUOTE_MARKS = Pattern.compile("^(?:> ?)+");

  private final List<MailWords.Passage> passages;
  private boolean struck;

  MailText(List<MailWords.Passage> passages) {
    this.passages = passages;
  }

  /** True if struck-out text was left out. */
  boolean struck() {
    return struck;
  }

  /**
   * The blocks of the passages, one after the other.
   *
   * @param whole true to keep what the e-mail answers or forwards, as text like any other
   */
  List<Block> blocks(boolean whole) {
    List<Block> blocks = new ArrayList<>();
    for (MailWords.Passage passage : passages) {
      List<Block> rich = of(passage.rich(), whole, blocks.isEmpty());
      blocks.addAll(rich.isEmpty() ? of(passage.plain(), whole, blocks.isEmpty()) : rich);
    }
    return blocks;
  }

  private List<Block> of(List<MailWords.Part> parts, boolean whole, boolean first) {
    List<Block> blocks = new ArrayList<>();
    for (MailWords.Part part : parts) {
      blocks.addAll(
          part.html()
              ? html(part.text(), whole)
              : plain(part.text(), whole, first && blocks.isEmpty()));
    }
    return blocks;
  }

  private List<Block> html(String html, boolean whole) {
    Document page = page(html);
    page.select(SIGNATURES).forEach(Element::remove);
    if (whole) {
      page.select(QUOTATION).forEach(Node::unwrap);
    } else {
      page.select(QUOTED).forEach(Element::remove);
    }
    HtmlBlocks read = HtmlBlocks.of(page);
    struck |= read.struck();
    return read.blocks();
  }

  private static Document page(String html) {
    try {
      return Jsoup.parse(html, "");
    } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
      // as in HtmlBlocks.ofFragment: jsoup loses its place in broken <svg>, its XML parser does not
      return Jsoup.parse(html, "", Parser.xmlParser());
    }
  }

  /** Paragraphs of plain text; fields at the top stay lines of their own. */
  private static List<Block> plain(String raw, boolean whole, boolean top) {
    List<Block> blocks = new ArrayList<>();
    StringBuilder paragraph = new StringBuilder();
    boolean packed = false;
    boolean fields = top;
    String[] lines = CleanText.text(raw).split("\n", -1);
    for (int i = 0; i < lines.length; i++) {
      String line = line(lines, i, whole);
      packed |= line.matches("begin [0-7]{3} \\S.{0,200}");
      if (packed) {
        // a file in the text (uuencode)
        packed = !line.equals("end");
        continue;
      }
      boolean alone = line.equals("-- ") || line.equals("--") || line.startsWith(">");
      boolean field =
          fields && (isField(line, blocks) || (blocks.size() < 12 && HeadNotices.isNotice(line)));
      if (line.isBlank() || alone || field || Forward.begins(line, line(lines, i + 1, whole))) {
        end(paragraph, blocks);
      }
      if (alone) {
        blocks.add(Block.paragraph(line.startsWith(">") ? ">" : "--"));
      } else if (field) {
        blocks.add(Block.paragraph(CleanText.line(line)));
      } else {
        paragraph.append(line).append('\n');
      }
    }
    end(paragraph, blocks);
    return blocks;
  }

  private static String line(String[] lines, int at, boolean whole) {
    String line = at < lines.length ? lines[at] : "";
    return whole ? QUOTE_MARKS.matcher(line).replaceFirst("") : line;
  }

  /** A field such as {@code Embargo: …} among the first lines stays a line of its own. */
  private static boolean isField(String line, List<Block> before) {
    return before.size() < 30
        && line.matches("\\p{L}[\\p{L}\\p{N} _-]{1,24}: \\S.{0,300}|---")
        && before.stream().allMatch(block -> block.text().matches("(?s)\\p{L}[^:]{1,24}: .*|---"));
  }

  private static void end(StringBuilder paragraph, List<Block> blocks) {
    String line = CleanText.line(paragraph.toString());
    paragraph.setLength(0);
    if (!line.isEmpty()) {
      blocks.add(Block.paragraph(line));
    }
  }
}
