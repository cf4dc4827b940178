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
  private @Nullable Reading headlines;

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
    prints = at(doc, StoryDocuments.PRINT, prints);
    return prints.values().binaryValue();
  }

  /** The words of its headline, to be read before the next are asked for. */
  BytesRef headline(int doc) throws IOException {
    headlines = at(doc, StoryDocuments.HEADLINE_WORDS, headlines);
    return headlines.values().binaryValue();
  }

  private BytesRef value(String field, int doc) throws IOException {
    return at(doc, field, null).values().binaryValue();
  }

  private Reading at(int doc, String field, @Nullable Reading known) throws IOException {
    int number = ReaderUtil.subIndex(doc, leaves);
    LeafReaderContext leaf = leaves.get(number);
    int inLeaf = doc - leaf.docBase;
    Reading reading = known;
    // Doc values are read forwards only, so a reader serves as long as the numbers go up.
    if (reading == null || reading.leaf() != number || reading.values().docID() > inLeaf) {
      reading = new Reading(number, DocValues.getBinary(leaf.reader(), field));
    }
    if (!reading.values().advanceExact(inLeaf)) {
      throw new IOException("the archive index has a story without its " + field);
    }
    return reading;
  }

  private record Reading(int leaf, BinaryDocValues values) {}
}
