package org.wirecopy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wirecopy.command.ArchiveExporter;
import org.wirecopy.command.ArchiveImporter;
import org.wirecopy.settings.HouseException;
import org.wirecopy.settings.Settings;

/** Filling the archive, writing it out, and building its index anew. */
class ArchiveCommandsTest {
  private static final String FEED =
      """
      <rss version="2.0"><channel><title>Ellery News</title>
      <item><guid>feed-1</guid><title>Ferry line adds winter crossings</title>
      <description>The ferry line adds two crossings a day from December.</description></item>
      <item><guid>feed-2</guid><title>Harbour toll to rise in January</title>
      <description>The council raises the toll of the harbour.</description></item>
      </channel></rss>
      """;
  private static final String NINJS =
      """
      {"uri": "tag:ellery.example,2026:vote", "headline": "Ellery votes in April",
       "body_text": "The council of Ellery has set the vote for April."}
      """;

  @TempDir Path folder;
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();

  @Test
  void aFolderOfEveryFormatIsImportedOnceHoweverOftenItIsRead() throws IOException {
    Path old = Files.createDirectories(folder.resolve("old/2025"));
    Files.writeString(old.resolve("storm.txt"), "Storm closes port\n\nThe port is shut.\n");
    Files.writeString(old.resolve("feed.xml"), FEED);
    Files.writeString(old.resolve("vote.json"), NINJS);
    Files.write(old.resolve("empty.txt"), new byte[] {0, 1, 2});
    packed(
        old.resolve("lines.jsonl.gz"),
        "{\"id\": \"a\", \"title\": \"Gales ease\", \"body\": \"They ease.\", \"date\": \"2025-01-02\"}\n"
            + "{\"id\": \"b\"}\n");
    Settings house = house("one");

    assertThat(imported(house, folder.resolve("old"))).as("two were left out").isEqualTo(1);
    assertThat(said())
        .contains("Entered 5 new or changed stories")
        .contains("The archive has 5 stories")
        .contains("line 2: left out: an archive line needs a \"title\"")
        .contains("empty.txt: left out");
    imported(house, folder.resolve("old"));
    assertThat(said()).contains("Entered 0 new or changed stories");
  }

  @Test
  void aFileThatBreaksOffCostsNoOtherFileAndNothingThatStoodBeforeIt() throws IOException {
    Path old = Files.createDirectories(folder.resolve("old"));
    Path cut = old.resolve("a.jsonl.gz");
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < 20_000; i++) {
      lines
          .append("{\"id\": \"")
          .append(i)
          .append("\", \"title\": \"Gales ease ")
          .append(i * 7_919)
          .append("\"}\n");
    }
    packed(cut, lines.toString());
    byte[] whole = Files.readAllBytes(cut);
    Files.write(cut, Arrays.copyOf(whole, whole.length / 2));
    Files.write(old.resolve("b.jsonl.gz"), new byte[] {1, 2, 3});
    Files.writeString(old.resolve("c.txt"), "Storm closes port\n\nThe port is shut.\n");
    Path hidden = Files.createDirectories(old.resolve(".git"));
    Files.writeString(hidden.resolve("d.txt"), "Not a story\n\nIt is kept by a program.\n");
    Settings house = house("one");

    assertThat(imported(house, old)).isEqualTo(1);

