package org.wirecopy.intake.formats;

import java.util.ArrayList;
import java.util.List;
import org.wirecopy.article.Block;
import org.wirecopy.intake.CleanText;

/** Plain text that is all body: paragraphs are told by blank lines, else by lines. */
final class Paragraphs {
  private Paragraphs() {}

  static List<Block> of(String raw) {
    String text = CleanText.text(raw);
    List<String> paragraphs = new ArrayList<>();
    StringBuilder paragraph = new StringBuilder();
    boolean indents = text.startsWith("  ") || text.contains("\n  ");
    boolean blanks = text.strip().contains("\n\n");
    for (String line : text.split("\n", -1)) {
      boolean starts = line.isBlank() || (indents ? startsIndented(line) : !blanks);
      if (starts) {
        end(paragraph, paragraphs);
      }
      paragraph.append(line).append('\n');
    }
    end(paragraph, paragraphs);
    return paragraphs.stream().map(Block::paragraph).toList();
  }

  private static boolean startsIndented(String line) {
    return line.startsWith("  ") || line.startsWith("\t");
  }

  private static void end(StringBuilder paragraph, List<String> paragraphs) {
    String line = CleanText.line(paragraph.toString());
    if (!line.isEmpty()) {
      paragraphs.add(line);
    }
    paragraph.setLength(0);
  }
}
