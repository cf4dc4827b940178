package org.wirecopy.intake.formats;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.wirecopy.intake.CleanText;

/**
 * Text that agencies laid out for a screen and then put into the markup of one paragraph: its own
 * blank lines, indents and columns tell its paragraphs.
 */
final class Preformatted {
  private static final int SHORTEST = 80;
  private static final Pattern COLUMNS = Pattern.compile("\\S {3,}\\S|\\S {2,}-?\\d");

  private Preformatted() {}

  /** Its paragraphs; empty if the lines are only those of the file. */
  static List<String> paragraphs(String text) {
    if (text.length() < SHORTEST || text.indexOf('\n') < 0) {
      return List.of();
    }
    List<String> lines = text.lines().toList();
    int flush = 0;
    int starts = 0;
    int rows = 0;
    for (int i = 1; i < lines.size(); i++) {
      String line = lines.get(i);
      boolean last = i == lines.size() - 1;
      flush += !line.isBlank() && !isIndented(line) ? 1 : 0;
      starts += (line.isBlank() && !last) || (isIndented(line) && !line.isBlank()) ? 1 : 0;
      rows += isRow(line) ? 1 : 0;
    }
    boolean table = rows * 3 > lines.size();
    if (flush == 0 || (starts == 0 && rows == 0)) {
      // every line is indented as the markup around it is, or none is
      return List.of();
    }
    List<String> paragraphs = new ArrayList<>();
    StringBuilder paragraph = new StringBuilder();
    boolean row = false;
    for (String line : lines) {
      if (table || row || line.isBlank() || isIndented(line) || isRow(line)) {
        end(paragraph, paragraphs);
      }
      row = isRow(line);
      paragraph.append(line).append('\n');
    }
    end(paragraph, paragraphs);
    return paragraphs;
  }

  private static boolean isIndented(String line) {
    return line.startsWith("  ") || line.startsWith("\t");
  }

  /** A line of a table: words and figures set in columns. */
  private static boolean isRow(String line) {
    return line.length() <= 200 && COLUMNS.matcher(line.strip()).find();
  }

  private static void end(StringBuilder paragraph, List<String> paragraphs) {
    String line = CleanText.line(paragraph.toString());
    if (!line.isEmpty()) {
      paragraphs.add(line);
    }
    paragraph.setLength(0);
  }
}
