package org.wirecopy.related;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.Bits;

/** The numbers in the index of what has a term and was not deleted or replaced. */
final class LiveDocs {
  private LiveDocs() {}

  /** Those that have a rare term, such as a story's uri: all are held in memory. */
  static List<Integer> with(IndexSearcher searcher, Term term) throws IOException {
    List<Integer> docs = new ArrayList<>(1);
    for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
      PostingsEnum found = leaf.reader().postings(term, PostingsEnum.NONE);
      if (found == null) {
        continue;
      }
      Bits live = leaf.reader().getLiveDocs();
      for (int doc = found.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = found.nextDoc()) {
        if (live == null || live.get(doc)) {
          docs.add(leaf.docBase + doc);
        }
      }
    }
    return docs;
  }
}
