package org.wirecopy.intake;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Knows what stands around the names of a byline: "By" before them, other hands behind them. */
final class CreditLine {
  private static final Pattern OTHER_HANDS =
      Pattern.compile(
          "(?i)\\s*[;.]\\s*(?:additional reporting|writing|editing|edited|compiled) by .*");

  /** Words before a name, folded; the longer ones first where one begins another. */
  private static final List<String> LEADS =
      List.of(
          "kolumne von ",
          "ein kommentar von ",
          "kommentar von ",
          "analyse von ",
          "eine analyse von ",
          "interview von ",
          "gastbeitrag von ",
          "reportage von ",
          "opinion by ",
          "analysis by ",
          "column by ",
          "commentary by ",
          "written by ",
          "story by ",
          "words by ",
          "text by ",
          "reported by ",
          "reporting by ",
          "posted by ",
          "published by ",
          "edited by ",
          "by: ",
          "by ",
          "von: ",
          "von ",
          "par ",
          "por: ",
          "por ",
          "da ",
          "di ",
          "door ",
          "af ",
          "av ",
          "tekst: ",
          "text: ",
          "autor: ",
          "autorin: ",
          "author: ",
          "redaktion: ",
          "od ",
          "autore: ",
          "auteur: ",
          "автор: ",
          "بقلم: ",
          "بقلم ",
          "كتب ",
          "מאת: ",
          "מאת ",
          "记者 ",
          "記者 ");

  /** Leads of scripts without capitals that begin no sentence. */
  private static final List<String> OF_NAMES =
      List.of("بقلم ", "بقلم: ", "מאת: ", "מאת ", "记者 ", "記者 ");

  private CreditLine() {}

  /** A line without who else had a hand in the story, such as who edited it. */
  static String withoutOtherHands(String line) {
    return OTHER_HANDS.matcher(line).replaceFirst("");
  }

  /** A line without the bullets, bars and dashes at its rims. */
  static String trimmed(String line) {
    int from = 0;
    int to = line.length();
    while (from < to && isRim(line.charAt(from))) {
      from++;
    }
    while (to > from && isRim(line.charAt(to - 1))) {
      to--;
    }
    return line.substring(from, to);
  }

  private static boolean isRim(char c) {
    return c == '•' || c == '|' || c == '·' || c == ',' || c == ';' || c == ' ' || c == '*'
        || c == '-' || c == '–' || c == '—' || c == '[' || c == ']' || c == '_';
  }

  /** True for a word such as "By" with no name behind it. */
  static boolean isLeadAlone(String text) {
    return text.length() <= 16 && LEADS.contains(text.toLowerCase(Locale.ROOT) + " ");
  }

  /** True if a word without capitals says that nothing but a name follows. */
  static boolean announcesName(String text) {
    return OF_NAMES.stream().anyMatch(text::startsWith);
  }

  /** A line without a word such as "By" before its names; the same line if there is none. */
  static String withoutLead(String text) {
    String folded = text.substring(0, Math.min(text.length(), 16)).toLowerCase(Locale.ROOT);
    for (String lead : LEADS) {
      if (folded.startsWith(lead)) {
        return trimmed(text.substring(lead.length()));
      }
    }
    boolean glued =
        text.length() > 3 && folded.startsWith("by") && Character.isUpperCase(text.charAt(2));
    return glued ? text.substring(2) : text;
  }

  /** True for a text that ends as a sentence or a label does, and no name. */
  static boolean endsSentence(String text) {
    char last = text.charAt(text.length() - 1);
    return last == '!'
        || last == '?'
        || last == ':'
        || (last == '.'
            && text.indexOf(' ') > 0
            && Character.isLowerCase(text.charAt(text.length() - 2))
            && text.length() > 40);
  }

  /** The part before words that are glued to it, such as {@code Jane DoeThe Example News}. */
  static String beforeGlue(String text) {
    for (int i = 4; i < text.length(); i++) {
      if (Character.isUpperCase(text.charAt(i)) && Character.isLowerCase(text.charAt(i - 1))) {
        int start = text.lastIndexOf(' ', i) + 1;
        int hyphen = text.lastIndexOf('-', i) + 1;
        String before = text.substring(Math.max(start, hyphen), i);
        if (start > 0 && before.length() >= 3 && !before.equals("Mac")) {
          return text.substring(0, i);
        }
      }
    }
    return text;
  }
}
