package org.wirecopy.related;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.TermState;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * The archived headlines that share most words with a listed one, rare words counting more (as BM25
 * weighs them). The words are looked up once for all searches; each segment is sorted by date, so a
 * search around a date reads a range of it.
 */
final class HeadlineSearch {
  private final ArchiveIndex index;
  private final List<LeafReaderContext> leaves;
  private final List<String> words;
  private final BytesRef[] keys;
  private final @Nullable TermsEnum[] enums;
  private final @Nullable TermState[][] states;
  private final float[] weights;
  private float[] scores;
  private int[] touched = new int[256];
  private int touchedCount;

  private record Hit(int doc, float score) {}

  /** The best hits, the worst of them on top. */
  private static final class Best extends PriorityQueue<Hit> {
    Best(int most) {
      super(most);
    }

    @Override
    protected boolean lessThan(Hit a, Hit b) {
      return a.score() < b.score() || (a.score() == b.score() && a.doc() > b.doc());
    }
  }

  /**
   * @param words those to look for, the most telling first
   */
  HeadlineSearch(ArchiveIndex index, IndexSearcher searcher, List<String> words)
      throws IOException {
    this.index = index;
    this.leaves = searcher.getIndexReader().leaves();
    this.words = words;
    this.scores = index.takeScratch();
    this.enums = new TermsEnum[leaves.size()];
    this.states = new TermState[leaves.size()][words.size()];
    this.weights = new float[words.size()];
    this.keys = words.stream().map(Word::hash).map(Word::key).toArray(BytesRef[]::new);
    int[] found = new int[keys.length];
    for (int i = 0; i < enums.length; i++) {
      Terms headlines = leaves.get(i).reader().terms(StoryDocuments.HEADLINE);
      if (headlines == null) {
        continue;
      }
      TermsEnum each = headlines.iterator();
      SegmentWords known = index.headlineWords(leaves.get(i).reader());
      enums[i] = each;
      for (int word = 0; word < keys.length; word++) {
        if (known.mayHave(Word.hash(keys[word])) && each.seekExact(keys[word])) {
          states[i][word] = each.termState();
          found[word] += each.docFreq();
        }
      }
    }
    int stories = searcher.getIndexReader().maxDoc();
    for (int word = 0; word < keys.length; word++) {
      double rarity = Math.log(1 + (stories - found[word] + 0.5) / (found[word] + 0.5));
      weights[word] = (float) (HeadlineAlignment.weight(words.get(word).length()) * rarity);
    }
  }

  /** Hands back what the search borrowed; it is over. */
  void done() {
    index.handBackScratch(scores);
  }

  /** The best by all words, of those dated from {@code from} to {@code to} (epoch seconds). */
  List<Integer> between(long from, long to, int most) throws IOException {
    Best best = new Best(most);
    for (int i = 0; i < enums.length; i++) {
      SegmentDates dates = index.dates(leaves.get(i).reader());
      int start = dates.firstAfter(from - 1);
      int end = dates.firstAfter(to);
      if (start < end) {
        search(i, words.size(), start, end, best);
      }
    }
    return docs(best);
  }

  /** The best by the first {@code mostWords} words, of any date. */
  List<Integer> anyTime(int mostWords, int most) throws IOException {
    Best best = new Best(most);
    for (int i = 0; i < enums.length; i++) {
      int end = leaves.get(i).reader().maxDoc();
      search(i, Math.min(mostWords, words.size()), 0, end, best);
    }
    return docs(best);
  }

  private static List<Integer> docs(Best best) {
    List<Integer> docs = new ArrayList<>(best.size());
    best.forEach(hit -> docs.add(hit.doc()));
    // In the order of the index, in which what it keeps of each is read.
    Collections.sort(docs);
    return docs;
  }

  private void search(int leaf, int used, int start, int end, Best best) throws IOException {
    TermsEnum each = enums[leaf];
    if (each == null) {
      return;
    }
    if (scores.length < leaves.get(leaf).reader().maxDoc()) {
      scores = new float[leaves.get(leaf).reader().maxDoc()];
    }
    @Nullable PostingsEnum postings = null;
    for (int word = 0; word < used; word++) {
      TermState state = states[leaf][word];
      if (state == null) {
        continue;
      }
      each.seekExact(keys[word], state);
      postings = each.postings(postings, PostingsEnum.NONE);
      for (int doc = start == 0 ? postings.nextDoc() : postings.advance(start);
          doc < end && doc != DocIdSetIterator.NO_MORE_DOCS;
          doc = postings.nextDoc()) {
        if (scores[doc] == 0) {
          touch(doc);
        }
        scores[doc] += weights[word];
      }
    }
    Bits live = leaves.get(leaf).reader().getLiveDocs();
    for (int i = 0; i < touchedCount; i++) {
      int doc = touched[i];
      if (live == null || live.get(doc)) {
        best.insertWithOverflow(new Hit(leaves.get(leaf).docBase + doc, scores[doc]));
      }
      scores[doc] = 0;
    }
    touchedCount = 0;
  }

  private void touch(int doc) {
    if (touchedCount == touched.length) {
      touched = Arrays.copyOf(touched, touchedCount * 2);
    }
    touched[touchedCount++] = doc;
  }
}
