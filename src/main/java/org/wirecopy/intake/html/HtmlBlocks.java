package org.wirecopy.intake.html;

import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeTraversor;
import org.wirecopy.article.Block;
import org.wirecopy.article.Picture;

/**
 * HTML as the article's own blocks: paragraphs, subheads, quotations and list items, with emphasis
 * and with links to http, https and mailto only.
 *
 * <p>Scripts, styles, comments, forms, frames, embedded objects, hidden and struck-out text are
 * left out, and captions stand apart from the text. Nothing is fetched. The markup is walked
 * without recursion, so that its depth is bounded by memory and not by the stack. Text that is all
 * boilerplate stays: telling the story from its surroundings is {@link HtmlReader}'s work.
 *
 * @param blocks the text in reading order, none of them blank
 * @param pictures pictures and captions, in order
 * @param struck true if struck-out text was left out
 */
public record HtmlBlocks(List<Block> blocks, List<Picture> pictures, boolean struck) {

  public HtmlBlocks {
    blocks = List.copyOf(blocks);
    pictures = List.copyOf(pictures);
  }

  /**
   * Reads a fragment such as a feed entry's content.
   *
   * @param baseUri the address that relative links are resolved against; empty to drop those
   */
  public static HtmlBlocks ofFragment(String html, String baseUri) {
    try {
      return of(Jsoup.parseBodyFragment(html, baseUri).body());
    } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
      // jsoup 1.21.1 loses its place in tags that close <svg> or <math> from within; its XML
      // parser reads any text, only without the rules of HTML for tags that are left out
      return of(Jsoup.parse(html, baseUri, Parser.xmlParser()));
    }
  }

  /** Reads an element and all it holds, as it stands; relative links follow its base URI. */
  public static HtmlBlocks of(Element root) {
    BlockWalker walker = new BlockWalker(root);
    NodeTraversor.filter(walker, root);
    return walker.finish();
  }

  /** The blocks' words, a line each. */
  public String text() {
    StringBuilder text = new StringBuilder();
    for (Block block : blocks) {
      if (text.length() > 0) {
        text.append('\n');
      }
      text.append(block.text());
    }
    return text.toString();
  }
}
