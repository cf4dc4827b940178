package org.wirecopy.related;

import java.io.IOException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.lucene.document.LongField;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;
import org.wirecopy.article.ListedHeadline;
import org.wirecopy.article.RelatedStory;

/**
 * Finds the one archived story that a listed headline names, or none.
 *
 * <p>Candidates are those whose headline begins with it, and those that share most words with it;
 * each is then compared word by word, and the date decides between those that fit equally.
 */
final class HeadlineResolver {
  private static final Pattern CUT = Pattern.compile("\\s*(?:…|\\.{2,}|\\[…]|\\[\\.{3}])\\s*$");
  private static final Pattern LABEL =
      Pattern.compile("^\\s*\\p{L}{2,14}(?: \\p{L}{2,10})?\\s*[:|]\\s+(?=\\S.{8})");
  private static final int MOST_WORDS = 16;
  private static final int BEGINNING_ALIKE = 24;
  private static final int SHARING_WORDS = 24;
  private static final Duration NEAR = Duration.ofHours(47);
  private static final Duration PIVOT = Duration.ofDays(2);

  /** One archived story beside the listed headline. */
  record Candidate(StoryCard card, double likeness, double daysApart, boolean whole) {
    boolean dated() {
      return !Double.isNaN(daysApart);
    }

    boolean near() {
      return dated() && daysApart <= NEAR.toHours() / 24.0;
    }
  }

  private final IndexSearcher searcher;

  HeadlineResolver(IndexSearcher searcher) {
    this.searcher = searcher;
  }

  /**
   * @param self uri of the story that lists it, which is never meant, or null
   */
  Optional<RelatedStory> resolve(ListedHeadline listed, @Nullable String self) throws IOException {
    Matcher cutMark = CUT.matcher(listed.headline());
    boolean cut = cutMark.find() || listed.truncated();
    String visible = cutMark.replaceFirst("");
    HeadlineWords words = HeadlineWords.of(visible);
    if (words.words().isEmpty()) {
      return Optional.empty();
    }
    @Nullable HeadlineWords unlabelled = null;
    Matcher label = LABEL.matcher(visible);
    if (label.find()) {
      unlabelled = HeadlineWords.of(visible.substring(label.end()));
    }
    List<Candidate> candidates = candidates(words, unlabelled, cut, listed, self);
    return choose(words, candidates).map(chosen -> story(chosen, listed));
  }

  private List<Candidate> candidates(
      HeadlineWords words,
      @Nullable HeadlineWords unlabelled,
      boolean cut,
      ListedHeadline listed,
      @Nullable String self)
      throws IOException {
    Map<Integer, StoryCard> cards = new LinkedHashMap<>();
    StoryCards reader = new StoryCards(searcher);
    collect(beginning(words.key(), listed.date()), BEGINNING_ALIKE, reader, cards);
    if (unlabelled != null && !unlabelled.words().isEmpty()) {
      collect(beginning(unlabelled.key(), listed.date()), BEGINNING_ALIKE, reader, cards);
    }
    collect(sharing(words, cut, listed.date()), SHARING_WORDS, reader, cards);
    List<Candidate> candidates = new ArrayList<>();
    for (StoryCard card : cards.values()) {
      if (card.uri().equals(self)) {
        continue;
      }
      List<String> archived = HeadlineWords.of(card.headline()).words();
      double likeness = HeadlineAlignment.likeness(words.words(), archived, cut);
      if (unlabelled != null) {
        double without = HeadlineAlignment.likeness(unlabelled.words(), archived, cut);
        likeness = Math.max(likeness, without - 0.01);
      }
      candidates.add(new Candidate(card, likeness, daysApart(listed, card), !cut));
    }
    return candidates;
  }

  private void collect(
      org.apache.lucene.search.Query query, int most, StoryCards reader, Map<Integer, StoryCard> to)
      throws IOException {
    for (ScoreDoc hit : searcher.search(query, most).scoreDocs) {
      if (!to.containsKey(hit.doc)) {
        to.put(hit.doc, reader.card(hit.doc));
      }
    }
  }

