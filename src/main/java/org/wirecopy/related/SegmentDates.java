package org.wirecopy.related;

import java.io.IOException;
import java.util.Arrays;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.search.DocIdSetIterator;

/**
 * The dates of one segment, which is sorted by them; undated stories come first. In memory, eight
 * bytes a story: every lookup asks for many.
 */
final class SegmentDates {
  private final long[] dates;

  private SegmentDates(long[] dates) {
    this.dates = dates;
  }

  static SegmentDates of(LeafReader leaf) throws IOException {
    long[] dates = new long[leaf.maxDoc()];
    Arrays.fill(dates, StoryPrint.UNDATED);
    NumericDocValues values = DocValues.getNumeric(leaf, StoryDocuments.AT);
    for (int doc = values.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = values.nextDoc()) {
      dates[doc] = values.longValue();
    }
    return new SegmentDates(dates);
  }

  /** Seconds since 1970, or {@link StoryPrint#UNDATED}. */
  long at(int doc) {
    return dates[doc];
  }

  /** The first story that is newer than {@code second}; the number of stories if none is. */
  int firstAfter(long second) {
    int low = 0;
    int high = dates.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (dates[middle] > second) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return low;
  }
}
