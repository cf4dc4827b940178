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
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.StringHelper;
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
  private static final double SURELY = 0.97;
  private static final int MOST_WORDS = 16;
  private static final int WORDS_ANYWHERE = 7;
  private static final int BEGINNING_ALIKE = 24;
  private static final int MOST_BEGUN = 2000;
  private static final int SHARING_WORDS = 24;
  private static final Duration NEAR = Duration.ofHours(47);
  private static final Duration AROUND = Duration.ofDays(4);

  /** One archived story beside the listed headline. */
  record Candidate(StoryCard card, double likeness, double daysApart, boolean whole) {
    boolean dated() {
      return !Double.isNaN(daysApart);
    }

    boolean near() {
      return dated() && daysApart <= NEAR.toHours() / 24.0;
    }
  }

  private final ArchiveIndex index;
  private final IndexSearcher searcher;
  private final StoryCards cards;
  private final @Nullable TermsEnum[] beginnings;
  private final ArchivedHeadline headline = new ArchivedHeadline();

  HeadlineResolver(ArchiveIndex index, IndexSearcher searcher) {
    this.index = index;
    this.searcher = searcher;
    this.cards = new StoryCards(searcher);
    this.beginnings = new TermsEnum[searcher.getIndexReader().leaves().size()];
  }

  /**
   * @param self uri of the story that lists it, which is never meant, or null
   */
  Optional<RelatedStory> resolve(ListedHeadline listed, @Nullable String self) throws IOException {
    SeenHeadline seen = SeenHeadline.of(listed);
    return choose(seen, candidates(seen, self)).map(chosen -> story(chosen, listed));
  }

  List<Candidate> candidates(SeenHeadline seen, @Nullable String self) throws IOException {
    OffsetDateTime date = seen.listed().date();
    Map<Integer, Candidate> candidates = new LinkedHashMap<>();
    if (seen.words().words().isEmpty()) {
      return List.of();
    }
    beginning(seen.words().key(), seen, candidates);
    if (seen.unlabelled() != null && !seen.unlabelled().words().isEmpty()) {
      beginning(seen.unlabelled().key(), seen, candidates);
    }
    if (!found(candidates)) {
      shareWords(seen, date, candidates);
    }
    return candidates.values().stream().filter(c -> !c.card().uri().equals(self)).toList();
  }

  /** Each search is wider and dearer than the one before, and needless once the story is found. */
  private void shareWords(
      SeenHeadline seen, @Nullable OffsetDateTime date, Map<Integer, Candidate> to)
      throws IOException {
    HeadlineSearch search = new HeadlineSearch(index, searcher, telling(seen));
    if (date != null) {
      long from = date.minus(AROUND).toEpochSecond();
      long until = date.plus(AROUND).toEpochSecond();
      considerAll(search.between(from, until, SHARING_WORDS), seen, to);
    }
    if (!found(to)) {
      considerAll(search.anyTime(WORDS_ANYWHERE, SHARING_WORDS), seen, to);
    }
    search.done();
  }

  private void considerAll(List<Integer> docs, SeenHeadline seen, Map<Integer, Candidate> to)
      throws IOException {
    for (int doc : docs) {
      consider(doc, seen, to);
    }
  }

  /** Those whose headline begins with the key; of many, the nearest in time. */
  private void beginning(String key, SeenHeadline seen, Map<Integer, Candidate> to)
      throws IOException {
    OffsetDateTime date = seen.listed().date();
    record Begun(int doc, double apart) {}
    List<Begun> begun = new ArrayList<>();
    BytesRef prefix = new BytesRef(key);
    for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
      TermsEnum each = beginnings(leaf);
      if (each == null) {
        continue;
      }
      Bits live = leaf.reader().getLiveDocs();
      @Nullable PostingsEnum docs = null;
      boolean more = each.seekCeil(prefix) != TermsEnum.SeekStatus.END;
      while (more && begun.size() < MOST_BEGUN && StringHelper.startsWith(each.term(), prefix)) {
        docs = each.postings(docs, PostingsEnum.NONE);
        for (int doc = docs.nextDoc();
            doc != DocIdSetIterator.NO_MORE_DOCS && begun.size() < MOST_BEGUN;
            doc = docs.nextDoc()) {
          if (live == null || live.get(doc)) {
            begun.add(new Begun(leaf.docBase + doc, apart(leaf, doc, date)));
          }
        }
        more = each.next() != null;
      }
    }
    begun.sort(Comparator.comparingDouble(Begun::apart));
    for (Begun hit : begun.subList(0, Math.min(BEGINNING_ALIKE, begun.size()))) {
      consider(hit.doc(), seen, to);
    }
  }

  /** The keys of a segment's headlines, opened once for all headlines of a story; null if none. */
  private @Nullable TermsEnum beginnings(LeafReaderContext leaf) throws IOException {
    TermsEnum known = beginnings[leaf.ord];
    if (known != null) {
      return known;
    }
    Terms keys = leaf.reader().terms(StoryDocuments.HEADLINE_KEY);
    if (keys == null) {
      return null;
    }
    TermsEnum opened = keys.iterator();
    beginnings[leaf.ord] = opened;
    return opened;
  }

  /** Days between the story and the date; 0 if none is listed, NaN if the story has none. */
  private double apart(LeafReaderContext leaf, int doc, @Nullable OffsetDateTime date)
      throws IOException {
    if (date == null) {
      return 0;
    }
    long at = index.dates(leaf.reader()).at(doc);
    return at == StoryPrint.UNDATED ? Double.NaN : Math.abs((at - date.toEpochSecond()) / 86_400.0);
  }

  private void consider(int doc, SeenHeadline seen, Map<Integer, Candidate> to) throws IOException {
    if (to.containsKey(doc)) {
      return;
    }
    headline.read(cards.headline(doc));
    if (seen.mayFit(headline, seen.least())) {
      StoryCard card = cards.card(doc);
      double days = daysApart(seen.listed(), card);
      to.put(doc, new Candidate(card, seen.likeness(headline), days, !seen.cut()));
    }
  }

  private static boolean found(Map<Integer, Candidate> candidates) {
    return candidates.values().stream().anyMatch(c -> c.near() && c.likeness() > SURELY);
  }

  /** The longest words are the rarest, near enough. */
  private static List<String> telling(SeenHeadline seen) {
    List<String> all = seen.words().words();
    int whole = seen.cut() && all.size() > 1 ? all.size() - 1 : all.size();
    return all.subList(0, Math.min(whole, MOST_WORDS)).stream()
        .distinct()
        .sorted(Comparator.comparingInt(String::length).reversed())
        .toList();
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

  private static Optional<Candidate> choose(SeenHeadline seen, List<Candidate> candidates) {
    double visible = seen.weight();
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
      return SeenHeadline.leastNear(visible, candidate.whole());
    }
    if (visible >= 5) {
      return 0.78;
    }
    if (visible >= 3.5) {
      return candidate.whole() ? 0.82 : 0.95;
    }
    return candidate.whole() && visible >= 2 ? 0.995 : 2;
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
