package org.wirecopy.intake.text;

import java.util.ArrayList;
import java.util.List;
import org.wirecopy.intake.CleanText;
import org.wirecopy.intake.Dates;

/**
 * A plain text as lines: bullets told from words, paragraphs that were wrapped at a column put
 * together again. A line goes on where the first word of the next would not have fitted it.
 */
public final class TextLines {
  private static final int WIDEST_WRAP = 100;
  private static final int NARROWEST_WRAP = 36;
  private static final int MANY_LINES = 30;
  private static final int DENSE_WORD = 3;
  private static final int ENOUGH_WRAPPED = 3;
  private static final int MOST_WIDER = 40;
  private static final int LONGEST_LIST_NUMBER = 3;
  private static final String DENSE_BULLETS = "・";
  private static final String BULLETS = "•·‣▪◦*+-□○■●▸►☆★◆−";

  private TextLines() {}

  /**
   * A line before its kind is told.
   *
   * @param text without bullet, its blanks single
   * @param bullet true if it began with a bullet
   * @param quoted true if it began with the {@code >} of a quotation
   * @param block number of its block
   * @param width in characters, as it stands in the file
   * @param firstWord width of its first word, bullet included
   */
  private record Raw(
      String text, boolean bullet, boolean quoted, int block, int width, int firstWord) {}

  /** A line without its kind. */
  record Plain(String text, boolean bullet, boolean quoted, int block) {}

  /** The lines of a cleaned text that are not blank. */
  static List<Plain> of(String text) {
    List<Raw> lines = split(text);
    int column = wrapColumn(lines);
    List<Plain> plain = new ArrayList<>(lines.size());
    StringBuilder paragraph = new StringBuilder();
    for (int i = 0; i < lines.size(); i++) {
      Raw line = lines.get(i);
      int from = i;
      while (i + 1 < lines.size() && goesOn(lines.get(i), lines.get(i + 1), column)) {
        if (paragraph.isEmpty()) {
          paragraph.append(line.text());
        }
        i++;
        join(paragraph, lines.get(i).text());
      }
      String whole = i == from ? line.text() : paragraph.toString();
      paragraph.setLength(0);
      plain.add(new Plain(whole, line.bullet(), line.quoted(), line.block()));
    }
    return plain;
  }

  private static void join(StringBuilder paragraph, String next) {
    boolean ideographs =
        Character.isIdeographic(paragraph.codePointBefore(paragraph.length()))
            || Character.isIdeographic(next.codePointAt(0));
    paragraph.append(ideographs ? "" : " ").append(next);
  }

  private static List<Raw> split(String text) {
    List<Raw> lines = new ArrayList<>();
    int block = 0;
    boolean gap = false;
    int from = 0;
    while (from < text.length()) {
      int end = text.indexOf('\n', from);
      int to = end < 0 ? text.length() : end;
      Raw line = raw(text, from, to, gap ? block + 1 : block);
      from = to + 1;
      if (line == null) {
        gap = true;
        continue;
      }
      if (gap) {
        block++;
        gap = false;
      }
      lines.add(line);
    }
    return lines;
  }

  private static @org.jspecify.annotations.Nullable Raw raw(
      String text, int from, int to, int block) {
    int start = from;
    while (start < to && Character.isWhitespace(text.charAt(start))) {
      start++;
    }
    int end = to;
    while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    if (start == end) {
      return null;
    }
    boolean quoted = text.charAt(start) == '>';
    int bullet = quoted ? quoteMark(text, start, end) : bullet(text, start, end);
    String words = CleanText.collapsed(text.substring(start + bullet, end));
    if (words.isEmpty()) {
      return null;
    }
    int blank = words.indexOf(' ');
    boolean dense = words.charAt(0) >= 0x2E80 && words.charAt(0) < 0xAC00;
    int first = dense ? DENSE_WORD : bullet + (blank < 0 ? words.length() : blank);
    return new Raw(words, bullet > 0 && !quoted, quoted, block, end - from, first);
  }

  /**
   * How many characters the mark takes with its blanks; the marks of a quotation in another, too.
   */
  private static int quoteMark(String text, int start, int end) {
    int at = start;
    while (at < end && (text.charAt(at) == '>' || Character.isWhitespace(text.charAt(at)))) {
      at++;
    }
    return at - start;
  }

  /** How many characters the bullet takes with its blanks; 0 if there is none. */
  private static int bullet(String text, int start, int end) {
    int at = start;
    if (DENSE_BULLETS.indexOf(text.charAt(at)) >= 0 && at + 1 < end) {
      // in Chinese and Japanese no blank follows
      at++;
      while (at < end && Character.isWhitespace(text.charAt(at))) {
        at++;
      }
      return at - start;
    }
    if (BULLETS.indexOf(text.charAt(at)) >= 0) {
      at++;
    } else {
      while (at < end && at - start < LONGEST_LIST_NUMBER && Character.isDigit(text.charAt(at))) {
        at++;
      }
      if (at == start || at >= end || text.charAt(at) != '.') {
        return 0;
      }
      at++;
    }
    if (at < end && !Character.isWhitespace(text.charAt(at))) {
      return 0;
    }
    while (at < end && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    if (Character.isDigit(text.charAt(start))) {
      int word = at;
      while (word < end && Character.isLetter(text.charAt(word))) {
        word++;
      }
      // 28. April is a date.
      return Dates.isMonth(text.substring(at, word)) ? 0 : at - start;
    }
    return at - start;
  }

  /** The column at which a cleaned text was wrapped, in characters; 0 if it was not. */
  public static int wrapColumn(String text) {
    return wrapColumn(split(text));
  }

  /** How many characters the bullet or number of a line takes with its blanks; 0 if it has none. */
  public static int bullet(String line) {
    return line.isEmpty() ? 0 : bullet(line, 0, line.length());
  }

  /**
   * The column at which the text was wrapped, or 0 if it was not. A few lines may be wider, since
   * nothing breaks a long address.
   */
  private static int wrapColumn(List<Raw> lines) {
    int[] widths = new int[WIDEST_WRAP + 1];
    int wider = 0;
    for (Raw line : lines) {
      if (line.width() > WIDEST_WRAP) {
        wider++;
      } else {
        widths[line.width()]++;
      }
    }
    if (wider * MOST_WIDER > lines.size()) {
      return 0;
    }
    int beyond = lines.size() < MANY_LINES ? 0 : Math.max(2, lines.size() / 50);
    int column = WIDEST_WRAP;
    while (column > NARROWEST_WRAP && widths[column] <= beyond) {
      beyond -= widths[column];
      column--;
    }
    int wrapped = 0;
    for (int i = 1; i < lines.size(); i++) {
      wrapped += goesOn(lines.get(i - 1), lines.get(i), column) ? 1 : 0;
    }
    return column > NARROWEST_WRAP && wrapped >= ENOUGH_WRAPPED ? column : 0;
  }

  /** Lines of one quotation go on in any case, as they do in Markdown and in e-mails. */
  private static boolean goesOn(Raw line, Raw next, int column) {
    if (line.quoted() || next.quoted()) {
      return line.quoted() && next.quoted() && line.block() == next.block();
    }
    return column > 0
        && line.block() == next.block()
        && !next.bullet()
        && line.width() + 1 + next.firstWord() > column;
  }
}
