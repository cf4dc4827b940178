package org.wirecopy.related;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.wirecopy.article.ArchiveStory;
import org.wirecopy.article.ListedHeadline;
import org.wirecopy.article.RelatedStory;

class HeadlineResolverTest {
  private static final String DAY = "2031-04-02T00:00:00Z";
  private Archive archive;

  @BeforeEach
  void open(@TempDir Path folder) {
    archive = Archive.open(folder, ArchiveSettings.defaults());
    List<ArchiveStory> stories = new ArrayList<>(Newsroom.all());
    stories.add(
        Newsroom.story(
            "tariff", "U.S. Lifts ‘Citrus’ Tariff After Nine-Year Row with Lomond", DAY, "a"));
    stories.add(
        Newsroom.story("mon", "Morning briefing: what to know today", "2031-05-05T06:00:00Z", "b"));
    stories.add(
        Newsroom.story("tue", "Morning briefing: what to know today", "2031-05-06T06:00:00Z", "c"));
    stories.add(
        Newsroom.story(
            "gov1", "Governor to meet growers over the harvest tax", "2031-06-01T06:00:00Z", "d"));
    stories.add(
        Newsroom.story(
            "gov2", "Governor to meet growers over the water tax", "2031-06-20T06:00:00Z", "e"));
    archive.put(stories);
    archive.refresh();
  }

  @AfterEach
  void close() {
    archive.close();
  }

  private @org.jspecify.annotations.Nullable String id(
      String headline, @org.jspecify.annotations.Nullable String date) {
    return archive.resolve(Newsroom.listed(headline, date)).map(RelatedStory::id).orElse(null);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "U.S. Lifts ‘Citrus’ Tariff After Nine-Year Row with Lomond",
        "US lifts 'citrus' tariff after nine-year row with Lomond",
        "US LIFTS \"CITRUS\" TARIFF AFTER NINE YEAR ROW WITH LOMOND",
        "U.S. Lifts ‘Citrus’ Tariff After Nine-Year Row…",
        "U.S. Lifts ‘Citrus’ Tariff After Ni...",
        "Exclusive: U.S. Lifts ‘Citrus’ Tariff After Nine-Year Row with Lomond",
        "U.S. Lfits ‘Citrus’ Tariff After Nine-Year Row with Lomond",
        "U.S. Lifts Tariff After Nine-Year Row with Lomond",
        "U.S. Finally Lifts ‘Citrus’ Tariff After Nine-Year Row with Lomond",
      })
  void knowsALightlyEditedOrTruncatedHeadline(String headline) {
    assertThat(id(headline, DAY)).isEqualTo("tariff");
    assertThat(id(headline, null)).as("without its date").isEqualTo("tariff");
    assertThat(id(headline, "2031-04-03T00:00:00Z")).as("a day off").isEqualTo("tariff");
    assertThat(id(headline, "2029-01-01T00:00:00Z")).as("wrong date").isEqualTo("tariff");
  }

  @ParameterizedTest
  @CsvSource({
    "2031-05-05T00:00:00Z,mon",
    "2031-05-06T08:00:00Z,tue",
  })
  void theDateDecidesBetweenEqualHeadlines(String date, String expected) {
    assertThat(id("Morning briefing: what to know today", date)).isEqualTo(expected);
    assertThat(id("Morning briefing: what...", date)).isEqualTo(expected);
  }

  @Test
  void doesNotGuessBetweenEqualHeadlinesWithoutADate() {
    assertThat(id("Morning briefing: what to know today", null)).isNull();
    assertThat(id("Governor to meet growers over the...", null)).isNull();
  }

  @Test
  void theDateDecidesWhatATruncatedHeadlineMeans() {
    assertThat(id("Governor to meet growers over the...", "2031-06-20T00:00:00Z"))
        .isEqualTo("gov2");
    assertThat(id("Governor to meet growers over the...", "2031-06-01T00:00:00Z"))
        .isEqualTo("gov1");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Governor to meet fishermen over quotas",
        "Volcano sleeps on",
        "Ferry...",
        "The",
        "…",
        "!?",
      })
  void saysHonestlyThatTheArchiveDoesNotHaveIt(String headline) {
    assertThat(id(headline, null)).isNull();
    assertThat(id(headline, "2031-06-01T00:00:00Z")).isNull();
  }

  @Test
  void aWordThatIsCutOffNamesNoStoryEvenOfTheSameDay() {
    archive.put(
        List.of(
            Newsroom.story("stormont", "Stormont talks collapse over the budget", DAY, "a"),
            Newsroom.story("government", "Governments of the coast agree", DAY, "b")));
    archive.refresh();

    assertThat(id("Storm…", DAY)).isNull();
    assertThat(id("Stormont…", DAY)).isNull();
    assertThat(id("Watch: Government…", DAY)).isNull();
    assertThat(id("Stormont talks…", DAY)).isEqualTo("stormont");
    assertThat(id("Watch: Governments of the…", DAY)).isEqualTo("government");
  }

  @Test
  void neverNamesTheStoryThatListsIt() {
    ListedHeadline listed = Newsroom.listed(Newsroom.CHESS.headline(), null);
    assertThat(archive.resolve(listed, Newsroom.CHESS.uri())).isEqualTo(Optional.empty());
  }
}
