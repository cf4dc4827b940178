package org.wirecopy.intake.text;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.wirecopy.article.Byline;
import org.wirecopy.intake.Bylines;
import org.wirecopy.intake.Dates.Stated;

/** Byline and date, as they stand around the headline or after the body. */
final class Credits {
  private static final int BEFORE_HEADLINE = 6;
  private static final int INTO_BODY = 5;
  private static final int AFTER_BODY = 8;
  private static final int FARTHEST = 40;

  /** Within so many lines. */
  private static final int BYLINE_BELOW = 4;

  /** Last words of names that no person bears. */
  private static final Set<String> HOUSES =
      Set.of(
          "league",
          "court",
          "council",
          "committee",
          "parliament",
          "senate",
          "party",
          "university",
          "police",
          "government",
          "championship",
          "championships",
          "cup",
          "airport",
          "hospital",
          "museum",
          "county",
          "association",
          "federation",
          "foundation",
          "trust",
          "inc",
          "ltd");

  private static final Pattern PART = Pattern.compile("[|•·]");

  private final List<TextLine> lines;
  private final LineReader reader;
  private final boolean[] others;
  private final Set<Integer> used = new HashSet<>();
  private final List<String> named = new ArrayList<>();
  private Byline byline = Byline.NONE;
  private @Nullable Stated date;
  private int dateWorth;

  private Credits(List<TextLine> lines, LineReader reader, boolean[] others) {
    this.lines = lines;
    this.reader = reader;
    this.others = others;
  }

  /**
   * Looks around the headline and after the body.
   *
   * @param others which lines are of other stories or of the desk
   * @param headline its line, or -1
   * @param region where the body stands, at most
   * @param typed true if nothing but the story is in the text
   */
  static Credits of(
      List<TextLine> lines,
      LineReader reader,
      boolean[] others,
      int headline,
      StoryRegion region,
      boolean typed) {
    Credits credits = new Credits(lines, reader, others);
    int top = headline + 1;
    int start = Math.max(region.start(), top);
    int end = region.end();
    int into = Math.min(end, Math.min(start, top + FARTHEST) + INTO_BODY);
    into = typed ? credits.secondParagraph(top, into) : into;
    credits.look(top, Math.min(into, Math.max(start, top + 2)), true);
    credits.look(Math.min(into, Math.max(start, top + 2)), into, false);
    credits.look(Math.max(0, headline - BEFORE_HEADLINE), Math.max(0, headline), false);
    credits.look(Math.max(into, end - 2), Math.min(lines.size(), end + AFTER_BODY), false);
    return credits;
  }

  /** Below two paragraphs a date is one that the story tells of. */
  private int secondParagraph(int from, int to) {
    int paragraphs = 0;
    int i = from;
    while (i < to && paragraphs < 2) {
      paragraphs += lines.get(i).is(LineKind.PROSE) ? 1 : 0;
      i++;
    }
    return i;
  }

  Byline byline() {
    return byline;
  }

  @Nullable Stated date() {
    return date;
  }

  /** True if a line was read as byline or date. */
  boolean uses(int line) {
    return used.contains(line);
  }

  /**
   * A name alone below a typed text signs it, where nothing else says who wrote it.
   *
   * @param last the text's last line
   */
  void signature(int last) {
    if (byline.text() != null || last < 2 || !lines.get(last).is(LineKind.SHORT)) {
      return;
    }
    TextLine above = lines.get(last - 1);
    boolean ended = above.is(LineKind.PROSE) || above.is(LineKind.SENTENCE);
    String name = lines.get(last).text().replaceAll("^[(—–/ ]+|[)/ ]+$", "");
    if (ended
        && above.block() != lines.get(last).block()
        && Bylines.isNames(name)
        && !isNoPerson(name)) {
      used.add(last);
      name(Bylines.of(name));
    }
  }

