package org.wirecopy.intake.text;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.wirecopy.article.Picture;

/** The captions among the lines of a text, which are all that it has of its pictures. */
final class Captions {
  private static final int LONGEST_CAPTION = 400;

  private final List<TextLine> lines;
  private final boolean typed;
  private final boolean framed;
  private final Map<String, Picture> pictures = new LinkedHashMap<>();

  /**
   * @param typed true if no page is around the text: then all it says twice is its own
   */
  Captions(List<TextLine> lines, boolean typed) {
    this.lines = lines;
    this.typed = typed;
    this.framed = lines.stream().anyMatch(line -> line.isOfFrame() || line.is(LineKind.NOTICE));
  }

  /** A picture for each caption, in the order in which they stand. */
  List<Picture> pictures() {
    return List.copyOf(pictures.values());
  }

  /** True of a line that may be one where others tell that it is. */
  boolean mayBe(int i) {
    TextLine line = lines.get(i);
    return line.kind() != LineKind.DATE
        && line.kind() != LineKind.BYLINE
        && !line.kind().isNoise()
        && !line.bullet()
        && line.text().length() <= LONGEST_CAPTION;
  }

  /**
   * True of a line that is credited, or said twice as the text for a picture and its caption are.
   *
   * @param beforeBody true as long as no line was of the body
   */
  boolean has(int i, boolean beforeBody) {
    TextLine line = lines.get(i);
    if (line.is(LineKind.CAPTION)) {
      return true;
    }
    if (isAboveCredit(i, beforeBody)) {
      return true;
    }
    if (!line.kind().isText() || line.bullet() || line.text().length() > LONGEST_CAPTION) {
      return false;
    }
    return !typed && isSaidBeside(i) && Sentences.words(line.text()) >= 3;
  }

  private boolean isSaidBeside(int i) {
    TextLine line = lines.get(i);
    for (int next = i + 1; next < Math.min(lines.size(), i + 4); next++) {
      String other = lines.get(next).text();
      if (other.startsWith(line.text()) && other.length() < line.text().length() + 120) {
        return true;
      }
    }
    for (int before = Math.max(0, i - 3); before < i; before++) {
      if (line.text().equals(lines.get(before).text())) {
        return true;
      }
    }
    return false;
  }

  /**
   * A line with nothing but a credit below it, before the body or touching it. A paragraph that was
   * typed above a credit is the story's, unless the two end it.
   */
  private boolean isAboveCredit(int i, boolean beforeBody) {
    TextLine line = lines.get(i);
    if (i + 1 >= lines.size()
        || !line.kind().isText()
        || line.bullet()
        || line.text().length() > LONGEST_CAPTION) {
      return false;
    }
    TextLine below = lines.get(i + 1);
    if (!below.is(LineKind.CAPTION) || !Phrases.isCreditAlone(below.text())) {
      return false;
    }
    boolean touches = below.block() == line.block();
    if (typed && line.is(LineKind.PROSE)) {
      boolean alone = i > 0 && lines.get(i - 1).block() != line.block();
      return touches && alone && i + 2 == lines.size() && !beforeBody;
    }
    return touches || (beforeBody && (framed || !line.is(LineKind.PROSE)));
  }

  /** Takes one, unless it is known: of two that begin alike, the longer is kept. */
  void add(String text) {
    if (Phrases.isCreditAlone(text)) {
      return;
    }
    String key = OtherHeadlines.key(text);
    for (Map.Entry<String, Picture> known : pictures.entrySet()) {
      if (known.getKey().startsWith(key)) {
        return;
      }
      if (key.startsWith(known.getKey())) {
        pictures.remove(known.getKey());
        break;
      }
    }
    pictures.put(key, Picture.captioned(text));
  }
}
