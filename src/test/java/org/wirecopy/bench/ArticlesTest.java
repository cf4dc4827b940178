package org.wirecopy.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ArticlesTest {
  private final Articles articles = new Articles(2026);

  @Test
  void sameSeedAndNumberGiveTheSameText() {
    assertThat(new Articles(2026).text(77, 1)).isEqualTo(articles.text(77, 1));
    assertThat(new Articles(2027).text(77, 1)).isNotEqualTo(articles.text(77, 1));
  }

  @Test
  void revisionsDifferInTheirMarkOnly() {
    assertThat(articles.text(77, 2))
        .contains("zwmark-77-2.")
        .isEqualTo(articles.text(77, 1).replace("zwmark-77-1.", "zwmark-77-2."));
  }

  @Test
  void everyStoryHasItsOwnHeadline() {
    assertThat(IntStream.range(0, 20_000).mapToObj(articles::headline)).doesNotHaveDuplicates();
  }

  @Test
  void articlesAreAsLongAsRealOnes() {
    double mean =
        IntStream.range(0, 1_000)
            .map(number -> articles.text(number, 1).getBytes(StandardCharsets.UTF_8).length)
            .average()
            .orElseThrow();
    assertThat(mean).isBetween(2_000.0, 3_000.0);
  }

  @Test
  void halfOfThemListEarlierStories() {
    assertThat(
            IntStream.range(1_000, 2_000)
                .filter(number -> articles.text(number, 1).contains("\nAlso Read\n"))
                .count())
        .isBetween(400L, 600L);
  }

  @Test
  void numbersAreFoundInUris() {
    assertThat(Articles.number("tag:x,2026:desk-003:story-0001742")).isEqualTo(1742);
    assertThat(Articles.path(1742, Articles.Layout.FOLDERS))
        .isEqualTo("desk-003/story-0001742.txt");
  }
}