  private void look(int from, int to, boolean bare) {
    for (int i = from; i < to; i++) {
      TextLine line = lines.get(i);
      if (others[i]) {
        continue;
      }
      if (line.is(LineKind.DATE)) {
        used.add(i);
        date(line.text());
      } else if (line.is(LineKind.BYLINE)) {
        used.add(i);
        name(Bylines.recognise(line.text()));
      } else if (bare && line.is(LineKind.SHORT) && isBareByline(i)) {
        used.add(i);
        name(Bylines.of(line.text()));
      } else if (isOfficeBelow(i)) {
        used.add(i);
      }
    }
  }

  /** An author's agency or desk touches the byline from below. */
  private boolean isOfficeBelow(int i) {
    return i > 0 && used.contains(i - 1) && lines.get(i).isOfficeBelow(lines.get(i - 1));
  }

  private boolean isBareByline(int i) {
    String text = lines.get(i).text();
    return isBareByline(text) && !isToldOf(i) && !isAboveByline(i);
  }

  private static boolean isBareByline(String text) {
    return text.length() <= 80
        && (Bylines.isOffice(text) || (Bylines.isNames(text) && !isNoPerson(text)));
  }

  /** "COUNCIL VOTES FOR TRAM", "Premier League", "SOURCE Ellery Tram" */
  private static boolean isNoPerson(String text) {
    String[] words = text.split(" ", 7);
    boolean capitals = words.length > 2 && text.equals(text.toUpperCase(Locale.ROOT));
    return (capitals && !text.equals(text.toLowerCase(Locale.ROOT)))
        || words[0].equals("SOURCE")
        || HOUSES.contains(words[words.length - 1].toLowerCase(Locale.ROOT));
  }

  /** The person of whom the story tells, as an obituary does. */
  private boolean isToldOf(int i) {
    int next = i + 1;
    while (next < lines.size() && others[next]) {
      next++;
    }
    return next < lines.size()
        && lines.get(next).kind().isText()
        && !lines.get(next).is(LineKind.SHORT)
        && lines.get(next).text().startsWith(lines.get(i).text());
  }

  /** True if a line that says by whom the story is stands below, and names somebody else. */
  private boolean isAboveByline(int i) {
    for (int next = i + 1; next < Math.min(lines.size(), i + BYLINE_BELOW); next++) {
      TextLine line = lines.get(next);
      if (line.is(LineKind.BYLINE) && !others[next]) {
        return !line.text().contains(lines.get(i).text());
      }
      if (line.is(LineKind.PROSE) || line.is(LineKind.SENTENCE)) {
        return false;
      }
    }
    return false;
  }

  /** A date that is labelled as that of publication counts most, that of a change least. */
  private void date(String text) {
    Stated stated = reader.date(text, 0);
    if (stated == null) {
      stated = reader.relative(text);
    }
    if (stated == null) {
      byline(text);
      return;
    }
    String before = text.substring(0, stated.start());
    int worth = worth(before);
    if (date == null || worth > dateWorth) {
      date = stated;
      dateWorth = worth;
    }
    byline(before);
    byline(text.substring(stated.end()));
  }

  private static int worth(String before) {
    String label = before.strip();
    for (String part : PART.split(label, 6)) {
      label = part.strip();
    }
    return Phrases.saysUpdated(label) ? 0 : Phrases.saysPublished(label) ? 2 : 1;
  }

  /** A name may stand on the date's line, even glued to it. */
  private void byline(String words) {
    if (byline.text() != null) {
      return;
    }
    for (String part : PART.split(words, 6)) {
      String text = part.strip();
      Byline said = Bylines.recognise(text);
      if (said != null) {
        name(said);
      } else if (isBareByline(text) && !Phrases.saysPublished(text) && !Phrases.saysUpdated(text)) {
        name(Bylines.of(text));
      }
    }
  }

  private void name(@Nullable Byline found) {
    if (found == null || found.text() == null) {
      return;
    }
    boolean more = byline.names().isEmpty() && !found.names().isEmpty();
    if (byline.text() == null || more) {
      byline = found;
      named.clear();
      named.addAll(found.names());
    }
  }
}
