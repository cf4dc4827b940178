package org.wirecopy.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wirecopy.article.Byline;

/** Reads bylines: what is printed, and the persons it names. */
public final class Bylines {
  private static final int LONGEST = 200;
  private static final int LONGEST_NAME = 60;

  /** Words before a name, folded; the longer ones first where one begins another. */
  private static final List<String> LEADS =
      List.of(
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
      Set.of("and", "und", "et", "y", "e", "och", "og", "en", "ja", "i", "ve", "with");
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
    String text = withoutLead(trimmed(CleanText.line(raw)));
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
    String text = trimmed(line);
    if (text.length() > LONGEST) {
      return null;
    }
    String rest = withoutLead(text);
    if (rest.length() == text.length() || rest.isEmpty() || endsSentence(rest)) {
      return null;
    }
    Byline byline = of(rest);
    return byline.names().isEmpty() && !isOffice(rest) ? null : byline;
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
    return text;
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
    StringBuilder part = new StringBuilder();
    for (String word : text.split(" ", -1)) {
      boolean joint =
          JOINTS.contains(word)
              || word.equals("&")
              || word.equals("|")
              || word.equals("/")
              || word.equals("-")
              || word.equals("–")
              || word.equals("—")
              || word.equals("·")
              || word.equals("•");
      if (joint) {
        add(names, part);
        continue;
      }
      if (PLACES.contains(word)) {
        break;
      }
      char last = word.isEmpty() ? ' ' : word.charAt(word.length() - 1);
      boolean ends = last == ',' || last == ';' || last == '/' || last == '|';
      part.append(part.length() == 0 ? "" : " ");
      part.append(ends ? word.substring(0, word.length() - 1) : word);
      if (ends) {
        add(names, part);
      }
    }
    add(names, part);
    return names;
  }

  private static void add(List<String> names, StringBuilder part) {
    String name = part.toString();
    part.setLength(0);
    int bracket = name.indexOf(" (");
    if (bracket > 0) {
      name = name.substring(0, bracket);
    }
    if (isName(name) && !names.contains(name)) {
      names.add(name);
    }
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
