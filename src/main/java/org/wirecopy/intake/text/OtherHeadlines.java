package org.wirecopy.intake.text;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.wirecopy.article.ListedHeadline;
import org.wirecopy.intake.Bylines;
import org.wirecopy.intake.Dates.Stated;

/** Finds the lists of other headlines ("Also read", "Lesen Sie auch") and reads them. */
final class OtherHeadlines {
  private static final int LONGEST_TEASER = 300;
  private static final int FEWEST_WORDS = 3;
  private static final int LONGEST_HEADLINE = 250;
  private static final int MOST = 50;
  private static final int SHORTEST_HEADLINE = 12;
  private static final Pattern JOINT = Pattern.compile("\\s*(?:[(\\[|•·–—]|\\s-)\\s*$");

  private final List<TextLine> lines;
  private final LineReader reader;
  private final boolean[] listed;
  private final boolean typed;
  private final List<ListedHeadline> headlines = new ArrayList<>();
  private final Set<String> seen = new HashSet<>();

  private OtherHeadlines(List<TextLine> lines, LineReader reader) {
    this.lines = lines;
    this.reader = reader;
    this.listed = new boolean[lines.size()];
    this.typed = lines.stream().noneMatch(OtherHeadlines::isOfPage);
    int i = 0;
    while (i < lines.size()) {
      i = lines.get(i).is(LineKind.LIST) ? list(i) : i + 1;
    }
  }

  static OtherHeadlines in(List<TextLine> lines, LineReader reader) {
    return new OtherHeadlines(lines, reader);
  }

  /**
   * The lines with the headings of a story's own lists, such as its key facts, as what they are.
   * Where no page is around a text, a heading that may announce either is one of other headlines if
   * these have dates or links, or end the text.
   *
   * @param linked which lines are links
   */
  static List<TextLine> withKeyFacts(List<TextLine> lines, LineReader reader, BitSet linked) {
    boolean doubtful =
        lines.stream().anyMatch(OtherHeadlines::isDoubtful)
            && lines.stream().noneMatch(TextLine::isOfFrame);
    if (!doubtful) {
      return lines;
    }
    OtherHeadlines lists = in(lines, reader);
    List<TextLine> told = new ArrayList<>(lines);
    for (int i = 0; i < lines.size(); i++) {
      if (isDoubtful(lines.get(i)) && !lists.isOfOthers(i, linked)) {
        told.set(i, lines.get(i).as(LineKind.SHORT));
      }
    }
    return told;
  }

  private static boolean isDoubtful(TextLine line) {
    return line.is(LineKind.LIST) && Phrases.mayHeadFacts(line.text());
  }

  /** True if the list below a heading has a date or a link in it, or no text below it. */
  private boolean isOfOthers(int heading, BitSet linked) {
    int i = heading + 1;
    for (; i < lines.size() && listed[i] && !lines.get(i).is(LineKind.LIST); i++) {
      TextLine line = lines.get(i);
      if (line.is(LineKind.DATE) || linked.get(i) || dateAtEnd(line.text()) != null) {
        return true;
      }
    }
    boolean empty = i == heading + 1;
    return !empty && lines.subList(i, lines.size()).stream().noneMatch(l -> l.kind().isText());
  }

  /** Marks the lines that belong to lists. */
  boolean[] listed() {
    return listed;
  }

  /** The line after the list that begins at a line. */
  private int list(int heading) {
    listed[heading] = true;
    int i = heading + 1;
    if (!Phrases.afterListPhrase(lines.get(heading).text()).isEmpty()) {
      return i;
    }
    boolean titled = false;
    int titles = 0;
    while (i < lines.size()) {
      TextLine line = lines.get(i);
      boolean item = isItem(i, titled) && !goesBackToBody(i, heading, titles);
      if (line.is(LineKind.LIST) || line.is(LineKind.END) || !item) {
        break;
      }
      titled |= line.is(LineKind.SHORT);
      boolean words = line.kind().isText() && Sentences.words(line.text()) >= FEWEST_WORDS;
      titles = words ? (line.is(LineKind.SHORT) || line.bullet() ? titles + 1 : 0) : titles;
      listed[i] = true;
      i++;
    }
    return i;
  }

  private static boolean isOfPage(TextLine line) {
    return line.kind().isNoise() || line.is(LineKind.END) || line.is(LineKind.CAPTION);
  }

  /**
   * In a text without the signs of a page, a sentence after bare headlines is no teaser of the last
   * if two of them had none, or they touch their heading and it does not, or they have bullets and
   * it has none.
   */
  private boolean goesBackToBody(int i, int heading, int titles) {
    TextLine line = lines.get(i);
    boolean asks = isQuestion(line.text()) && line.block() == lines.get(i - 1).block();
    boolean sentence = line.is(LineKind.PROSE) || (line.is(LineKind.SENTENCE) && !asks);
    if (!typed || !sentence || line.bullet() || isCut(line.text()) || titles == 0) {
      return false;
    }
    boolean apart =
        line.block() != lines.get(heading).block()
            && lines.get(heading + 1).block() == lines.get(heading).block();
    return titles >= 2 || apart || lines.get(i - 1).bullet();
  }

