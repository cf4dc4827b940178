package org.wirecopy.intake.text;

import java.util.ArrayList;
import java.util.List;

/** What of a pasted text is in no part of the article though it may be the story's. */
final class LeftOut {
  private static final int FEWEST_WORDS = 3;

  /** So many signs of a page leave no doubt that what stands around the body is the page's. */
  private static final int FEWEST_SIGNS = 3;

  private LeftOut() {}

  /**
   * Its lines, in order. Of a text with a page around it for sure these are only the paragraphs
   * amid its body, since the rest is the page's; of one with few signs of a page, all paragraphs
   * and the lists amid them; of any other text all lines of some words.
   *
   * @param taken which lines are in the article, or told apart as those of other stories
   * @param start the body's first line
   * @param end the line after the body's last
   */
  static List<String> of(List<TextLine> lines, boolean[] taken, int start, int end) {
    boolean page = lines.stream().anyMatch(line -> line.isOfFrame() || line.is(LineKind.NOTICE));
    boolean sure = page && PageFrame.sure(lines) >= FEWEST_SIGNS;
    int last = PageFrame.lastParagraph(lines);
    List<String> left = new ArrayList<>();
    for (int i = sure ? start : 0; i < (sure ? end : lines.size()); i++) {
      TextLine line = lines.get(i);
      boolean words = line.kind().isText() && Sentences.words(line.text()) >= FEWEST_WORDS;
      boolean item = !sure && words && line.bullet() && i >= start && i < last;
      if (!taken[i] && (page ? line.is(LineKind.PROSE) || item : words)) {
        left.add(line.text());
      }
    }
    return left;
  }

  /**
   * The lines above the headline of a typed text that are no labels of a word or two, in order.
   *
   * @param headline its line, or -1
   */
  static List<String> above(List<TextLine> lines, boolean[] taken, int headline, DeskLines desk) {
    List<String> left = new ArrayList<>();
    for (int i = 0; i < headline; i++) {
      TextLine line = lines.get(i);
      boolean words = line.kind().isText() && Sentences.words(line.text()) >= FEWEST_WORDS;
      if (words && !taken[i] && !desk.isNoHeadline(i)) {
        left.add(line.text());
      }
    }
    return left;
  }
}
