package org.wirecopy.intake.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FilingCabinetTest {
  private static final InstantSource NOON =
      InstantSource.fixed(Instant.parse("2021-08-25T12:28:00Z"));

  @TempDir private Path inbox;
  private FilingCabinet cabinet;

  @BeforeEach
  void cabinet() {
    cabinet = new FilingCabinet(inbox, ZoneOffset.UTC, NOON);
  }

  @Test
  void whatIsFiledAsItWasReadStaysFiled() throws IOException {
    assertThat(cabinet.fileAway(read("desk/a.txt", "Text"))).isTrue();
    assertThat(inbox.resolve(".done/2021/08/25/desk/a.txt")).hasContent("Text");
  }

  @Test
  void whatIsFiledNeverReplacesAnOlderFile() throws IOException {
    cabinet.fileAway(read("a.txt", "First"));
    cabinet.fileAway(read("a.txt", "Second"));
    cabinet.fileAway(read("a.txt", "Third"));

    Path day = inbox.resolve(".done/2021/08/25");
    assertThat(day.resolve("a.txt")).hasContent("First");
    assertThat(Files.list(day)).hasSize(3);
  }

  @Test
  void norOneWhoseNameTheLocaleCannotDecode() throws IOException {
    String undecodable = "caf%E9.txt";
    cabinet.fileAway(read(undecodable, "First"));
    cabinet.fileAway(read(undecodable, "Second"));

    Path day = inbox.resolve(".done/2021/08/25");
    assertThat(raw(day, undecodable)).hasContent("First");
    assertThat(Files.list(day)).hasSize(2);
  }

  @Test
  void whatIsNoFileAnyMoreComesBackWithoutALink() throws IOException {
    InboxFile sent = read("sent.txt", "Text");
    Files.delete(sent.path());
    Files.createDirectory(sent.path());

    assertThat(cabinet.fileAway(sent)).isFalse();
    assertThat(sent.path()).isEmptyDirectory();
    assertThat(inbox.resolve(".done/2021/08/25")).isEmptyDirectory();
  }

  @Test
  void whatIsRejectedHasItsReasonBesideIt() throws IOException {
    assertThat(cabinet.reject(read("a.txt", "Text"), "It has no headline.")).isTrue();
    assertThat(inbox.resolve(".rejected/a.txt")).hasContent("Text");
    assertThat(Files.list(inbox.resolve(".rejected")))
        .anySatisfy(reason -> assertThat(reason).hasContent("It has no headline."));
  }

  @Test
  void whatIsDroppedInTheMomentOfFilingComesBackUnread() throws IOException {
    InboxFile sent = read("sent.txt", "First text");
    InboxFile refused = read("refused.txt", "First text");
    Files.writeString(sent.path(), "Second text, longer");
    Files.writeString(refused.path(), "Second text, longer");

    assertThat(cabinet.fileAway(sent)).isFalse();
    assertThat(cabinet.reject(refused, "It has no headline.")).isFalse();

    assertThat(sent.path()).hasContent("Second text, longer");
    assertThat(refused.path()).hasContent("Second text, longer");
    assertThat(inbox.resolve(".done/2021/08/25")).isEmptyDirectory();
    assertThat(inbox.resolve(".rejected")).isEmptyDirectory();
  }

  /** A file by its name with {@code %XX} for bytes that are no text. */
  private static Path raw(Path folder, String name) {
    return Path.of(
        URI.create(folder.toUri() + (folder.toUri().toString().endsWith("/") ? "" : "/") + name));
  }

  private InboxFile read(String name, String text) throws IOException {
    Path file = raw(inbox, name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
    return new InboxFile(inbox, file, Files.readAttributes(file, BasicFileAttributes.class));
  }
}
