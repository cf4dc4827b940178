package org.wirecopy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wirecopy.ninjs.Validation;
import picocli.CommandLine;

/** What {@code check} says of pictures, without keeping any. */
class CheckPicturesTest {
  @TempDir Path folder;

  @Test
  void aPictureBesideTheFileIsShownAsItWouldBeSentAndStaysWhereItIs() throws Exception {
    byte[] picture = TestPictures.picture("png", 160, 120, 0x336699);
    Files.write(folder.resolve("storm.png"), picture);
    Path story =
        Files.writeString(
            folder.resolve("storm.txt"),
            "Storm closes Ellery port\n\nBy Dana Whitlock\n\nThe port is shut.\n");
    StringWriter words = new StringWriter();

    byte[] json = check(story, words);

    JsonNode rendition = new ObjectMapper().readTree(json).at("/associations/0/renditions/0");
    assertThat(rendition.get("width").asInt()).isEqualTo(160);
    assertThat(rendition.get("sizeInBytes").asInt()).isEqualTo(picture.length);
    assertThat(rendition.get("href").asText())
        .matches("http://127\\.0\\.0\\.1:8080/pictures/[0-9a-f]{64}\\.png\\?story=.*storm&.*");
    assertThat(new Validation().faults(json)).isEmpty();
    assertThat(words.toString()).isEmpty();
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).hasSize(2);
    }
  }

  @Test
  void aPictureThatIsMissingIsToldAtOnce() throws Exception {
    Path story =
        Files.writeString(
            folder.resolve("storm.md"), "# Storm closes port\n\nShut.\n\n![](images/pier.jpg)\n");
    StringWriter words = new StringWriter();

    check(story, words);

    assertThat(words.toString()).contains("does not lie beside it: images/pier.jpg");
  }

  private static byte[] check(Path file, StringWriter words) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PrintStream before = System.out;
    System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
    try {
      CommandLine command = Wirecopy.commandLine();
      command.setErr(new PrintWriter(words));
      assertThat(command.execute("check", file.toString())).as(words.toString()).isZero();
    } finally {
      System.setOut(before);
    }
    return out.toByteArray();
  }
}
