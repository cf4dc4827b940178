package org.wirecopy.desk.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InboxFolderTest {
  @TempDir Path inbox;
  private InboxFolder folder;
  private Instant now = Instant.parse("2026-11-23T09:00:00Z");

  @BeforeEach
  void open() throws IOException {
    folder = new InboxFolder(inbox, 1_000, () -> now);
    for (String desk : new String[] {"sports/football/old", "News", ".done/2026"}) {
      Files.createDirectories(inbox.resolve(desk));
    }
  }

  @Test
  void desksAreTheFoldersThatAreNotHidden() throws IOException {
    assertThat(folder.desks()).containsExactly("News", "sports", "sports/football");
  }

  @Test
  void anUploadGoesToItsDeskAndNowhereElse() throws IOException {
    String id = keep("final.txt");
    folder.send(id, "final.txt", "sports/football");
    assertThat(inbox.resolve("sports/football/final.txt")).hasContent("Ellery wins");

    String other = keep("final.txt");
    for (String desk : new String[] {"..", "sports/..", ".done", "/tmp", "opera"}) {
      assertThatThrownBy(() -> folder.send(other, "final.txt", desk))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("no desk");
    }
  }

  @Test
  void aFileThatStillWaitsIsNotReplaced() throws IOException {
    Files.writeString(inbox.resolve("final.txt"), "the first");
    String id = keep("final.txt");
    assertThatThrownBy(() -> folder.send(id, "final.txt", "")).hasMessageContaining("still waits");
    assertThat(inbox.resolve("final.txt")).hasContent("the first");
    assertThat(folder.aside(id, "final.txt")).exists();
  }

  @Test
  void aNameThatTheInboxWouldLeaveAloneIsMendedSinceTheFileWouldWaitForEver() {
    assertThat(InboxFolder.safe("final.txt.part")).isEqualTo("final.txt");
    assertThat(InboxFolder.safe(".final.txt.TMP.swp")).isEqualTo("final.txt");
    assertThat(InboxFolder.safe("final.txt.part .")).isEqualTo("final.txt");
    assertThat(InboxFolder.safe("part.txt")).isEqualTo("part.txt");
    assertThat(InboxFolder.safe("..\\..\\.part")).isEqualTo("article.txt");
  }

  @Test
  void previewsThatNobodyCameBackToDoNotFillTheDisk() throws IOException {
    String first = keep("final.txt");
    Files.setLastModifiedTime(folder.aside(first, "final.txt"), FileTime.fromMillis(0));
    String last = "";
    for (int i = 0; i < 60; i++) {
      last = keep("final.txt");
    }
    assertThat(folder.aside(first, "final.txt")).doesNotExist();
    assertThat(folder.aside(last, "final.txt")).exists();
    try (Stream<Path> files = Files.list(inbox)) {
      assertThat(files.filter(Files::isRegularFile)).hasSizeLessThanOrEqualTo(51);
    }
  }

  @Test
  void aPreviewIsKeptForADayByTheHousesClock() throws IOException {
    String first = keep("final.txt");
    Files.setLastModifiedTime(folder.aside(first, "final.txt"), FileTime.from(now));
    now = now.plus(Duration.ofHours(23));
    keep("final.txt");
    assertThat(folder.aside(first, "final.txt")).exists();
    now = now.plus(Duration.ofHours(2));
    keep("final.txt");
    assertThat(folder.aside(first, "final.txt")).doesNotExist();
  }

  @Test
  void aRejectedFileHasThePathThatItCameBy() throws IOException {
    reject("a/b/c/Q&A?.txt", "reason");
    reject("late.txt~101530.123", "reason");
    reject("late.txt~101530.123-2", "reason");
    reject("about ~2.txt", "reason");
    assertThat(folder.rejected())
        .extracting(InboxFolder.Rejected::path)
        .containsExactlyInAnyOrder("a/b/c/Q&A?.txt", "late.txt", "late.txt", "about ~2.txt");
  }

  @Test
  void whatWasRejectedGoesBackUnderItsOwnPathAndNothingElseDoes() throws IOException {
    reject("a/b/c/Q&A?.txt", "reason");
    reject("late.txt~101530.123", "reason");
    folder.send(keep("Q&A?.txt"), "Q&A?.txt", "a/b/c");
    assertThat(inbox.resolve("a/b/c/Q&A?.txt")).hasContent("Ellery wins");
    assertThat(folder.path("late.txt", "")).isEqualTo("late.txt");
    assertThat(folder.path("Q&A?.txt", "News")).isEqualTo("News/Q-A-.txt");
    for (String desk : new String[] {"../inbox/a/b/c", "a/b/c/..", "/a/b/c", ".rejected"}) {
      assertThatThrownBy(() -> folder.path("Q&A?.txt", desk)).hasMessageContaining("no desk");
    }
  }

  private void reject(String path, String reason) throws IOException {
    Path file = inbox.resolve(".rejected").resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, "Ellery wins");
    Files.writeString(file.resolveSibling(file.getFileName() + ".reason.txt"), reason);
  }

  private String keep(String name) throws IOException {
    return folder.keep(new ByteArrayInputStream("Ellery wins".getBytes(UTF_8)), name);
  }
}
