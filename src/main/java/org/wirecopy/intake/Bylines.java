package org.wirecopy.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.wirecopy.article.Byline;

/** Reads bylines: what is printed, and the persons it names. */
public final class Bylines {
  private static final int LONGEST = 200;
  private static final int MOST_WORDS = 40;
  private static final Pattern SEPARATORS = Pattern.compile("[,;/|•·–—]| - ");
  private static final Pattern BLANKS = Pattern.compile(" +");

  private static final Set<String> JOINTS =
      Set.of(
          "and", "und", "et", "y", "e", "och", "og", "en", "ja", "i", "ve", "with", "mit", "avec",
          "con");
  private static final Set<String> PLACES = Set.of("in", "at", "aus", "for");

  private Bylines() {}

  /**
   * Reads a text that is known to be a byline, with or without "By". Persons are told from desks
   * and roles; a text that names no person keeps its words only.
   */
  public static Byline of(String raw) {
    String line = CreditLine.withoutOtherHands(CleanText.line(raw));
    String text =
        CreditLine.trimmed(CreditLine.beforeGlue(CreditLine.withoutLead(CreditLine.trimmed(line))));
    if (text.isEmpty() || CreditLine.isLeadAlone(text)) {
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
    String text = CreditLine.trimmed(line);
    String rest = CreditLine.withoutLead(text);
    if (rest.length() == text.length() || rest.isEmpty() || CreditLine.endsSentence(rest)) {
      return null;
    }
    Byline byline = of(rest);
    if (CreditLine.announcesName(text)) {
      return PersonNames.isUncased(rest) ? new Byline(rest, List.of(rest)) : null;
    }
    boolean told = !byline.names().isEmpty() || Offices.is(rest) || PersonNames.isProper(rest);
    return told ? byline : null;
  }

  /** True if a text is nothing but names of persons, with desks, places or roles between. */
  public static boolean isNames(String text) {
    if (text.length() > LONGEST || text.isBlank()) {
      return false;
    }
    int names = 0;
    for (String part : parts(CreditLine.beforeGlue(text))) {
      if (PersonNames.is(part)) {
        names++;
      } else if (!Offices.is(part)
          && !PersonNames.isProper(part)
          && !(names > 0 && PersonNames.isPlace(part))) {
        return false;
      }
    }
    return names > 0;
  }

  /** True if the text looks like a person's name: two to five words, each with a capital. */
  public static boolean isName(String text) {
    return PersonNames.is(text);
  }

  /** True if a short line names a desk, an agency or a role. */
  public static boolean isOffice(String text) {
    return Offices.is(text);
  }

  private static List<String> names(String text) {
    List<String> names = new ArrayList<>();
    for (String part : parts(text)) {
      String name = PersonNames.withoutRole(part);
      boolean post = !names.isEmpty() && name.length() < part.length() && isAgencyFirst(name);
      if (PersonNames.is(name) && !post && !names.contains(name)) {
        names.add(name);
      }
    }
    return names;
  }

  /** "PA Political Correspondent" behind a name is a post, not a second author. */
  private static boolean isAgencyFirst(String name) {
    int first = name.indexOf(' ');
    return first >= 2
        && first <= 4
        && name.substring(0, first).chars().allMatch(Character::isUpperCase)
        && name.chars().anyMatch(Character::isLowerCase);
  }

  /**
   * The parts of a byline between commas, slashes and words such as "and"; of what stands after
   * "in" only those that have a place of their own: Jane Doe in Arusha and John Roe in Dodoma.
   */
  private static List<String> parts(String text) {
    List<String> parts = new ArrayList<>();
    StringBuilder part = new StringBuilder();
    boolean placed = false;
    boolean where = false;
    for (String word : BLANKS.split(SEPARATORS.matcher(text).replaceAll(" , "), MOST_WORDS)) {
      boolean place = PLACES.contains(word);
      if (!place && !isJoint(word)) {
        part.append(part.length() == 0 ? "" : " ").append(word);
        continue;
      }
      if (part.length() > 0 && !where && (place || !placed)) {
        parts.add(part.toString());
      }
      part.setLength(0);
      where = place;
      placed |= place;
    }
    if (part.length() > 0 && !placed) {
      parts.add(part.toString());
    }
    return parts;
  }

  private static boolean isJoint(String word) {
    return word.equals(",") || word.equals("&") || JOINTS.contains(word);
  }
}
