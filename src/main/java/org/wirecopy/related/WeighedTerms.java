package org.wirecopy.related;

import java.util.Arrays;

/** The telling words of the article that a lookup is for, the weightiest first. */
final class WeighedTerms {
  /**
   * One word and what it weighs in this article.
   *
   * @param stories that have it, about
   * @param rarity see {@link WordCounts#weight}
   * @param boost for where it stands
   * @param weight for the search: all of it together
   */
  record Weighed(StoryTerms.Term term, int stories, double rarity, double boost, double weight) {}

  private static final double IN_HEADLINE = 1.6;
  private static final double NAME = 1.25;
  private static final double IN_LEAD = 1.15;

  private final Weighed[] terms;

  WeighedTerms(StoryTerms story, WordCounts words) {
    Weighed[] all = new Weighed[story.size()];
    long[] order = new long[all.length];
    double most = words.most();
    int[] counts = words.stories(story);
    for (int i = 0; i < all.length; i++) {
      StoryTerms.Term term = story.get(i);
      double rarity = Math.max(0, words.weight(counts[i], most));
      double boost =
          (term.inHeadline ? IN_HEADLINE : 1)
              * (term.inLead ? IN_LEAD : 1)
              * (term.name ? NAME : 1);
      double weight = rarity * boost * (term.count / (term.count + 1.0));
      all[i] = new Weighed(term, counts[i], rarity, boost, weight);
      order[i] = (long) ~Float.floatToRawIntBits((float) weight) << 32 | i;
    }
    terms = new Weighed[all.length];
    // Bits of floats that are not negative are ordered as these are, and numbers sort quickly.
    Arrays.sort(order);
    for (int i = 0; i < order.length; i++) {
      terms[i] = all[(int) order[i]];
    }
  }

  int size() {
    return terms.length;
  }

  Weighed get(int i) {
    return terms[i];
  }
}
