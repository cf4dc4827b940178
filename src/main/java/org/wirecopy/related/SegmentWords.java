package org.wirecopy.related;

import java.io.IOException;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;

/**
 * Which words a segment surely lacks: the telling ones are rare, so about half of those that a
 * lookup asks a segment for are not there, and its dictionary need not be searched for them. In
 * memory, one to two bytes a word.
 */
final class SegmentWords {
  private static final int BITS_A_WORD = 8;
  private static final int FEWEST_BITS = 1 << 10;
  private static final int MOST_BITS = 1 << Word.HASH_BITS;

  private final long[] bits;

  private SegmentWords(long[] bits) {
    this.bits = bits;
  }

  /** Those of a field that holds the keys of words. */
  static SegmentWords of(LeafReader leaf, String field) throws IOException {
    Terms terms = leaf.terms(field);
    long words = terms == null ? 0 : terms.size();
    long wanted = Math.max(FEWEST_BITS, Math.min(MOST_BITS, words * BITS_A_WORD));
    SegmentWords found =
        new SegmentWords(new long[(int) (Long.highestOneBit(2 * wanted - 1) / 64)]);
    TermsEnum each = terms == null ? TermsEnum.EMPTY : terms.iterator();
    for (BytesRef key = each.next(); key != null; key = each.next()) {
      found.add(Word.hash(key));
    }
    return found;
  }

  private void add(int hash) {
    bits[hash >> 6 & (bits.length - 1)] |= 1L << hash;
  }

  /** False if no story of the segment has the word. */
  boolean mayHave(int hash) {
    return (bits[hash >> 6 & (bits.length - 1)] & 1L << hash) != 0;
  }
}
