package org.wirecopy.intake.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WaitingArticlesTest {
  @TempDir Path folder;
  private Instant now = Instant.now();
  private final WaitingArticles waiting =
      new WaitingArticles(
          new InboxSettings(
              Duration.ZERO,
              Duration.ZERO,
              Duration.ZERO,
              Duration.ofSeconds(5),
              List.of(),
              1 << 20,
              Duration.ofSeconds(5),
              ZoneOffset.UTC),
          () -> now);

  @Test
  void anArticleWaitsFromItsFirstReadingOnAndThenGoesOn() {
    Path article = folder.resolve("storm.md");
    List<Path> pictures = List.of(folder.resolve("pier.jpg"));
    assertThat(waiting.waits(article)).isFalse();
    waiting.add(article, pictures);
    now = now.plusSeconds(4);
    waiting.add(article, pictures);

    assertThat(waiting.waits(article)).isTrue();
    assertThat(waiting.hasWaited(article)).isFalse();
    now = now.plusSeconds(1);
    assertThat(waiting.waits(article)).isFalse();
    assertThat(waiting.hasWaited(article)).isTrue();
    waiting.remove(article);
    assertThat(waiting.hasWaited(article)).isFalse();
  }

  @Test
  void anArticleIsReadAsSoonAsItsLastPictureIsThere() throws IOException {
    Path article = folder.resolve("storm.md");
    waiting.add(article, List.of(folder.resolve("pier.jpg"), folder.resolve("tide.jpg")));
    Files.writeString(folder.resolve("pier.jpg"), "pier");
    assertThat(waiting.waits(article)).isTrue();
    Files.writeString(folder.resolve("tide.jpg"), "tide");

    assertThat(waiting.waits(article)).isFalse();
    assertThat(waiting.hasWaited(article)).isFalse();
  }

  @Test
  void forAPictureThatIsBeingWrittenAnArticleWaitsLongerButNotForEver() throws IOException {
    Path picture = Files.writeString(folder.resolve("pier.jpg"), "p");
    assumeTrue(
        WriterLease.ask(picture) == WriterLease.Answer.NOBODY_WRITES,
        "this file system grants no leases");
    Path article = folder.resolve("storm.md");
    waiting.add(article, List.of(picture));
    try (OutputStream slow = Files.newOutputStream(picture)) {
      slow.write(1);
      now = now.plusSeconds(30);
      assertThat(waiting.waits(article)).isTrue();
      now = now.plusSeconds(31);
      assertThat(waiting.waits(article)).isFalse();
    }
  }
}
