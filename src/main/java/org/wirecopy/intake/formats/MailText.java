package org.wirecopy.intake.formats;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.parser.Parser;
import org.jsoup.select.Elements;
import org.wirecopy.article.Block;
import org.wirecopy.intake.html.HtmlBlocks;

/** An e-mail's text as blocks: with what it quotes, or without. */
final class MailText {
  private static final String SIGNATURES = ".gmail_signature, .moz-signature, #Signature";

  /** A container of what the e-mail answers or forwards. */
  private static final String QUOTATION = "blockquote[type=cite], blockquote.gmail_quote";

  private static final String QUOTED =
      "blockquote[type=cite], .gmail_quote, .moz-cite-prefix, .yahoo_quoted, #divRplyFwdMsg,"
          + " .OutlookMessageHeader";

  /** All beside and below these is quoted. */
  private static final String ABOVE_QUOTED = "#divRplyFwdMsg, #appendonsend, .OutlookMessageHeader";

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
              : MailLines.of(part.text(), whole, first && blocks.isEmpty()));
    }
    return blocks;
  }

  private List<Block> html(String html, boolean whole) {
    Document page = page(html);
    page.select(SIGNATURES).forEach(Element::remove);
    if (whole) {
      page.select(QUOTATION).forEach(Node::unwrap);
    } else {
      page.select(ABOVE_QUOTED).forEach(MailText::removeBelow);
      page.select(QUOTED).forEach(Element::remove);
    }
    HtmlBlocks read = HtmlBlocks.of(page);
    struck |= read.struck();
    return read.blocks();
  }

  /** From the end on, or every removal would move all that follows. */
  private static void removeBelow(Element above) {
    Elements below = above.nextElementSiblings();
    for (int i = below.size() - 1; i >= 0; i--) {
      below.get(i).remove();
    }
  }

  private static Document page(String html) {
    try {
      return Jsoup.parse(html, "");
    } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
      // as in HtmlBlocks.ofFragment: jsoup loses its place in broken <svg>, its XML parser does not
      return Jsoup.parse(html, "", Parser.xmlParser());
    }
  }
}
