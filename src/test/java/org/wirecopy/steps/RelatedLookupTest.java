package org.wirecopy.steps;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wirecopy.article.ArchiveStory;
import org.wirecopy.article.Article;
import org.wirecopy.article.ArticleBuilder;
import org.wirecopy.article.Block;
import org.wirecopy.article.Dateline;
import org.wirecopy.article.RelatedStory;
import org.wirecopy.article.Status;
import org.wirecopy.related.Archive;
import org.wirecopy.related.ArchiveSettings;
import org.wirecopy.related.RelatedJson;
import org.wirecopy.watch.Meters;

class RelatedLookupTest {
  private static final Instant NOON = Instant.parse("2026-11-23T12:00:00Z");
  private static final String URI = "tag:example.org,2026:new";

  @TempDir Path folder;
  private Archive archive;
  private Meters meters;
  private RelatedLookup lookup;

  @BeforeEach
  void open() {
    archive = Archive.open(folder, ArchiveSettings.defaults().withMinScore(0.05));
    archive.put(
        List.of(
            archived("today", NOON.minusSeconds(3 * 3600)),
            archived("old", NOON.minusSeconds(700L * 24 * 3600))));
    archive.refresh();
    meters = new Meters(() -> NOON);
    RelatedJson json = new RelatedJson("tag:example.org,2026:", ZoneOffset.UTC);
    lookup = new RelatedLookup(archive, json, 3, meters, () -> NOON, ZoneOffset.UTC);
  }

  @AfterEach
  void close() {
    archive.close();
    meters.close();
  }

  @Test
  void aStoryWithoutADateIsLookedUpAsOneOfNow() {
    OffsetDateTime now = NOON.atOffset(ZoneOffset.UTC);
    Article dated = story().dateline(new Dateline(null, now, Dateline.Precision.INSTANT)).build();

    assertThat(lookup.inArchive(story().build(), URI))
        .isNotEmpty()
        .isEqualTo(lookup.inArchive(dated, URI));
  }

  @Test
  void anEmbargoedStoryWithoutADateIsLookedUpAsOfItsEmbargosEnd() {
    OffsetDateTime later = NOON.plusSeconds(90L * 24 * 3600).atOffset(ZoneOffset.UTC);
    Article dated = story().dateline(new Dateline(null, later, Dateline.Precision.INSTANT)).build();

    assertThat(lookup.inArchive(story().embargo(later).build(), URI))
        .isNotEmpty()
        .isEqualTo(lookup.inArchive(dated, URI))
        .isNotEqualTo(lookup.inArchive(story().build(), URI));
  }

  @Test
  void aKillIsNotLookedUpNorIsAWithholdWithoutItsText() {
    assertThat(lookup.asks(story().build())).isTrue();
    assertThat(lookup.asks(story().status(Status.WITHHELD).build())).isTrue();
    assertThat(lookup.asks(story().status(Status.WITHHELD).body(List.of()).build())).isFalse();
    assertThat(lookup.asks(story().status(Status.CANCELED).build())).isFalse();
    assertThat(lookup.inArchive(story().status(Status.CANCELED).build(), URI)).isEmpty();
  }

  @Test
  void whatAServiceSaysIsListedIsNotCutOff() {
    String answer =
        """
        [{"headline": "One", "listed": true}, {"headline": "Two", "listed": true},
         {"headline": "Further one"}, {"headline": "Further two"},
         {"headline": "Three", "listed": true}, {"headline": "Four", "listed": true}]
        """;
    assertThat(answered(answer)).containsExactly("One", "Two", "Three", "Four");
    assertThat(answered("[{\"headline\": \"One\", \"listed\": true}, " + further() + "]"))
        .containsExactly("One", "a", "b");
  }

  private List<String> answered(String answer) {
    byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
    return lookup.answer(bytes, System.nanoTime()).stream().map(RelatedStory::headline).toList();
  }

  private static String further() {
    return "{\"headline\": \"a\"}, {\"headline\": \"b\"}, {\"headline\": \"c\"}";
  }

  private static ArticleBuilder story() {
    return Article.titled("Ferries wait as gales shut the port of Ellery")
        .body(List.of(Block.paragraph("The harbour master of Ellery keeps all ferries at berth.")))
        .language("en");
  }

  private static ArchiveStory archived(String name, Instant date) {
    return new ArchiveStory(
        "tag:example.org,2026:" + name,
        null,
        name + ": gales shut the port of Ellery, ferries stay",
        "Ferries stay at berth in Ellery, says the harbour master of " + name + ".",
        date.atOffset(ZoneOffset.UTC),
        false,
        null,
        null,
        "en",
        true);
  }
}
