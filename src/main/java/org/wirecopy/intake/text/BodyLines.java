package org.wirecopy.intake.text;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.wirecopy.article.Block;
import org.wirecopy.intake.Bylines;

/** Which lines of a page's body region are of the body, and as what. */
final class BodyLines {
  private static final int LONGEST_SUBHEAD = 80;
  private static final int LONGEST_TOUCHING = 140;

  private final List<TextLine> lines;
  private final boolean[] listed;
  private final StoryRegion region;
  private final Map<String, Integer> counts = new HashMap<>();
  private final boolean apart;

  /**
   * @param listed which lines are of a list of other stories
   */
  BodyLines(List<TextLine> lines, boolean[] listed, StoryRegion region) {
    this.lines = lines;
    this.listed = listed;
    this.region = region;
    for (TextLine line : lines) {
      counts.merge(line.key(), 1, Integer::sum);
    }
    this.apart = standApart();
  }

  /** True if blank lines set the paragraphs apart, so that lines that touch are none. */
  private boolean standApart() {
    int paragraphs = 0;
    int alone = 0;
    for (int i = region.start(); i < region.end(); i++) {
      if (lines.get(i).is(LineKind.PROSE) && !lines.get(i).bullet()) {
        paragraphs++;
        alone += touches(i) ? 0 : 1;
      }
    }
    return paragraphs >= 4 && alone * 5 >= paragraphs * 4;
  }

  private boolean touches(int i) {
    int block = lines.get(i).block();
    return (i > 0 && lines.get(i - 1).block() == block)
        || (i + 1 < lines.size() && lines.get(i + 1).block() == block);
  }

  /** True if no line of a block is as long as a paragraph. */
  private boolean isSmallBlock(int i) {
    int block = lines.get(i).block();
    int first = i;
    while (first > 0 && lines.get(first - 1).block() == block) {
      first--;
    }
    for (int at = first; at < lines.size() && lines.get(at).block() == block; at++) {
      if (lines.get(at).text().length() > LONGEST_TOUCHING) {
        return false;
      }
    }
    return true;
  }

  /** Whether a line of a page's body region is of the body. */
  boolean has(int i) {
    TextLine line = lines.get(i);
    if (!line.kind().isText()) {
      return false;
    }
    boolean pictured = apart && !line.bullet() && touches(i) && isSmallBlock(i);
    if (pictured) {
      return false;
    }
    if (line.is(LineKind.PROSE)) {
      return true;
    }
    boolean again = counts.getOrDefault(line.key(), 1) > 1;
    if (again) {
      return false;
    }
    if (line.bullet()) {
      return isListItem(i);
    }
    boolean announces = line.text().endsWith(":") && Sentences.words(line.text()) >= 4;
    return line.is(LineKind.SENTENCE) || announces || isSubhead(i);
  }

  private boolean isListItem(int i) {
    TextLine line = lines.get(i);
    int first = i;
    while (first > region.start() && lines.get(first - 1).bullet()) {
      first--;
    }
    boolean announced = first > region.start() && lines.get(first - 1).text().endsWith(":");
    return line.is(LineKind.SENTENCE) || announced;
  }

  private boolean isSubhead(int i) {
    String text = lines.get(i).text();
    int next = i + 1;
    while (next < region.end()
        && (lines.get(next).kind().isNoise() || lines.get(next).is(LineKind.CAPTION))) {
      next++;
    }
    boolean prose = next < region.end() && !listed[next] && isSentence(next);
    return prose
        && !Bylines.isName(text)
        && text.length() <= LONGEST_SUBHEAD
        && Sentences.weight(text) >= 6
        && !Character.isLowerCase(text.codePointAt(0));
  }

  private boolean isSentence(int i) {
    return lines.get(i).is(LineKind.PROSE) || lines.get(i).is(LineKind.SENTENCE);
  }

  /**
   * What a line of the body is.
   *
   * @param first true of the first, which is no subhead
   */
  Block.Kind kind(int i, boolean first) {
    TextLine line = lines.get(i);
    if (line.bullet()) {
      return Block.Kind.BULLET;
    }
    if (line.quoted()) {
      return Block.Kind.QUOTE;
    }
    boolean subhead = line.is(LineKind.SHORT) && !first && isSubhead(i);
    return subhead ? Block.Kind.SUBHEAD : Block.Kind.PARAGRAPH;
  }
}
