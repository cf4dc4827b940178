package org.wirecopy.intake.text;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the headline above a body: the line whose words the story takes up, near the byline and the
 * date, often said more than once.
 */
final class HeadlineFinder {
  private static final int REACH = 80;
  private static final int INTO_STORY = 6;
  private static final int LONGEST = 250;
  private static final int SHORTEST = 8;
  private static final int LOOK_FOR_WORDS = 6_000;

  private final List<TextLine> lines;
  private final StoryRegion region;
  private final ContentWords bodyWords = new ContentWords();
  private final Map<String, Integer> counts = new HashMap<>();

  private HeadlineFinder(List<TextLine> lines, StoryRegion region) {
    this.lines = lines;
    this.region = region;
    for (TextLine line : lines) {
      counts.merge(line.key(), 1, Integer::sum);
    }
    int read = 0;
    for (int i = region.start(); i < region.end() && read < LOOK_FOR_WORDS; i++) {
      if (lines.get(i).is(LineKind.PROSE) || lines.get(i).is(LineKind.SENTENCE)) {
        bodyWords.read(lines.get(i).text());
        read += lines.get(i).text().length();
      }
    }
  }

  /** The line of the headline, or -1 if there is none. */
  static int find(List<TextLine> lines, StoryRegion region, boolean[] listed) {
    return new HeadlineFinder(lines, region).best(listed);
  }

  private int best(boolean[] listed) {
    int best = -1;
    double bestScore = 0.3;
    int from = Math.max(0, region.start() - REACH);
    int to = Math.min(lines.size(), region.start() + INTO_STORY);
    for (int i = from; i < to; i++) {
      if (!mayBe(lines.get(i))) {
        continue;
      }
      double score = score(i) - (listed[i] ? 0.7 : 0);
      if (score > bestScore) {
        bestScore = score;
        best = i;
      }
    }
    return best;
  }

  private static boolean mayBe(TextLine line) {
    String text = line.text();
    return (line.kind().isText() || line.is(LineKind.CAPTION))
        && text.length() <= LONGEST
        && Sentences.weight(text) >= SHORTEST
        && Sentences.words(text) >= 2;
  }

  private double score(int i) {
    TextLine line = lines.get(i);
    String text = line.text();
    ContentWords words = new ContentWords();
    words.read(text);
    double overlap =
        words.size() == 0 ? 0 : (double) words.sharedWith(bodyWords) / (words.size() + 2);
    double score = 3 * overlap + Math.min(Sentences.weight(text), 70) / 45.0;
    score += saidAgain(i) ? 0.8 : 0;
    score -= isPictureText(i) ? 2.2 : isSaidTwice(i) ? 0.8 : 0;
    score -= Phrases.speaksOfPicture(text) ? 0.9 : 0;
    score -= isCredited(i) ? 1.5 : 0;
    score -= isKicker(i) ? 0.9 : 0;
    score -= Character.isLowerCase(text.codePointAt(0)) ? 1 : 0;
    score -= 0.5 * rivalsAbove(i);
    score += metaNear(i);
    score += i == 0 ? 0.3 : 0;
    score -= metaBefore(i) ? 0.8 : 0;
    score += partOfAnother(i);
    score -= line.bullet() ? 1.5 : 0;
    score -= line.is(LineKind.CAPTION) ? 2 : 0;
    score -= text.endsWith(".") && !text.endsWith("...") ? 1.6 : 0;
    score -= line.is(LineKind.PROSE) && text.indexOf(". ") > 3 ? 1 : 0;
    boolean statement = Sentences.ends(text) && !text.endsWith("?") && !text.endsWith("!");
    score -= !line.is(LineKind.PROSE) ? 0 : statement ? 2 : 0.5;
    score -= i >= region.start() ? 0.3 + 0.3 * (i - region.start()) : 0;
    score -= 0.02 * Math.max(0, region.start() - i);
    boolean alone = i + 1 >= lines.size() || lines.get(i + 1).block() != line.block();
    score += alone ? 0.2 : 0;
    return score;
  }

