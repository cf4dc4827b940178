package org.wirecopy.related;

import java.util.regex.Matcher;
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

  static SeenHeadline of(ListedHeadline listed) {
    Matcher mark = CUT.matcher(listed.headline());
    boolean cut = mark.find() || listed.truncated();
    String visible = mark.replaceFirst("");
    String bare = LABELS.matcher(visible).replaceFirst("");
    HeadlineWords words = HeadlineWords.of(visible);
    HeadlineWords unlabelled = bare.equals(visible) ? null : HeadlineWords.of(bare);
    return new SeenHeadline(
        listed,
        words,
        new HeadlineAlignment(words.words(), cut),
        unlabelled,
        unlabelled == null ? null : new HeadlineAlignment(unlabelled.words(), cut),
        cut);
  }

  /** How much of the headline is there to go by: about the number of its long words. */
  double weight() {
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
    return visible < 3 ? 0.9 : whole ? 0.69 : 0.74;
  }
}
