package org.wirecopy.related;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.store.ByteBuffersDirectory;
import org.junit.jupiter.api.Test;

class SegmentWordsTest {
  private static final String FIELD = "words";

  @Test
  void noWordOfTheSegmentIsDeniedAndFewOthersAreTakenForKnown() throws IOException {
    try (ByteBuffersDirectory directory = new ByteBuffersDirectory()) {
      try (IndexWriter writer =
          new IndexWriter(directory, new IndexWriterConfig(new KeywordAnalyzer()))) {
        Document document = new Document();
        for (int i = 0; i < 5000; i++) {
          document.add(new StringField(FIELD, Word.key(Word.hash("harbour" + i)), Field.Store.NO));
        }
        writer.addDocument(document);
      }
      try (DirectoryReader reader = DirectoryReader.open(directory)) {
        LeafReader leaf = reader.leaves().get(0).reader();
        SegmentWords words = SegmentWords.of(leaf, FIELD);

        int taken = 0;
        for (int i = 0; i < 5000; i++) {
          assertThat(words.mayHave(Word.hash("harbour" + i))).isTrue();
          taken += words.mayHave(Word.hash("lighthouse" + i)) ? 1 : 0;
        }
        assertThat(taken).isLessThan(1000);
        assertThat(SegmentWords.of(leaf, "another").mayHave(Word.hash("harbour1"))).isFalse();
      }
    }
  }
}
