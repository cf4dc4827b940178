package org.wirecopy.intake.text;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.wirecopy.intake.Bylines;
import org.wirecopy.intake.CleanText;
import org.wirecopy.intake.Dates.Stated;
import org.wirecopy.intake.DeskNotes;
import org.wirecopy.intake.Source;

/** Tells what each line is, looked at alone. */
final class LineReader {
  private static final int LONGEST_META = 160;
  private static final int LONGEST_CAPTION = 500;
  private static final int LONGEST_COUNTER = 40;
  private static final int LONGEST_BOXED = 40;
  private static final int SHORTEST_TOLD = 60;
  private static final int FEWEST_WORDS_TOLD = 8;
  private static final int SHORTEST_PROSE = 80;
  private static final int SHORTEST_OPEN_PROSE = 170;

  /** With a stop within, but none at its end, such as before a rate of exchange in brackets. */
  private static final int SHORTEST_HALTING_PROSE = 100;

  private static final int FEWEST_WORDS = 3;
  private static final int GLUED = 4;

  private final DateLines dates;

  LineReader(Source source) {
    this.dates = new DateLines(source);
  }

  /** The lines of a cleaned text with their kinds. */
  List<TextLine> read(String text) {
    List<TextLines.Plain> plain = TextLines.of(text);
    List<TextLine> lines = new ArrayList<>(plain.size());
    for (TextLines.Plain line : plain) {
      String words = withoutAsides(withoutPlaceholder(line.text()));
      LineKind kind = words.isEmpty() ? LineKind.SIGN : kind(words);
      boolean pictured =
          line.text().charAt(0) == '[' && words.length() < line.text().length() && kind.isText();
      String shown = words.isEmpty() ? line.text() : words;
      lines.add(
          new TextLine(
              shown,
              OtherHeadlines.key(shown),
              line.bullet(),
              line.quoted(),
              line.block(),
              pictured && Sentences.words(words) >= FEWEST_WORDS ? LineKind.CAPTION : kind));
    }
    PageFrame page = new PageFrame(lines);
    if (page.isAround()) {
      return lines;
    }
    boolean beside = lines.stream().anyMatch(line -> line.is(LineKind.LIST));
    List<TextLine> typed = new ArrayList<>(lines.size());
    for (int i = 0; i < lines.size(); i++) {
      TextLine line = lines.get(i);
      boolean heading = page.isDoubtful(i);
      typed.add(heading ? line.as(words(line.text())) : unsuspected(line, beside));
    }
    return typed;
  }

  /**
   * Where no page is around a text, a line on cookies is the story's, and so is a paragraph or a
   * sentence that names a picture agency, unless it bears a credit as captions do. A list of other
   * stories is no page, but notices do stand beside it.
   */
  private static TextLine unsuspected(TextLine line, boolean beside) {
    boolean notice = line.is(LineKind.NOTICE) && !beside;
    if (line.is(LineKind.SHORT) && isHaltingProse(line.text())) {
      return line.as(LineKind.PROSE);
    }
    if (!notice && !line.is(LineKind.CAPTION)) {
      return line;
    }
    LineKind words = words(PictureCredit.withoutSignature(line.text()));
    boolean told =
        line.is(LineKind.CAPTION)
            && (words == LineKind.PROSE
                || (words == LineKind.SENTENCE && PictureCredit.isTold(line.text())))
            && !PictureCredit.isAround(line.text());
    return told || notice ? line.as(words) : line;
  }

  private static boolean isHaltingProse(String text) {
    return Sentences.weight(text) >= SHORTEST_HALTING_PROSE && text.contains(". ");
  }

  /** What browsers say of links to other windows, in the middle of a text. */
  private static final List<String> ASIDES =
      List.of(
          ", opens new tab",
          "(opens new tab)",
          "(opens in new tab)",
          "(opens in a new tab)",
          "(opens in new window)",
          "(öffnet im neuen Fenster)",
          "(öffnet in neuem Fenster)",
          "(s'ouvre dans une nouvelle fenêtre)");

  private static String withoutAsides(String text) {
    if (text.indexOf('(') < 0 && !text.contains(ASIDES.get(0))) {
      return text;
    }
    String clean = text;
    for (String aside : ASIDES) {
      if (clean.length() > aside.length() && clean.contains(aside)) {
        clean = CleanText.collapsed(clean.replace(aside, ""));
      }
    }
    return clean;
  }

