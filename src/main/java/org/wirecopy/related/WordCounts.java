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

  void count(StoryTerms terms) {
    for (int i = 0; i < terms.size(); i++) {
      add(terms.get(i).word.hash(), 1);
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

  /** In about how many stories a word stands. */
  int stories(int hash) {
    return counts[hash & (SLOTS - 1)];
  }

  /** What a word tells: 0 for one that stands in every story, the more the rarer it is. */
  double weight(int hash) {
    int count = counts[hash & (SLOTS - 1)];
    // One story is its own evidence: in an archive of three, a word of one is not yet rare.
    double all = Math.max(stories.get(), count) + 20.0;
    return Math.log(all / (count + 1.0));
  }
}
