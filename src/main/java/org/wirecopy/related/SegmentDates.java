package org.wirecopy.related;

import java.io.IOException;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.jspecify.annotations.Nullable;

/** The dates of one segment, which is sorted by them; undated stories come first. */
final class SegmentDates {
  private final int stories;
  private final LeafReader leaf;
  private @Nullable NumericDocValues values;

  SegmentDates(LeafReader leaf) {
    this.leaf = leaf;
    this.stories = leaf.maxDoc();
  }

  /** Seconds since 1970, or {@link Long#MIN_VALUE} for an undated story. */
  long at(int doc) throws IOException {
    NumericDocValues from = values;
    // Doc values are read forwards only; going back takes a new reader.
    if (from == null || from.docID() > doc) {
      from = DocValues.unwrapSingleton(DocValues.getSortedNumeric(leaf, ArchiveIndex.AT));
      values = from;
    }
    return from != null && from.advanceExact(doc) ? from.longValue() : Long.MIN_VALUE;
  }

  /** The first story that is newer than {@code second}; the number of stories if none is. */
  int firstAfter(long second) throws IOException {
    int low = 0;
    int high = stories;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (at(middle) > second) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }
}
