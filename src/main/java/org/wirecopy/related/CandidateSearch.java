package org.wirecopy.related;

import java.io.IOException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.FixedBitSet;
import org.apache.lucene.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/**
 * The first step of a lookup: a few hundred stories worth comparing. Those near in time are
 * searched by many words of the article; all others by its weightiest, as far as a bounded number
 * of postings goes, so that no lookup takes much longer than another however large the archive.
 *
 * <p>Each segment is sorted by date, so nearness in time is a range of it.
 */
final class CandidateSearch {
  private static final int TERMS = 30;
  private static final int TERMS_EVERYWHERE = 14;

  /** Of one source there are fewer, so it takes more words to find enough. */
  private static final int OF_ONE_SOURCE = 2;

  private static final int POSTINGS = 150_000;
  private static final long NEAR_SECONDS = 12 * 86_400L;
  private static final double NEARNESS = 0.3;
  private static final double DECAY_SECONDS = 5 * 86_400.0;
  private static final double LEAST_NEAR = Math.exp(-NEAR_SECONDS / DECAY_SECONDS);

  /** A story and what the search gives it. */
  record Hit(int doc, float score) {}

  /** The best hits, the worst of them on top. */
  private static final class Best extends PriorityQueue<Hit> {
    Best(int most) {
      super(most);
    }

    @Override
    protected boolean lessThan(Hit a, Hit b) {
      return a.score() < b.score();
    }
  }

  private final ArchiveIndex index;
  private final WeighedTerms terms;
  private final Query query;
  private final double recencyWeight;
  private final Best best;
  private final int used;
  private final int everywhere;
  private final double total;
  private final int most;
  private float[] scores;
  private int[] touched = new int[4096];
  private int touchedCount;

  CandidateSearch(
      ArchiveIndex index, WeighedTerms terms, Query query, double recencyWeight, int most) {
    this.index = index;
    this.scores = index.takeScratch();
    this.most = most;
    this.terms = terms;
    this.query = query;
    this.recencyWeight = recencyWeight;
    this.best = new Best(most);
    int wanted = query.source() == null ? 1 : OF_ONE_SOURCE;
    this.used = Math.min(TERMS * wanted, terms.size());
    double sum = 0;
    long postings = 0;
    int affordable = 0;
    for (int i = 0; i < used; i++) {
      sum += terms.get(i).weight();
      postings += terms.get(i).stories();
      affordable += postings <= POSTINGS ? 1 : 0;
    }
    this.total = sum;
    this.everywhere = Math.min(TERMS_EVERYWHERE * wanted, affordable);
  }

  /** The candidates, in the order in which they lie in the index. */
  List<Hit> in(IndexSearcher searcher) throws IOException {
    for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
      search(leaf);
    }
    index.handBackScratch(scores);
    List<Hit> hits = new ArrayList<>(best.size());
    best.forEach(hits::add);
    hits.sort(Comparator.comparingInt(Hit::doc));
    return hits;
  }

  private void search(LeafReaderContext context) throws IOException {
    LeafReader leaf = context.reader();
    Terms words = leaf.terms(StoryDocuments.WORDS);
    if (words == null) {
      return;
    }
    SegmentDates dates = index.dates(leaf);
    @Nullable OffsetDateTime asOf = query.asOf();
    int end = asOf == null ? leaf.maxDoc() : dates.firstAfter(asOf.toEpochSecond());
    @Nullable OffsetDateTime reference = recencyWeight > 0 ? query.reference() : null;
    int nearStart = 0;
    int nearEnd = 0;
    if (reference != null) {
      nearStart = dates.firstAfter(reference.toEpochSecond() - NEAR_SECONDS);
      nearEnd = Math.min(end, dates.firstAfter(reference.toEpochSecond() + NEAR_SECONDS));
    }
    if (end == 0 || !accumulate(leaf, words, end, nearStart, nearEnd)) {
      return;
    }
    if (reference != null) {
      addNearness(dates, nearStart, nearEnd, reference.toEpochSecond());
    }
    @Nullable Bits live = leaf.getLiveDocs();
    @Nullable FixedBitSet allowed = ofSource(leaf);
    for (int i = 0; i < touchedCount; i++) {
      int doc = touched[i];
      if ((live == null || live.get(doc)) && (allowed == null || allowed.get(doc))) {
        keep(context.docBase + doc, scores[doc]);
      }
      scores[doc] = 0;
    }
    touchedCount = 0;
  }

  private void addNearness(SegmentDates dates, int from, int to, long reference) {
    for (int doc = from; doc < to; doc++) {
      if (scores[doc] > 0) {
        scores[doc] += near(Math.abs(dates.at(doc) - reference));
      }
    }
  }

  private float near(long seconds) {
    double near = Math.exp(-seconds / DECAY_SECONDS) - LEAST_NEAR;
    return (float) (NEARNESS * recencyWeight * total * Math.max(0, near));
  }

  private void keep(int doc, float score) {
    if (best.size() < most) {
      best.add(new Hit(doc, score));
    } else if (score > best.top().score()) {
      best.updateTop(new Hit(doc, score));
    }
  }

  /** Adds up the weight of the article's words in each story; false if none has any. */
  private boolean accumulate(LeafReader leaf, Terms words, int end, int nearStart, int nearEnd)
      throws IOException {
    if (scores.length < leaf.maxDoc()) {
      scores = new float[leaf.maxDoc()];
    }
    TermsEnum each = words.iterator();
    BytesRef key = Word.key(0);
    SegmentWords known = index.storyWords(leaf);
    @Nullable PostingsEnum postings = null;
    for (int i = 0; i < used; i++) {
      WeighedTerms.Weighed term = terms.get(i);
      boolean anyTime = i < everywhere;
      if (!anyTime && nearStart >= nearEnd) {
        break;
      }
      int hash = term.term().hash;
      Word.spell(hash, key);
      if (!known.mayHave(hash) || !each.seekExact(key)) {
        continue;
      }
      postings = each.postings(postings, PostingsEnum.FREQS);
      int from = anyTime ? 0 : nearStart;
      int to = anyTime ? end : nearEnd;
      float weight = (float) term.weight();
      for (int doc = from == 0 ? postings.nextDoc() : postings.advance(from);
          doc < to && doc != DocIdSetIterator.NO_MORE_DOCS;
          doc = postings.nextDoc()) {
        if (scores[doc] == 0) {
          touch(doc);
        }
        int count = postings.freq();
        scores[doc] += weight * count / (count + 1f);
      }
    }
    return touchedCount > 0;
  }

  private void touch(int doc) {
    if (touchedCount == touched.length) {
      touched = Arrays.copyOf(touched, touchedCount * 2);
    }
    touched[touchedCount++] = doc;
  }

  private @Nullable FixedBitSet ofSource(LeafReader leaf) throws IOException {
    if (query.source() == null) {
      return null;
    }
    FixedBitSet allowed = new FixedBitSet(leaf.maxDoc());
    PostingsEnum postings =
        leaf.postings(
            new Term(StoryDocuments.SOURCE, StoryDocuments.sourceKey(query.source())),
            PostingsEnum.NONE);
    if (postings != null) {
      allowed.or(postings);
    }
    return allowed;
  }
}
