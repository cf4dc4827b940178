package org.wirecopy.related;

import static org.apache.lucene.search.DocIdSetIterator.NO_MORE_DOCS;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.apache.lucene.analysis.core.KeywordAnalyzer;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.MergePolicy;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.TieredMergePolicy;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.SortedNumericSortField;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import org.wirecopy.article.ArchiveStory;

/** One Lucene index of stories in one folder: what it holds of each, and how it is written. */
final class ArchiveIndex implements AutoCloseable {
  static final String URI = "uri";
  static final String WORDS = "words";
  static final String HEADLINE = "headline";
  static final String HEADLINE_KEY = "key";
  static final String AT = "at";
  static final String SOURCE = "source";
  static final String LANGUAGE = "language";
  static final String PRINT = "print";
  static final String CARD = "card";
  private static final String TEXT = "text";
  private static final int LONGEST_SOURCE = 200;

  private final Directory directory;
  private final IndexWriter writer;
  private final SearcherManager searchers;
  private final Languages languages;
  private final String fallbackLanguage;
  private final WordCounts words;
  private final AtomicBoolean changed = new AtomicBoolean();
  private final Queue<float[]> scratch = new ConcurrentLinkedQueue<>();

  ArchiveIndex(Path folder, ArchiveSettings settings, Languages languages) throws IOException {
    this.languages = languages;
    this.fallbackLanguage = Languages.primary(settings.language());
    directory = FSDirectory.open(folder);
    IndexWriterConfig config = new IndexWriterConfig(new KeywordAnalyzer());
    config.setRAMBufferSizeMB(settings.memoryMb());
    config.setMergePolicy(mergePolicy());
    config.setIndexSort(new Sort(byDate()));
    IndexWriter opened = new IndexWriter(directory, config);
    try {
      writer = opened;
      if (!DirectoryReader.indexExists(directory)) {
        writer.commit();
      }
      searchers = new SearcherManager(writer, new WithoutCache());
      IndexSearcher searcher = searchers.acquire();
      try {
        words = WordCounts.of(searcher.getIndexReader(), WORDS);
      } finally {
        searchers.release(searcher);
      }
    } catch (IOException | RuntimeException e) {
      opened.rollback();
      directory.close();
      throw e;
    }
  }

  /** Undated stories come first. */
  private static SortField byDate() {
    SortField byDate = new SortedNumericSortField(AT, SortField.Type.LONG);
    byDate.setMissingValue(StoryPrint.UNDATED);
    return byDate;
  }

  /** Few segments, since each costs a lookup; a fresh story's small one is soon merged away. */
  private static MergePolicy mergePolicy() {
    TieredMergePolicy policy = new TieredMergePolicy();
    policy.setSegmentsPerTier(5);
    policy.setFloorSegmentMB(8);
    return policy;
  }

  /** Adds each story, or puts it in the place of what has its uri; hides those not linkable. */
  void put(List<ArchiveStory> stories) throws IOException {
    IndexSearcher before = acquire();
    try {
      for (ArchiveStory story : stories) {
        Term identity = new Term(URI, story.uri());
        discount(before, identity);
        if (story.linkable()) {
          writer.updateDocument(identity, document(story));
        } else {
          writer.deleteDocuments(identity);
        }
      }
    } finally {
      release(before);
    }
    changed.set(true);
  }

  void remove(String uri) throws IOException {
    IndexSearcher before = acquire();
    try {
      discount(before, new Term(URI, uri));
    } finally {
      release(before);
    }
    writer.deleteDocuments(new Term(URI, uri));
    changed.set(true);
  }

  /** A story updated twenty times must not make its words seem common. */
  private void discount(IndexSearcher before, Term identity) throws IOException {
    for (LeafReaderContext leaf : before.getIndexReader().leaves()) {
      PostingsEnum found = leaf.reader().postings(identity, PostingsEnum.NONE);
      Bits live = leaf.reader().getLiveDocs();
      for (int doc = found == null ? NO_MORE_DOCS : found.nextDoc();
          found != null && doc != NO_MORE_DOCS;
          doc = found.nextDoc()) {
        if (live == null || live.get(doc)) {
          words.discount(new StoryCards(before).print(leaf.docBase + doc));
        }
      }
    }
  }

