package org.wirecopy.intake.text;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A headline and the words above it, which a paste may glue to the headline.
 *
 * @param words the kicker, empty if none is known
 * @param headline the headline without it
 */
record Kicker(String words, String headline) {
  /**
   * A label set off by a colon that has a space before it, as other colons of the line have not.
   */
  private static final Pattern LABEL =
      Pattern.compile("(\\p{Lu}[\\p{L}-]+(?: \\p{L}+)?) : (.*\\p{L}: .*)");

  private static final int SHORTEST = 20;
  private static final int NEAR = 3;
  private static final int LONGEST_LABEL = 24;
  private static final int FEWEST_WORDS = 4;

  /**
   * Sets the kicker off from the headline where the page tells the two apart: another line has the
   * same words with a colon more or less between them, or the kicker is a label with a colon of its
   * own kind.
   */
  static Kicker of(List<TextLine> lines, int headline) {
    String text = lines.get(headline).text();
    Matcher label = LABEL.matcher(text);
    if (label.matches()) {
      return new Kicker(label.group(1), label.group(2));
    }
    String alone = saidAlone(lines, headline);
    if (!alone.isEmpty()) {
      return new Kicker("", alone);
    }
    String key = lines.get(headline).key();
    for (TextLine line : lines) {
      String other = line.text();
      if (line.key().equals(key) && !other.equals(text)) {
        int colon =
            other.length() > text.length() ? colonMore(other, text) : colonMore(text, other);
        if (colon > 0 && line.bullet()) {
          // The trail to the page calls it by its whole title.
          return new Kicker("", other.length() > text.length() ? other : text);
        }
        if (colon > 0) {
          String full = other.length() > text.length() ? other : text;
          return new Kicker(full.substring(0, colon), full.substring(colon + 2));
        }
      }
    }
    return new Kicker("", text);
  }

  /**
   * True for a label of a word or two, such as the section in capitals, right above a line that
   * might be the headline: several words, and not one of the story's sentences.
   */
  static boolean isAbove(List<TextLine> lines, int label) {
    if (label + 1 >= lines.size()) {
      return false;
    }
    TextLine line = lines.get(label);
    TextLine below = lines.get(label + 1);
    String text = line.text();
    if (isKnown(line) && below.is(LineKind.SHORT) && !below.bullet()) {
      return Sentences.words(below.text()) > 1 && !Character.isDigit(below.text().charAt(0));
    }
    boolean alone = Sentences.words(text) == 1 && Sentences.weight(text) <= LONGEST_LABEL;
    boolean shouted =
        Sentences.words(text) <= 2
            && text.length() <= LONGEST_LABEL
            && text.equals(text.toUpperCase(Locale.ROOT))
            && !below.text().equals(below.text().toUpperCase(Locale.ROOT));
    return line.is(LineKind.SHORT)
        && !line.bullet()
        && (alone || shouted)
        && below.is(LineKind.SHORT)
        && !below.bullet()
        && Sentences.words(below.text()) >= FEWEST_WORDS
        && Sentences.weight(below.text()) >= SHORTEST;
  }

  private static boolean isKnown(TextLine line) {
    return line.is(LineKind.SHORT) && !line.bullet() && Phrases.isKicker(line.text());
  }

  /** The headline without the page's trail glued before it, if a line nearby begins after that. */
  private static String saidAlone(List<TextLine> lines, int headline) {
    String text = lines.get(headline).text();
    int to = Math.min(lines.size(), headline + NEAR + 1);
    for (int i = Math.max(0, headline - NEAR); i < to; i++) {
      String other = lines.get(i).text();
      int at = i == headline || other.length() < SHORTEST ? -1 : text.indexOf(" " + other);
      if (at > 0 && at + 1 + other.length() < text.length() && isLetter(text, at - 1)) {
        return text.substring(at + 1);
      }
    }
    return "";
  }

  private static boolean isLetter(String text, int at) {
    return Character.isLetter(text.codePointAt(at));
  }

  /** Where the longer of two lines has a colon which the other has not, or -1. */
  private static int colonMore(String longer, String shorter) {
    for (int at = longer.indexOf(": "); at > 0; at = longer.indexOf(": ", at + 2)) {
      String rest = longer.substring(at + 2);
      boolean glued = shorter.endsWith(rest) && !shorter.endsWith(": " + rest);
      if (glued && rest.length() >= SHORTEST && shorter.startsWith(longer.substring(0, at))) {
        return at;
      }
    }
    return -1;
  }
}
