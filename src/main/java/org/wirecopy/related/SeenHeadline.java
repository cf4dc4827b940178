package org.wirecopy.related;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.wirecopy.article.ListedHeadline;

/**
 * A listed headline as it is compared: its words as far as they are seen, and again without a label
 * before them ("Watch: ...") that the archived headline may lack.
 */
record SeenHeadline(
    ListedHeadline listed,
    HeadlineWords words,
    HeadlineAlignment alignment,
    @Nullable HeadlineWords unlabelled,
    @Nullable HeadlineAlignment unlabelledAlignment,
    boolean cut) {
  private static final Pattern CUT = Pattern.compile("\\s*(?:…|\\.{2,}|\\[…]|\\[\\.{3}])\\s*$");
  private static final Pattern LABELS =
      Pattern.compile("^(?:\\s*\\p{L}{2,14}(?: \\p{L}{2,10})?\\s*[:|]\\s+(?=\\S.{8}))+");
  private static final double WITHOUT_LABEL = 0.01;
  private static final double ROUNDING = 1e-9;

  /**
   * One word that may go on, such as "Storm…", names no story: "Stormont talks" is not about it.
   */
  private static final double LEAST_OF_CUT = 1.5;

  private static final double NEVER = 2;

  static SeenHeadline of(ListedHeadline listed) {
    String visible = withoutCut(listed.headline());
    boolean cut = visible.length() < listed.headline().length() || listed.truncated();
    HeadlineWords words = HeadlineWords.of(visible);
    HeadlineWords unlabelled = unlabelled(visible, cut);
    return new SeenHeadline(
        listed,
        words,
        new HeadlineAlignment(words.words(), cut),
        unlabelled,
        unlabelled == null ? null : new HeadlineAlignment(unlabelled.words(), cut),
        cut);
  }

  /** Most headlines show no mark, which a look at their ends tells without a search. */
  private static String withoutCut(String headline) {
    int end = headline.length();
    while (end > 0 && isBlank(headline.charAt(end - 1))) {
      end--;
    }
    boolean mayBeCut = end > 0 && "….]".indexOf(headline.charAt(end - 1)) >= 0;
    return mayBeCut ? CUT.matcher(headline).replaceFirst("") : headline;
  }

  /** Whatever the pattern may take for a blank or for the end of a line. */
  private static boolean isBlank(char c) {
    return Character.isWhitespace(c) || c == '\u0085';
  }

  private static @Nullable HeadlineWords unlabelled(String visible, boolean cut) {
    if (visible.indexOf(':') < 0 && visible.indexOf('|') < 0) {
      return null;
    }
    String bare = LABELS.matcher(visible).replaceFirst("");
    if (bare.equals(visible)) {
      return null;
    }
    HeadlineWords words = HeadlineWords.of(bare);
    return cut && weight(words) < LEAST_OF_CUT ? null : words;
  }

  /** How much of the headline is there to go by: about the number of its long words. */
  double weight() {
    return weight(words);
  }

  private static double weight(HeadlineWords words) {
    double sum = 0;
    for (String word : words.words()) {
      sum += HeadlineAlignment.weight(word.length());
    }
    return sum;
  }

  /** How alike a headline must be at least, whatever the dates say. */
  double least() {
    return leastNear(weight(), !cut) - ROUNDING;
  }

  /** False if that headline is surely less like it than {@code least}. */
  boolean mayFit(ArchivedHeadline headline, double least) {
    return alignment.atMost(headline) >= least
        || unlabelledAlignment != null
            && unlabelledAlignment.atMost(headline) - WITHOUT_LABEL >= least;
  }

  double likeness(ArchivedHeadline headline) {
    double likeness = alignment.likeness(headline);
    return unlabelledAlignment == null
        ? likeness
        : Math.max(likeness, unlabelledAlignment.likeness(headline) - WITHOUT_LABEL);
  }

  /** Of a story of the listed date: for no other is less enough. */
  static double leastNear(double visible, boolean whole) {
    if (!whole && visible < LEAST_OF_CUT) {
      return NEVER;
    }
    return visible < 3 ? 0.9 : whole ? 0.69 : 0.74;
  }
}