    assertThat(said()).contains("a.jsonl.gz: left out").contains("b.jsonl.gz: left out");
    assertThat(exported(house))
        .contains("Storm closes port", "Gales ease")
        .doesNotContain("Not a story");
  }

  @Test
  void nothingIsImportedOrExportedBesideAWirecopyThatRunsInTheFolder() throws IOException {
    Path story = folder.resolve("storm.txt");
    Files.writeString(story, "Storm closes port\n\nThe port is shut.\n");
    try (TestHouse running = new TestHouse(folder).open()) {
      Settings house = Settings.load(folder, Map.of());
      assertThatThrownBy(() -> imported(house, story))
          .isInstanceOf(HouseException.class)
          .hasMessageContaining("Stop it first");
      assertThatThrownBy(() -> exported(house)).isInstanceOf(HouseException.class);
      assertThat(running.get("/api/stories").body()).contains("\"stories\":[]");
    }
  }

  @Test
  void aStoryIsNamedByItsPlaceBelowWhatIsImportedAndNotByThisMachine() throws IOException {
    Path old = Files.createDirectories(folder.resolve("old/2025"));
    Files.writeString(old.resolve("storm.txt"), "Storm closes port\n\nThe port is shut.\n");
    Settings house = house("one");

    imported(house, folder.resolve("old"));

    assertThat(exported(house)).contains("2026:old:2025:storm\"").doesNotContain("junit");
    imported(house, old.resolve("storm.txt"));
    assertThat(exported(house)).contains("2026:2025:storm\"").doesNotContain("junit");
  }

  @Test
  void whatIsUnderEmbargoIsLinkedByNoStory() throws IOException {
    Path old = Files.createDirectories(folder.resolve("old"));
    Files.writeString(
        old.resolve("budget.txt"),
        "---\nembargo: 2100-01-01T00:00:00Z\n---\nBudget raises fares\n\nFares rise.\n");
    Files.writeString(
        old.resolve("toll.txt"),
        "---\nembargo: 2025-01-01T00:00:00Z\n---\nHarbour toll to rise\n\nIt rises.\n");
    Settings house = house("one");

    imported(house, old);

    assertThat(exported(house)).contains("Harbour toll to rise").doesNotContain("Budget raises");
    assertThat(said()).contains("budget.txt").contains("embargo");
  }

  private static String exported(Settings house) throws IOException {
    ByteArrayOutputStream lines = new ByteArrayOutputStream();
    new ArchiveExporter(house).write(lines);
    return lines.toString(StandardCharsets.UTF_8);
  }

  @Test
  void whatIsExportedImportsToTheSameArchive() throws IOException {
    Path lines = folder.resolve("lines.jsonl");
    Files.writeString(
        lines,
        """
        {"id": "a", "title": "Gales ease", "body": "They ease.\\n\\nSlowly.", "date": "2025-01-02", "source": "Ellery News", "url": "https://ellery.example/a", "language": "en"}
        {"id": "b", "title": "Stürme flauen ab", "body": "Langsam.", "date": "2025-01-02T10:00:00+01:00", "language": "de"}
        """);
    Settings one = house("one");
    Settings two = house("two");
    assertThat(imported(one, lines)).isZero();
    Path first = folder.resolve("first.jsonl.gz");
    assertThat(new ArchiveExporter(one).write(first)).isEqualTo(2);

    assertThat(imported(two, first)).isZero();
    ByteArrayOutputStream again = new ByteArrayOutputStream();
    ByteArrayOutputStream before = new ByteArrayOutputStream();
    new ArchiveExporter(two).write(again);
    new ArchiveExporter(one).write(before);
    assertThat(sorted(again)).isEqualTo(sorted(before)).hasSize(2);
    assertThat(sorted(again).toString()).contains("Slowly.").contains("\"date\":\"2025-01-02\"");
  }

  @Test
  void anIndexIsBuiltAnewWhileTheHouseRuns() throws IOException {
    try (TestPartner acme = new TestPartner();
        TestHouse house = new TestHouse(folder).partner("acme", acme.url()).open()) {
      house.drop("storm.txt", "Storm closes port\n\nThe port stayed shut on Friday.\n");
      String lookup = "/api/related/resolve?headline=Storm%20closes%20port";
      await().until(() -> house.get(lookup).statusCode() == 200);

      assertThat(house.post("/api/archive/rebuild", "").statusCode()).isEqualTo(202);
      Path archive = folder.resolve("data/archive");
      await().until(() -> Files.exists(archive.resolve("current")));
      await().until(() -> !Files.exists(archive.resolve("index-1")));
      assertThat(house.get(lookup).statusCode()).isEqualTo(200);
    }
  }

  @Test
  void anImportedStoryIsLinkedAtTheDeskByItsOwnAddressSinceTheDeskHasNoPageOfIt()
      throws IOException {
    Path lines = folder.resolve("lines.jsonl");
    Files.writeString(
        lines,
        """
        {"id": "a", "title": "Ferry line adds winter crossings", "body": "Two a day.", "date": "2025-01-02", "url": "https://ellery.example/ferry"}
        {"id": "b", "title": "Harbour toll to rise in January", "body": "By a tenth.", "date": "2025-01-02"}
        """);
    assertThat(imported(house("one"), lines)).isZero();
    try (TestHouse house = new TestHouse(folder.resolve("one")).open()) {
      house.drop("storm.txt", "Storm closes port\n\nThe port stayed shut on Friday.\n");
      String lookup = "/api/related/resolve?headline=Storm%20closes%20port";
      await().until(() -> house.get(lookup).statusCode() == 200);
      house.drop(
          "ferries.txt",
          """
          Ferries stay in port

          No ferry left on Friday.

          Also read:
          - Ferry line adds winter crossings
          - Harbour toll to rise in January
          - Storm closes port
          """);
      String page = "/stories/tag%3Awirecopy.local%2C2026%3Aferries";
      await().until(() -> house.get(page).statusCode() == 200);
      assertThat(house.get(page).body())
          .contains(
              "<a href=\"https://ellery.example/ferry\" rel=\"noopener noreferrer\">Ferry line")
          .contains("<li dir=\"auto\">Harbour toll to rise in January")
          .contains("<a href=\"/stories/tag%3Awirecopy.local%2C2026%3Astorm\" rel");
    }
  }

  private Settings house(String name) throws IOException {
    return Settings.load(
        Files.createDirectories(folder.resolve(name)), Map.of("WIRECOPY_ZONE", "UTC"));
  }

  private int imported(Settings house, Path path) throws IOException {
    said.reset();
    PrintStream words = new PrintStream(said, true, StandardCharsets.UTF_8);
    return new ArchiveImporter(house, words).run(List.of(path));
  }

  private String said() {
    return said.toString(StandardCharsets.UTF_8);
  }

  private static TreeSet<String> sorted(ByteArrayOutputStream lines) {
    return new TreeSet<>(lines.toString(StandardCharsets.UTF_8).lines().toList());
  }

  private static void packed(Path file, String text) throws IOException {
    try (GZIPOutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
  }
}
