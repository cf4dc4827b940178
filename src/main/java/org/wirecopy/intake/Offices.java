package org.wirecopy.intake;

import java.util.Arrays;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells desks, agencies and roles from persons by the words that name them. */
final class Offices {
  private static final int LONGEST = 60;

  /** Folded; a line with one of them names no person there. */
  private static final Set<String> WORDS =
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

  /** Words before the name of a desk or paper, which stand in any sentence too. */
  private static final Set<String> DETERMINERS = Set.of("the", "our");

  private static final Pattern BETWEEN_WORDS = Pattern.compile("[ /,-]+");

  private Offices() {}

  /** True for a word of desks, agencies and roles, with or without a point behind it. */
  static boolean isWord(String word) {
    return WORDS.contains(PersonNames.folded(word));
  }

  /** True if a short line names a desk, an agency or a role. */
  static boolean is(String text) {
    if (text.isEmpty() || text.length() > LONGEST || CreditLine.endsSentence(text)) {
      return false;
    }
    String[] words = BETWEEN_WORDS.split(text, 9);
    if (words.length > 8) {
      return false;
    }
    if (!Character.isUpperCase(text.codePointAt(0))) {
      return Arrays.asList(words).contains("dpa");
    }
    // "The Guardian" is a paper; "Why the desert is so dear" is a headline.
    boolean named =
        DETERMINERS.contains(PersonNames.folded(words[0])) && PersonNames.isProper(text);
    return named || Arrays.stream(words).anyMatch(Offices::tells);
  }

  private static boolean tells(String word) {
    return isWord(word) && !DETERMINERS.contains(PersonNames.folded(word));
  }
}
