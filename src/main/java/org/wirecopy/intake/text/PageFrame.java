package org.wirecopy.intake.text;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a page prints around a text, by which a pasted text is told from a typed one. Many of its
 * words are typed as well: "Highlights" heads a part of a story, "Exclusive" stands above one. They
 * are signs of a page beside others only.
 */
final class PageFrame {
  /** So many different words that stories know too make a page. */
  private static final int FEWEST_DOUBTFUL = 3;

  /** A last line or two, such as "Keywords:" or a copyright, have no story below to cut off. */
  private static final int LONGEST_FOOT = 2;

  private final List<TextLine> lines;
  private final int lastParagraph;

  PageFrame(List<TextLine> lines) {
    this.lines = lines;
    this.lastParagraph = lastParagraph(lines);
  }

  /** The line of the last paragraph, or -1. */
  static int lastParagraph(List<TextLine> lines) {
    int last = lines.size() - 1;
    while (last >= 0 && !lines.get(last).is(LineKind.PROSE)) {
      last--;
    }
    return last;
  }

  /** True if some lines are of a page for sure. */
  boolean isAround() {
    Set<String> doubtful = new HashSet<>();
    int end = foot(lines);
    for (int i = 0; i < end; i++) {
      TextLine line = lines.get(i);
      if (line.isOfFrame() && !isDoubtful(i)) {
        return true;
      }
      if (line.isOfFrame()) {
        doubtful.add(line.key());
      }
    }
    return doubtful.size() >= FEWEST_DOUBTFUL;
  }

  /**
   * True of a line that a story has as well: words that head its parts. What ends a story on a page
   * heads a part only if more of the story follows; what begins a text leads to a page's sections
   * if it is no kicker.
   */
  boolean isDoubtful(int i) {
    TextLine line = lines.get(i);
    return line.isOfFrame()
        && (line.is(LineKind.CHROME) || i < lastParagraph)
        && (i > 0 || Phrases.isKicker(line.text()))
        && Phrases.mayHead(line.text());
  }

  /** How many lines are of a page for sure: its frame, and what it says to its readers. */
  static long sure(List<TextLine> lines) {
    return lines.stream()
        .filter(line -> line.is(LineKind.NOTICE) || line.isOfFrame())
        .filter(line -> !Phrases.mayHead(line.text()))
        .count();
  }

  /** The lines of a text around which no page is, without what stands below the story. */
  static List<TextLine> withoutFoot(List<TextLine> lines) {
    int end = foot(lines);
    boolean page = lines.subList(0, end).stream().anyMatch(TextLine::isOfFrame);
    return page ? lines : lines.subList(0, end);
  }

  private static boolean isFoot(TextLine line) {
    return line.isOfFrame() && (Phrases.mayClose(line.text()) || Phrases.mayHead(line.text()));
  }

  /** Where the last lines begin that end or frame a story on a page. */
  private static int foot(List<TextLine> lines) {
    int end = lines.size();
    while (end > 1 && lines.size() - end < LONGEST_FOOT && isFoot(lines.get(end - 1))) {
      end--;
    }
    return end;
  }
}
