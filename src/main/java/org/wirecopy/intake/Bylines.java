package org.wirecopy.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.wirecopy.article.Byline;

/** Reads bylines: what is printed, and the persons it names. */
public final class Bylines {
  private static final int LONGEST = 200;
  private static final int LONGEST_NAME = 60;
  private static final int MOST_WORDS = 40;
  private static final Pattern OTHER_HANDS =
      Pattern.compile(
          "(?i)\\s*[;.]\\s*(?:additional reporting|writing|editing|edited|compiled) by .*");
  private static final Pattern SEPARATORS = Pattern.compile("[,;/|•·–—]| - ");

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
          "بقلم ",
          "كتب ");

  private static final Set<String> JOINTS =
      Set.of(
          "and", "und", "et", "y", "e", "och", "og", "en", "ja", "i", "ve", "with", "mit", "avec",
          "con");
  private static final Set<String> PLACES = Set.of("in", "at", "aus", "for");

  /** Words of desks, offices and roles: a line with one of them names no person there. */
  private static final Set<String> OFFICES =
      Set.of(
          "bureau",
          "desk",
          "staff",
          "newsroom",
          "agency",
          "agencies",
          "agenturen",
          "correspondent",
          "correspondents",
          "reporter",
          "reporters",
          "editor",
          "editors",
          "redaktion",
          "redakteur",
          "redakteurin",
          "redaccion",
          "redazione",
          "redaction",
          "redactie",
          "team",
          "press",
          "associated",
          "reuters",
          "afp",
          "ap",
          "dpa",
          "efe",
          "ansa",
          "apa",
          "sid",
          "pti",
          "ani",
          "ians",
          "tass",
          "xinhua",
          "news",
          "times",
          "post",
          "daily",
          "writer",
          "columnist",
          "service",
          "report",
          "online",
          "admin",
          "administrator",
          "newspaper",
          "media",
          "korrespondent",
          "korrespondentin",
          "journalist",
          "journaliste",
          "contributor",
          "producer",
          "director",
          "chief",
          "presenter",
          "analyst",
          "magazine",
          "network",
          "group",
          "department",
          "ministry",
          "our",
          "the",
          "agence",
          "agencia",
          "agencias",
          "agenzia",
          "multimedia",
          "web",
          "www",
          "com",
          "professor",
          "author");

  private static final Set<String> LABELS =
      Set.of(
          "follow",
          "published",
          "publish",
          "updated",
          "posted",
          "tips",
          "contact",
          "email",
          "x",
          "twitter",
          "is",
          "view",
          "more",
          "folgen",
          "autor",
          "autorin",
          "seguir");

  /** Words that begin a phrase, never a name. */
  private static final Set<String> ARTICLES =
      Set.of(
          "the", "an", "die", "der", "das", "ein", "eine", "le", "les", "el", "los", "las", "il",
          "lo", "un", "une", "una", "det", "het", "ihr", "ihre", "sein", "mein", "mehr", "my",
          "your", "why", "how", "what", "who", "when", "where", "is", "are", "wie", "was", "warum");

  private Bylines() {}

  /**
   * Reads a text that is known to be a byline, with or without "By". Persons are told from desks
   * and roles; a text that names no person keeps its words only.
   */
  public static Byline of(String raw) {
    String line = OTHER_HANDS.matcher(CleanText.line(raw)).replaceFirst("");
    String text = trimmed(beforeGlue(withoutLead(trimmed(line))));
    if (text.isEmpty()) {
      return Byline.NONE;
    }
    if (text.length() > LONGEST) {
      text = text.substring(0, LONGEST).strip();
    }
    return new Byline(text, names(text));
  }

  /** One byline for several authors that are given one by one; none for an empty list. */
  public static Byline ofAuthors(List<String> authors) {
    List<String> texts = new ArrayList<>();
    List<String> names = new ArrayList<>();
    for (String author : authors) {
      Byline one = of(author);
      String text = one.text();
      if (text != null && !texts.contains(text)) {
        texts.add(text);
        one.names().stream().filter(name -> !names.contains(name)).forEach(names::add);
      }
    }
    return texts.isEmpty() ? Byline.NONE : new Byline(String.join(", ", texts), names);
  }

  /** The byline that a line states with a word such as "By", or null. */
  public static @Nullable Byline recognise(String line) {
    if (line.length() > LONGEST) {
      return null;
    }
    String text = trimmed(line);
    String rest = withoutLead(text);
    if (rest.length() == text.length() || rest.isEmpty() || endsSentence(rest)) {
      return null;
    }
    Byline byline = of(rest);
    boolean told = !byline.names().isEmpty() || isOffice(rest) || isProper(rest);
    return told ? byline : null;
  }

  /** True if a text is nothing but names of persons, with desks, places or roles between. */
  public static boolean isNames(String text) {
    if (text.length() > LONGEST || text.isBlank()) {
      return false;
    }
    int names = 0;
    for (String part : parts(beforeGlue(text))) {
      if (isName(part)) {
        names++;
      } else if (!isOffice(part) && !isProper(part) && !(names > 0 && isPlace(part))) {
        return false;
      }
    }
    return names > 0;
  }

  /** True for a single word with a capital, such as the place that is set behind a name. */
  private static boolean isPlace(String text) {
    return text.length() > 2
        && text.length() <= LONGEST_NAME
        && text.indexOf(' ') < 0
        && Character.isUpperCase(text.codePointAt(0))
        && !endsSentence(text);
  }

  /** True if there are two to five words and each begins with a capital. */
  private static boolean isProper(String text) {
    String[] words = text.split(" ", 7);
    if (words.length > 5 || text.length() > LONGEST_NAME || text.isBlank()) {
      return false;
    }
    for (String word : words) {
      if (word.isEmpty() || !Character.isUpperCase(word.codePointAt(0)) || endsSentence(word)) {
        return false;
      }
    }
    return words.length >= 2;
  }

  /** True if the text looks like a person's name: two to five words, each with a capital. */
  public static boolean isName(String text) {
    if (text.length() < 4 || text.length() > LONGEST_NAME) {
      return false;
    }
    String[] words = text.split(" ", 7);
    if (words.length < 2 || words.length > 5) {
      return false;
    }
    if (ARTICLES.contains(MonthNames.fold(words[0]))) {
      return false;
    }
    int capitals = 0;
    for (String word : words) {
      if (!isNamePart(word) || OFFICES.contains(MonthNames.fold(stripPoint(word)))) {
        return false;
      }
      capitals += Character.isUpperCase(word.codePointAt(0)) ? 1 : 0;
    }
    boolean ends = !Character.isLowerCase(words[words.length - 1].codePointAt(0));
    return ends && capitals >= 2 && Character.isUpperCase(words[0].codePointAt(0));
  }

  /** True if a short line names a desk, an agency or a role. */
  public static boolean isOffice(String text) {
    if (text.isEmpty() || text.length() > LONGEST_NAME || endsSentence(text)) {
      return false;
    }
    String[] words = text.split("[ /,-]+", 9);
    if (words.length > 8) {
      return false;
    }
    for (String word : words) {
      if (!OFFICES.contains(MonthNames.fold(stripPoint(word)))) {
        continue;
      }
      if (Character.isUpperCase(text.codePointAt(0)) || word.equals("dpa")) {
        return true;
      }
    }
    return false;
  }

  private static String trimmed(String line) {
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

  private static String withoutLead(String text) {
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

  private static boolean endsSentence(String text) {
    char last = text.charAt(text.length() - 1);
    return last == '!'
        || last == '?'
        || last == ':'
        || (last == '.'
            && text.indexOf(' ') > 0
            && Character.isLowerCase(text.charAt(text.length() - 2))
            && text.length() > 40);
  }

  private static List<String> names(String text) {
    List<String> names = new ArrayList<>();
    for (String part : parts(text)) {
      String name = withoutRole(part);
      if (isName(name) && !names.contains(name)) {
        names.add(name);
      }
    }
    return names;
  }

  /** The parts of a byline between commas, slashes and words such as "and"; none after "in". */
  private static List<String> parts(String text) {
    List<String> parts = new ArrayList<>();
    StringBuilder part = new StringBuilder();
    for (String word : SEPARATORS.matcher(text).replaceAll(" , ").split(" +", MOST_WORDS)) {
      if (PLACES.contains(word)) {
        break;
      }
      boolean joint = word.equals(",") || JOINTS.contains(word) || word.equals("&");
      if (!joint) {
        part.append(part.length() == 0 ? "" : " ").append(word);
      } else if (part.length() > 0) {
        parts.add(part.toString());
        part.setLength(0);
      }
    }
    if (part.length() > 0) {
      parts.add(part.toString());
    }
    return parts;
  }

  /** A name without what follows it: a role, a label, words in brackets, the name once more. */
  private static String withoutRole(String part) {
    String[] words = part.split(" ", 8);
    StringBuilder name = new StringBuilder();
    for (int i = 0; i < words.length; i++) {
      String folded = MonthNames.fold(stripPoint(words[i]));
      boolean role = i >= 2 && (OFFICES.contains(folded) || LABELS.contains(folded));
      boolean again = i >= 2 && words[i].equals(words[0]);
      if (role || again || words[i].startsWith("(")) {
        break;
      }
      name.append(i == 0 ? "" : " ").append(words[i]);
    }
    return name.toString();
  }

  /** The part before words that are glued to it, such as {@code Jane DoeThe Example News}. */
  private static String beforeGlue(String text) {
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

  private static String stripPoint(String word) {
    return word.endsWith(".") ? word.substring(0, word.length() - 1) : word;
  }

  private static boolean isNamePart(String word) {
    if (word.isEmpty()) {
      return false;
    }
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      if (!Character.isLetter(c)
          && c != '-'
          && c != '.'
          && c != '\''
          && c != '’'
          && Character.getType(c) != Character.NON_SPACING_MARK) {
        return false;
      }
    }
    boolean capital = !Character.isLowerCase(word.codePointAt(0));
    return capital
        || switch (word) {
          case "van",
              "von",
              "de",
              "der",
              "den",
              "del",
              "da",
              "di",
              "dos",
              "du",
              "la",
              "le",
              "el",
              "al",
              "bin",
              "ibn",
              "zu",
              "af",
              "av",
              "ten",
              "ter",
              "y",
              "das",
              "do",
              "dal" ->
              true;
          default -> word.contains("'") || word.startsWith("al-") || word.startsWith("el-");
        };
  }
}
