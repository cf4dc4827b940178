package org.wirecopy.intake.text;

import java.util.Locale;
import java.util.regex.Pattern;

/** Tells the credit of a picture from a sentence that names a picture agency. */
final class PictureCredit {
  private static final int LONGEST = 70;
  private static final int FEWEST_WORDS_OF_A_SENTENCE = 5;
  private static final String AFTER_LABEL = ":|/©";

  /** An agency in brackets signs the story's own paragraphs. */
  private static final Pattern SIGNED = Pattern.compile(" ?\\(\\w{2,8}\\)$");

  /** An agency with which a sentence goes on: "Getty Images rose 5% on Monday." */
  private static final Pattern AGENCY_IN_SENTENCE =
      Pattern.compile(
          "\\b(?:Getty Images|Shutterstock|Alamy|iStock|Unsplash|Pexels|Pixabay|Europa Press)"
              + "(?=(?:['’]s)?,? [\\p{Ll}\\d])");

  private PictureCredit() {}

  /** True of a sentence that tells of picture agencies and bears no other sign of a credit. */
  static boolean isTold(String sentence) {
    return Sentences.words(sentence) >= FEWEST_WORDS_OF_A_SENTENCE
        && AGENCY_IN_SENTENCE.matcher(sentence).find()
        && !Phrases.isCredited(AGENCY_IN_SENTENCE.matcher(sentence).replaceAll(""));
  }

  /**
   * True if a paragraph begins with a label such as "Photo:", or a credit follows its last stop.
   */
  static boolean isAround(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    String label = Phrases.creditAt(lower, 0);
    int end = label.length();
    boolean labelled =
        label.endsWith(":")
            || (end > 0 && end < lower.length() && AFTER_LABEL.indexOf(lower.charAt(end)) >= 0);
    return labelled || isBehind(lower, Sentences.lastStart(lower));
  }

  /** The text without the agency that signs it. */
  static String withoutSignature(String text) {
    return SIGNED.matcher(text).replaceFirst("");
  }

  private static boolean isBehind(String lower, int start) {
    String tail = lower.substring(start);
    boolean sentence = Sentences.ends(tail) && Sentences.words(tail) >= FEWEST_WORDS_OF_A_SENTENCE;
    return start > 0
        && tail.length() <= LONGEST
        && !sentence
        && Phrases.hasCredit(withoutSignature(tail), 0);
  }
}
