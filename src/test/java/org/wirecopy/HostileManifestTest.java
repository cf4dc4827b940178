package org.wirecopy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.wirecopy.article.Story;
import org.wirecopy.intake.Reading;
import org.wirecopy.ninjs.Formats;
import org.wirecopy.ninjs.Validation;
import org.wirecopy.parts.Drafts;
import org.wirecopy.settings.Settings;

/**
 * Every row of the hostile fixtures, from the file to the JSON that would be sent: what must be
 * accepted is, what must be rejected is, each in bounded time, and what leaves is sound. What each
 * row says of an article's parts is tested where its reader is; what was left to us is as {@code
 * src/docs/odd-files.md} says.
 */
class HostileManifestTest {
  private static final Path HOSTILE = Path.of("../shared/fixtures/hostile");
  private static final Path CHOICES = Path.of("src/docs/odd-files.md");
  private static final Duration LONGEST = Duration.ofSeconds(4);
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Rows for the inbox, which the house itself is tested with, and one of strings: see below. */
  private static final Set<String> OTHERS =
      Set.of(
          "strings/blns.json",
          "type/story.txt.part",
          "type/.hidden.txt",
          "type/polyglot-jpg-zip.jpg");

  /** Rows that stand for many files; each of those is read here, too. */
  private static final Set<String> MANY =
      Set.of(
          "json/JSONTestSuite/*.json",
          "html/html5lib/*.dat",
          "xml/feedparser-illformed/*.xml, xml/feedparser-encoding/*.xml",
          "eml/mime4j/*.eml");

  @TempDir static Path folder;

  private final Formats formats = new Formats();
  private final Validation validation = new Validation();

  @TestFactory
  Stream<DynamicTest> everyRow() throws IOException {
    Map<String, String> choices = choices();
    List<DynamicTest> tests = new ArrayList<>();
    for (JsonNode row : manifest()) {
      String file = row.get("file").asText();
      if (MANY.contains(file)) {
        for (String pattern : file.split(", ")) {
          tests.add(DynamicTest.dynamicTest(pattern, () -> all(pattern)));
        }
      } else if (!OTHERS.contains(file)) {
        String choice = row.get("policy").asText().startsWith("choice") ? choices.get(file) : null;
        tests.add(
            DynamicTest.dynamicTest(file, () -> row(file, row.get("expect").asText(), choice)));
      }
    }
    assertThat(tests).hasSizeGreaterThan(110);
    return tests.stream();
  }

  @Test
  void everyChoiceIsWrittenDown() throws IOException {
    Set<String> open = new HashSet<>();
    for (JsonNode row : manifest()) {
      if (row.get("policy").asText().startsWith("choice")) {
        open.add(row.get("file").asText());
      }
    }

    assertThat(choices().keySet()).isEqualTo(open);
  }

  private void row(String file, String expected, String choice) throws IOException {
    Reading reading = read(HOSTILE.resolve(file));
    String code = reading instanceof Reading.Rejected rejected ? rejected.rejection().code() : "";
    switch (expected) {
      case "accept" -> assertThat(code).isEmpty();
      case "reject" -> assertThat(code).isNotEmpty();
      default -> assertThat(expected).isEqualTo("either");
    }
    if (choice != null) {
      assertThat(code).as("as src/docs/odd-files.md has it").isEqualTo(choice);
    }
  }

  private void all(String pattern) throws IOException {
    Path in = HOSTILE.resolve(pattern).getParent();
    int read = 0;
    try (Stream<Path> files = Files.list(in)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        read(file);
        read++;
      }
    }
    assertThat(read).isGreaterThan(0);
  }

  /** Reads and renders a file; whatever would be sent of it is sound. */
  private Reading read(Path file) throws IOException {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    Drafts drafts = new Drafts(Settings.load(folder, Map.of()), null, InstantSource.system());
    String name = String.valueOf(file.getFileName());
    long start = threads.getCurrentThreadCpuTime();
    Reading reading = drafts.read(file, name);
    assertThat(Duration.ofNanos(threads.getCurrentThreadCpuTime() - start)).isLessThan(LONGEST);
    if (reading instanceof Reading.Articles articles) {
      List<Story> stories = drafts.of(name, articles);
      for (Story story : stories.subList(0, Math.min(20, stories.size()))) {
        byte[] json = formats.render(Formats.NINJS3, story);
        assertThat(validation.faults(json)).isEmpty();
        for (byte[] sent :
            List.of(
                json,
                formats.render(Formats.NINJS1, story),
                formats.render(Formats.SUPERDESK, story))) {
          sound(sent);
        }
      }
    }
    return reading;
  }

  private static void sound(byte[] json) throws IOException {
    String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(json)).toString();
    assertThat(text).doesNotContain("\u0000", "\\u0000", "\uFEFF");
    JsonNode item = JSON.readTree(json);
    String html = item.path("body_html").asText("");
    for (JsonNode body : item.path("bodies")) {
      html +=
          body.get("contentType").asText().equals("text/html") ? body.get("value").asText() : "";
    }
    assertThat(html).doesNotContainPattern("(?i)<script|<[^>]*(?:javascript:|\\son[a-z]+=)");
  }

  private static JsonNode manifest() throws IOException {
    assumeTrue(Files.isDirectory(HOSTILE), "the hostile fixtures are not here");
    return JSON.readTree(HOSTILE.resolve("MANIFEST.json").toFile());
  }

  /** The first table's files, with the code of those that are rejected. */
  private static Map<String, String> choices() throws IOException {
    Map<String, String> choices = new HashMap<>();
    for (String line : Files.readAllLines(CHOICES)) {
      String[] cells = line.split("\\s*\\|\\s*", -1);
      if (cells.length == 6 && cells[1].contains("/")) {
        choices.put(cells[1], cells[4]);
      }
    }
    return choices;
  }
}
