package org.wirecopy.related.bench;

import java.io.IOException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.wirecopy.article.ArchiveStory;
import org.wirecopy.related.RelatedFixtures;

/**
 * As many stories as wanted: those of the fixture archive first, then others made of their
 * sentences; without fixtures, of invented words as frequent as words are.
 */
final class ManyStories {
  private static final OffsetDateTime FIRST_DAY = OffsetDateTime.parse("2012-01-01T00:00:00Z");
  private static final int DAYS = 3000;

  private final List<ArchiveStory> base;
  private final SplittableRandom random = new SplittableRandom(7);

  ManyStories() throws IOException {
    base = RelatedFixtures.present() ? List.copyOf(RelatedFixtures.archive().values()) : invented();
  }

  ArchiveStory story(int number) {
    if (number < base.size()) {
      return base.get(number);
    }
    ArchiveStory first = any();
    List<String> sentences = new ArrayList<>();
    for (ArchiveStory from : List.of(first, any(), any())) {
      String[] all = from.text().split("(?<=[.!?])\\s+");
      int start = random.nextInt(all.length);
      for (int i = start; i < Math.min(all.length, start + 6); i++) {
        sentences.add(all[i]);
      }
    }
    String[] head = first.headline().split(" ");
    String[] tail = any().headline().split(" ");
    String headline =
        String.join(" ", List.of(head).subList(0, (head.length + 1) / 2))
            + " "
            + String.join(" ", List.of(tail).subList(tail.length / 2, tail.length));
    return new ArchiveStory(
        "tag:bench,2026:" + number,
        "bench" + number,
        headline,
        String.join(" ", sentences),
        FIRST_DAY.plusDays(random.nextInt(DAYS)),
        true,
        first.source(),
        null,
        null,
        true);
  }

  /** So many stories, one at a time. */
  Iterable<ArchiveStory> stories(int count) {
    return () -> IntStream.range(0, count).mapToObj(this::story).iterator();
  }

  private ArchiveStory any() {
    return base.get(random.nextInt(base.size()));
  }

  private List<ArchiveStory> invented() {
    List<ArchiveStory> stories = new ArrayList<>();
    for (int i = 0; i < 5000; i++) {
      StringBuilder text = new StringBuilder();
      for (int w = 0; w < 400; w++) {
        text.append(word()).append(w % 18 == 17 ? ". " : " ");
      }
      stories.add(
          new ArchiveStory(
              "tag:bench,2026:" + i,
              "bench" + i,
              String.join(" ", List.of(word(), word(), word(), word(), word(), word())),
              text.toString(),
              FIRST_DAY.plusDays(random.nextInt(DAYS)),
              true,
              "Courier",
              null,
              null,
              true));
    }
    return stories;
  }

  /** Rank by Zipf's law among 60 000, spelt in syllables. */
  private String word() {
    int rank = (int) Math.exp(random.nextDouble() * Math.log(60_000));
    StringBuilder word = new StringBuilder();
    for (int left = rank; left > 0; left /= 40) {
      word.append("bdfgklmnprstvzhj".charAt(left % 16)).append("aeiou".charAt(left % 5));
    }
    return word.append('n').toString();
  }
}