  private Document document(ArchiveStory story) {
    String language = languageOf(story.language());
    Vocabulary vocabulary = languages.of(language);
    StoryTerms terms = StoryTerms.of(vocabulary, story.headline(), story.text());
    words.count(terms);
    HeadlineWords headline = HeadlineWords.of(story.headline());
    Document document = new Document();
    document.add(new StringField(URI, story.uri(), Field.Store.NO));
    document.add(TermsField.ofStory(WORDS, terms));
    document.add(TermsField.ofHeadline(HEADLINE, headline));
    document.add(new StringField(HEADLINE_KEY, headline.key(), Field.Store.NO));
    document.add(new StringField(LANGUAGE, language, Field.Store.NO));
    if (story.source() != null) {
      document.add(new StringField(SOURCE, sourceKey(story.source()), Field.Store.NO));
    }
    if (story.date() != null) {
      document.add(new LongField(AT, story.date().toEpochSecond(), Field.Store.NO));
    }
    byte[] print = StoryPrint.of(terms, language, story.uri(), story.id(), at(story));
    document.add(new BinaryDocValuesField(PRINT, new BytesRef(print)));
    document.add(new BinaryDocValuesField(CARD, new BytesRef(StoryCard.of(story).bytes())));
    document.add(new BinaryDocValuesField(TEXT, PackedText.pack(story.text())));
    return document;
  }

  private static long at(ArchiveStory story) {
    return story.date() == null ? StoryPrint.UNDATED : story.date().toEpochSecond();
  }

  String languageOf(@Nullable String stated) {
    return stated == null || stated.isBlank() ? fallbackLanguage : Languages.primary(stated);
  }

  Vocabulary vocabulary(@Nullable String language) {
    return languages.of(languageOf(language));
  }

  static String sourceKey(String source) {
    String key = source.strip().toLowerCase(Locale.ROOT);
    return key.substring(0, Math.min(key.length(), LONGEST_SOURCE));
  }

  /** Room for a lookup's scores, all zero; to be handed back as it came. */
  float[] takeScratch() {
    float[] room = scratch.poll();
    return room != null ? room : new float[0];
  }

  void handBackScratch(float[] room) {
    scratch.offer(room);
  }

  WordCounts words() {
    return words;
  }

  /** Makes what was put since the last call visible to {@link #acquire}; cheap if nothing was. */
  void refresh() throws IOException {
    if (changed.getAndSet(false)) {
      searchers.maybeRefreshBlocking();
    }
  }

  IndexSearcher acquire() throws IOException {
    return searchers.acquire();
  }

  void release(IndexSearcher searcher) throws IOException {
    searchers.release(searcher);
  }

  /** Makes all that was put so far durable, with {@code changes} to the position beside it. */
  synchronized void commit(Map<String, String> changes) throws IOException {
    Map<String, String> position = position();
    position.putAll(changes);
    position.values().removeIf(String::isEmpty);
    writer.setLiveCommitData(position.entrySet());
    writer.commit();
  }

  /** What the last commit kept as its position. */
  Map<String, String> position() {
    Map<String, String> position = new HashMap<>();
    Iterable<Map.Entry<String, String>> data = writer.getLiveCommitData();
    if (data != null) {
      data.forEach(entry -> position.put(entry.getKey(), entry.getValue()));
    }
    return position;
  }

  /** Hands every story to {@code reader}, in no order. */
  void each(Consumer<ArchiveStory> reader) throws IOException {
    IndexSearcher searcher = acquire();
    try {
      for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
        Bits live = leaf.reader().getLiveDocs();
        BinaryDocValues cards = DocValues.getBinary(leaf.reader(), CARD);
        BinaryDocValues texts = DocValues.getBinary(leaf.reader(), TEXT);
        for (int doc = 0; doc < leaf.reader().maxDoc(); doc++) {
          if ((live == null || live.get(doc)) && cards.advanceExact(doc)) {
            String text = texts.advanceExact(doc) ? PackedText.unpack(texts.binaryValue()) : "";
            reader.accept(StoryCard.read(cards.binaryValue()).withText(text));
          }
        }
      }
    } finally {
      release(searcher);
    }
  }

  int size() throws IOException {
    IndexSearcher searcher = acquire();
    try {
      return searcher.getIndexReader().numDocs();
    } finally {
      release(searcher);
    }
  }

  @Override
  public void close() throws IOException {
    List<AutoCloseable> parts = new ArrayList<>(List.of(searchers, writer, directory));
    IOException failure = null;
    for (AutoCloseable part : parts) {
      try {
        part.close();
      } catch (Exception e) {
        failure = failure == null ? new IOException("the archive index did not close", e) : failure;
      }
    }
    if (failure != null) {
      throw failure;
    }
  }

  /** No two lookups ask the same, so a cache of queries only costs. */
  private static final class WithoutCache extends SearcherFactory {
    @Override
    public IndexSearcher newSearcher(
        org.apache.lucene.index.IndexReader reader,
        org.apache.lucene.index.@Nullable IndexReader previous) {
      IndexSearcher searcher = new IndexSearcher(reader);
      searcher.setQueryCache(null);
      return searcher;
    }
  }
}
