package org.wirecopy.intake.text;

import java.util.List;
import org.wirecopy.intake.StoryEnd;

/**
 * A typed text up to the mark of its end. Lists of other headlines below it stay, since they are no
 * words to editors.
 *
 * @param text the story, and the lists below it
 * @param cut the lines that were left out
 */
record TypedEnd(String text, List<String> cut) {

  static TypedEnd of(String text, LineReader reader) {
    List<String> lines = text.lines().map(String::strip).toList();
    int end = StoryEnd.at(lines);
    if (end == lines.size() || !hasText(lines.subList(0, end), reader)) {
      return new TypedEnd(text, List.of());
    }
    int list = end + 1;
    while (list < lines.size() && !is(lines.get(list), LineKind.LIST, reader)) {
      list++;
    }
    List<String> cut =
        lines.subList(end + 1, list).stream().filter(line -> !line.isEmpty()).toList();
    List<String> all = text.lines().toList();
    String above = String.join("\n", all.subList(0, end));
    String below = String.join("\n", all.subList(list, all.size()));
    return new TypedEnd(above + "\n\n" + below, cut);
  }

  /** A page's menu may hold the same words, above the story. */
  private static boolean hasText(List<String> lines, LineReader reader) {
    return lines.stream()
        .skip(1)
        .anyMatch(line -> is(line, LineKind.PROSE, reader) || is(line, LineKind.SENTENCE, reader));
  }

  private static boolean is(String line, LineKind kind, LineReader reader) {
    return !line.isEmpty() && reader.kind(line) == kind;
  }
}
