package org.wirecopy.intake.text;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** The words that news pages put around an article, in the languages of the newsrooms we know. */
final class Phrases {
  private static final int LONGEST_HEADING = 48;
  private static final int LONGEST_CHROME = 160;

  private static final List<String> LIST_HEADINGS =
      List.of(
          "also read",
          "read also",
          "read more",
          "read next",
          "related",
          "related stories",
          "related articles",
          "related news",
          "related content",
          "related topics",
          "more on this",
          "more on this story",
          "more from",
          "more stories",
          "see also",
          "you may also like",
          "you might also like",
          "recommended",
          "recommended for you",
          "further reading",
          "most read",
          "latest news",
          "don't miss",
          "in case you missed it",
          "lesen sie auch",
          "mehr zum thema",
          "lesen sie mehr",
          "auch interessant",
          "weitere artikel",
          "à lire aussi",
          "lire aussi",
          "sur le même sujet",
          "lea también",
          "lea además",
          "te puede interesar",
          "noticias relacionadas",
          "leggi anche",
          "articoli correlati",
          "leia também",
          "leia mais",
          "lees ook",
          "lue myös",
          "läs även",
          "les også",
          "læs også",
          "czytaj także");

  private static final List<String> CHROME_STARTS =
      List.of(
          "share",
          "share this",
          "subscribe",
          "sign up",
          "sign in",
          "log in",
          "follow us",
          "advertisement",
          "advertising",
          "skip to",
          "cookie",
          "we use cookies",
          "newsletter",
          "click here to",
          "download our app",
          "join our",
          "print",
          "e-mail this",
          "email this",
          "comments",
          "leave a comment",
          "all rights reserved",
          "copyright ©",
          "©",
          "tags:",
          "anzeige",
          "teilen",
          "publicité",
          "partager",
          "publicidad",
          "compartir");

  private static final Pattern COUNTER =
      Pattern.compile(
          "(?iu)(views?|hits|reads?|aufrufe|vues|vistas)?\\s*:?\\s*\\d[\\d.,\\u00a0 ]{0,12}[kKmM]?"
              + "\\s*(views?|hits|reads?|shares?|comments?|aufrufe|vues|vistas)?");
  private static final Pattern READING_TIME =
      Pattern.compile("(?iu)\\d{1,3}[ -]?min(ute)?s?\\.?( read| lesezeit| de lecture)?");
  private static final Pattern CAPTION_LEAD =
      Pattern.compile(
          "(?iu)(photo|image|picture|file photo|caption|foto|bild|illustration)\\s*(credit|by|:).*");

  private Phrases() {}

  /** True if the line alone announces a list of other stories. */
  static boolean announcesList(String line) {
    if (line.length() > LONGEST_HEADING) {
      return false;
    }
    String folded = bare(line);
    return LIST_HEADINGS.contains(folded);
  }

  /** The headline after "Also read:" on the same line, or an empty text. */
  static String announcedInline(String line) {
    int colon = line.indexOf(':');
    if (colon < 0 || colon > LONGEST_HEADING || colon + 1 >= line.length()) {
      return "";
    }
    return LIST_HEADINGS.contains(bare(line.substring(0, colon)))
        ? line.substring(colon + 1).strip()
        : "";
  }

  /** True for share buttons, subscriptions, cookie notices and the like. */
  static boolean isChrome(String line) {
    if (line.length() > LONGEST_CHROME) {
      return false;
    }
    String folded = bare(line);
    return folded.isEmpty()
        || CHROME_STARTS.stream()
            .anyMatch(
                start ->
                    folded.equals(start)
                        || (folded.startsWith(start + " ") && !endsSentence(line)));
  }

  /** True for a view counter or reading time on a line of its own. */
  static boolean isCounter(String line) {
    return line.length() < 40
        && (COUNTER.matcher(line).matches() || READING_TIME.matcher(line).matches());
  }

  /** True if the line says of itself that it is a caption or picture credit. */
  static boolean isCaption(String line) {
    return line.length() < 400 && CAPTION_LEAD.matcher(line).matches();
  }

  /** True if the line ends as a sentence does. */
  static boolean endsSentence(String line) {
    int end = line.length();
    while (end > 0 && "\"'”’»)".indexOf(line.charAt(end - 1)) >= 0) {
      end--;
    }
    return end > 0 && ".!?…".indexOf(line.charAt(end - 1)) >= 0;
  }

  private static String bare(String line) {
    String text = line.toLowerCase(Locale.ROOT).replace('’', '\'').strip();
    int end = text.length();
    while (end > 0 && ":.…!>»|-".indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    return text.substring(0, end).strip();
  }
}
