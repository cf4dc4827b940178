package org.wirecopy.related;

import java.util.ArrayList;
import java.util.List;

/** Compares one article with the prints of archived stories. */
final class Comparison {
  private static final int MOST_TERMS = 110;
  private static final int SLOTS = 1024;

  private final int[] hashes = new int[SLOTS];
  private final byte[] slotOf = new byte[SLOTS];
  private final WeighedTerms terms;
  private final int used;
  private final double[] weight;
  private final double wordsTotal;
  private final double headlineTotal;
  private final double namesTotal;
  private final int allTerms;
  private final StoryTerms story;

  Comparison(StoryTerms story, WeighedTerms terms) {
    this.story = story;
    this.terms = terms;
    this.allTerms = story.size();
    used = Math.min(MOST_TERMS, terms.size());
    weight = new double[used];
    double all = 0;
    double headline = 0;
    double names = 0;
    for (int i = 0; i < used; i++) {
      WeighedTerms.Weighed each = terms.get(i);
      weight[i] = each.weight();
      all += weight[i];
      headline += each.term().inHeadline ? weight[i] : 0;
      names += each.term().name ? weight[i] : 0;
      int slot = each.term().word.hash() & (SLOTS - 1);
      while (slotOf[slot] != 0) {
        slot = (slot + 1) & (SLOTS - 1);
      }
      hashes[slot] = each.term().word.hash();
      slotOf[slot] = (byte) (i + 1);
    }
    wordsTotal = Math.max(all, 1e-9);
    headlineTotal = Math.max(headline, 1e-9);
    namesTotal = Math.max(names, 1e-9);
  }

  /** Place of a word among the weighed terms, or -1. */
  private int place(int hash) {
    int slot = hash & (SLOTS - 1);
    while (slotOf[slot] != 0) {
      if (hashes[slot] == hash) {
        return slotOf[slot] - 1;
      }
      slot = (slot + 1) & (SLOTS - 1);
    }
    return -1;
  }

  Likeness with(int[] print, double days) {
    double norm = 1.2 * (0.25 + 0.75 * print[3] / 260.0);
    double words = 0;
    double headline = 0;
    double inHeadline = 0;
    double names = 0;
    int common = 0;
    for (int i = StoryPrint.HEADING; i < print.length; i++) {
      int word = print[i];
      int place = place(StoryPrint.hash(word));
      if (place < 0) {
        continue;
      }
      common++;
      StoryTerms.Term term = terms.get(place).term();
      double count = StoryPrint.count(word) + (StoryPrint.inHeadline(word) ? 2 : 0);
      double gain = weight[place] * count * 2.2 / (count + norm) / 1.6;
      words += gain;
      if (StoryPrint.inHeadline(word)) {
        inHeadline += weight[place];
        if (term.inHeadline) {
          headline += weight[place];
        }
      }
      if (term.name) {
        names += weight[place];
      }
    }
    int shorter = Math.max(1, Math.min(used, print.length - StoryPrint.HEADING));
    return new Likeness(
        words / wordsTotal,
        headline / headlineTotal,
        inHeadline / wordsTotal,
        names / namesTotal,
        common / (double) shorter,
        days);
  }

  /** The weightiest shared words, as the article writes them. */
  List<String> shared(int[] print, int most) {
    boolean[] has = new boolean[used];
    for (int i = StoryPrint.HEADING; i < print.length; i++) {
      int place = place(StoryPrint.hash(print[i]));
      if (place >= 0) {
        has[place] = true;
      }
    }
    List<String> shared = new ArrayList<>();
    for (int i = 0; i < used && shared.size() < most; i++) {
      if (has[i]) {
        shared.add(terms.get(i).term().surface);
      }
    }
    return shared;
  }

  /** True if the archived story is this article again, whole or all but whole. */
  boolean copy(int[] print) {
    return share(sorted(), print) >= Copies.SAME_TEXT;
  }

  private int[] sorted() {
    int[] own = new int[allTerms];
    for (int i = 0; i < allTerms; i++) {
      own[i] = story.get(i).word.hash() << 8;
    }
    java.util.Arrays.sort(own);
    return own;
  }

  private static double share(int[] own, int[] print) {
    return Copies.share(own, 0, print, StoryPrint.HEADING);
  }
}
