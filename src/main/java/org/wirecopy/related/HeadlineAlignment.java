package org.wirecopy.related;

import java.util.List;

/**
 * How well a listed headline fits an archived one, word by word: words may be misspelt, missing or
 * added, and a truncated headline need only fit the archived one's beginning.
 */
final class HeadlineAlignment {
  private static final double MISSPELT = 0.25;
  private static final int LONGEST = 40;

  private HeadlineAlignment() {}

  /**
   * 1 if they are the same, 0 if nothing fits.
   *
   * @param cut true if {@code listed} may end anywhere, in mid-word too
   */
  static double likeness(List<String> listed, List<String> archived, boolean cut) {
    int rows = Math.min(listed.size(), LONGEST);
    int columns = Math.min(archived.size(), LONGEST);
    if (rows == 0 || columns == 0) {
      return 0;
    }
    double[] above = new double[columns + 1];
    double[] row = new double[columns + 1];
    for (int j = 1; j <= columns; j++) {
      above[j] = above[j - 1] + weight(archived.get(j - 1));
    }
    long[] letters = letters(archived, columns);
    double total = 0;
    for (int i = 1; i <= rows; i++) {
      String word = listed.get(i - 1);
      double weight = weight(word);
      long own = letters(word);
      total += weight;
      row[0] = above[0] + weight;
      for (int j = 1; j <= columns; j++) {
        String other = archived.get(j - 1);
        double best = Math.min(above[j] + weight, row[j - 1] + weight(other));
        // A change of letters touches two of them at most, so a glance tells most pairs apart.
        int apart = Long.bitCount(own ^ letters[j - 1]);
        double change = change(word, other, apart, cut && i == rows);
        if (change < 1) {
          best = Math.min(best, above[j - 1] + change * Math.max(weight, weight(other)));
        }
        if (j > 1
            && word.length() == other.length() + archived.get(j - 2).length()
            && word.equals(archived.get(j - 2) + other)) {
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
      return Math.max(0, 1 - cost / total);
    }
    double other = 0;
    for (int j = 0; j < columns; j++) {
      other += weight(archived.get(j));
    }
    return Math.max(0, 1 - cost / Math.max(total, other));
  }

  /** Short words ("of", "in") say less than long ones. */
  static double weight(String word) {
    return Math.min(word.length() + 1, 7) / 7.0;
  }

  /**
   * Part of a word's weight that turning one into the other costs; 1 if they are different words.
   *
   * @param apart how many letters only one of them has
   */
  private static double change(String word, String other, int apart, boolean lastOfCut) {
    if (word.equals(other) || lastOfCut && other.startsWith(word)) {
      return 0;
    }
    if (word.length() < 4 || other.length() < 4) {
      return 1;
    }
    int allowed = Math.min(word.length(), other.length()) >= 8 ? 2 : 1;
    return apart <= 2 * allowed && edits(word, other, allowed) <= allowed ? MISSPELT : 1;
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

  private static long[] letters(List<String> words, int count) {
    long[] letters = new long[count];
    for (int i = 0; i < count; i++) {
      letters[i] = letters(words.get(i));
    }
    return letters;
  }

  /** A sign for each letter that a word has. */
  private static long letters(String word) {
    long letters = 0;
    for (int i = 0; i < word.length(); i++) {
      letters |= 1L << word.charAt(i);
    }
    return letters;
  }
}
