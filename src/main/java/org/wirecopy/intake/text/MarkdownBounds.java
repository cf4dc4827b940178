package org.wirecopy.intake.text;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.wirecopy.intake.Reading;

/**
 * Refuses what a Markdown parser needs the square of its length for, so that no file holds up all
 * others: endless paragraphs, and more signs of markup in one than any story has.
 */
final class MarkdownBounds {
  /** Lines of one paragraph: what parsing it costs grows with their square. */
  private static final int MOST_LINES = 1_000;

  /** Signs that may open or close something, and are compared with one another. */
  private static final int MOST_SIGNS = 5_000;

  /** From each {@code <} the parser looks for its end through all that follows. */
  private static final long MOST_SEARCHED = 200_000_000L;

  /** Lists within lists that one line begins. */
  private static final int MOST_MARKERS = 100;

  /** Ends a paragraph: an empty line, in a quotation too, an item of a list, a heading. */
  private static final Pattern END = Pattern.compile("[ \\t>]*(?:$|[-*+] |\\d{1,9}[.)] |#{1,6} )");

  private static final Pattern MARKER =
      Pattern.compile("[ \\t]*(?:[-*+]|\\d{1,9}[.)]|>)(?=[ \\t>])");

  private MarkdownBounds() {}

  /** Why a text is not parsed, or null if it may be. */
  static @Nullable Reading exceeded(String text) {
    Matcher end = END.matcher(text);
    Matcher marker = MARKER.matcher(text);
    int lines = 0;
    int signs = 0;
    long brackets = 0;
    int stanza = 0;
    for (int line = 0, next; line < text.length(); line = next) {
      int stop = text.indexOf('\n', line);
      next = stop < 0 ? text.length() : stop + 1;
      int to = stop < 0 ? next : stop;
      lines = end.region(line, to).lookingAt() ? 0 : lines + 1;
      if (text.substring(line, Math.min(to, line + MOST_MARKERS)).isBlank()) {
        signs = 0;
        brackets = 0;
        stanza = line;
      }
      boolean rule = isRule(text, line, to);
      for (int i = line; i < to && !rule; i++) {
        char c = text.charAt(i);
        signs += c == '[' || c == '*' || c == '_' || c == '`' ? 1 : 0;
        brackets += c == '<' ? 1 : 0;
      }
      if (lines > MOST_LINES) {
        return tooLong(
            "More than " + MOST_LINES + " lines stand without an empty line between them.");
      }
      if (!rule && markers(marker, line, to) > MOST_MARKERS) {
        return tooLong("A line begins with more than " + MOST_MARKERS + " marks of lists.");
      }
      if (signs > MOST_SIGNS || brackets * (to - stanza) > MOST_SEARCHED) {
        return tooLong("A paragraph holds more signs of markup (< [ * _ `) than any story does.");
      }
    }
    return null;
  }

  private static int markers(Matcher marker, int from, int to) {
    int markers = 0;
    marker.region(from, to);
    while (markers <= MOST_MARKERS && marker.lookingAt()) {
      markers++;
      marker.region(marker.end(), to);
    }
    return markers;
  }

  /** A line drawn across the page, of as many signs as it takes. */
  private static boolean isRule(String text, int from, int to) {
    char sign = from < to ? text.charAt(from) : ' ';
    if ("-*_".indexOf(sign) < 0) {
      return false;
    }
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (c != sign && c != ' ' && c != '\t') {
        return false;
      }
    }
    return true;
  }

  private static Reading tooLong(String problem) {
    return Reading.rejected(
        "PARAGRAPH_TOO_LONG",
        problem,
        "Put empty lines between the paragraphs and drop the file again.");
  }
}
