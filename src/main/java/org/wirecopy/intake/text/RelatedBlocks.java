package org.wirecopy.intake.text;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wirecopy.article.Block;
import org.wirecopy.article.ListedHeadline;
import org.wirecopy.article.Span;
import org.wirecopy.intake.Source;

/**
 * The headlines that a written story lists under "Also read" and the like, told from its own text.
 *
 * @param body the story without the lists
 * @param headlines what they list, each once
 */
public record RelatedBlocks(List<Block> body, List<ListedHeadline> headlines) {

  public RelatedBlocks {
    body = List.copyOf(body);
    headlines = List.copyOf(headlines);
  }

  /**
   * Reads the lists among some blocks.
   *
   * @param headline the story's own, which is never listed
   */
  public static RelatedBlocks of(List<Block> blocks, String headline, Source source) {
    List<TextLine> read = lines(blocks, source);
    boolean none = read.stream().noneMatch(line -> line.is(LineKind.LIST));
    if (none || read.size() != blocks.size()) {
      return new RelatedBlocks(blocks, List.of());
    }
    LineReader reader = new LineReader(source);
    BitSet linked = new BitSet();
    for (int i = 0; i < blocks.size(); i++) {
      linked.set(i, href(blocks.get(i)) != null);
    }
    List<TextLine> lines = OtherHeadlines.withKeyFacts(read, reader, linked);
    OtherHeadlines lists = OtherHeadlines.in(lines, reader);
    boolean[] listed = lists.listed();
    for (int i = 1; i < listed.length; i++) {
      // the next heading of the story ends a list
      boolean heading = blocks.get(i).kind() == Block.Kind.SUBHEAD;
      boolean goesOn = listed[i - 1] && !heading;
      listed[i] &= lines.get(i).is(LineKind.LIST) || goesOn;
    }
    List<ListedHeadline> headlines = new ArrayList<>();
    for (ListedHeadline one : lists.read(0, lines.size(), headline)) {
      headlines.add(linked(one, blocks, listed));
    }
    List<Block> body = new ArrayList<>();
    for (int i = 0; i < listed.length; i++) {
      if (!listed[i]) {
        body.add(blocks.get(i));
      }
    }
    return new RelatedBlocks(body, headlines);
  }

  /** A line for each block, those of one list together, as they would be typed. */
  private static List<TextLine> lines(List<Block> blocks, Source source) {
    StringBuilder text = new StringBuilder();
    Block.Kind before = Block.Kind.PARAGRAPH;
    for (Block block : blocks) {
      boolean item = block.kind() == Block.Kind.BULLET || block.kind() == Block.Kind.NUMBERED;
      text.append(item && block.kind() == before ? "\n" : "\n\n");
      text.append(item ? "- " : "").append(block.text().replace('\n', ' '));
      before = block.kind();
    }
    return new LineReader(source).read(text.toString());
  }

  private static ListedHeadline linked(
      ListedHeadline headline, List<Block> blocks, boolean[] listed) {
    for (int i = 0; i < listed.length; i++) {
      if (listed[i] && blocks.get(i).text().contains(headline.headline())) {
        return new ListedHeadline(
            headline.headline(),
            headline.truncated(),
            headline.date(),
            headline.dayOnly(),
            href(blocks.get(i)));
      }
    }
    return headline;
  }

  private static @Nullable String href(Block block) {
    return block.spans().stream()
        .map(Span::href)
        .filter(href -> href != null && href.startsWith("http"))
        .findFirst()
        .orElse(null);
  }
}
