package org.wirecopy.related;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wirecopy.article.ArchiveStory;
import org.wirecopy.article.RelatedStory;

class ArchiveTest {
  private Path folder;
  private Archive archive;

  @BeforeEach
  void open(@TempDir Path temporary) {
    folder = temporary;
    archive = Archive.open(folder, ArchiveSettings.defaults());
    archive.put(Newsroom.all());
    archive.refresh();
  }

  @AfterEach
  void close() {
    archive.close();
  }

  private List<String> found(ArchiveStory story, int limit) {
    return archive.find(Newsroom.asking(story), limit).stream().map(RelatedStory::id).toList();
  }

  @Test
  void findsSameEventAndFollowUpsAndNothingElse() {
    assertThat(found(Newsroom.FERRY_SINKS, 5))
        .hasSize(2)
        .contains("ferry-owner")
        .containsAnyOf("ferry-inquiry", "ferry-inquiry-evening");
  }

  @Test
  void anArchiveInUseIsNotTakenForDamaged() {
    archive.commit(Map.of());

    assertThatThrownBy(() -> Archive.open(folder, ArchiveSettings.defaults()))
        .hasMessageContaining("another program uses the archive in " + folder);

    assertThat(found(Newsroom.FERRY_SINKS, 5)).contains("ferry-owner");
    archive.put(List.of(Newsroom.CHESS));
    archive.commit(Map.of());
    assertThat(folder.resolve("index-1.damaged")).doesNotExist();
  }

  @Test
  void isReadBesideWhoeverUsesItAndStaysAsItIs() throws IOException {
    archive.commit(Map.of("seen", "7"));
    List<Path> before = files();

    try (Archive read = Archive.openToRead(folder, ArchiveSettings.defaults())) {
      assertThat(read.find(Newsroom.asking(Newsroom.FERRY_SINKS), 5))
          .extracting(RelatedStory::id)
          .contains("ferry-owner");
      assertThat(read.needsRebuild()).isFalse();
    }

    assertThat(files()).isEqualTo(before);
  }

