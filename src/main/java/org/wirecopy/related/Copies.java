package org.wirecopy.related;

/** Tells when two stories are one text in two places. */
final class Copies {
  /** From this share of common words on, two texts are copies. */
  static final double SAME_TEXT = 0.62;

  private static final int FEWEST_WORDS = 12;

  private Copies() {}

  /** True if the stories of the two prints are near-copies. */
  static boolean same(int[] print, int[] other) {
    return share(print, StoryPrint.HEADING, other, StoryPrint.HEADING) >= SAME_TEXT;
  }

  /**
   * Words of both as a share of the words of either; 0 if one is too short to tell.
   *
   * @param from where the words start, sorted, hash in the upper bits
   */
  static double share(int[] print, int from, int[] other, int otherFrom) {
    int length = print.length - from;
    int otherLength = other.length - otherFrom;
    if (Math.min(length, otherLength) < FEWEST_WORDS
        || Math.min(length, otherLength) < Math.max(length, otherLength) * SAME_TEXT) {
      return 0;
    }
    int both = 0;
    int i = from;
    int j = otherFrom;
    while (i < print.length && j < other.length) {
      int a = print[i] >> 8;
      int b = other[j] >> 8;
      if (a == b) {
        both++;
        i++;
        j++;
      } else if (a < b) {
        i++;
      } else {
        j++;
      }
    }
    return both / (double) (length + otherLength - both);
  }
}
