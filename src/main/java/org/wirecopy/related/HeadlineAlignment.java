package org.wirecopy.related;

import java.util.List;

/**
 * How well a listed headline fits archived ones, word by word: words may be misspelt, missing or
 * added, and a truncated headline need only fit the archived one's beginning.
 */
final class HeadlineAlignment {
  private static final double MISSPELT = 0.25;
  private static final int SHORTEST_MISSPELT = 4;

  private final String[] words;
  private final long[] letters;
  private final double[] weights;
  private final double total;
  private final boolean cut;

  /**
   * @param listed the words of the listed headline
   * @param cut true if it may end anywhere, in mid-word too
   */
  HeadlineAlignment(List<String> listed, boolean cut) {
    this.cut = cut;
    words =
        listed
            .subList(0, Math.min(listed.size(), ArchivedHeadline.MOST_WORDS))
            .toArray(String[]::new);
    letters = new long[words.length];
    weights = new double[words.length];
    double sum = 0;
    for (int i = 0; i < words.length; i++) {
      letters[i] = ArchivedHeadline.letters(words[i]);
      weights[i] = weight(words[i].length());
      sum += weights[i];
    }
    total = sum;
  }

  /**
   * No less than {@link #likeness}, told from the letters of the words alone: that most headlines
   * do not fit is seen without a look at their words.
   */
  double atMost(ArchivedHeadline archived) {
    double cost = 0;
    for (int i = 0; i < words.length; i++) {
      cost += weights[i] * leastChange(i, archived);
    }
    return 1 - cost / whole(archived);
  }

  /** What a listed word costs at least: nothing if an archived one may be the same. */
  private double leastChange(int i, ArchivedHeadline archived) {
    long own = letters[i];
    int length = words[i].length();
    boolean lastOfCut = cut && i == words.length - 1;
    double least = 1;
    long before = 0;
    for (int j = 0; j < archived.size(); j++) {
      long other = archived.letters(j);
      boolean maySpellSame =
          own == other || own == (before | other) || lastOfCut && (own & ~other) == 0;
      if (maySpellSame) {
        return 0;
      }
      if (mayBeMisspelt(length, archived.length(j), own ^ other)) {
        least = MISSPELT;
      }
      before = other;
    }
    return least;
  }

  /** A change of letters touches two of them at most, so a glance tells most pairs apart. */
  private static boolean mayBeMisspelt(int length, int other, long apart) {
    int shorter = Math.min(length, other);
    if (shorter < SHORTEST_MISSPELT) {
      return false;
    }
    int allowed = allowed(shorter);
    return Math.abs(length - other) <= allowed && Long.bitCount(apart) <= 2 * allowed;
  }

  private static int allowed(int shorter) {
    return shorter >= 8 ? 2 : 1;
  }

  /** The weight that a cost is measured by. */
  private double whole(ArchivedHeadline archived) {
    if (cut) {
      return total;
    }
    double other = 0;
    for (int j = 0; j < archived.size(); j++) {
      other += weight(archived.length(j));
    }
    return Math.max(total, other);
  }

  /** 1 if they are the same, 0 if nothing fits. */
  double likeness(ArchivedHeadline archived) {
    int columns = archived.size();
    if (words.length == 0 || columns == 0) {
      return 0;
    }
    double[] above = new double[columns + 1];
    double[] row = new double[columns + 1];
    for (int j = 1; j <= columns; j++) {
      above[j] = above[j - 1] + weight(archived.length(j - 1));
    }
    for (int i = 0; i < words.length; i++) {
      String word = words[i];
      double weight = weights[i];
      row[0] = above[0] + weight;
      for (int j = 1; j <= columns; j++) {
        double other = weight(archived.length(j - 1));
        double best = Math.min(above[j] + weight, row[j - 1] + other);
        double change = change(i, archived, j - 1);
        if (change < 1) {
          best = Math.min(best, above[j - 1] + change * Math.max(weight, other));
        }
        if (j > 1
            && word.length() == archived.length(j - 1) + archived.length(j - 2)
            && word.equals(archived.word(j - 2) + archived.word(j - 1))) {
          best = Math.min(best, above[j - 2]);
        }
        row[j] = best;
      }
      double[] swap = above;
      above = row;
      row = swap;
    }
    double cost = above[columns];
    if (cut) {
      for (double each : above) {
        cost = Math.min(cost, each);
      }
    }
    return Math.max(0, 1 - cost / whole(archived));
  }

  /**
   * Part of a word's weight that turning one into the other costs; 1 if they are different words.
   */
  private double change(int i, ArchivedHeadline archived, int j) {
    String word = words[i];
    long apart = letters[i] ^ archived.letters(j);
    boolean lastOfCut = cut && i == words.length - 1;
    if (apart == 0 && word.equals(archived.word(j))
        || lastOfCut && archived.word(j).startsWith(word)) {
      return 0;
    }
    if (!mayBeMisspelt(word.length(), archived.length(j), apart)) {
      return 1;
    }
    int allowed = allowed(Math.min(word.length(), archived.length(j)));
    return edits(word, archived.word(j), allowed) <= allowed ? MISSPELT : 1;
  }

  /** Short words ("of", "in") say less than long ones. */
  static double weight(int length) {
    return Math.min(length + 1, 7) / 7.0;
  }

  /**
   * Letters added, dropped, changed or swapped with their neighbour; more than {@code most} is all
   * the same.
   */
  static int edits(String a, String b, int most) {
    if (Math.abs(a.length() - b.length()) > most) {
      return most + 1;
    }
    int[] before = new int[b.length() + 1];
    int[] above = new int[b.length() + 1];
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      above[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      row[0] = i;
      int least = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        int best = Math.min(above[j - 1] + change, Math.min(above[j], row[j - 1]) + 1);
        boolean swapped =
            i > 1
                && j > 1
                && a.charAt(i - 1) == b.charAt(j - 2)
                && a.charAt(i - 2) == b.charAt(j - 1);
        if (swapped) {
          best = Math.min(best, before[j - 2] + 1);
        }
        row[j] = best;
        least = Math.min(least, best);
      }
      if (least > most) {
        return most + 1;
      }
      int[] swap = before;
      before = above;
      above = row;
      row = swap;
    }
    return above[b.length()];
  }
}
