package org.wirecopy.intake.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.wirecopy.intake.CleanText;

/** A plain text as lines: bullets told from words, hard-wrapped paragraphs put together again. */
final class TextLines {
  private static final int WRAP_COLUMN = 110;
  private static final int SHORTEST_WRAPPED = 45;
  private static final int ENOUGH_WRAPPED = 4;
  private static final String BULLETS = "•·‣▪◦*–-";

  private TextLines() {}

  /** The lines of a cleaned text that are not blank. */
  static List<TextLine> of(String text) {
    List<TextLine> lines = split(text);
    return isWrapped(lines) ? unwrapped(lines) : lines;
  }

  /** How often each line stands in the text. */
  static Map<String, Integer> counts(List<TextLine> lines) {
    Map<String, Integer> counts = new HashMap<>();
    lines.forEach(line -> counts.merge(line.text(), 1, Integer::sum));
    return counts;
  }

  private static List<TextLine> split(String text) {
    List<TextLine> lines = new ArrayList<>();
    int block = 0;
    boolean gap = false;
    int from = 0;
    while (from < text.length()) {
      int end = text.indexOf('\n', from);
      int to = end < 0 ? text.length() : end;
      String line = CleanText.line(text.substring(from, to));
      from = to + 1;
      if (line.isEmpty()) {
        gap = true;
        continue;
      }
      if (gap) {
        block++;
        gap = false;
      }
      boolean bullet =
          line.length() > 2 && BULLETS.indexOf(line.charAt(0)) >= 0 && line.charAt(1) == ' ';
      lines.add(new TextLine(bullet ? line.substring(2).strip() : line, bullet, block));
    }
    return lines;
  }

  private static boolean isWrapped(List<TextLine> lines) {
    int wrapped = 0;
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).text().length() > WRAP_COLUMN) {
        return false;
      }
      wrapped += i > 0 && continues(lines.get(i - 1), lines.get(i)) ? 1 : 0;
    }
    return wrapped >= ENOUGH_WRAPPED;
  }

  private static boolean continues(TextLine before, TextLine line) {
    return before.block() == line.block()
        && !line.bullet()
        && before.text().length() >= SHORTEST_WRAPPED
        && !line.text().isEmpty();
  }

  private static List<TextLine> unwrapped(List<TextLine> lines) {
    List<TextLine> joined = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      TextLine line = lines.get(i);
      if (i > 0 && continues(lines.get(i - 1), line)) {
        TextLine last = joined.remove(joined.size() - 1);
        joined.add(new TextLine(last.text() + " " + line.text(), last.bullet(), last.block()));
      } else {
        joined.add(line);
      }
    }
    return joined;
  }
}