  @Test
  void whereThereIsNoArchiveNoneIsMadeToReadIt(@TempDir Path elsewhere) {
    Path none = elsewhere.resolve("archive");

    try (Archive read = Archive.openToRead(none, ArchiveSettings.defaults())) {
      assertThat(read.find(Newsroom.asking(Newsroom.FERRY_SINKS), 5)).isEmpty();
    }

    assertThat(none).doesNotExist();
  }

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.sorted().toList();
    }
  }

  @Test
  void findsNothingForAStoryOnItsOwn() {
    assertThat(found(Newsroom.CHESS, 5)).isEmpty();
  }

  @Test
  void neverListsTheStoryItselfOrItsCopy() {
    assertThat(found(Newsroom.FERRY_INQUIRY, 5))
        .doesNotContain("ferry-inquiry", "ferry-inquiry-evening")
        .contains("ferry-sinks", "ferry-owner");
  }

  @Test
  void neverListsTwoCopiesOfOneStory() {
    assertThat(found(Newsroom.FERRY_OWNER, 5))
        .contains("ferry-sinks")
        .filteredOn(id -> id.startsWith("ferry-inquiry"))
        .hasSize(1);
  }

  @Test
  void saysWhyInWordsOfTheStoryAndTime() {
    RelatedStory first = archive.find(Newsroom.asking(Newsroom.FERRY_SINKS), 1).get(0);
    assertThat(first.why()).contains("Marisol").containsPattern("5 days later|11 days later");
    assertThat(first.score()).isBetween(0.0, 1.0);
  }

  @Test
  void hidesWhatIsNotLinkable() {
    archive.put(List.of(Newsroom.hidden(Newsroom.FERRY_OWNER)));
    archive.refresh();
    assertThat(found(Newsroom.FERRY_SINKS, 5)).doesNotContain("ferry-owner");
    assertThat(archive.resolve(Newsroom.listed(Newsroom.FERRY_OWNER.headline(), null))).isEmpty();

    archive.put(List.of(Newsroom.FERRY_OWNER));
    archive.refresh();
    assertThat(found(Newsroom.FERRY_SINKS, 5)).contains("ferry-owner");
  }

  @Test
  void puttingAgainReplaces() {
    archive.put(Newsroom.all());
    archive.refresh();
    assertThat(archive.size()).isEqualTo(Newsroom.all().size());
    archive.remove(Newsroom.CITRUS.uri());
    archive.refresh();
    assertThat(archive.size()).isEqualTo(Newsroom.all().size() - 1);
  }

  @Test
  void aStoryUpdatedManyTimesIsFoundAsBefore() {
    List<RelatedStory> before = archive.find(Newsroom.asking(Newsroom.FERRY_SINKS), 5);
    for (int i = 0; i < 50; i++) {
      archive.put(List.of(Newsroom.FERRY_OWNER));
      archive.refresh();
    }
    assertThat(archive.find(Newsroom.asking(Newsroom.FERRY_SINKS), 5)).isEqualTo(before);
  }

  @Test
  void findsNothingNewerThanAskedFor() {
    Query query = Newsroom.asking(Newsroom.FERRY_SINKS).withAsOf(Newsroom.CITRUS.date());
    assertThat(archive.find(query, 5))
        .extracting(RelatedStory::id)
        .doesNotContain("ferry-owner")
        .hasSize(1);
  }

  @Test
  void findsOnlyTheSourceAskedFor() {
    Query query = Newsroom.asking(Newsroom.FERRY_SINKS);
    assertThat(archive.find(query.withSource("Other Paper"), 5)).isEmpty();
    assertThat(archive.find(query.withSource("island courier"), 5)).hasSize(2);
  }

  @Test
  void findsOnlyStoriesInItsLanguage() {
    ArchiveStory spanish =
        new ArchiveStory(
            "tag:island.example,2031:es",
            "es",
            "Marisol: Blue Strait Lines",
            Newsroom.FERRY_SINKS.text().replace("the", "el"),
            Newsroom.FERRY_SINKS.date(),
            false,
            null,
            null,
            "es",
            true);
    archive.put(List.of(spanish));
    archive.refresh();
    assertThat(found(Newsroom.FERRY_OWNER, 5)).doesNotContain("es").contains("ferry-sinks");
  }

  @Test
  void listedStoriesComeFirstInTheirOrderThenTheBestOthers() {
    Query query =
        Newsroom.asking(Newsroom.FERRY_SINKS)
            .withListed(
                List.of(
                    Newsroom.listed("Volcano sleeps on", "2031-01-01T00:00:00Z"),
                    Newsroom.listed("Blue Strait Lines chief resigns...", null)));
    List<RelatedStory> related = archive.related(query, 3);
    assertThat(related)
        .extracting(RelatedStory::headline)
        .containsExactly(
            "Volcano sleeps on", Newsroom.FERRY_OWNER.headline(), related.get(2).headline());
    assertThat(related).extracting(RelatedStory::listed).containsExactly(true, true, false);
    assertThat(related.get(0).uri()).isNull();
    assertThat(related.get(2).id()).startsWith("ferry-inquiry");
    assertThat(archive.related(query, 1)).as("listed ones are never cut off").hasSize(2);
  }

  @Test
  void aStoryPutIsFoundShortlyAfterWithoutAskingForIt() {
    ArchiveStory late = Newsroom.story("late", "Marisol wreck raised", null, "Raised at noon.");
    archive.put(List.of(late));
    await().until(() -> archive.resolve(Newsroom.listed(late.headline(), null)).isPresent());
  }

  @Test
  void keepsItsStoriesAndPositionOverARestart() {
    archive.commit(Map.of("row", "17"));
    archive.put(List.of(Newsroom.story("later", "Not yet counted", null, "Later.")));
    archive.close();
    archive = Archive.open(folder, ArchiveSettings.defaults());
    assertThat(archive.position()).containsExactly(Map.entry("row", "17"));
    assertThat(archive.size()).isGreaterThanOrEqualTo(Newsroom.all().size());
    assertThat(archive.needsRebuild()).isFalse();
    assertThat(found(Newsroom.FERRY_SINKS, 5)).hasSize(2);
  }

  @Test
  void noticesAFlippedBitAndAsksForARebuild() throws IOException {
    archive.commit(Map.of("row", "17"));
    archive.close();
    Path largest = largestFile(folder);
    byte[] bytes = Files.readAllBytes(largest);
    bytes[bytes.length / 2] ^= 0x10;
    Files.write(largest, bytes);
    archive = Archive.open(folder, ArchiveSettings.defaults());
    assertThat(archive.needsRebuild()).isTrue();
    assertThat(archive.position()).isEmpty();

    archive.rebuild(put -> put.accept(Newsroom.all()), () -> Map.of("row", "18"));
    assertThat(archive.needsRebuild()).isFalse();
    assertThat(archive.position()).containsEntry("row", "18");
    assertThat(found(Newsroom.FERRY_SINKS, 5)).hasSize(2);
  }

  @Test
  void noticesAFlippedBitWhileItIsOpen() throws IOException {
    archive.commit(Map.of());
    archive.examine();
    assertThat(archive.needsRebuild()).isFalse();
    Path largest = largestFile(folder);
    try (FileChannel file = FileChannel.open(largest, StandardOpenOption.WRITE)) {
      file.write(ByteBuffer.wrap(new byte[] {1, 2, 3, 4}), file.size() / 2);
    }

    archive.examine();
    assertThat(archive.needsRebuild()).isTrue();
    archive.rebuild(put -> put.accept(Newsroom.all()), Map::of);
    assertThat(archive.needsRebuild()).isFalse();
    assertThat(found(Newsroom.FERRY_SINKS, 5)).hasSize(2);
  }

  @Test
  void noticesAMissingFileAndAsksForARebuild() throws IOException {
    archive.commit(Map.of());
    archive.close();
    try (var files = Files.walk(folder)) {
      for (Path file :
          files.filter(f -> f.getFileName().toString().startsWith("segments_")).toList()) {
        Files.delete(file);
      }
    }
    archive = Archive.open(folder, ArchiveSettings.defaults());
    assertThat(archive.needsRebuild()).isTrue();
    assertThat(archive.size()).isZero();
  }

  @Test
  void whatIsPutDuringARebuildWinsOverOlderStories() {
    archive.rebuild(
        put -> {
          archive.put(List.of(Newsroom.hidden(Newsroom.FERRY_OWNER)));
          assertThat(found(Newsroom.FERRY_SINKS, 5)).as("lookups go on").isNotEmpty();
          put.accept(Newsroom.all());
        },
        Map::of);
    assertThat(found(Newsroom.FERRY_SINKS, 5)).hasSize(1).doesNotContain("ferry-owner");
  }

  @Test
  void aRebuildThatFailsLeavesTheOldIndex() {
    assertThat(
            org.assertj.core.api.Assertions.catchThrowable(
                () ->
                    archive.rebuild(
                        put -> {
                          throw new IOException("the ledger is away");
                        },
                        Map::of)))
        .hasMessageContaining("rebuild");
    assertThat(found(Newsroom.FERRY_SINKS, 5)).hasSize(2);
  }

  @Test
  void handsOutEveryStoryWhole() {
    List<ArchiveStory> stories = new ArrayList<>();
    archive.each(stories::add);
    assertThat(stories).containsExactlyInAnyOrderElementsOf(Newsroom.all());
  }

  private static Path largestFile(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      return files
          .filter(Files::isRegularFile)
          .max(java.util.Comparator.comparingLong(file -> file.toFile().length()))
          .orElseThrow();
    }
  }
}
