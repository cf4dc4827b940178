package org.wirecopy.related;

import java.io.IOException;
import java.util.BitSet;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;

/**
 * Tells which uris are surely new to the index, so that for these, the most, nothing is searched
 * for that they would replace. Two MiB; of a million stories about one in seventeen new ones is
 * taken for known, which only costs the search.
 */
final class KnownUris {
  private static final int BITS = 1 << 24;
  private final BitSet seen = new BitSet(BITS);

  /** Those that an index holds already. */
  static KnownUris of(IndexReader reader, String field) throws IOException {
    KnownUris known = new KnownUris();
    for (LeafReaderContext leaf : reader.leaves()) {
      Terms keys = leaf.reader().terms(field);
      if (keys == null) {
        continue;
      }
      TermsEnum each = keys.iterator();
      for (BytesRef key = each.next(); key != null; key = each.next()) {
        known.add(key);
      }
    }
    return known;
  }

  /**
   * Adds a uri by its key.
   *
   * @return true if it is surely new
   */
  boolean add(BytesRef key) {
    int bit = Word.hash(key);
    boolean fresh = !seen.get(bit);
    seen.set(bit);
    return fresh;
  }
}
