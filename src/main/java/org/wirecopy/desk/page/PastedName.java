package org.wirecopy.desk.page;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The file name of a pasted text: its headline. The name is the story's identity, so that another
 * text must get another name, and the same headline again is the same story.
 */
final class PastedName {
  private static final int LONGEST = 60;
  private static final Pattern LABEL = Pattern.compile("^(?i)(headline|title)\\s*:|^#+");
  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

  private PastedName() {}

  static String of(String text) {
    return text.lines()
        .map(line -> BETWEEN_WORDS.matcher(LABEL.matcher(line.strip()).replaceAll("")))
        .map(words -> words.replaceAll("-").replaceAll("^-+", ""))
        .filter(name -> !name.isBlank())
        .findFirst()
        .map(PastedName::shortened)
        .orElse("pasted")
        .concat(".txt");
  }

  private static String shortened(String name) {
    int last = name.length() <= LONGEST ? name.length() : name.lastIndexOf('-', LONGEST);
    String whole = name.substring(0, last > 0 ? last : LONGEST);
    return whole.replaceAll("-+$", "").toLowerCase(Locale.ROOT);
  }
}
