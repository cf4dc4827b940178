package org.wirecopy.related;

import java.io.IOException;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.codecs.Codec;
import org.apache.lucene.codecs.PostingsFormat;
import org.apache.lucene.codecs.lucene912.Lucene912Codec;
import org.apache.lucene.codecs.lucene912.Lucene912PostingsFormat;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.MergePolicy;
import org.apache.lucene.index.NoMergePolicy;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.store.Directory;

/** How the index is written: for stories that come a few at a time, and lookups between them. */
final class IndexForm {
  /** Entry of each commit that says in which form the index is. */
  static final String FORMAT_ENTRY = "format";

  /** An index of another form, or with other stories than may be in it now, is built anew. */
  static final String FORMAT = "4";

  private static final int FEWEST_IN_BLOCK = 8;
  private static final int MOST_IN_BLOCK = 16;

  private IndexForm() {}

  static IndexWriterConfig config(ArchiveSettings settings) {
    IndexWriterConfig config = new IndexWriterConfig(new KeywordAnalyzer());
    config.setRAMBufferSizeMB(settings.memoryMb());
    config.setCodec(codec());
    config.setMergePolicy(mergePolicy());
    config.setUseCompoundFile(false);
    config.setIndexSort(new Sort(byDate()));
    return config;
  }

  /** For an index that is only read: it is left as it is, and nothing is merged when it closes. */
  static IndexWriterConfig toRead(ArchiveSettings settings) {
    IndexWriterConfig config = config(settings);
    config.setMergePolicy(NoMergePolicy.INSTANCE);
    config.setCommitOnClose(false);
    return config;
  }

  /** Whether the index in {@code directory} is in this form. */
  static boolean current(Directory directory) throws IOException {
    return FORMAT.equals(SegmentInfos.readLatestCommit(directory).getUserData().get(FORMAT_ENTRY));
  }

  /** A lookup asks every segment for some dozen words, so finding a word in it must be quick. */
  private static Codec codec() {
    PostingsFormat smallBlocks = new Lucene912PostingsFormat(FEWEST_IN_BLOCK, MOST_IN_BLOCK);
    return new Lucene912Codec() {
      @Override
      public PostingsFormat getPostingsFormatForField(String field) {
        return smallBlocks;
      }
    };
  }

  /** Undated stories come first. */
  private static SortField byDate() {
    SortField byDate = new SortField(StoryDocuments.AT, SortField.Type.LONG);
    byDate.setMissingValue(StoryPrint.UNDATED);
    return byDate;
  }

  /** Few segments, since each costs a lookup; a fresh story's small one is soon merged away. */
  private static MergePolicy mergePolicy() {
    TieredMergePolicy policy = new TieredMergePolicy();
    policy.setSegmentsPerTier(5);
    policy.setFloorSegmentMB(8);
    policy.setNoCFSRatio(0);
    return policy;
  }
}
