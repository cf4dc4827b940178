package org.wirecopy.intake.inbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class InboxTest {
  private static final Instant NOVEMBER = Instant.parse("2026-11-23T10:00:00Z");
  private static final Duration SWEEP = Duration.ofMillis(500);

  @TempDir Path folder;
  private Path inbox;
  private final List<Dropped> taken = new CopyOnWriteArrayList<>();
  private final AtomicBoolean reject = new AtomicBoolean();
  private final AtomicBoolean fail = new AtomicBoolean();
  private volatile Consumer<Path> meanwhile = path -> {};
  private DefaultCamelContext camel;

  @BeforeEach
  void prepare() throws Exception {
    inbox = Files.createDirectory(folder.resolve("inbox"));
    camel = inbox(SWEEP);
  }

  /** The route over the inbox. The poll's own delay is an hour: only the watch may run it. */
  private DefaultCamelContext inbox(Duration sweep) throws Exception {
    return inbox(sweep, 1);
  }

  private DefaultCamelContext inbox(Duration sweep, int readers) throws Exception {
    DefaultCamelContext camel = new DefaultCamelContext();
    camel.addComponent("inbox", new InboxComponent(settings(sweep), InstantSource.system()));
    camel.addRoutes(
        new RouteBuilder() {
          @Override
          public void configure() {
            errorHandler(noErrorHandler());
            from("inbox:" + inbox + "?maxMessagesPerPoll=7&greedy=true&delay=3600000")
                .threads(readers)
                .process(
                    exchange -> {
                      Dropped dropped = exchange.getIn().getBody(Dropped.class);
                      taken.add(dropped);
                      meanwhile.accept(dropped.path());
                      if (fail.get()) {
                        throw new IOException("disk on fire");
                      }
                      if (reject.get()) {
                        exchange.setProperty(InboxFiling.REASON, "It has no headline.");
                      }
                    });
          }
        });
    return camel;
  }

  private static InboxSettings settings(Duration sweep) {
    return new InboxSettings(
        Duration.ofMillis(20),
        Duration.ofMillis(400),
        Duration.ofMillis(200),
        sweep,
        List.of(".part", ".tmp"),
        1 << 20,
        Duration.ofMillis(600),
        ZoneOffset.UTC);
  }

  @AfterEach
  void stop() {
    camel.stop();
  }

  @Test
  void aFileRenamedIntoPlaceIsTakenAndFiledUnderTheDay() throws IOException {
    camel.start();
    drop("sports/final.txt", "Storm closes port");

    awaitTaken(1);
    assertThat(taken.get(0).name()).isEqualTo("sports/final.txt");
    await().untilAsserted(() -> assertThat(done()).containsExactly("sports/final.txt"));
    assertThat(inbox.resolve("sports/final.txt")).doesNotExist();
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aDropIsNoticedWithoutWaitingForASweep() throws Exception {
    camel = inbox(Duration.ofHours(1));
    camel.start();
    for (int count = 1; count <= 3; count++) {
      drop("desk" + count + "/story.txt", "Story " + count);
      awaitTaken(count);
    }
  }

  @Test
  void filesDroppedWhileDownAreEachTakenOnce() throws IOException {
    for (int i = 0; i < 100; i++) {
      drop("desk" + i % 3 + "/story" + i + ".txt", "Story " + i);
    }
    camel.start();

    await().untilAsserted(() -> assertThat(done()).hasSize(100));
    assertThat(taken.stream().map(Dropped::name).distinct().count()).isEqualTo(100);
    assertThat(taken).hasSize(100);
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aFileIsLeftAloneAsLongAsSomebodyWritesIt() throws IOException {
    assumeTrue(
        WriterLease.ask(Files.writeString(folder.resolve("probe"), "x"))
            == WriterLease.Answer.NOBODY_WRITES,
        "this file system grants no leases");
    camel.start();
    Path slow = inbox.resolve("slow.txt");
    try (OutputStream out = Files.newOutputStream(slow)) {
      out.write("First half, ".getBytes(UTF_8));
      out.flush();
      drop("other.txt", "Another story");
      awaitTaken(1);
      assertThat(taken).extracting(Dropped::name).containsExactly("other.txt");
      out.write("second half.".getBytes(UTF_8));
    }

    awaitTaken(2);
    assertThat(taken.get(1).name()).isEqualTo("slow.txt");
    assertThat(taken.get(1).size()).isEqualTo("First half, second half.".length());
  }

  @Test
  void hiddenUnfinishedAndSpecialFilesAreLeftAlone() throws IOException {
    Path secret = Files.writeString(folder.resolve("secret.txt"), "not for publication");
    Files.createSymbolicLink(inbox.resolve("link.txt"), secret);
    Files.createSymbolicLink(inbox.resolve("loop"), inbox);
    Files.createDirectory(inbox.resolve("folder.txt"));
    List<String> alone =
        List.of(
            "story.txt.part",
            "a.tmp",
            ".hidden.txt",
            "story.txt~",
            "~$story.docx",
            "Thumbs.db",
            "#story.txt#");
    for (String name : alone) {
      Files.writeString(inbox.resolve(name), "x");
    }
    camel.start();
    drop("story.txt", "The one");

    awaitTaken(1);
    await().untilAsserted(() -> assertThat(done()).containsExactly("story.txt"));
    assertThat(taken).extracting(Dropped::name).containsExactly("story.txt");
    alone.forEach(name -> assertThat(inbox.resolve(name)).exists());
    assertThat(Files.isSymbolicLink(inbox.resolve("link.txt"))).isTrue();
  }

  @Test
  void aDeskThatIsNamedLikeAPagesFolderIsReadAfterAMoment() throws IOException {
    drop("case_files/story.txt", "The trial begins");
    camel.start();

    awaitTaken(1);
    assertThat(taken.get(0).name()).isEqualTo("case_files/story.txt");
  }

  @Test
  void aRejectedFileLiesBesideItsReason() throws IOException {
    reject.set(true);
    camel.start();
    drop("culture/odd.txt", "???");

    Path reason = inbox.resolve(".rejected/culture/odd.txt.reason.txt");
    await().untilAsserted(() -> assertThat(reason).exists());
    await()
        .untilAsserted(
            () -> assertThat(inbox.resolve(".rejected/culture/odd.txt")).hasContent("???"));
    assertThat(Files.readString(reason)).contains("It has no headline.");
  }

  @Test
  void anOlderFileOfTheSameNameIsNeverReplaced() throws IOException {
    camel.start();
    drop("story.txt", "First");
    await().untilAsserted(() -> assertThat(done()).hasSize(1));
    drop("story.txt", "Second");
    await().untilAsserted(() -> assertThat(done()).hasSize(2));

    List<String> contents = new ArrayList<>();
    for (String name : done()) {
      contents.add(Files.readString(doneFolder().resolve(name)));
    }
    assertThat(contents).containsExactlyInAnyOrder("First", "Second");
  }

  @Test
  void afterAFailureTheFileStaysAndIsTriedAgain() throws IOException {
    fail.set(true);
    camel.start();
    drop("story.txt", "Try again");
    awaitTaken(1);
    assertThat(inbox.resolve("story.txt")).exists();
    fail.set(false);

    await().untilAsserted(() -> assertThat(done()).hasSize(1));
  }

  @Test
  void aFileThatCannotBeMovedIsReadOnceAndMovedLater() throws IOException {
    Path obstacle = Files.writeString(inbox.resolve(".done"), "in the way");
    camel.start();
    drop("a.txt", "First text");
    drop("b.txt", "Second text");
    awaitTaken(2);
    for (int more = 1; more <= 3; more++) {
      drop("more" + more + ".txt", "This drop has the inbox looked through once more");
      awaitTaken("more" + more + ".txt");
    }
    drop("a.txt", "First text, mended");
    await().until(() -> taken.stream().filter(file -> file.name().equals("a.txt")).count() == 2);
    Files.delete(obstacle);

    await().untilAsserted(() -> assertThat(done()).hasSize(5));
    assertThat(doneFolder().resolve("a.txt")).hasContent("First text, mended");
    assertThat(taken)
        .extracting(Dropped::name)
        .containsExactlyInAnyOrder(
            "a.txt", "b.txt", "more1.txt", "more2.txt", "more3.txt", "a.txt");
  }

  @Test
  void aFileThatVanishesWhileItIsReadHoldsNobodyUp() throws IOException {
    meanwhile =
        path -> {
          if (path.endsWith("gone.txt")) {
            delete(path);
          }
        };
    camel.start();
    drop("gone.txt", "Soon gone");
    awaitTaken(1);
    drop("story.txt", "Another story");

    await().untilAsserted(() -> assertThat(done()).containsExactly("story.txt"));
    assertThat(taken).hasSize(2);
  }

  @Test
  void aFileThatChangesWhileItIsReadIsReadAgain() throws IOException {
    meanwhile =
        path -> {
          if (taken.size() == 1) {
            write(path, "Final text, longer");
          }
        };
    camel.start();
    drop("story.txt", "First text");

    await().untilAsserted(() -> assertThat(done()).containsExactly("story.txt"));
    assertThat(taken).extracting(Dropped::size).containsExactly(10L, 18L);
    assertThat(doneFolder().resolve("story.txt")).hasContent("Final text, longer");
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void whatChangesWhileItIsReadIsNoticedWithoutWaitingForASweep() throws Exception {
    CountDownLatch read = new CountDownLatch(1);
    meanwhile =
        path -> {
          if (path.endsWith("story.txt")) {
            await().until(() -> read.getCount() == 0);
          }
        };
    camel = inbox(Duration.ofHours(1), 2);
    camel.start();
    drop("story.txt", "Storm closes port");
    awaitTaken(1);
    drop("story.txt", "Storm closes port for a second day");
    drop("other.txt", "Port reopens");
    awaitTaken(2);
    read.countDown();

    awaitTaken(3);
    assertThat(taken.get(2).name()).isEqualTo("story.txt");
    await().untilAsserted(() -> assertThat(done()).contains("other.txt", "story.txt"));
  }

  private static void delete(Path file) {
    try {
      Files.delete(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void anEmptyFileIsTakenOnceItHasStayedEmpty() throws IOException {
    camel.start();
    Files.createFile(inbox.resolve("empty.txt"));
    drop("story.txt", "Not held up by it");

    awaitTaken(2);
    assertThat(taken).extracting(Dropped::name).containsExactlyInAnyOrder("story.txt", "empty.txt");
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void anEmptyFileIsLeftAloneAsLongAsSomebodyWritesIt() throws IOException {
    assumeTrue(
        WriterLease.ask(Files.writeString(folder.resolve("probe"), "x"))
            == WriterLease.Answer.NOBODY_WRITES,
        "this file system grants no leases");
    camel.start();
    Path slow = inbox.resolve("slow.txt");
    try (OutputStream out = Files.newOutputStream(slow)) {
      Files.createFile(inbox.resolve("empty.txt"));
      awaitTaken("empty.txt");
      drop("other.txt", "This drop has the inbox looked through once more");
      awaitTaken("other.txt");
      out.write("The text that took its time".getBytes(UTF_8));
    }

    awaitTaken("slow.txt");
    assertThat(taken)
        .filteredOn(file -> file.name().equals("slow.txt"))
        .extracting(Dropped::size)
        .containsExactly(27L);
  }

  @Test
  void oddNamesAreEachTakenUnderTheirOwnName() throws IOException {
    List<String> names =
        List.of(
            "a?delete=true&x.txt",
            "{{sys:user.home}}.txt",
            "${bean:x}.txt",
            "100%25.txt",
            "x\\..\\y.txt",
            "line\nbreak.txt",
            "*.txt",
            "a".repeat(251) + ".txt",
            "RAW(x).txt");
    for (String name : names) {
      drop(name, "Body of " + name.length());
    }
    camel.start();

    await().untilAsserted(() -> assertThat(new HashSet<>(done())).isEqualTo(new HashSet<>(names)));
    assertThat(taken).extracting(Dropped::name).containsExactlyInAnyOrderElementsOf(names);
  }

  @Test
  void aTimeStampInTheFutureHoldsAFileUpOnlyForItsQuietTime() throws IOException {
    camel.start();
    Path part = Files.writeString(inbox.resolve("story.part"), "From tomorrow");
    Files.setLastModifiedTime(
        part, java.nio.file.attribute.FileTime.from(NOVEMBER.plus(Duration.ofDays(9000))));
    Files.move(part, inbox.resolve("story.txt"));

    awaitTaken(1);
  }

  private void drop(String name, String text) throws IOException {
    Path target = inbox.resolve(name);
    Files.createDirectories(target.getParent());
    Path part = Files.createTempFile(inbox, "new", ".part");
    Files.writeString(part, text);
    Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
  }

  private void awaitTaken(int count) {
    await().untilAsserted(() -> assertThat(taken).hasSizeGreaterThanOrEqualTo(count));
  }

  private void awaitTaken(String name) {
    await().untilAsserted(() -> assertThat(taken).extracting(Dropped::name).contains(name));
  }

  private Path doneFolder() {
    String day = Instant.now().toString().substring(0, 10).replace('-', '/');
    return inbox.resolve(".done").resolve(day);
  }

  private List<String> done() throws IOException {
    if (!Files.exists(doneFolder())) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(doneFolder())) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> doneFolder().relativize(file).toString())
          .toList();
    }
  }
}
