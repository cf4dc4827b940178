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
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
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
    assertThat(SafeName.of("final.txt.part")).isEqualTo("final.txt");
    assertThat(SafeName.of(".final.txt.TMP.swp")).isEqualTo("final.txt");
    assertThat(SafeName.of("final.txt.part .")).isEqualTo("final.txt");
    assertThat(SafeName.of("part.txt")).isEqualTo("part.txt");
    assertThat(SafeName.of("..\\..\\.part")).isEqualTo("article.txt");
  }

  @Test
  void manyWhoSendAtOnceAllHaveTheirFilesTakenAndOneOfEachName() throws Exception {
    ExecutorService senders = Executors.newFixedThreadPool(8);
    List<Future<String>> asked = new ArrayList<>();
    for (int i = 0; i < 400; i++) {
      String name = "story" + i / 2 + ".txt";
      asked.add(
          senders.submit(
              () -> {
                String id = keep(name);
                try {
                  folder.send(id, name, "");
                  return "taken";
                } catch (IllegalArgumentException refused) {
                  folder.discard(id, name);
                  return refused.getMessage();
                }
              }));
    }
    List<String> answers = new ArrayList<>();
    for (Future<String> answer : asked) {
      answers.add(answer.get());
    }
    senders.shutdown();
    assertThat(answers).filteredOn("taken"::equals).hasSize(200);
    assertThat(answers)
        .filteredOn(answer -> !answer.equals("taken"))
        .allSatisfy(answer -> assertThat(answer).contains("still waits"));
    assertThat(folder.waiting()).hasSize(200);
  }

  @Test
  void aSecondClickSendsNothingTwiceAndIsNoFault() throws IOException {
    String id = keep("final.txt");
    folder.send(id, "final.txt", "");
    folder.send(id, "final.txt", "");
    Files.delete(inbox.resolve("final.txt"));
    folder.send(id, "final.txt", "");
    assertThat(inbox.resolve("final.txt")).doesNotExist();
  }

  @Test
  void anUploadThatIsNoLongerKeptIsSaidToBeGone() throws IOException {
    String id = keep("final.txt");
    folder.discard(id, "final.txt");
    assertThatThrownBy(() -> folder.send(id, "final.txt", ""))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("no longer kept");
  }

  @Test
  void aLongNameOfAnyScriptIsKeptAndSent() throws IOException {
    for (String letter : new String[] {"क", "a", "𐍈"}) {
      String name = letter.repeat(80) + letter.repeat(80) + ".txt";
      String id = keep(name);
      folder.send(id, name, "");
    }
    assertThat(folder.waiting())
        .hasSize(3)
        .allSatisfy(file -> assertThat(file.name()).endsWith(".txt").doesNotContain("\uFFFD", "?"));
  }

  @Test
  void theNewestRejectionsAreShownHoweverManyThereAre() throws IOException {
    Path desk = Files.createDirectories(inbox.resolve(".rejected/b3"));
    for (int i = 0; i < 2_100; i++) {
      Files.writeString(desk.resolve(i + ".txt.reason.txt"), "reason");
    }
    Path last = desk.resolve("1053.txt.reason.txt");
    Files.setLastModifiedTime(last, FileTime.from(Instant.now().plusSeconds(60)));
    assertThat(folder.rejected()).hasSize(40);
    assertThat(folder.rejected().get(0).name()).isEqualTo("b3/1053.txt");
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
