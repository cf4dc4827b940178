package org.wirecopy.related;

import java.io.IOException;
import java.time.OffsetDateTime;
import java.util.List;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** Reads what the index keeps of a story by its number in the index. */
final class StoryCards {
  private final List<LeafReaderContext> leaves;

  StoryCards(IndexSearcher searcher) {
    this.leaves = searcher.getIndexReader().leaves();
  }

  StoryCard card(int doc) throws IOException {
    return StoryCard.read(value(ArchiveIndex.CARD, doc));
  }

  int[] print(int doc) throws IOException {
    return StoryPrint.read(value(ArchiveIndex.PRINT, doc));
  }

  /**
   * Days from {@code reference} to the story, negative if it is older; NaN if either is undated.
   */
  double days(int doc, @Nullable OffsetDateTime reference) throws IOException {
    if (reference == null) {
      return Double.NaN;
    }
    LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(doc, leaves));
    NumericDocValues values =
        DocValues.unwrapSingleton(DocValues.getSortedNumeric(leaf.reader(), ArchiveIndex.AT));
    if (values == null || !values.advanceExact(doc - leaf.docBase)) {
      return Double.NaN;
    }
    return (values.longValue() - reference.toEpochSecond()) / 86_400.0;
  }

  private BytesRef value(String field, int doc) throws IOException {
    LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(doc, leaves));
    BinaryDocValues values = leaf.reader().getBinaryDocValues(field);
    if (values == null || !values.advanceExact(doc - leaf.docBase)) {
      throw new IOException("the archive index has a story without its " + field);
    }
    return values.binaryValue();
  }
}