  /** Many words glued together: links of a menu, one after the other. */
  private static boolean isGlued(String text) {
    int glued = 0;
    char before = text.charAt(0);
    for (int i = 1; i < text.length() && glued < GLUED; i++) {
      char c = text.charAt(i);
      boolean capital = (c >= 'A' && c <= 'Z') || (c > 0x7F && Character.isUpperCase(c));
      glued += capital && Character.isLowerCase(before) ? 1 : 0;
      before = c;
    }
    return glued >= GLUED && !Sentences.ends(text);
  }

  /** A text browser writes pictures without text as [logo-180x22] before what follows them. */
  private static String withoutPlaceholder(String text) {
    int from = 0;
    while (from < text.length() && text.charAt(from) == '[') {
      int close = text.indexOf(']', from);
      if (close < 0 || close - from > 26 || text.substring(from, close).indexOf(' ') >= 0) {
        break;
      }
      from = close + 1;
      while (from < text.length() && text.charAt(from) == ' ') {
        from++;
      }
    }
    return from == 0 ? text : text.substring(from);
  }

  LineKind kind(String text) {
    if (isSign(text) || text.startsWith("( )") || text.startsWith("[ ]")) {
      return LineKind.SIGN;
    }
    boolean brief = text.length() <= LONGEST_META;
    LineKind phrase = brief ? Phrases.kind(text) : null;
    boolean frame = phrase == LineKind.CHROME || phrase == LineKind.END;
    if (phrase != null && !(frame && isTold(text))) {
      return phrase;
    }
    if (Phrases.isShareBar(text)) {
      return LineKind.CHROME;
    }
    if (Phrases.ownWords(text) != null && (words(text) != LineKind.PROSE || Address.isIn(text))) {
      return LineKind.NOTICE;
    }
    if (brief && dates.isDateLine(text)) {
      return LineKind.DATE;
    }
    if (brief && isCounter(text)) {
      return LineKind.COUNTER;
    }
    if (brief && Bylines.recognise(text) != null) {
      return LineKind.BYLINE;
    }
    if (text.length() <= LONGEST_CAPTION && !DeskNotes.is(text) && Phrases.isCredited(text)) {
      return LineKind.CAPTION;
    }
    return isGlued(text) ? LineKind.CHROME : words(text);
  }

  /** A sentence of some length that speaks to nobody is the story's, however it begins. */
  private static boolean isTold(String text) {
    return text.length() >= SHORTEST_TOLD
        && text.endsWith(".")
        && Sentences.words(text) >= FEWEST_WORDS_TOLD
        && !Address.isIn(text);
  }

  /** What words that belong to no page are. */
  private static LineKind words(String text) {
    int weight = Sentences.weight(text);
    boolean ends = Sentences.ends(text);
    if ((ends && weight >= SHORTEST_PROSE) || weight >= SHORTEST_OPEN_PROSE) {
      return LineKind.PROSE;
    }
    return ends && Sentences.words(text) >= FEWEST_WORDS ? LineKind.SENTENCE : LineKind.SHORT;
  }

  /** True for [svg], [ ], (BUTTON), rules and the like. */
  private static boolean isSign(String text) {
    int last = text.length() - 1;
    char first = text.charAt(0);
    boolean boxed =
        (first == '[' && text.charAt(last) == ']') || (first == '(' && text.charAt(last) == ')');
    if (boxed && text.length() <= LONGEST_BOXED && text.indexOf(' ') < 0) {
      return true;
    }
    for (int i = 0; i <= last && i < 200; i++) {
      if (Character.isLetterOrDigit(text.charAt(i)) || Character.isSurrogate(text.charAt(i))) {
        return false;
      }
    }
    return true;
  }

  /** A figure with at most a word or two: 5009; 2 min read; 1.2k views; 00:35. */
  static boolean isCounter(String text) {
    if (text.length() > LONGEST_COUNTER) {
      return false;
    }
    int digits = 0;
    int words = 0;
    boolean inWord = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean letter = Character.isLetter(c);
      digits += Character.isDigit(c) ? 1 : 0;
      words += letter && !inWord ? 1 : 0;
      inWord = letter;
    }
    if (digits == 0) {
      return false;
    }
    return words == 0 || (words <= 3 && Counted.matches(text));
  }

  /** The first date of a line, or null. */
  @Nullable Stated date(String text, int from) {
    return dates.date(text, from);
  }

  /** A date told from the time the file was saved, or null. */
  @Nullable Stated relative(String text) {
    return dates.relative(text);
  }
}
