package org.wirecopy.related;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wirecopy.article.ArchiveStory;
import org.wirecopy.article.RelatedStory;

class ArchiveIndexTest {
  @TempDir Path folder;

  private Archive open() {
    return Archive.open(folder, ArchiveSettings.defaults());
  }

  private static List<String> found(Archive archive, Query query) {
    return archive.find(query, 5).stream().map(RelatedStory::id).toList();
  }

  @Test
  void anIndexOfAnEarlierVersionIsBuiltAnewAndNotTakenForDamaged() throws IOException {
    Path index = Files.createDirectories(folder.resolve("index-1"));
    try (Directory directory = FSDirectory.open(index);
        IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig())) {
      Document document = new Document();
      document.add(new StringField("uri", "tag:island.example,2031:old", Field.Store.NO));
      document.add(new StringField("words", "ferri", Field.Store.NO));
      writer.addDocument(document);
      writer.setLiveCommitData(Map.of("stories", "17").entrySet());
    }

    try (Archive archive = open()) {
      assertThat(archive.needsRebuild()).isTrue();
      assertThat(archive.position()).isEmpty();
      assertThat(archive.size()).isZero();
      archive.rebuild(put -> put.accept(Newsroom.all()), () -> Map.of("stories", "18"));
    }
    try (Archive archive = open()) {
      assertThat(archive.needsRebuild()).isFalse();
      assertThat(archive.position()).containsExactly(Map.entry("stories", "18"));
      assertThat(found(archive, Newsroom.asking(Newsroom.FERRY_SINKS))).hasSize(2);
    }
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).noneMatch(file -> file.toString().endsWith(".damaged"));
    }
  }

  @Test
  void aStoryThatManyPutAtOnceIsThereOnce() throws InterruptedException {
    int many = 8;
    ExecutorService threads = Executors.newFixedThreadPool(many);
    CountDownLatch start = new CountDownLatch(1);
    try (Archive archive = open()) {
      for (int i = 0; i < many; i++) {
        threads.execute(
            () -> {
              try {
                start.await();
                archive.put(Newsroom.all());
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
      }
      start.countDown();
      threads.shutdown();
      assertThat(threads.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
      archive.refresh();
      assertThat(archive.size()).isEqualTo(Newsroom.all().size());
    }
  }

  @Test
  void aStoryOfAnEarlierRunIsReplacedAndRemoved() {
    try (Archive archive = open()) {
      archive.put(Newsroom.all());
      archive.commit(Map.of());
    }
    try (Archive archive = open()) {
      archive.put(Newsroom.all());
      archive.remove(Newsroom.CITRUS.uri());
      archive.put(List.of(Newsroom.hidden(Newsroom.CHESS)));
      archive.refresh();
      assertThat(archive.size()).isEqualTo(Newsroom.all().size() - 2);
    }
  }

  @Test
  void aStoryHiddenFromTheFirstIsShownOnceItMayBe() {
    try (Archive archive = open()) {
      archive.put(List.of(Newsroom.FERRY_SINKS, Newsroom.hidden(Newsroom.FERRY_OWNER)));
      archive.put(Newsroom.all());
      archive.refresh();
      assertThat(archive.size()).isEqualTo(Newsroom.all().size());
    }
  }

  @Test
  void whatIsNewerByASecondIsNotFoundAndWhatIsUndatedIs() {
    OffsetDateTime published = Newsroom.FERRY_OWNER.date();
    ArchiveStory undated =
        Newsroom.story(
            "undated",
            "Marisol inquiry: what Blue Strait Lines knew of the radar",
            null,
            Newsroom.FERRY_INQUIRY.text().replace("Sunday", "oath in a closed hearing today"));
    try (Archive archive = open()) {
      archive.put(List.of(Newsroom.FERRY_OWNER, undated, Newsroom.CITRUS, Newsroom.CHESS));
      archive.refresh();
      Query query = Newsroom.asking(Newsroom.FERRY_SINKS);
      assertThat(found(archive, query.withAsOf(published))).contains("ferry-owner", "undated");
      assertThat(found(archive, query.withAsOf(published.minusSeconds(1))))
          .contains("undated")
          .doesNotContain("ferry-owner");
    }
  }
}
