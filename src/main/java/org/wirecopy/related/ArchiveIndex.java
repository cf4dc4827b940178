package org.wirecopy.related;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import org.wirecopy.article.ArchiveStory;

/** One Lucene index of stories in one folder: what it holds of each, and how it is written. */
final class ArchiveIndex implements AutoCloseable {
  private final Directory directory;
  private final IndexWriter writer;
  private final SearcherManager searchers;
  private final StoryDocuments documents;
  private final WordCounts words;
  private final KnownUris uris;
  private final BySegment<SegmentDates> dates = new BySegment<>(SegmentDates::of);
  private final BySegment<SegmentWords> storyWords =
      new BySegment<>(leaf -> SegmentWords.of(leaf, StoryDocuments.WORDS));
  private final BySegment<SegmentWords> headlineWords =
      new BySegment<>(leaf -> SegmentWords.of(leaf, StoryDocuments.HEADLINE));
  private final Object putting = new Object();

  /** When the oldest of what lookups do not see yet was put, by {@link System#nanoTime}; or 0. */
  private final AtomicLong unseen = new AtomicLong();

  private final Queue<float[]> scratch = new ConcurrentLinkedQueue<>();

  ArchiveIndex(Path folder, ArchiveSettings settings, Languages languages) throws IOException {
    this(FSDirectory.open(folder), IndexForm.config(settings), settings, languages);
  }

  /** One that nothing is put into. */
  static ArchiveIndex toRead(Directory directory, ArchiveSettings settings, Languages languages)
      throws IOException {
    return new ArchiveIndex(directory, IndexForm.toRead(settings), settings, languages);
  }

  private ArchiveIndex(
      Directory directory, IndexWriterConfig config, ArchiveSettings settings, Languages languages)
      throws IOException {
    this.documents = new StoryDocuments(languages, settings);
    this.directory = directory;
    config.setMergedSegmentWarmer(this::learn);
    IndexWriter opened = new IndexWriter(directory, config);
    try {
      writer = opened;
      if (!DirectoryReader.indexExists(directory)) {
        commit(Map.of());
      }
      searchers = new SearcherManager(writer, new WithoutCache());
      IndexSearcher searcher = searchers.acquire();
      try {
        words = WordCounts.of(searcher.getIndexReader(), StoryDocuments.WORDS);
        uris = KnownUris.of(searcher.getIndexReader(), StoryDocuments.URI);
      } finally {
        searchers.release(searcher);
      }
    } catch (IOException | RuntimeException e) {
      opened.rollback();
      directory.close();
      throw e;
    }
  }

  /** Adds each story, or puts it in the place of what has its uri; hides those not linkable. */
  void put(List<ArchiveStory> stories) throws IOException {
    // One after the other, or two that put the same new story would both take it for new.
    synchronized (putting) {
      IndexSearcher before = acquire();
      try {
        for (ArchiveStory story : stories) {
          put(story, before);
        }
      } finally {
        release(before);
      }
    }
    unseen.compareAndSet(0, System.nanoTime() | 1);
  }

  private void put(ArchiveStory story, IndexSearcher before) throws IOException {
    BytesRef key = StoryDocuments.key(story.uri());
    boolean fresh = uris.add(key);
    Term identity = new Term(StoryDocuments.URI, key);
    if (!fresh) {
      discount(before, identity);
    }
    if (!story.linkable()) {
      if (!fresh) {
        writer.deleteDocuments(identity);
      }
      return;
    }
    PackedTerms terms = documents.terms(story);
    words.count(terms);
    Document document = documents.of(story, key, terms);
    if (fresh) {
      writer.addDocument(document);
    } else {
      writer.updateDocument(identity, document);
    }
  }

  void remove(String uri) throws IOException {
    Term identity = new Term(StoryDocuments.URI, StoryDocuments.key(uri));
    synchronized (putting) {
      IndexSearcher before = acquire();
      try {
        discount(before, identity);
      } finally {
        release(before);
      }
      writer.deleteDocuments(identity);
    }
    unseen.compareAndSet(0, System.nanoTime() | 1);
  }

  /** A story updated twenty times must not make its words seem common. */
  private void discount(IndexSearcher before, Term identity) throws IOException {
    for (int doc : LiveDocs.with(before, identity)) {
      words.discount(new StoryCards(before).print(doc));
    }
  }

  /** What is kept of each story. */
  StoryDocuments documents() {
    return documents;
  }

  /** No lookup is to wait until a large merged segment is read. */
  private void learn(LeafReader merged) throws IOException {
    dates.of(merged);
    storyWords.of(merged);
    headlineWords.of(merged);
  }

  SegmentDates dates(LeafReader leaf) throws IOException {
    return dates.of(leaf);
  }

  /** The words of a segment's stories. */
  SegmentWords storyWords(LeafReader leaf) throws IOException {
    return storyWords.of(leaf);
  }

  /** The words of a segment's headlines. */
  SegmentWords headlineWords(LeafReader leaf) throws IOException {
    return headlineWords.of(leaf);
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
    if (unseen.getAndSet(0) != 0) {
      searchers.maybeRefreshBlocking();
    }
  }

  /** The same if something has waited so long: each refresh writes a segment, however small. */
  void refreshIfWaiting(Duration longest) throws IOException {
    long since = unseen.get();
    if (since != 0 && System.nanoTime() - since >= longest.toNanos()) {
      refresh();
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
    position.put(IndexForm.FORMAT_ENTRY, IndexForm.FORMAT);
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
    position.remove(IndexForm.FORMAT_ENTRY);
    return position;
  }

  /** Hands every story to {@code reader}, in no order. */
  void each(Consumer<ArchiveStory> reader) throws IOException {
    IndexSearcher searcher = acquire();
    try {
      for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
        Bits live = leaf.reader().getLiveDocs();
        BinaryDocValues cards = DocValues.getBinary(leaf.reader(), StoryDocuments.CARD);
        BinaryDocValues texts = DocValues.getBinary(leaf.reader(), StoryDocuments.TEXT);
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

  /** The story of that uri, if the index has it. */
  Optional<ArchiveStory> story(IndexSearcher searcher, String uri) throws IOException {
    Term identity = new Term(StoryDocuments.URI, StoryDocuments.key(uri));
    List<Integer> docs = LiveDocs.with(searcher, identity);
    return docs.isEmpty()
        ? Optional.empty()
        : Optional.of(new StoryCards(searcher).story(docs.get(0)));
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
