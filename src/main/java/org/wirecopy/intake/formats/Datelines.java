package org.wirecopy.intake.formats;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The place in a printed dateline such as {@code SYDNEY March 22 AAP -}. */
final class Datelines {
  private static final Pattern BRACKETS = Pattern.compile("\\s*\\([^()]{0,80}\\)");
  private static final Pattern DAY =
      Pattern.compile("[,\\s]+(?:\\p{L}{3,10}\\.?\\s+)?\\d.*", Pattern.DOTALL);
  private static final Pattern END = Pattern.compile("[\\s,;:–—-]+$");
  private static final int LONGEST = 100;

  private Datelines() {}

  /** As printed; null if the dateline names none. */
  static @Nullable String place(String dateline) {
    if (dateline.length() > 5 * LONGEST) {
      return null;
    }
    String text = BRACKETS.matcher(dateline).replaceAll("");
    Matcher day = DAY.matcher(" " + text);
    if (day.find()) {
      text = (" " + text).substring(0, day.start());
    }
    text = END.matcher(text.strip()).replaceFirst("").strip();
    boolean letters = text.codePoints().anyMatch(Character::isLetter);
    return letters && text.length() <= LONGEST ? text : null;
  }
}
