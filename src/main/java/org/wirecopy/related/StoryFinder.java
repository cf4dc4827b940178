package org.wirecopy.related;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.lucene.search.IndexSearcher;
import org.wirecopy.article.RelatedStory;

/**
 * Finds the stories that belong beside an article, in two steps: the index offers those that share
 * its weightiest words or are near in time, then each is compared with it word by word.
 */
final class StoryFinder {
  private static final int COMPARED = 200;
  private static final int SHARED_SHOWN = 4;

  /** Of one source there is less to choose from, so less confidence is asked for. */
  static final double OF_ONE_SOURCE = 0.8;

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
    Comparison comparison = new Comparison(terms, index.words());
    List<Candidate> candidates = new ArrayList<>();
    StoryCards cards = new StoryCards(searcher);
    Ranking ranking = new Ranking(settings.recencyWeight());
    int language = index.languageOf(query.language()).hashCode();
    CandidateSearch search =
        new CandidateSearch(terms, query, settings.recencyWeight(), COMPARED, index.takeScratch());
    for (CandidateSearch.Hit hit : search.in(searcher)) {
      int[] print = cards.print(hit.doc());
      if (print[0] != language || self(print, query)) {
        continue;
      }
      Likeness likeness = comparison.with(print, cards.days(hit.doc(), query.reference()));
      candidates.add(new Candidate(hit.doc(), print, likeness, ranking.confidence(likeness)));
    }
    index.handBackScratch(search.scores());
    candidates.sort(Comparator.comparingDouble(Candidate::confidence).reversed());
    double least = settings.minScore() * (query.source() == null ? 1 : OF_ONE_SOURCE);
    return choose(candidates, comparison, cards, limit, least, without);
  }

  private List<RelatedStory> choose(
      List<Candidate> candidates,
      Comparison comparison,
      StoryCards cards,
      int limit,
      double least,
      List<String> without)
      throws IOException {
    List<Candidate> chosen = new ArrayList<>();
    List<RelatedStory> stories = new ArrayList<>();
    for (Candidate candidate : candidates) {
      if (candidate.confidence() < least || chosen.size() == limit) {
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
}
