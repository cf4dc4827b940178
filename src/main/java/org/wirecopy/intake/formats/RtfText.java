package org.wirecopy.intake.formats;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.wirecopy.article.Block.Kind;
import org.wirecopy.article.Span;
import org.wirecopy.article.Span.Style;
import org.wirecopy.intake.PictureBytes;
import org.wirecopy.intake.formats.Manuscript.Paragraph;

/** Reads RTF sign by sign, with a stack of groups and no recursion. */
final class RtfText {
  private static final int DEEPEST = 1_000;

  private static final Pattern HYPERLINK =
      Pattern.compile("\\s*HYPERLINK\\s+\"?([^\"\\s]{1,2000})\"?.*", Pattern.DOTALL);

  private final byte[] rtf;
  private final Manuscript to;
  private final Deque<RtfGroup> stack = new ArrayDeque<>();
  private final TextRun line = new TextRun();
  private final ByteArrayOutputStream pending = new ByteArrayOutputStream();
  private final RtfCharsets charsets = new RtfCharsets();
  private final RtfStyles styles = new RtfStyles();
  private final StringBuilder instruction = new StringBuilder();
  private final RtfPictures pictures;
  private RtfGroup group = new RtfGroup();
  private int at;
  private int unicodeToSkip;
  private int paragraphStyle = -1;
  private int outline = 9;
  private boolean listed;
  private boolean numbered;
  private boolean optional;

  /**
   * Starts at the beginning.
   *
   * @param to takes the paragraphs and the pictures, in order
   * @param pictures keeps the bytes of the pictures
   */
  RtfText(byte[] rtf, Manuscript to, PictureBytes pictures) {
    this.rtf = rtf;
    this.to = to;
    this.pictures = new RtfPictures(to, pictures);
  }

  void read() throws Unreadable {
    int opened = 0;
    while (at < rtf.length) {
      byte b = rtf[at++];
      switch (b) {
        case '{' -> {
          flush();
          opened++;
          if (stack.size() >= DEEPEST) {
            throw new Unreadable(
                "NESTING_TOO_DEEP",
                "The document's groups nest too deep.",
                null,
                "Save the article as DOCX and drop it again.");
          }
          stack.push(group);
          group = group.copy();
        }
        case '}' -> {
          flush();
          close();
        }
        case '\\' -> control();
        case '\r', '\n', 0 -> {
          // only there to break lines of the file
        }
        default -> raw(b);
      }
    }
    flush();
    if (opened == 0 || !stack.isEmpty()) {
      throw new Unreadable(
          "INCOMPLETE",
          "The end of the document is missing: it was cut off, or is still being copied.",
          null,
          "Copy the whole file into the inbox again.");
    }
    paragraph();
  }

  private void close() {
    if (group.styleSheet && styles.closed(paragraphStyle)) {
      paragraphStyle = -1;
    }
    RtfGroup outer = stack.poll();
    if (outer == null) {
      at = rtf.length;
      return;
    }
    pictures.close(group, outer);
    if (group.instruction && !outer.instruction) {
      Matcher matcher = HYPERLINK.matcher(instruction);
      outer.href = matcher.matches() ? WireText.safeLink(matcher.group(1)) : null;
      instruction.setLength(0);
    }
    group = outer;
  }

