package org.wirecopy.intake.text;

import java.util.List;

/**
 * Where a body ends if what follows it looks like prose: teasers of other stories, each a headline
 * with a sentence or two below, or lines about the author.
 */
final class StoryTail {
  private static final int LONGEST_TEASER = 330;
  private static final int SHORTEST_TITLE = 28;
  private static final int LONGEST_TITLE = 140;
  private static final int FEWEST_TEASERS = 2;
  private static final int FEWEST_PARAGRAPHS = 3;
  private static final int LONGEST_BIOGRAPHY = 600;

  private final List<TextLine> lines;
  private final int start;

  private StoryTail(List<TextLine> lines, int start) {
    this.lines = lines;
    this.start = start;
  }

  /** The line after the body's last. */
  static int end(List<TextLine> lines, StoryRegion region, List<String> authors) {
    StoryTail tail = new StoryTail(lines, region.start());
    return tail.beforeBiography(tail.beforeTeasers(region.end()), authors);
  }

  private int beforeTeasers(int end) {
    int teasers = 0;
    int cut = end;
    int i = end - 1;
    while (i > start) {
      while (i > start && !lines.get(i).kind().isText()) {
        i--;
      }
      if (!isTeaser(i)) {
        break;
      }
      int title = i - 1;
      while (title > start && lines.get(title).kind().isNoise()) {
        title--;
      }
      if (!isTitle(title)) {
        break;
      }
      teasers++;
      cut = title;
      i = title - 1;
      // The text of the teaser's picture.
      if (i > start && teasers > 0 && isTeaser(i - 1) && !isTitle(i - 2) && isTitle(i)) {
        cut = i;
        i--;
      }
    }
    return teasers >= FEWEST_TEASERS && paragraphs(cut) >= FEWEST_PARAGRAPHS ? cut : end;
  }

  private boolean isTeaser(int i) {
    if (i <= start) {
      return false;
    }
    TextLine line = lines.get(i);
    boolean prose = line.is(LineKind.PROSE) || line.is(LineKind.SENTENCE);
    return prose && !line.bullet() && line.text().length() <= LONGEST_TEASER;
  }

  private boolean isTitle(int i) {
    if (i <= start) {
      return false;
    }
    TextLine line = lines.get(i);
    return line.is(LineKind.SHORT)
        && line.text().length() >= SHORTEST_TITLE
        && line.text().length() <= LONGEST_TITLE;
  }

  private int paragraphs(int end) {
    int paragraphs = 0;
    for (int i = start; i < end; i++) {
      paragraphs += lines.get(i).is(LineKind.PROSE) ? 1 : 0;
    }
    return paragraphs;
  }

  /** Lines about the author follow the author's name on a line of its own. */
  private int beforeBiography(int end, List<String> authors) {
    for (int i = Math.max(start + 1, end - 4); i < end; i++) {
      TextLine line = lines.get(i);
      boolean named = line.is(LineKind.SHORT) && authors.contains(line.text());
      if (named && paragraphs(i) >= FEWEST_PARAGRAPHS) {
        return i;
      }
      boolean about =
          line.is(LineKind.PROSE)
              && i == end - 1
              && line.text().length() <= LONGEST_BIOGRAPHY
              && authors.stream().anyMatch(author -> line.text().startsWith(author));
      if (about && paragraphs(i) >= FEWEST_PARAGRAPHS) {
        return i;
      }
    }
    return end;
  }
}
