package org.wirecopy.related;

import java.util.Arrays;
import java.util.Comparator;

/** The telling words of the article that a lookup is for, the weightiest first. */
final class WeighedTerms {
  /** One word and what it weighs in this article. */
  record Weighed(StoryTerms.Term term, double weight) {}

  private static final double IN_HEADLINE = 1.6;
  private static final double NAME = 1.25;
  private static final double IN_LEAD = 1.15;

  private final Weighed[] terms;

  WeighedTerms(StoryTerms story, WordCounts words) {
    Weighed[] all = new Weighed[story.size()];
    for (int i = 0; i < all.length; i++) {
      StoryTerms.Term term = story.get(i);
      double rarity = words.weight(term.word.hash());
      double weight =
          rarity
              * (term.count / (term.count + 1.0))
              * (term.inHeadline ? IN_HEADLINE : 1)
              * (term.inLead ? IN_LEAD : 1)
              * (term.name ? NAME : 1);
      all[i] = new Weighed(term, weight);
    }
    Arrays.sort(all, Comparator.comparingDouble(Weighed::weight).reversed());
    terms = all;
  }

  int size() {
    return terms.length;
  }

  Weighed get(int i) {
    return terms[i];
  }
}
