package org.wirecopy.intake.text;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.wirecopy.intake.Bylines;
import org.wirecopy.intake.Dates;
import org.wirecopy.intake.Dates.Stated;
import org.wirecopy.intake.Source;

/** Tells the lines that date a story from those that speak of a date. */
final class DateLines {
  private static final int LONGEST_TOLD = 80;
  private static final int MOST_WORDS_TOLD = 6;
  private static final int NO_LONGER_LATIN = 0x370;
  private static final String SEPARATORS = "|•·,;()–—@[]-/";
  private static final int MOST_STRANGE_WORDS = 2;

  /** How long ago something was, as pages of many languages put it, or a time of day. */
  private static final Pattern TOLD =
      Pattern.compile(
          "(?:.* )?(?:ago|vor|hace|il y a|fa|há|atrás|geleden|siden|sedan|sitten|síðan|temu|önce"
              + "|назад|тому|před|pred|prije|pre|ezelőtt|acum|πριν|منذ|पहले|\\d{1,2}[:.]\\d{2}"
              + "|\\d{1,2} uhr)(?:\\P{L}.*)?");

  private static final Pattern PART = Pattern.compile("[|•·]");
  private static final Pattern BETWEEN_WORDS = Pattern.compile("[|•·,;()–—@\\[\\]-]+");
  private static final Pattern LETTER = Pattern.compile("\\p{L}");

  private final Source source;

  DateLines(Source source) {
    this.source = source;
  }

  /** The first date of a line, or null. */
  @Nullable Stated date(String text, int from) {
    return Dates.find(text, from, source.zone(), source.language());
  }

  /** A date told from the time the file was saved, or null. */
  @Nullable Stated relative(String text) {
    return Dates.relative(text, source.modified(), source.zone());
  }

  /** True if little but dates, labels and names stands on the line. */
  boolean isDateLine(String text) {
    Stated stated = date(text, 0);
    if (stated == null) {
      return text.length() <= LONGEST_TOLD
          && !Sentences.ends(text)
          && (relative(text) != null || isCoarse(text));
    }
    String before = text.substring(0, stated.start());
    if (saysOfWhat(before)) {
      return false;
    }
    int strange = strange(before);
    int from = stated.end();
    for (Stated next = date(text, from); next != null; next = date(text, from)) {
      strange += strange(text.substring(from, next.start()));
      from = next.end();
    }
    String rest = text.substring(from);
    strange += strange(rest);
    return strange <= MOST_STRANGE_WORDS
        && !(rest.length() > 1 && Sentences.ends(rest) && strange > 0);
  }

  /**
   * True if the words right before a date tell what happened on it, such as "Born" or "Deadline:",
   * and are no label, name or weekday. Labels of other scripts are not all known, and a page may
   * glue anything to its date.
   */
  private static boolean saysOfWhat(String leading) {
    String before = leading.strip();
    if (before.length() == leading.length()
        || Bylines.recognise(before) != null
        || Bylines.isNames(before)) {
      return false;
    }
    int end = before.endsWith(":") ? before.length() - 1 : before.length();
    int from = end;
    while (from > 0 && SEPARATORS.indexOf(before.charAt(from - 1)) < 0) {
      from--;
    }
    String words = before.substring(from, end).strip();
    while (!words.isEmpty() && Dates.isLead(words.substring(words.lastIndexOf(' ') + 1))) {
      words = words.substring(0, Math.max(0, words.lastIndexOf(' '))).strip();
    }
    return !words.isEmpty()
        && words.codePoints().noneMatch(c -> Character.isLetter(c) && c >= NO_LONGER_LATIN)
        && !isKnown(words);
  }

  /** "Published 4 months ago": too coarse for a date, but no words of the story either. */
  private static boolean isCoarse(String text) {
    for (String part : PART.split(text, 6)) {
      String rest = Phrases.afterDateLabel(part.strip());
      if (rest != null && rest.chars().anyMatch(Character::isDigit)) {
        boolean told = Sentences.words(rest) <= MOST_WORDS_TOLD && TOLD.matcher(rest).matches();
        if (told || !LETTER.matcher(rest).find()) {
          return true;
        }
      }
    }
    return false;
  }

  /** Words that are no label, name, clock or weekday. */
  private static int strange(String words) {
    int strange = 0;
    for (String part : BETWEEN_WORDS.split(words, 20)) {
      String text = part.strip();
      strange += isKnown(text) ? 0 : Sentences.words(text);
    }
    return strange;
  }

  private static boolean isKnown(String words) {
    return words.length() <= 3
        || Phrases.saysPublished(words)
        || Phrases.saysUpdated(words)
        || Bylines.isName(words)
        || Bylines.isOffice(words)
        || Bylines.recognise(words) != null
        || LineReader.isCounter(words)
        || Phrases.kind(words) != null;
  }
}
