package org.wirecopy.related;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;

/**
 * In how many stories each word stands, approximately, in memory: asking the index for each word of
 * an article would cost more than the whole search.
 *
 * <p>Counts of words that share a slot add up, and two threads that count at once may lose one;
 * neither matters to what a word weighs.
 */
final class WordCounts {
  private static final int SLOTS = 1 << 21;

  /** Logarithms of one more than the small counts, which most are. */
  private static final double[] LOGS = logs();

  private final int[] counts = new int[SLOTS];
  private final AtomicInteger stories = new AtomicInteger();

  /** Counts what an index holds already. */
  static WordCounts of(IndexReader reader, String field) throws IOException {
    WordCounts counts = new WordCounts();
    for (LeafReaderContext leaf : reader.leaves()) {
      Terms terms = leaf.reader().terms(field);
      if (terms == null) {
        continue;
      }
      TermsEnum each = terms.iterator();
      for (BytesRef key = each.next(); key != null; key = each.next()) {
        counts.add(Word.hash(key), each.docFreq());
      }
    }
    counts.stories.set(reader.numDocs());
    return counts;
  }

  void count(PackedTerms terms) {
    for (int i = 0; i < terms.size(); i++) {
      add(StoryPrint.hash(terms.get(i)), 1);
    }
    stories.incrementAndGet();
  }

  /** Takes back what was counted of a story. */
  void discount(BytesRef print) {
    for (int i = StoryPrint.HEADING; i < StoryPrint.length(print); i++) {
      add(StoryPrint.hash(StoryPrint.at(print, i)), -1);
    }
    stories.decrementAndGet();
  }

  private void add(int hash, int more) {
    int slot = hash & (SLOTS - 1);
    counts[slot] = Math.max(0, counts[slot] + more);
  }

  int stories() {
    return stories.get();
  }

  /** In about how many stories each word stands. */
  int[] stories(StoryTerms terms) {
    // Nothing but this in the loop: the memory is asked for many of them at once.
    int[] stories = new int[terms.size()];
    for (int i = 0; i < stories.length; i++) {
      stories[i] = counts[terms.get(i).hash & (SLOTS - 1)];
    }
    return stories;
  }

  /** What the rarest word tells; the measure for {@link #weight}. */
  double most() {
    return Math.log(all(0));
  }

  /**
   * What a word tells: 0 for one that stands in every story, the more the rarer it is.
   *
   * @param count of stories that have it
   * @param most as {@link #most} gave it
   */
  double weight(int count, double most) {
    return count < LOGS.length ? most - LOGS[count] : Math.log(all(count) / (count + 1.0));
  }

  private double all(int count) {
    // One story is its own evidence: in an archive of three, a word of one is not yet rare.
    return Math.max(stories.get(), count) + 20.0;
  }

  private static double[] logs() {
    double[] logs = new double[1 << 12];
    for (int i = 0; i < logs.length; i++) {
      logs[i] = Math.log(i + 1.0);
    }
    return logs;
  }
}