  private static org.apache.lucene.search.Query beginning(
      String key, @Nullable OffsetDateTime date) {
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    PrefixQuery prefix = new PrefixQuery(new Term(ArchiveIndex.HEADLINE_KEY, key));
    query.add(new ConstantScoreQuery(prefix), Occur.MUST);
    if (date != null) {
      query.add(near(date, 1f), Occur.SHOULD);
    }
    return query.build();
  }

  private static org.apache.lucene.search.Query sharing(
      HeadlineWords words, boolean cut, @Nullable OffsetDateTime date) {
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    List<String> all = words.words();
    int whole = cut && all.size() > 1 ? all.size() - 1 : all.size();
    for (String word : all.subList(0, Math.min(whole, MOST_WORDS)).stream().distinct().toList()) {
      TermQuery term = new TermQuery(new Term(ArchiveIndex.HEADLINE, word));
      query.add(new BoostQuery(term, (float) HeadlineAlignment.weight(word)), Occur.SHOULD);
    }
    if (date != null) {
      query.add(near(date, 6f), Occur.SHOULD);
    }
    return query.build();
  }

  private static org.apache.lucene.search.Query near(OffsetDateTime date, float weight) {
    return LongField.newDistanceFeatureQuery(
        ArchiveIndex.AT, weight, date.toEpochSecond(), PIVOT.toSeconds());
  }

  /** NaN if either has no date. */
  private static double daysApart(ListedHeadline listed, StoryCard card) {
    OffsetDateTime here = listed.date();
    OffsetDateTime there = card.date();
    if (here == null || there == null) {
      return Double.NaN;
    }
    if (listed.dayOnly() || card.dayOnly()) {
      return Math.abs(here.toLocalDate().toEpochDay() - there.toLocalDate().toEpochDay());
    }
    return Math.abs(Duration.between(here, there).toSeconds()) / 86_400.0;
  }

  private static Optional<Candidate> choose(HeadlineWords words, List<Candidate> candidates) {
    double visible = words.words().stream().mapToDouble(HeadlineAlignment::weight).sum();
    List<Candidate> fitting =
        candidates.stream()
            .filter(c -> c.likeness() >= least(c, visible))
            .sorted(Comparator.comparingDouble(HeadlineResolver::evidence).reversed())
            .toList();
    if (fitting.isEmpty()) {
      return Optional.empty();
    }
    Candidate best = fitting.get(0);
    if (fitting.size() > 1 && evidence(best) - evidence(fitting.get(1)) < 0.02) {
      return Optional.empty();
    }
    return Optional.of(best);
  }

  /** How alike a headline must be, given how much of it is seen and what the dates say. */
  private static double least(Candidate candidate, double visible) {
    if (candidate.near()) {
      return visible >= 3 ? 0.7 : 0.9;
    }
    if (candidate.whole()) {
      return visible >= 2 ? 0.995 : 2;
    }
    return visible >= 5 ? 0.8 : visible >= 3.5 ? 0.95 : 2;
  }

  private static double evidence(Candidate candidate) {
    double time =
        candidate.near() ? 0.3 - 0.04 * candidate.daysApart() : candidate.dated() ? 0 : 0.05;
    return candidate.likeness() + time;
  }

  private static RelatedStory story(Candidate chosen, ListedHeadline listed) {
    StoryCard card = chosen.card();
    String why =
        (chosen.likeness() >= 0.995
                ? "listed in the file, same headline"
                : "listed in the file, headline nearly the same")
            + (chosen.near() ? ", same date" : listed.date() == null ? "" : ", other date");
    return new RelatedStory(
        card.uri(),
        card.id(),
        card.headline(),
        card.date(),
        card.href(),
        true,
        false,
        Math.min(1, chosen.likeness()),
        why);
  }
}
