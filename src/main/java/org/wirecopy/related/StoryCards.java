package org.wirecopy.related;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import org.wirecopy.article.ArchiveStory;

/** Reads what the index keeps of a story by its number in the index. */
final class StoryCards {
  private final List<LeafReaderContext> leaves;
  private @Nullable Reading prints;

  StoryCards(IndexSearcher searcher) {
    this.leaves = searcher.getIndexReader().leaves();
  }

  StoryCard card(int doc) throws IOException {
    return StoryCard.read(value(StoryDocuments.CARD, doc));
  }

  /** The whole story, its text unpacked. */
  ArchiveStory story(int doc) throws IOException {
    return card(doc).withText(PackedText.unpack(value(StoryDocuments.TEXT, doc)));
  }

  /** The print of a story, to be read before the next is asked for. */
  BytesRef print(int doc) throws IOException {
    return value(StoryDocuments.PRINT, doc);
  }

  private BytesRef value(String field, int doc) throws IOException {
    int number = ReaderUtil.subIndex(doc, leaves);
    LeafReaderContext leaf = leaves.get(number);
    int inLeaf = doc - leaf.docBase;
    boolean print = field.equals(StoryDocuments.PRINT);
    @Nullable Reading known = print ? prints : null;
    // Doc values are read forwards only, so a reader serves as long as the numbers go up.
    if (known == null || known.leaf() != number || known.values().docID() > inLeaf) {
      known = new Reading(number, DocValues.getBinary(leaf.reader(), field));
      prints = print ? known : prints;
    }
    if (!known.values().advanceExact(inLeaf)) {
      throw new IOException("the archive index has a story without its " + field);
    }
    return known.values().binaryValue();
  }

  private record Reading(int leaf, BinaryDocValues values) {}
}