  private void control() {
    if (at >= rtf.length) {
      return;
    }
    byte b = rtf[at];
    boolean letter = (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z');
    if (!letter) {
      at++;
      symbol(b);
      return;
    }
    int start = at;
    while (at < rtf.length && at - start < 40 && isLetter(rtf[at])) {
      at++;
    }
    String word = new String(rtf, start, at - start, StandardCharsets.US_ASCII);
    boolean negative = at < rtf.length && rtf[at] == '-';
    int digits = negative ? at + 1 : at;
    long value = 0;
    int end = digits;
    while (end < rtf.length && end - digits < 10 && rtf[end] >= '0' && rtf[end] <= '9') {
      value = value * 10 + (rtf[end] - '0');
      end++;
    }
    boolean stated = end > digits;
    if (stated) {
      at = end;
    }
    if (at < rtf.length && rtf[at] == ' ') {
      at++;
    }
    int number = (int) Math.min(Integer.MAX_VALUE, value);
    word(word, stated, negative ? -number : number);
  }

  private static boolean isLetter(byte b) {
    return (b >= 'a' && b <= 'z') || (b >= 'A' && b <= 'Z');
  }

  private void symbol(byte b) {
    switch (b) {
      case '\'' -> {
        if (at + 1 < rtf.length) {
          int high = Character.digit(rtf[at], 16);
          int low = Character.digit(rtf[at + 1], 16);
          if (high >= 0 && low >= 0) {
            at += 2;
            raw((byte) (high << 4 | low));
          }
        }
      }
      case '*' -> optional = true;
      case '~' -> text("\u00a0");
      case '_' -> text("-");
      case '{', '}', '\\' -> raw(b);
      case '\r', '\n' -> endParagraph();
      default -> {
        // an optional hyphen, or a mark of an index
      }
    }
  }

  private void word(String word, boolean stated, int number) {
    if (word.equals("bin")) {
      int end = (int) Math.min(rtf.length, (long) at + Math.max(0, number));
      if (group.pictureData && group.picture != null) {
        group.picture.binary(rtf, at, end);
      }
      at = end;
      return;
    }
    flushUnlessUnicode(word);
    if (optional) {
      optional = false;
      if (!RtfWords.KEPT.contains(word)) {
        group.skip = true;
      }
    }
    if (RtfWords.LEFT_OUT.contains(word)) {
      group.skip = true;
      group.shape = false;
      group.listMark = word.equals("listtext") || word.equals("pntext");
      return;
    }
    if (group.skip && RtfWords.OF_PARAGRAPHS.contains(word)) {
      return;
    }
    String sign = RtfWords.SIGNS.get(word);
    if (sign != null) {
      text(sign);
      return;
    }
    boolean on = !stated || number != 0;
    switch (word) {
      case "par", "sect", "page", "row", "nestrow" -> endParagraph();
      case "cell", "nestcell" -> text(" ");
      case "u" -> unicode(number);
      case "uc" -> group.skipAfterUnicode = Math.max(0, Math.min(10, number));
      case "v" -> group.hidden = on;
      case "deleted" -> group.deleted = on;
      case "strike", "striked" -> group.struck = on;
      case "b" -> group.bold = on;
      case "i" -> group.italic = on;
      case "plain" -> {
        group.bold = false;
        group.italic = false;
        group.hidden = false;
        group.deleted = false;
        group.struck = false;
      }
      case "pard" -> {
        paragraphStyle = -1;
        outline = 9;
        listed = false;
      }
      case "s" -> paragraphStyle = number;
      case "outlinelevel" -> outline = number;
      case "ls", "pnlvlblt", "pnlvlbody" -> listed = !word.equals("ls") || number > 0;
      case "shpinst" -> group.shape = true;
      case "pict" -> pictures.start(group);
      case "sn" -> group.propertyName = true;
      case "sv" -> {
        group.propertyName = false;
        group.propertyValue = true;
      }
      case "fonttbl" -> {
        group.fonts = true;
        group.skip = true;
      }
      case "stylesheet" -> {
        group.styleSheet = true;
      }
      case "fldinst" -> {
        group.instruction = true;
        instruction.setLength(0);
      }
      default -> charsets.word(word, number, group);
    }
  }

  private void unicode(int number) {
    int code = number < 0 ? number + 0x1_0000 : number;
    if (code > 0 && code <= 0xFFFF) {
      text(String.valueOf((char) code));
    }
    unicodeToSkip = group.skipAfterUnicode;
  }

  private void flushUnlessUnicode(String word) {
    if (pending.size() > 0) {
      flush();
    }
    if (!word.equals("u")) {
      unicodeToSkip = 0;
    }
  }

  private void raw(byte b) {
    if (unicodeToSkip > 0) {
      unicodeToSkip--;
      return;
    }
    optional = false;
    if (group.pictureData && group.picture != null) {
      group.picture.hex(b);
      return;
    }
    pending.write(b);
  }

  private void flush() {
    if (pending.size() > 0) {
      byte[] bytes = pending.toByteArray();
      pending.reset();
      add(new String(bytes, charsets.of(group)));
    }
    unicodeToSkip = 0;
  }

  private void text(String text) {
    if (pending.size() > 0) {
      flush();
    }
    add(text);
  }

  private void add(String text) {
    if (group.picture != null) {
      pictures.property(group, text);
    } else if (group.instruction) {
      if (instruction.length() < 4_000) {
        instruction.append(text);
      }
    } else if (group.styleSheet) {
      if (!group.skip) {
        styles.named(text);
      }
    } else if (group.listMark) {
      numbered |= text.codePoints().anyMatch(Character::isDigit);
    } else if (!group.skip && !group.hidden && !group.deleted) {
      print(text);
    }
  }

  private void print(String text) {
    if (!group.struck) {
      Style style = group.bold ? Style.STRONG : group.italic ? Style.EMPHASIS : Style.PLAIN;
      line.add(text, style, group.href);
    } else if (!text.isBlank()) {
      to.struck();
    }
  }

  private void endParagraph() {
    flush();
    if (!group.skip && !group.styleSheet) {
      paragraph();
    }
  }

  private void paragraph() {
    List<Span> spans = line.take();
    to.add(Paragraph.of(styles.role(paragraphStyle, outline), kind(), spans));
    numbered = false;
  }

  private Kind kind() {
    if (listed) {
      return numbered ? Kind.NUMBERED : Kind.BULLET;
    }
    return styles.isQuote(paragraphStyle) ? Kind.QUOTE : Kind.PARAGRAPH;
  }
}
