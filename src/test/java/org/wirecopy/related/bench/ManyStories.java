package org.wirecopy.related.bench;

import java.io.IOException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
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
  private final @Nullable String[][] sentences;

  ManyStories() throws IOException {
    base = RelatedFixtures.present() ? List.copyOf(RelatedFixtures.archive().values()) : invented();
    sentences = new String[base.size()][];
  }

  /** The same number is the same story each time. */
  ArchiveStory story(int number) {
    if (number < base.size()) {
      return base.get(number);
    }
    SplittableRandom random = new SplittableRandom(number);
    int first = random.nextInt(base.size());
    int second = random.nextInt(base.size());
    int third = random.nextInt(base.size());
    List<String> text = new ArrayList<>();
    for (int from : List.of(first, second, third)) {
      String[] all = sentences(from);
      int start = random.nextInt(all.length);
      for (int i = start; i < Math.min(all.length, start + 6); i++) {
        text.add(all[i]);
      }
    }
    String[] head = base.get(first).headline().split(" ");
    String[] tail = base.get(second).headline().split(" ");
    String headline =
        String.join(" ", List.of(head).subList(0, (head.length + 1) / 2))
            + " "
            + String.join(" ", List.of(tail).subList(tail.length / 2, tail.length));
    return new ArchiveStory(
        "tag:bench,2026:" + number,
        "bench" + number,
        headline,
        String.join(" ", text),
        FIRST_DAY.plusDays(random.nextInt(DAYS)),
        true,
        base.get(first).source(),
        null,
        null,
        true);
  }

  /** So many stories, one at a time. */
  Iterable<ArchiveStory> stories(int count) {
    return () -> IntStream.range(0, count).mapToObj(this::story).iterator();
  }

  /** Cut once for all the stories that are made of them. */
  private String[] sentences(int number) {
    String[] known = sentences[number];
    if (known == null) {
      known = base.get(number).text().split("(?<=[.!?])\\s+");
      sentences[number] = known;
    }
    return known;
  }

  private static List<ArchiveStory> invented() {
    SplittableRandom random = new SplittableRandom(7);
    List<ArchiveStory> stories = new ArrayList<>();
    for (int i = 0; i < 5000; i++) {
      StringBuilder text = new StringBuilder();
      for (int w = 0; w < 400; w++) {
        text.append(word(random)).append(w % 18 == 17 ? ". " : " ");
      }
      stories.add(
          new ArchiveStory(
              "tag:bench,2026:" + i,
              "bench" + i,
              IntStream.range(0, 6).mapToObj(w -> word(random)).collect(Collectors.joining(" ")),
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
  private static String word(SplittableRandom random) {
    int rank = (int) Math.exp(random.nextDouble() * Math.log(60_000));
    StringBuilder word = new StringBuilder();
    for (int left = rank; left > 0; left /= 40) {
      word.append("bdfgklmnprstvzhj".charAt(left % 16)).append("aeiou".charAt(left % 5));
    }
    return word.append('n').toString();
  }
}