  /** Whether a line goes on with a list rather than with the body. */
  private boolean isItem(int i, boolean titled) {
    TextLine line = lines.get(i);
    if (line.bullet() || !line.kind().isText()) {
      return !line.is(LineKind.BYLINE) || titled;
    }
    if (line.is(LineKind.SHORT)) {
      return true;
    }
    int next = nextText(i + 1);
    boolean proseFollows =
        next < lines.size() && lines.get(next).is(LineKind.PROSE) && !lines.get(next).bullet();
    if (line.is(LineKind.SENTENCE)) {
      return titled
          ? !proseFollows || isCut(line.text())
          : isCut(line.text()) || isQuestion(line.text());
    }
    boolean teaser =
        titled && line.text().length() <= LONGEST_TEASER && lines.get(i - 1).is(LineKind.SHORT);
    return isCut(line.text()) && line.text().length() < 160 || (teaser && !proseFollows);
  }

  private int nextText(int from) {
    int i = from;
    while (i < lines.size() && lines.get(i).kind().isNoise()) {
      i++;
    }
    return i;
  }

  private static boolean isCut(String text) {
    return text.endsWith("...") || text.endsWith("…");
  }

  private static boolean isQuestion(String text) {
    return text.endsWith("?") || text.endsWith("!");
  }

  /**
   * The headlines of all lists within some lines, in order, each once.
   *
   * @param own the story's own headline, which is never listed
   */
  List<ListedHeadline> read(int from, int to, String own) {
    seen.add(key(own));
    boolean above = false;
    for (int i = from; i < to && headlines.size() < MOST; i++) {
      TextLine line = lines.get(i);
      if (!listed[i]) {
        continue;
      }
      if (line.is(LineKind.LIST)) {
        above = datesStandAbove(i);
        String rest = Phrases.afterListPhrase(line.text());
        if (!rest.isEmpty()) {
          add(rest, null);
        }
      } else if (isTitle(i)) {
        Stated beside = dateAtEnd(line.text());
        if (beside == null) {
          add(line.text(), above ? dateBefore(i - 1) : dateAfter(i + 1));
        } else {
          add(JOINT.matcher(line.text().substring(0, beside.start())).replaceFirst(""), beside);
        }
      }
    }
    return headlines;
  }

  private boolean isTitle(int i) {
    TextLine line = lines.get(i);
    boolean kind = line.is(LineKind.SHORT) || line.is(LineKind.SENTENCE) || isCut(line.text());
    boolean teaser =
        line.is(LineKind.SENTENCE)
            && !isCut(line.text())
            && !isQuestion(line.text())
            && i > 0
            && lines.get(i - 1).is(LineKind.SHORT);
    return kind
        && !teaser
        && Sentences.words(line.text()) >= FEWEST_WORDS
        && line.text().length() <= LONGEST_HEADLINE
        && !Bylines.isName(line.text())
        && !isShout(line.text());
  }

  /** A label in capitals, such as SHOCK SACK. */
  private static boolean isShout(String text) {
    return text.length() <= 30
        && text.equals(text.toUpperCase(java.util.Locale.ROOT))
        && Sentences.words(text) <= 4
        && Character.isUpperCase(text.codePointAt(0));
  }

  /** The date that a listed headline ends with, set off from it by a bracket or a dash. */
  private @Nullable Stated dateAtEnd(String text) {
    Stated last = null;
    for (Stated next = reader.date(text, 0); next != null; next = reader.date(text, next.end())) {
      last = next;
    }
    if (last == null || last.start() < SHORTEST_HEADLINE) {
      return null;
    }
    String before = text.substring(0, last.start());
    String after = text.substring(last.end()).strip();
    boolean set = JOINT.matcher(before).find();
    return set && (after.isEmpty() || after.equals(")") || after.equals("]")) ? last : null;
  }

  /**
   * True if a list begins with a date and does not end with one: each is that of the next title.
   */
  private boolean datesStandAbove(int heading) {
    int first = heading + 1;
    int last = heading;
    while (last + 1 < lines.size() && listed[last + 1] && !lines.get(last + 1).is(LineKind.LIST)) {
      last++;
    }
    while (first <= last && lines.get(first).kind().isNoise()) {
      first++;
    }
    return first < last && lines.get(first).is(LineKind.DATE) && !lines.get(last).is(LineKind.DATE);
  }

  private @Nullable Stated dateBefore(int from) {
    int i = from;
    while (i > 0 && (lines.get(i).is(LineKind.BYLINE) || lines.get(i).kind().isNoise())) {
      i--;
    }
    boolean dated = i >= 0 && listed[i] && lines.get(i).is(LineKind.DATE);
    return dated ? reader.date(lines.get(i).text(), 0) : null;
  }

  private @Nullable Stated dateAfter(int from) {
    for (int i = from; i < Math.min(lines.size(), from + 3); i++) {
      TextLine line = lines.get(i);
      if (line.is(LineKind.DATE)) {
        return reader.date(line.text(), 0);
      }
      if (!line.is(LineKind.BYLINE) && !line.kind().isNoise()) {
        return null;
      }
    }
    return null;
  }

  private void add(String text, @Nullable Stated date) {
    String headline = text;
    boolean truncated = isCut(text);
    if (truncated) {
      headline = text.substring(0, text.length() - (text.endsWith("…") ? 1 : 3)).strip();
    }
    if (!headline.isEmpty() && seen.add(key(headline))) {
      headlines.add(
          new ListedHeadline(
              headline,
              truncated,
              date == null ? null : date.date(),
              date != null && date.dayOnly(),
              null));
    }
  }

  /** Letters and figures only, so that quotes and dashes make no difference. */
  static String key(String headline) {
    char[] key = new char[headline.length()];
    int length = 0;
    for (int i = 0; i < key.length; i++) {
      char c = headline.charAt(i);
      if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9')) {
        key[length++] = c;
      } else if (Character.isLetterOrDigit(c)) {
        key[length++] = Character.toLowerCase(c);
      }
    }
    return new String(key, 0, length);
  }
}
