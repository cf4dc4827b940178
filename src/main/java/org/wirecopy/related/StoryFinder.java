package org.wirecopy.related;

import java.io.IOException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopScoreDocCollectorManager;
import org.jspecify.annotations.Nullable;
import org.wirecopy.article.RelatedStory;

/**
 * Finds the stories that belong beside an article, in two steps: the index offers those that share
 * its weightiest words or are near in time, then each is compared with it word by word.
 */
final class StoryFinder {
  private static final int SEARCHED_TERMS = 25;
  private static final int COMPARED = 200;
  private static final int SHARED_SHOWN = 4;
  private static final long PIVOT_SECONDS = 5 * 86_400L;
  private static final double NEARNESS_IN_SEARCH = 0.25;

  /** One archived story that may belong beside the article. */
  record Candidate(int doc, int[] print, Likeness likeness, double confidence) {}

  private final ArchiveIndex index;
  private final ArchiveSettings settings;

  StoryFinder(ArchiveIndex index, ArchiveSettings settings) {
    this.index = index;
    this.settings = settings;
  }

  /**
   * The best related stories, best first.
   *
   * @param without prints of stories shown already, of which no near-copy is wanted
   */
  List<RelatedStory> find(IndexSearcher searcher, Query query, int limit, List<String> without)
      throws IOException {
    Vocabulary vocabulary = index.vocabulary(query.language());
    StoryTerms story = StoryTerms.of(vocabulary, query.headline(), query.text());
    WeighedTerms terms = new WeighedTerms(story, index.words());
    if (terms.size() == 0 || limit <= 0) {
      return List.of();
    }
    Comparison comparison = new Comparison(story, terms);
    List<Candidate> candidates = new ArrayList<>();
    StoryCards cards = new StoryCards(searcher);
    Ranking ranking = new Ranking(settings.recencyWeight());
    int language = index.languageOf(query.language()).hashCode();
    for (ScoreDoc hit : search(searcher, terms, query)) {
      int[] print = cards.print(hit.doc);
      if (print[0] != language || self(print, query)) {
        continue;
      }
      Likeness likeness = comparison.with(print, cards.days(hit.doc, query.reference()));
      candidates.add(new Candidate(hit.doc, print, likeness, ranking.confidence(likeness)));
    }
    candidates.sort(Comparator.comparingDouble(Candidate::confidence).reversed());
    return choose(candidates, comparison, cards, limit, without);
  }

  private List<RelatedStory> choose(
      List<Candidate> candidates,
      Comparison comparison,
      StoryCards cards,
      int limit,
      List<String> without)
      throws IOException {
    List<Candidate> chosen = new ArrayList<>();
    List<RelatedStory> stories = new ArrayList<>();
    for (Candidate candidate : candidates) {
      if (candidate.confidence() < settings.minScore() || chosen.size() == limit) {
        break;
      }
      boolean copy =
          comparison.copy(candidate.print())
              || chosen.stream().anyMatch(other -> Copies.same(other.print(), candidate.print()));
      if (copy) {
        continue;
      }
      StoryCard card = cards.card(candidate.doc());
      if (without.contains(card.uri())) {
        continue;
      }
      chosen.add(candidate);
      stories.add(related(card, candidate, comparison));
    }
    return stories;
  }

  private static boolean self(int[] print, Query query) {
    return query.uri() != null && print[1] == query.uri().hashCode()
        || query.id() != null && print[2] == query.id().hashCode();
  }

  private static RelatedStory related(StoryCard card, Candidate candidate, Comparison comparison) {
    String why = Why.of(comparison.shared(candidate.print(), SHARED_SHOWN), candidate.likeness());
    return new RelatedStory(
        card.uri(),
        card.id(),
        card.headline(),
        card.date(),
        card.href(),
        false,
        false,
        Math.round(candidate.confidence() * 1000) / 1000.0,
        why);
  }

  private ScoreDoc[] search(IndexSearcher searcher, WeighedTerms terms, Query query)
      throws IOException {
    BooleanQuery.Builder words = new BooleanQuery.Builder();
    double total = 0;
    for (int i = 0; i < Math.min(SEARCHED_TERMS, terms.size()); i++) {
      WeighedTerms.Weighed each = terms.get(i);
      TermQuery term = new TermQuery(new Term(ArchiveIndex.WORDS, each.term().word.stem()));
      words.add(new BoostQuery(term, (float) each.weight()), Occur.SHOULD);
      total += each.weight() * index.words().weight(each.term().word.hash());
    }
    @Nullable OffsetDateTime reference = query.reference();
    if (reference != null && settings.recencyWeight() > 0) {
      words.add(
          LongField.newDistanceFeatureQuery(
              ArchiveIndex.AT,
              (float) (NEARNESS_IN_SEARCH * settings.recencyWeight() * total),
              reference.toEpochSecond(),
              PIVOT_SECONDS),
          Occur.SHOULD);
    }
    org.apache.lucene.search.Query all = filtered(words.build(), query);
    return searcher.search(all, new TopScoreDocCollectorManager(COMPARED, COMPARED)).scoreDocs;
  }

  private static org.apache.lucene.search.Query filtered(BooleanQuery words, Query query) {
    if (query.source() == null && query.asOf() == null) {
      return words;
    }
    BooleanQuery.Builder filtered = new BooleanQuery.Builder().add(words, Occur.MUST);
    if (query.source() != null) {
      String source = ArchiveIndex.sourceKey(query.source());
      filtered.add(new TermQuery(new Term(ArchiveIndex.SOURCE, source)), Occur.FILTER);
    }
    if (query.asOf() != null) {
      long latest = query.asOf().toEpochSecond();
      filtered.add(
          LongField.newRangeQuery(ArchiveIndex.AT, latest + 1, Long.MAX_VALUE), Occur.MUST_NOT);
    }
    return filtered.build();
  }
}
