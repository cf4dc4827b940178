package org.wirecopy.intake;

import java.util.Set;

/** Tells the names of persons, by their capitals and particles, from other short texts. */
final class PersonNames {
  private static final int LONGEST = 60;

  /** Words that follow a name on a page, such as a button to follow its author; folded. */
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

  private PersonNames() {}

  /** True for a single word with a capital, such as the place that is set behind a name. */
  static boolean isPlace(String text) {
    return text.length() > 2
        && text.length() <= LONGEST
        && text.indexOf(' ') < 0
        && Character.isUpperCase(text.codePointAt(0))
        && !CreditLine.endsSentence(text);
  }

  /** True if there are two to five words and each begins with a capital. */
  static boolean isProper(String text) {
    String[] words = text.split(" ", 7);
    if (words.length > 5 || text.length() > LONGEST || text.isBlank()) {
      return false;
    }
    for (String word : words) {
      if (word.isEmpty()
          || !Character.isUpperCase(word.codePointAt(0))
          || CreditLine.endsSentence(word)) {
        return false;
      }
    }
    return words.length >= 2;
  }

  /** True if the text looks like a person's name: two to five words, each with a capital. */
  static boolean is(String text) {
    if (text.length() < 4 || text.length() > LONGEST) {
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
      if (!isNamePart(word) || Offices.isWord(word)) {
        return false;
      }
      capitals += Character.isUpperCase(word.codePointAt(0)) || isElided(word) ? 1 : 0;
    }
    String last = words[words.length - 1];
    boolean ends = !Character.isLowerCase(last.codePointAt(0)) || isElided(last);
    return ends && capitals >= 2 && Character.isUpperCase(words[0].codePointAt(0));
  }

  /**
   * True for what may be a name in a script without capitals, where a word before it has said that
   * one follows: up to four words, or up to six signs of Chinese or Japanese.
   */
  static boolean isUncased(String text) {
    String[] words = text.split(" ", 6);
    boolean dense = text.codePoints().anyMatch(Character::isIdeographic);
    boolean letters =
        text.codePoints()
            .allMatch(
                c ->
                    c == ' '
                        || c == '・'
                        || Character.getType(c) == Character.NON_SPACING_MARK
                        || (Character.isLetter(c)
                            && !Character.isUpperCase(c)
                            && !Character.isLowerCase(c)));
    return letters && text.length() >= 2 && (dense ? text.length() <= 6 : words.length <= 4);
  }

  /** A name without what follows it: a role, a label, words in brackets, the name once more. */
  static String withoutRole(String part) {
    String[] words = part.split(" ", 8);
    StringBuilder name = new StringBuilder();
    for (int i = 0; i < words.length; i++) {
      boolean role = i >= 2 && (Offices.isWord(words[i]) || LABELS.contains(folded(words[i])));
      boolean again = i >= 2 && words[i].equals(words[0]);
      if (role || again || words[i].startsWith("(")) {
        break;
      }
      name.append(i == 0 ? "" : " ").append(words[i]);
    }
    return name.toString();
  }

  /** A word as the sets of words hold it: folded, without the point of an abbreviation. */
  static String folded(String word) {
    return MonthNames.fold(word.endsWith(".") ? word.substring(0, word.length() - 1) : word);
  }

  /** A particle that an apostrophe joins to a name: {@code d'Emilio}, {@code dell’Orto}. */
  private static boolean isElided(String word) {
    int mark = Math.max(word.indexOf('\''), word.indexOf('’'));
    return mark > 0 && mark + 1 < word.length() && Character.isUpperCase(word.charAt(mark + 1));
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
          default ->
              isElided(word)
                  || word.contains("'")
                  || word.startsWith("al-")
                  || word.startsWith("el-");
        };
  }
}
