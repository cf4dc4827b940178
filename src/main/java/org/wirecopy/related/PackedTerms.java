package org.wirecopy.related;

import java.util.Arrays;

/**
 * The telling words of one story as the archive keeps them: an integer each, sorted, in the form
 * that {@link StoryPrint} describes.
 */
final class PackedTerms {
  private final int[] words;
  private final int length;

  private PackedTerms(int[] words, int length) {
    this.words = words;
    this.length = length;
  }

  static PackedTerms of(StoryTerms terms) {
    int[] words = new int[terms.size()];
    int length = 0;
    for (int i = 0; i < words.length; i++) {
      StoryTerms.Term term = terms.get(i);
      length += term.count;
      words[i] = StoryPrint.word(term);
    }
    Arrays.sort(words);
    return new PackedTerms(words, length);
  }

  int size() {
    return words.length;
  }

  /** One word, to be read by {@link StoryPrint}. */
  int get(int i) {
    return words[i];
  }

  /** Number of words of the story, each as often as it stands there. */
  int length() {
    return length;
  }
}