  /** A byline or date soon after speaks for a headline. */
  private double metaNear(int i) {
    for (int next = i + 1; next < Math.min(lines.size(), i + 6); next++) {
      LineKind kind = lines.get(next).kind();
      if (kind == LineKind.DATE || kind == LineKind.BYLINE) {
        return 1.2 - 0.15 * (next - i);
      }
    }
    return 0;
  }

  /** The same words elsewhere on the page, not just beside it. */
  private boolean saidAgain(int i) {
    String key = lines.get(i).key();
    if (counts.getOrDefault(key, 1) < 2) {
      return false;
    }
    for (int other = 0; other < lines.size(); other++) {
      boolean far = Math.abs(other - i) > 2 || lines.get(other).block() != lines.get(i).block();
      if (other != i && far && lines.get(other).key().equals(key)) {
        return true;
      }
    }
    return false;
  }

  /** A picture's text stands right above its caption, which begins with the same words. */
  private boolean isPictureText(int i) {
    String text = lines.get(i).text();
    String start = text.substring(0, Math.min(text.length(), 40));
    for (int other = Math.max(0, i - 2); other <= Math.min(lines.size() - 1, i + 2); other++) {
      String near = lines.get(other).text();
      if (other != i && near.length() != text.length() && near.startsWith(start)) {
        return true;
      }
    }
    return false;
  }

  /** A picture's caption has the credit right below it. */
  private boolean isCredited(int i) {
    int next = i + 1;
    return next < lines.size()
        && lines.get(next).block() == lines.get(i).block()
        && lines.get(next).text().startsWith("©");
  }

  private boolean isSaidTwice(int i) {
    String text = lines.get(i).text();
    for (int other = Math.max(0, i - 2); other <= Math.min(lines.size() - 1, i + 2); other++) {
      if (other != i && lines.get(other).text().equals(text)) {
        return true;
      }
    }
    return false;
  }

  /** A word or two above the headline proper. */
  private boolean isKicker(int i) {
    String text = lines.get(i).text();
    int next = i + 1;
    if (text.length() > 30 || Sentences.words(text) > 3 || next >= lines.size()) {
      return false;
    }
    TextLine below = lines.get(next);
    return mayBe(below)
        && !below.bullet()
        && Sentences.words(below.text()) > Sentences.words(text)
        && below.text().length() > 1.5 * text.length()
        && (!below.is(LineKind.PROSE) || below.text().endsWith("?"));
  }

  /** How many lines shortly above might be the headline as well. */
  private int rivalsAbove(int i) {
    int rivals = 0;
    for (int above = Math.max(0, i - 8); above < i; above++) {
      TextLine line = lines.get(above);
      boolean rival =
          (line.is(LineKind.SHORT) || line.is(LineKind.SENTENCE))
              && !line.bullet()
              && Sentences.words(line.text()) >= 4
              && Sentences.weight(line.text()) >= 25;
      rivals += rival ? 1 : 0;
    }
    return Math.min(rivals, 4);
  }

  /** Byline or date before a line, with no other after it, speak for a caption or the body. */
  private boolean metaBefore(int i) {
    if (metaNear(i) > 0) {
      return false;
    }
    for (int before = Math.max(0, i - 7); before < i; before++) {
      LineKind kind = lines.get(before).kind();
      if (kind == LineKind.DATE || kind == LineKind.BYLINE) {
        return true;
      }
    }
    return false;
  }

  /** A line that others begin or end with is the headline; the longer one has more in it. */
  private double partOfAnother(int i) {
    String text = lines.get(i).text();
    for (int other = Math.max(0, i - 40); other < Math.min(lines.size(), i + 40); other++) {
      String longer = lines.get(other).text();
      if (other != i && longer.length() != text.length()) {
        if (longer.length() < LONGEST && (longer.startsWith(text) || longer.endsWith(text))) {
          return 0.6;
        }
        if (longer.length() > 25
            && text.length() < longer.length() + 40
            && longer.length() < text.length()
            && (text.startsWith(longer) || text.endsWith(longer))) {
          return -0.4;
        }
      }
    }
    return 0;
  }
}
