package org.wirecopy.related;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.lucene.util.BytesRef;

/** Compares one article, word by word, with the prints of archived stories. */
final class Comparison {
  private static final int MOST_TERMS = 500;
  private static final int SLOTS = 2048;
  private static final double USUAL_LENGTH = 260;
  private static final double LENGTH_COUNTS = 0.4;
  private static final int HEADLINE_COUNT = 2;

  /** Squared, of a word that the article does not have: asking for each would cost too much. */
  private static final double RARITY_OF_OTHERS = 20;

  private final int[] hashes = new int[SLOTS];
  private final short[] places = new short[SLOTS];
  private final WeighedTerms terms;
  private final int used;
  private final double[] byUse;
  private final double[] byRarity;
  private final double[] inHeadline;
  private final double[] squared;
  private final double useTotal;
  private final double rarityTotal;
  private final double headlineTotal;
  private final int[] own;

  Comparison(WeighedTerms terms) {
    this.terms = terms;
    used = Math.min(MOST_TERMS, terms.size());
    byUse = new double[used];
    byRarity = new double[used];
    inHeadline = new double[used];
    squared = new double[used];
    own = new int[terms.size()];
    double use = 1e-9;
    double rarity = 1e-9;
    double headline = 1e-9;
    for (int i = 0; i < used; i++) {
      WeighedTerms.Weighed each = terms.get(i);
      squared[i] = each.rarity() * each.rarity();
      byUse[i] = each.rarity() * each.boost() * each.term().count;
      byRarity[i] = each.rarity() * Math.sqrt(each.rarity()) * each.boost();
      use += byUse[i];
      rarity += byRarity[i];
      if (each.term().inHeadline) {
        inHeadline[i] = squared[i];
        headline += inHeadline[i];
      }
      int slot = each.term().hash & (SLOTS - 1);
      while (places[slot] != 0) {
        slot = (slot + 1) & (SLOTS - 1);
      }
      hashes[slot] = each.term().hash;
      places[slot] = (short) (i + 1);
    }
    for (int i = 0; i < own.length; i++) {
      own[i] = terms.get(i).term().hash << 8;
    }
    Arrays.sort(own);
    useTotal = use;
    rarityTotal = rarity;
    headlineTotal = headline;
  }

  /** Place of a word among the weighed terms, or -1. */
  private int place(int hash) {
    int slot = hash & (SLOTS - 1);
    while (places[slot] != 0) {
      if (hashes[slot] == hash) {
        return places[slot] - 1;
      }
      slot = (slot + 1) & (SLOTS - 1);
    }
    return -1;
  }

  Likeness with(BytesRef print, double days) {
    double norm = 1 - LENGTH_COUNTS + LENGTH_COUNTS * StoryPrint.words(print) / USUAL_LENGTH;
    double useNorm = 1.2 * norm;
    double rarityNorm = 0.4 * norm;
    double use = 0;
    double rarity = 0;
    double headline = 0;
    double lead = 0;
    double otherHeadline = 0;
    double otherHeadlineTotal = 1e-9;
    // A look at a field for each of some ten thousand words would be felt.
    short[] places = this.places;
    byte[] bytes = print.bytes;
    int end = print.offset + print.length;
    for (int at = print.offset + StoryPrint.HEADING * 4; at < end; at += 4) {
      // Most words of another story are none of this one: a glance at two bytes tells.
      if (places[StoryPrint.hashBeginning(bytes, at) & (SLOTS - 1)] == 0) {
        otherHeadlineTotal += StoryPrint.inHeadline(bytes[at]) ? RARITY_OF_OTHERS : 0;
        continue;
      }
      int word = StoryPrint.at(bytes, at);
      boolean heads = StoryPrint.inHeadline(word);
      int place = place(StoryPrint.hash(word));
      if (heads) {
        double weight = place < 0 ? RARITY_OF_OTHERS : squared[place];
        otherHeadlineTotal += weight;
        otherHeadline += place < 0 ? 0 : weight;
      }
      if (place < 0) {
        continue;
      }
      double count = StoryPrint.count(word) + (heads ? HEADLINE_COUNT : 0);
      use += byUse[place] * count * 2.2 / (count + useNorm);
      rarity += byRarity[place] * count * 1.4 / (count + rarityNorm);
      if (inHeadline[place] > 0) {
        headline += heads ? inHeadline[place] : 0;
        lead += heads || StoryPrint.inLead(word) ? inHeadline[place] : 0;
      }
    }
    return new Likeness(
        use / useTotal,
        rarity / rarityTotal,
        headline / headlineTotal,
        lead / headlineTotal,
        otherHeadline / otherHeadlineTotal,
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
        shared.add(terms.get(i).term().surface());
      }
    }
    return shared;
  }

  /** True if the archived story is this article again, whole or all but whole. */
  boolean copy(int[] print) {
    return Copies.share(own, 0, print, StoryPrint.HEADING) >= Copies.SAME_TEXT;
  }
}
