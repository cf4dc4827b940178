package org.wirecopy.intake.formats;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.wirecopy.article.Block;
import org.wirecopy.article.Block.Kind;
import org.wirecopy.article.Span;
import org.wirecopy.intake.CleanText;
import org.wirecopy.intake.HeadNotices;
import org.wirecopy.intake.text.TextLines;

/**
 * The paragraphs of an e-mail in plain text. Blank lines part them; within what they part, a line
 * is one of its own where the author broke it and not the mail program.
 */
final class MailLines {
  private static final Pattern QUOTE_MARKS = Pattern.compile("^(?:> ?)+");
  private static final Pattern SENTENCE_END = Pattern.compile("[.!?:;…][\"'”’»“)]*\\s*$");
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]");

  /** No mail program breaks lines that are as long, in characters. */
  private static final int UNBROKEN = 100;

  /** Mail programs break lines at this column at the latest. */
  private static final int WIDEST = 80;

  /** From this width on a line may have been broken at random. */
  private static final int NEARLY_BROKEN = 60;

  /** By so many characters a line is too short to have been broken by a program. */
  private static final int CLEARLY_SHORT = 15;

  /** So many words are more than an address. */
  private static final int WORDS = 12;

  /** Within so many lines another item makes a list of one. */
  private static final int LIST = 6;

  private final List<String> lines;
  private final List<Integer> paragraph = new ArrayList<>();
  private final List<Block> blocks = new ArrayList<>();
  private final boolean unbroken;
  private final int column;

  private MailLines(List<String> lines) {
    this.lines = lines;
    StringBuilder own = new StringBuilder();
    int unbrokenLetters = 0;
    int otherLetters = 0;
    int broken = 0;
    for (int i = 0; i < lines.size() && !line(i).equals("-- "); i++) {
      String line = line(i);
      if (line.startsWith(">") || isQuoting(i)) {
        continue;
      }
      if (line.length() > UNBROKEN && line.split(" ", WORDS + 1).length > WORDS) {
        unbrokenLetters += line.length();
      } else if (line.length() <= UNBROKEN) {
        otherLetters += line.length();
        broken += isBroken(line, line(i + 1)) ? 1 : 0;
        own.append(line).append('\n');
      }
    }
    unbroken = unbrokenLetters > 0 && (broken == 0 || unbrokenLetters > otherLetters);
    int found = unbroken ? 0 : TextLines.wrapColumn(own.toString());
    column = found > WIDEST ? 0 : found;
  }

  /** True of a line that ends in the middle of a sentence. */
  private static boolean isBroken(String line, String next) {
    return line.length() >= NEARLY_BROKEN
        && line.length() <= UNBROKEN
        && !next.isBlank()
        && Character.isLowerCase(next.strip().codePointAt(0))
        && !SENTENCE_END.matcher(line).find();
  }

  /**
   * The blocks of a text; fields at the top stay lines of their own.
   *
   * @param whole true to take what is quoted for text like any other
   * @param top true at the beginning of the e-mail
   */
  static List<Block> of(String raw, boolean whole, boolean top) {
    List<String> lines =
        CleanText.text(raw)
            .lines()
            .map(line -> whole ? QUOTE_MARKS.matcher(line).replaceFirst("") : line)
            .toList();
    MailLines read = new MailLines(lines);
    read.read(top);
    return read.blocks;
  }

  private void read(boolean fields) {
    boolean packed = false;
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      packed |= line.matches("begin [0-7]{3} \\S.{0,200}");
      if (packed) {
        // a file in the text (uuencode)
        packed = !line.equals("end");
        continue;
      }
      boolean alone = line.equals("-- ") || line.equals("--") || line.startsWith(">");
      boolean field =
          fields && (isField(line, blocks) || (blocks.size() < 12 && HeadNotices.isNotice(line)));
      if (line.isBlank() || alone || field || Forward.begins(line, line(i + 1))) {
        end();
      }
      if (alone) {
        blocks.add(Block.paragraph(line.startsWith(">") ? ">" : MailEnd.DASHES));
      } else if (field) {
        blocks.add(Block.paragraph(CleanText.line(line)));
      } else if (!line.isBlank()) {
        paragraph.add(i);
      }
    }
    end();
  }

  private String line(int at) {
    return at < lines.size() ? lines.get(at) : "";
  }

  /** A field such as {@code Embargo: …} among the first lines stays a line of its own. */
  private static boolean isField(String line, List<Block> before) {
    return before.size() < 30
        && line.matches("\\p{L}[\\p{L}\\p{N} _-]{1,24}: \\S.{0,300}|---")
        && before.stream().allMatch(block -> block.text().matches("(?s)\\p{L}[^:]{1,24}: .*|---"));
  }

  private void end() {
    if (paragraph.isEmpty()) {
      return;
    }
    int first = paragraph.get(0);
    // the header of another e-mail is told by its lines together
    boolean header = Forward.begins(line(first), line(first + 1));
    StringBuilder text = new StringBuilder();
    Kind kind = Kind.PARAGRAPH;
    for (int n = 0; n < paragraph.size(); n++) {
      int at = paragraph.get(n);
      int mark = header || !isItem(at) ? 0 : TextLines.bullet(line(at));
      if (n == 0 || (!header && (mark > 0 || starts(paragraph.get(n - 1), at)))) {
        add(kind, text);
        boolean number = mark > 0 && Character.isDigit(line(at).strip().charAt(0));
        kind = number ? Kind.NUMBERED : mark > 0 ? Kind.BULLET : Kind.PARAGRAPH;
        text.append(line(at).strip().substring(mark)).append('\n');
      } else {
        text.append(line(at)).append('\n');
      }
    }
    add(kind, text);
    paragraph.clear();
  }

  private void add(Kind kind, StringBuilder text) {
    String line = CleanText.line(text.toString());
    text.setLength(0);
    if (!line.isEmpty()) {
      blocks.add(new Block(kind, List.of(Span.plain(line))));
    }
  }

  /** True if a line begins a paragraph although none ends with a blank line above it. */
  private boolean starts(int before, int at) {
    String above = line(before);
    String line = line(at);
    if (isAttribution(before, before) || MailEnd.isMark(above)) {
      return true;
    }
    if (isAttribution(before, at)) {
      return false;
    }
    if (isQuoting(at)) {
      return true;
    }
    if (unbroken) {
      return !isBroken(above, line);
    }
    if (column == 0 || above.endsWith(" ") || Character.isLowerCase(line.strip().codePointAt(0))) {
      return false;
    }
    int room = column - above.length() - 1 - firstWord(line);
    return room >= (SENTENCE_END.matcher(above).find() ? 0 : CLEARLY_SHORT);
  }

  /** True of a line with which begins what a mail program puts above a quotation. */
  private boolean isQuoting(int at) {
    return MailEnd.isMark(line(at)) || isAttribution(at, at) || isAttribution(at, at + 1);
  }

  private boolean isAttribution(int first, int last) {
    String text = first == last ? line(first) : line(first) + " " + line(last);
    return MailEnd.isAttribution(text, line(last + 1).startsWith(">"));
  }

  private static int firstWord(String line) {
    String words = line.strip();
    int blank = words.indexOf(' ');
    return blank < 0 ? words.length() : blank;
  }

  /** An item of a list, which has more than one. */
  private boolean isItem(int at) {
    char mark = mark(at);
    if (mark == 0) {
      return false;
    }
    for (int i = Math.max(0, at - LIST); i <= Math.min(lines.size() - 1, at + LIST); i++) {
      if (i != at && mark(i) == mark) {
        return true;
      }
    }
    return false;
  }

  /** What an item begins with, a figure standing for all; 0 if the line is none. */
  private char mark(int at) {
    String line = line(at).strip();
    int mark = line.isEmpty() ? 0 : TextLines.bullet(line);
    if (mark == 0 || !WORD.matcher(line.substring(mark)).find()) {
      return 0;
    }
    char first = line.charAt(0);
    // "- 30 -" ends a story
    boolean framed = line.charAt(line.length() - 1) == first;
    return framed ? 0 : Character.isDigit(first) ? '1' : first;
  }
}
