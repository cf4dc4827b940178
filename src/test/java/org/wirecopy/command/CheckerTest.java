package org.wirecopy.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wirecopy.TestPictures;
import org.wirecopy.article.ArchiveStory;
import org.wirecopy.parts.HouseParts;
import org.wirecopy.related.Archive;
import org.wirecopy.settings.Settings;

/** What {@code check} says of whatever it is given. */
class CheckerTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path folder;
  private final ByteArrayOutputStream json = new ByteArrayOutputStream();
  private final StringWriter words = new StringWriter();

  @Test
  void manyFilesAreToldOfInTheirOrder() throws IOException {
    List<String> files = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      files.add(story("s" + i + ".txt", "Storm closes port number " + i).toString());
    }

    assertThat(check(files)).isTrue();

    assertThat(headlines())
        .containsExactlyElementsOf(
            IntStream.range(0, 300).mapToObj(i -> "Storm closes port number " + i).toList());
    assertThat(words.toString()).isEmpty();
  }

  @Test
  void aFileThatIsGivenTwiceIsToldOfTwice() throws IOException {
    String file = story("storm.txt", "Storm closes port").toString();

    assertThat(check(List.of(file, file))).isTrue();

    assertThat(headlines()).containsExactly("Storm closes port", "Storm closes port");
  }

  @Test
  void aFolderIsReadAsIfItWereTheInbox() throws IOException {
    story("drop/harbour/storm.txt", "Storm closes port");
    story("drop/budget.txt", "Council passes budget");
    story("drop/harbour/draft.txt.part", "Half a story");
    story("drop/.done/old.txt", "Sent already");

    assertThat(check(List.of(folder.resolve("drop").toString()))).isTrue();

    assertThat(headlines()).containsExactly("Council passes budget", "Storm closes port");
    assertThat(documents().get(1).path("uri").asText()).endsWith(":harbour:storm");
    assertThat(words.toString()).isEmpty();
  }

  @Test
  void aPictureGoesWithItsArticleAndAnotherIsRejected() throws IOException {
    Path storm = story("storm.txt", "Storm closes port");
    byte[] png = TestPictures.picture("png", 160, 120, 0x336699);
    Path pier = Files.write(folder.resolve("storm.png"), png);
    Path other = Files.write(folder.resolve("other.png"), png);

    assertThat(check(List.of(other.toString(), pier.toString(), storm.toString()))).isFalse();

    assertThat(documents()).hasSize(1);
    assertThat(documents().get(0).path("associations")).hasSize(1);
    assertThat(words.toString())
        .startsWith(other + ": rejected")
        .contains("PICTURE_ALONE")
        .doesNotContain("storm.png");
  }

  @Test
  void whatCannotBeCheckedIsToldOnALineAndTheRestIsChecked() throws IOException {
    Path storm = story("storm.txt", "Storm closes port");
    Path empty = Files.createFile(folder.resolve("new\nline.txt"));
    Path bare = Files.createDirectory(folder.resolve("bare"));

    assertThat(
            check(
                List.of(
                    folder.resolve("*.doc").toString(),
                    empty.toString(),
                    bare.toString(),
                    storm.toString())))
        .isFalse();

    assertThat(headlines()).containsExactly("Storm closes port");
    assertThat(words.toString().lines())
        .contains(folder.resolve("*.doc") + ": there is no such file")
        .contains(folder + "/new\\u000aline.txt: rejected", "  The file is empty.")
        .contains(bare + ": there is no file in the folder that would be taken");
  }

  @Test
  void relatedStoriesAreLookedUpBesideTheRunningHouse() throws IOException {
    Settings settings = settings();
    Path storm = story("storm.txt", "Ferries sail again as port of Ellery reopens after storm");
    try (Archive running = HouseParts.archive(settings)) {
      running.put(List.of(archived("Storm closes Ellery port and stops ferries")));
      running.commit(Map.of());

      try (Archive archive = HouseParts.archiveToRead(settings)) {
        assertThat(check(List.of(storm.toString()), archive)).isTrue();
      }
    }

    assertThat(documents().get(0).at("/associations/0/headlines/0/value").asText())
        .isEqualTo("Storm closes Ellery port and stops ferries");
  }

  private static ArchiveStory archived(String headline) {
    String text =
        "The port of Ellery is closed, since a storm from the north came up over night. Ferries"
            + " stay at their berths, the port office said.";
    return new ArchiveStory(
        "tag:ellery.example,2026:storm", null, headline, text, null, false, null, null, "en", true);
  }

  private Path story(String name, String headline) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(
        file,
        headline
            + """


            By Dana Whitlock

            The port of Ellery was closed by a storm from the north; ferries stayed at their \
            berths until Saturday, the port office said.
            """);
  }

  private Settings settings() throws IOException {
    return Settings.load(
        Files.createDirectories(folder.resolve("house")), Map.of("WIRECOPY_ZONE", "UTC"));
  }

  private boolean check(List<String> files) throws IOException {
    return check(files, null);
  }

  private boolean check(List<String> files, Archive archive) throws IOException {
    PrintStream out = new PrintStream(json, false, StandardCharsets.UTF_8);
    try (Checker checker = new Checker(settings(), archive, out, new PrintWriter(words))) {
      return checker.check(files);
    }
  }

  private List<JsonNode> documents() throws IOException {
    List<JsonNode> documents = new ArrayList<>();
    for (String line : json.toString(StandardCharsets.UTF_8).lines().toList()) {
      documents.add(JSON.readTree(line));
    }
    return documents;
  }

  private List<String> headlines() throws IOException {
    return documents().stream()
        .map(document -> document.at("/headlines/0/value").asText())
        .toList();
  }
}
