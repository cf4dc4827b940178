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
  private static final int MOST_STRANGE_WORDS = 2;

  /** How long ago something was, as pages of many languages put it, or a time of day. */
  private static final Pattern TOLD =
      Pattern.compile(
          "(?:.* )?(?:ago|vor|hace|il y a|fa|há|atrás|geleden|siden|sedan|sitten|síðan|temu|önce"
              + "|назад|тому|před|pred|prije|pre|ezelőtt|acum|πριν|منذ|पहले|\\d{1,2}[:.]\\d{2}"
              + "|\\d{1,2} uhr)(?:\\P{L}.*)?");

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
    int strange = strange(text.substring(0, stated.start()));
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

  /** "Published 4 months ago": too coarse for a date, but no words of the story either. */
  private static boolean isCoarse(String text) {
    for (String part : text.split("[|•·]", 6)) {
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
    for (String part : words.split("[|•·,;()–—@\\[\\]-]+", 20)) {
      String text = part.strip();
      boolean known =
          text.length() <= 3
              || Phrases.saysPublished(text)
              || Phrases.saysUpdated(text)
              || Bylines.isName(text)
              || Bylines.isOffice(text)
              || Bylines.recognise(text) != null
              || LineReader.isCounter(text)
              || Phrases.kind(text) != null;
      strange += known ? 0 : Sentences.words(text);
    }
    return strange;
  }
}
