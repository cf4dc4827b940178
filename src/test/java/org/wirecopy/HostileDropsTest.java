package org.wirecopy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What attackers drop, and what disks and editors do at the worst moment, in the real house. */
class HostileDropsTest {
  private static final Path NAMES = Path.of("../shared/fixtures/hostile/names.json");

  @TempDir Path folder;
  private TestPartner acme;
  private TestHouse house;

  @BeforeEach
  void prepare() throws IOException {
    acme = new TestPartner();
    house = new TestHouse(folder).partner("acme", acme.url());
  }

  @AfterEach
  void tidy() {
    house.close();
    acme.close();
  }

  @Test
  void everyOddNameIsAStoryOfItsOwn() throws IOException {
    List<byte[]> names = new ArrayList<>();
    for (String name :
        List.of(
            "bad\nname.txt",
            "tab\tbell\u0007.txt",
            "x\\..\\..\\y.txt",
            "a".repeat(251) + ".txt",
            "é".repeat(125) + ".txt",
            "caf\u00e9.txt",
            "cafe\u0301.txt",
            "Story.txt",
            "story.TXT",
            "story\u202Etxt.exe",
            "sto\u200Bry.txt",
            "x'; DROP TABLE story;--.txt",
            "<img src=x onerror=alert(1)>.txt",
            "${bean:java.lang.Runtime}.txt",
            "-rf.txt",
            " story .txt")) {
      names.add(name.getBytes(StandardCharsets.UTF_8));
    }
    names.add(new byte[] {'c', 'a', 'f', (byte) 0xE9, '.', 't', 'x', 't'});
    int all = dropped(names);

    await()
        .untilAsserted(
            () ->
                assertThat(
                        new HashSet<>(
                            acme.pushes().stream().map(TestPartner.Push::headline).toList()))
                    .hasSize(all));
    assertThat(acme.pushes().stream().map(push -> push.header("wirecopy-uri")).distinct())
        .as("no two names are one story")
        .hasSize(all);
    allAreFiled(all);
  }

  @Test
  void everyOddNameOfTheFixturesIsTakenAndFiled() throws IOException {
    assumeTrue(Files.exists(NAMES), "the fixtures are not here");
    List<byte[]> names = new ArrayList<>();
    for (JsonNode name : new ObjectMapper().readTree(NAMES.toFile()).get("names")) {
      byte[] bytes = Base64.getDecoder().decode(name.get("b64").asText());
      if (bytes[0] != '.') {
        names.add(bytes);
      }
    }
    allAreFiled(dropped(names));
  }

  /** Drops a story of its own under each name; how many names the file system takes. */
  private int dropped(List<byte[]> names) {
    house.open();
    int made = 0;
    for (byte[] name : names) {
      try {
        Files.writeString(
            path(name), "Storm number " + made + " closes port\n\nThe port is shut.\n");
        made++;
      } catch (IOException impossibleHere) {
        assertThat(impossibleHere).isInstanceOf(FileSystemException.class);
      }
    }
    assertThat(made).isGreaterThan(names.size() / 2);
    return made;
  }

  private void allAreFiled(int all) {
    await().untilAsserted(() -> assertThat(house.done()).hasSize(all));
    assertThat(house.inbox().resolve(".rejected")).doesNotExist();
  }

  private Path path(byte[] name) {
    StringBuilder uri = new StringBuilder(house.inbox().toUri().getRawPath());
    for (byte b : name) {
      uri.append(String.format("%%%02X", b));
    }
    return Path.of(URI.create("file://" + uri));
  }

  @Test
  void aHeadlineHidesNothing() {
    house.open();
    house.drop(
        "storm.txt",
        "\u202EStorm\u200B closes\u2066 port\u0007\uFEFF\n\nThe port is\u202E shut.\u0000\n");

    await().until(() -> acme.pushes().size() == 1);
    assertThat(acme.pushes().get(0).headline()).isEqualTo("Storm closes port");
    assertThat(acme.pushes().get(0).text())
        .doesNotContain("\u202E", "\\u202e", "\\u0000", "\u200B")
        .contains("The port is shut.");
  }

