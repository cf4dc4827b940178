package org.wirecopy.related;

import java.io.IOException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import org.wirecopy.article.RelatedStory;

/**
 * Finds the stories that belong beside an article, in two steps: the index offers those that share
 * its weightiest words or are near in time, then each is compared with it word by word.
 */
final class StoryFinder {
  private static final int COMPARED = 100;
  private static final int SHARED_SHOWN = 4;

  /** Of one source there is less to choose from, so less confidence is asked for. */
  static final double OF_ONE_SOURCE = 0.8;

  /** One archived story that may belong beside the article. */
  record Candidate(int doc, Likeness likeness, double confidence) {}

  private final ArchiveIndex index;
  private final ArchiveSettings settings;

  StoryFinder(ArchiveIndex index, ArchiveSettings settings) {
    this.index = index;
    this.settings = settings;
  }

  /**
   * The best related stories, best first.
   *
   * @param listed uris of stories shown already, of which no near-copy is wanted either
   */
  List<RelatedStory> find(IndexSearcher searcher, Query query, int limit, Set<String> listed)
      throws IOException {
    WeighedTerms terms = new WeighedTerms(index.documents().terms(query), index.words());
    if (terms.size() == 0 || limit <= 0) {
      return List.of();
    }
    Comparison comparison = new Comparison(terms);
    StoryCards cards = new StoryCards(searcher);
    CandidateSearch search =
        new CandidateSearch(index, terms, query, settings.recencyWeight(), COMPARED);
    List<CandidateSearch.Hit> hits = search.in(searcher);
    Set<Integer> shown = listed.stream().map(String::hashCode).collect(Collectors.toSet());
    List<int[]> shownPrints = new ArrayList<>();
    List<Candidate> candidates = new ArrayList<>();
    Ranking ranking = new Ranking(settings.recencyWeight());
    int language = index.documents().languageOf(query.language()).hashCode();
    double least = settings.minScore() * (query.source() == null ? 1 : OF_ONE_SOURCE);
    @Nullable OffsetDateTime reference = query.reference();
    for (CandidateSearch.Hit hit : hits) {
      BytesRef print = cards.print(hit.doc());
      if (StoryPrint.language(print) != language || self(print, query)) {
        continue;
      }
      if (!shown.isEmpty() && shown.contains(StoryPrint.uri(print))) {
        shownPrints.add(StoryPrint.read(print));
        continue;
      }
      Likeness likeness =
          comparison.with(
              print,
              reference == null ? Double.NaN : StoryPrint.days(print, reference.toEpochSecond()));
      double confidence = ranking.confidence(likeness);
      if (confidence >= least) {
        candidates.add(new Candidate(hit.doc(), likeness, confidence));
      }
    }
    candidates.sort(
        Comparator.comparingDouble(Candidate::confidence)
            .reversed()
            .thenComparingInt(Candidate::doc));
    return choose(candidates, comparison, cards, limit, shownPrints);
  }

  private static List<RelatedStory> choose(
      List<Candidate> candidates,
      Comparison comparison,
      StoryCards cards,
      int limit,
      List<int[]> shownPrints)
      throws IOException {
    List<RelatedStory> stories = new ArrayList<>();
    for (Candidate candidate : candidates) {
      if (stories.size() == limit) {
        break;
      }
      int[] print = StoryPrint.read(cards.print(candidate.doc()));
      if (comparison.copy(print)
          || shownPrints.stream().anyMatch(other -> Copies.same(other, print))) {
        continue;
      }
      shownPrints.add(print);
      stories.add(
          related(cards.card(candidate.doc()), candidate, comparison.shared(print, SHARED_SHOWN)));
    }
    return stories;
  }

  private static boolean self(BytesRef print, Query query) {
    return query.uri() != null && StoryPrint.uri(print) == query.uri().hashCode()
        || query.id() != null && StoryPrint.id(print) == query.id().hashCode();
  }

  private static RelatedStory related(StoryCard card, Candidate candidate, List<String> shared) {
    String why = Why.of(shared, candidate.likeness());
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
}
