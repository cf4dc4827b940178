package org.wirecopy.intake.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wirecopy.intake.Readers;
import org.wirecopy.intake.Reading;

class FilesBesideTest {
  private static final byte[] PNG = {
    (byte) 0x89,
    'P',
    'N',
    'G',
    13,
    10,
    26,
    10,
    0,
    0,
    0,
    13,
    'I',
    'H',
    'D',
    'R',
    0,
    0,
    2,
    0,
    0,
    0,
    2,
    0,
    8,
    2,
    0,
    0,
    0,
    0
  };
  private static final InboxSettings SETTINGS =
      new InboxSettings(
          Duration.ZERO,
          Duration.ZERO,
          Duration.ZERO,
          Duration.ofSeconds(5),
          List.of(),
          1 << 10,
          Duration.ofSeconds(5),
          ZoneOffset.UTC);

  @TempDir Path folder;
  private Path article;

  @BeforeEach
  void write() throws IOException {
    article = Files.writeString(folder.resolve("storm.txt"), "Storm\n\nThe port is shut.\n");
  }

  @Test
  void namesakesAreNumberedWithoutAGapAndMayEndDifferently() throws IOException {
    for (String name :
        List.of("storm.JPG", "storm-2.png", "storm-3.webp", "storm-5.jpg", "stormy.jpg", "s.jpg")) {
      Files.write(folder.resolve(name), PNG);
    }

    assertThat(beside().namesakes()).containsExactly("storm.JPG", "storm-2.png", "storm-3.webp");
  }

  @Test
  void aNumberedPictureWithAnArticleOfItsOwnIsThatArticles() throws IOException {
    for (String name : List.of("storm.jpg", "storm-2.jpg", "storm-2.md")) {
      Files.write(folder.resolve(name), PNG);
    }

    assertThat(beside().namesakes()).containsExactly("storm.jpg");
  }

  @Test
  void namesOutsideAsciiAreFound() throws IOException {
    Path fuehrung = InboxPaths.below(folder, "Führung – 2026.txt");
    Files.writeString(fuehrung, "Storm\n\nThe port is shut.\n");
    Files.write(InboxPaths.below(folder, "Führung – 2026.jpg"), PNG);

    FilesBeside beside = new FilesBeside(fuehrung, SETTINGS, Instant::now);
    assertThat(beside.namesakes()).containsExactly("Führung – 2026.jpg");
    assertThat(beside.bytes("Führung – 2026.jpg")).isEqualTo(PNG);
  }

  @Test
  void namesakesAreFoundInAFolderWhoseNameTheLocaleCannotDecode() throws IOException {
    Path desk = Files.createDirectory(Path.of(URI.create(folder.toUri() + "caf%E9")));
    Path story = Files.writeString(InboxPaths.below(desk, "storm.txt"), "Storm\n\nShut.\n");
    Files.write(InboxPaths.below(desk, "storm.png"), PNG);

    assertThat(new FilesBeside(story, SETTINGS, Instant::now).namesakes())
        .containsExactly("storm.png");
  }

  @Test
  void whatChangedSinceItWasMetIsNotReadByHalf() throws IOException {
    Dropped met = dropped(article);
    try (DefaultCamelContext camel = new DefaultCamelContext()) {
      Exchange exchange = new DefaultExchange(camel);
      assertThat(reader().read(met, exchange)).isInstanceOf(Reading.Articles.class);
      Files.writeString(article, "Storm\n\nThe port is shut, and it will be to");

      assertThatThrownBy(() -> reader().read(met, exchange)).isInstanceOf(IOException.class);
    }
  }

  @Test
  void whatIsTooLargeIsNotReadAndToldOnce() throws IOException {
    Files.write(folder.resolve("storm.jpg"), new byte[(1 << 10) + 1]);
    FilesBeside beside = beside();

    assertThat(beside.bytes("storm.jpg")).isNull();
    assertThat(beside.bytes("storm.jpg")).isNull();
    assertThat(beside.tooLarge()).containsExactly("storm.jpg");
    assertThat(beside.files()).hasSize(1);
    assertThat(beside.files().get(0).refusal()).contains("too large");
    assertThat(beside.missing()).isEmpty();
  }

  @Test
  void whatIsNotThereIsAwaitedWhereItWouldLie() {
    FilesBeside beside = beside();

    assertThat(beside.bytes("images/pier.jpg")).isNull();
    assertThat(beside.missing()).containsExactly("images/pier.jpg");
    assertThat(beside.awaited()).containsExactly(folder.resolve("images/pier.jpg"));
    assertThat(beside.bytes("pier\0.jpg")).as("no such name can be").isNull();
    assertThat(beside.awaited()).hasSize(1);
  }

  @Test
  void aFeedTakesNoPictureOfItsName() throws IOException {
    Path feed =
        Files.writeString(
            folder.resolve("coast.xml"),
            "<rss version='2.0'><channel><title>C</title><item><guid>1</guid><title>Storm</title>"
                + "<description>The port is shut.</description></item><item><guid>2</guid>"
                + "<title>Calm</title><description>It is open.</description></item></channel></rss>");
    Files.write(folder.resolve("coast.jpg"), PNG);

    Reading.Articles read = (Reading.Articles) reader().preview(dropped(feed));

    assertThat(read.articles()).hasSize(2);
    assertThat(read.media()).isEmpty();
  }

  @Test
  void anArticleIsToldOfAPictureThatIsTooLarge() throws IOException {
    Files.write(folder.resolve("storm.png"), new byte[2 << 10]);

    Reading.Articles read = (Reading.Articles) reader().preview(dropped(article));

    assertThat(read.warnings())
        .containsExactly(
            "A picture was left out, since it is too large or cannot be read: storm.png");
  }

  private FilesBeside beside() {
    return new FilesBeside(article, SETTINGS, Instant::now);
  }

  private static InboxReader reader() {
    return new InboxReader(Readers.standard(), SETTINGS, null, Instant::now);
  }

  private static Dropped dropped(Path file) throws IOException {
    return new Dropped(
        file,
        file.getFileName().toString(),
        Files.size(file),
        Files.getLastModifiedTime(file).toInstant(),
        true);
  }
}
