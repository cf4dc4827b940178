package org.wirecopy.related;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.queries.mlt.MoreLikeThis;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.store.FSDirectory;
import org.jspecify.annotations.Nullable;
import org.wirecopy.article.ArchiveStory;
import org.wirecopy.article.RelatedStory;

/** What Lucene finds with its own means, to compare with. */
public final class PlainLucene implements AutoCloseable {
  private final Analyzer analyzer = new EnglishAnalyzer();
  private final FSDirectory directory;
  private final DirectoryReader reader;
  private final IndexSearcher searcher;

  public PlainLucene(Path folder, Iterable<ArchiveStory> stories) throws IOException {
    directory = FSDirectory.open(folder);
    try (IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig(analyzer))) {
      for (ArchiveStory story : stories) {
        writer.addDocument(document(story));
      }
    }
    reader = DirectoryReader.open(directory);
    searcher = new IndexSearcher(reader);
    IndexSearcher.setMaxClauseCount(4096);
  }

  static Document document(ArchiveStory story) {
    Document document = new Document();
    document.add(
        new StringField("id", Objects.requireNonNullElse(story.id(), ""), Field.Store.YES));
    document.add(new TextField("text", story.headline() + "\n" + story.text(), Field.Store.NO));
    document.add(
        new StringField(
            "source",
            Objects.requireNonNullElse(story.source(), "").toLowerCase(Locale.ROOT),
            Field.Store.NO));
    if (story.date() != null) {
      document.add(new LongField("at", story.date().toEpochSecond(), Field.Store.NO));
      document.add(new StoredField("date", story.date().toEpochSecond()));
    }
    return document;
  }

  /** MoreLikeThis with its defaults, but for the least frequencies, which are for long texts. */
  public List<RelatedStory> moreLikeThis(Query query, int limit) {
    try {
      MoreLikeThis like = new MoreLikeThis(reader);
      like.setAnalyzer(analyzer);
      like.setFieldNames(new String[] {"text"});
      like.setMinTermFreq(1);
      like.setMinDocFreq(2);
      String text = query.headline() + "\n" + query.text();
      return stories(like.like("text", new StringReader(text)), query, limit, false);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All words by BM25, relative to the article's own score, with nearness in time added. */
  public List<RelatedStory> textAndTime(Query query, int limit) {
    try {
      MoreLikeThis like = new MoreLikeThis(reader);
      like.setAnalyzer(analyzer);
      like.setFieldNames(new String[] {"text"});
      like.setMinTermFreq(1);
      like.setMinDocFreq(2);
      like.setMaxQueryTerms(100);
      String text = query.headline() + "\n" + query.text();
      return stories(like.like("text", new StringReader(text)), query, limit, true);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<RelatedStory> stories(
      org.apache.lucene.search.Query words, Query query, int limit, boolean time)
      throws IOException {
    BooleanQuery.Builder all = new BooleanQuery.Builder().add(words, Occur.MUST);
    if (query.id() != null) {
      all.add(new TermQuery(new Term("id", query.id())), Occur.MUST_NOT);
    }
    if (query.source() != null) {
      all.add(
          new TermQuery(new Term("source", query.source().toLowerCase(Locale.ROOT))), Occur.FILTER);
    }
    if (query.asOf() != null) {
      long latest = query.asOf().toEpochSecond();
      all.add(LongField.newRangeQuery("at", latest + 1, Long.MAX_VALUE), Occur.MUST_NOT);
    }
    ScoreDoc[] hits = searcher.search(all.build(), time ? 500 : limit).scoreDocs;
    List<RelatedStory> stories = new ArrayList<>();
    double best = hits.length == 0 ? 1 : hits[0].score;
    for (ScoreDoc hit : hits) {
      Document document = searcher.storedFields().document(hit.doc);
      double score = hit.score / best;
      var at = document.getField("date");
      if (time && at != null && query.date() != null) {
        double days =
            Math.abs(at.numericValue().longValue() - query.date().toEpochSecond()) / 86_400.0;
        score = 0.8 * score + 0.3 * Math.exp(-days / 7);
      } else if (time) {
        score = 0.8 * score;
      }
      stories.add(story(document.get("id"), score));
    }
    stories.sort(Comparator.comparingDouble(RelatedStory::score).reversed());
    return stories.subList(0, Math.min(limit, stories.size()));
  }

  private static RelatedStory story(@Nullable String id, double score) {
    return new RelatedStory(null, id, "", null, null, false, false, score, "");
  }

  @Override
  public void close() throws IOException {
    reader.close();
    directory.close();
  }
}