  @Test
  void aGigabyteIsRejectedUnread() throws IOException {
    house.open();
    Path hidden = Files.writeString(house.inbox().resolve(".huge"), "Huge\n\n");
    try (RandomAccessFile file = new RandomAccessFile(hidden.toFile(), "rw")) {
      file.setLength(1L << 30);
    }
    Files.move(hidden, house.inbox().resolve("huge.txt"));

    await()
        .untilAsserted(
            () ->
                assertThat(house.inbox().resolve(".rejected/huge.txt.reason.txt"))
                    .content()
                    .contains("1024 MB")
                    .contains("at most 32 MB"));
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aPipeHoldsNobodyUp() throws Exception {
    house.open();
    Path pipe = house.inbox().resolve("pipe.txt");
    assumeTrue(
        new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor() == 0, "no mkfifo here");
    house.drop("story.txt", story("Calm"));

    await().until(() -> acme.pushes().size() == 1);
    assertThat(pipe).exists();
  }

  @Test
  void anUnreadableFileWaitsWhileTheOthersGo() throws IOException {
    Path locked = Files.createDirectories(house.inbox()).resolve("locked.txt");
    Files.writeString(locked, story("Locked"));
    assumeTrue(locked.toFile().setReadable(false, false), "no permissions here");
    assumeTrue(!Files.isReadable(locked), "this user reads everything");
    house.open();
    house.drop("story.txt", story("Calm"));

    await().until(() -> acme.pushes().size() == 1);
    assertThat(locked.toFile().setReadable(true)).isTrue();
    await().until(() -> acme.pushes().size() == 2);
  }

  @Test
  void aFileThatCannotBeFiledAwayIsSentOnceAndFiledLater() throws IOException {
    // a file stands where the folder must go: the move fails as it does on a full disk
    Path obstacle = Files.createDirectories(house.inbox()).resolve(".done");
    Files.writeString(obstacle, "in the way");
    house.open();
    house.drop("story.txt", story("Calm"));
    await().until(() -> acme.pushes().size() == 1);
    house.drop("other.txt", story("Storm"));
    await().until(() -> acme.pushes().size() == 2);
    assertThat(house.inbox().resolve("story.txt")).exists();
    Files.delete(obstacle);

    await()
        .untilAsserted(
            () -> assertThat(house.done()).containsExactlyInAnyOrder("story.txt", "other.txt"));
    assertThat(acme.pushes()).hasSize(2);
  }

  @Test
  void twoTextsOfOneStoryThatCannotBeFiledAwayDoNotTakeTurns() throws IOException {
    Path obstacle = Files.createDirectories(house.inbox()).resolve(".done");
    Files.writeString(obstacle, "in the way");
    house.open();
    house.drop("a.txt", "---\nid: storm\n---\n" + story("Storm"));
    await().until(() -> acme.pushes().size() == 1);
    house.drop("b.txt", "---\nid: storm\n---\n" + story("Gale"));
    await().until(() -> acme.pushes().size() == 2);
    for (int more = 1; more <= 3; more++) {
      String headline = "Calm day " + more;
      house.drop("more" + more + ".txt", story(headline));
      await().until(() -> headlines().anyMatch(each -> each.contains(headline)));
    }
    Files.delete(obstacle);

    await().untilAsserted(() -> assertThat(house.done()).hasSize(5));
    assertThat(headlines().filter(each -> each.matches("(Storm|Gale).*")))
        .containsExactly("Storm closes port for a day", "Gale closes port for a day");
  }

  private Stream<String> headlines() {
    return acme.pushes().stream().map(TestPartner.Push::headline);
  }

  @Test
  void aFileThatCannotBeSetAsideIsSetAsideLater() throws IOException {
    Path obstacle = Files.createDirectories(house.inbox()).resolve(".rejected");
    Files.writeString(obstacle, "in the way");
    house.open();
    house.drop("odd.txt", "---\nstatus: perhaps\n---\n" + story("Odd"));
    house.drop("story.txt", story("Calm"));
    await().until(() -> acme.pushes().size() == 1);
    assertThat(house.inbox().resolve("odd.txt")).exists();
    Files.delete(obstacle);

    await().untilAsserted(() -> assertThat(obstacle.resolve("odd.txt")).isRegularFile());
    try (Stream<Path> files = Files.list(obstacle)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("odd.txt", "odd.txt.reason.txt");
    }
  }

  @Test
  void theReasonOfARejectionIsNoStoryWhenItIsDroppedAgain() throws IOException {
    house.open();
    house.drop("odd.txt", "---\nstatus: perhaps\n---\n" + story("Odd"));
    house.drop("odd.jpg", new byte[2000]);
    Path rejected = house.inbox().resolve(".rejected");
    await()
        .until(
            () ->
                Files.exists(rejected.resolve("odd.txt"))
                    && Files.exists(rejected.resolve("odd.jpg.reason.txt")));
    for (String name : List.of("odd.txt.reason.txt", "odd.jpg.reason.txt")) {
      Files.move(rejected.resolve(name), house.inbox().resolve(name));
    }
    house.drop("my.reason.txt", story("Calm"));

    await()
        .untilAsserted(
            () ->
                assertThat(house.done())
                    .containsExactlyInAnyOrder(
                        "odd.txt.reason.txt", "odd.jpg.reason.txt", "my.reason.txt"));
    await().until(() -> acme.pushes().size() >= 1);
    assertThat(headlines()).containsExactly("Calm closes port for a day");
  }

  @Test
  void aPictureThatCannotBeKeptHoldsItsStoryBackUntilItCan() throws IOException {
    Path obstacle = Files.createDirectories(folder.resolve("data")).resolve("media");
    Files.writeString(obstacle, "in the way");
    house.open();
    house.drop(
        "storm.zip",
        TestPictures.zip(
            "storm.txt", story("Storm"), "pier.png", TestPictures.picture("png", 80, 60, 7)));
    house.drop("story.txt", story("Calm"));
    await().until(() -> acme.pushes().size() == 1);
    assertThat(acme.pushes().get(0).headline()).startsWith("Calm");
    Files.delete(obstacle);

    await().until(() -> acme.pushes().size() == 2);
    assertThat(acme.pushes().get(1).json().at("/associations/0/renditions/0/href").asText())
        .isNotEmpty();
  }

  @Test
  void anOlderTextThatHadToWaitDoesNotReplaceANewerOne() throws IOException {
    Path obstacle = Files.createDirectories(folder.resolve("data")).resolve("media");
    Files.writeString(obstacle, "in the way");
    // with one reader, the older text has failed before the newer one is read
    house.with("WIRECOPY_INTAKE_THREADS", "1").open();
    byte[] picture = TestPictures.picture("png", 80, 60, 7);
    house.drop("storm.zip", TestPictures.zip("storm.txt", story("Storm"), "pier.png", picture));
    house.drop("storm.txt", story("Newer storm"));
    await().until(() -> acme.pushes().size() == 1);
    Files.delete(obstacle);

    Path reason = house.inbox().resolve(".rejected/storm.zip.reason.txt");
    await().untilAsserted(() -> assertThat(reason).content().contains("a newer one"));
    assertThat(headlines()).containsExactly("Newer storm closes port for a day");
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aPictureThatIsALinkIsNotFollowed() throws IOException {
    Path secret = folder.resolve("secret.png");
    Files.write(secret, TestPictures.picture("png", 80, 60, 7));
    Files.createDirectories(house.inbox());
    Files.createSymbolicLink(house.inbox().resolve("storm.png"), secret);
    Files.createSymbolicLink(house.inbox().resolve("images"), folder);
    house.with("WIRECOPY_MEDIA_WAIT", "200ms").open();
    house.drop(
        "storm.md", "# Storm\n\nThe port is shut.\n\n![](storm.png)\n\n![](images/secret.png)\n");

    await().until(() -> acme.pushes().size() == 1);
    assertThat(acme.pushes().get(0).json().has("associations")).isFalse();
    assertThat(Files.exists(house.inbox().resolve("storm.png"), LinkOption.NOFOLLOW_LINKS))
        .isTrue();
  }

  @Test
  void goodFilesGoOutWhateverLiesBetweenThem() throws Exception {
    assumeTrue(Files.isDirectory(NAMES.getParent()), "the fixtures are not here");
    int good = 500;
    Path inbox = Files.createDirectories(house.inbox());
    List<Path> hostile;
    try (Stream<Path> all = Files.walk(NAMES.getParent())) {
      hostile =
          all.filter(Files::isRegularFile)
              .filter(file -> !file.toString().contains("JSONTestSuite"))
              .sorted()
              .toList();
    }
    for (int i = 0; i < Math.max(good, hostile.size()); i++) {
      if (i < hostile.size()) {
        Files.copy(
            hostile.get(i), inbox.resolve("h%03d-%s".formatted(i, hostile.get(i).getFileName())));
      }
      if (i < good) {
        Files.writeString(inbox.resolve("good" + i + ".txt"), story("Storm number " + i));
      }
    }
    for (int i = 0; i < 20; i++) {
      Files.copy(NAMES.resolveSibling("zip/bomb-100MB.zip"), inbox.resolve("bomb" + i + ".zip"));
    }
    try (RandomAccessFile huge = new RandomAccessFile(inbox.resolve("huge.txt").toFile(), "rw")) {
      huge.setLength(1L << 30);
    }
    Files.createSymbolicLink(inbox.resolve("link.txt"), Path.of("/etc/passwd"));
    house.open();

    await()
        .atMost(Duration.ofMinutes(3))
        .untilAsserted(
            () ->
                assertThat(
                        acme.pushes().stream()
                            .map(TestPartner.Push::headline)
                            .filter(headline -> headline.matches("Storm number \\d+ closes .*"))
                            .distinct())
                    .hasSize(good));
    await().atMost(Duration.ofMinutes(2)).untilAsserted(() -> assertThat(waiting(inbox)).isEmpty());
    assertThat(acme.pushes()).noneMatch(push -> push.text().contains("root:"));
  }

  /** What is still to be read: hidden, unfinished and linked files are left alone. */
  private static List<String> waiting(Path inbox) throws IOException {
    try (Stream<Path> files = Files.list(inbox)) {
      return files
          .filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
          .map(file -> file.getFileName().toString())
          .filter(name -> !name.startsWith(".") && !name.endsWith(".part"))
          .toList();
    }
  }

  private static String story(String headline) {
    return headline + " closes port for a day\n\nThe port is shut, and nobody sails.\n";
  }
}
