package org.wirecopy.related;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.wirecopy.article.ArchiveStory;

class ArchiveImportTest {
  private final RelatedJson json = new RelatedJson("tag:island.example,2031:", ZoneOffset.UTC);
  private final List<String> skipped = new ArrayList<>();
  private final List<Long> counted = new ArrayList<>();
  private final ArchiveImport.Progress progress =
      new ArchiveImport.Progress() {
        @Override
        public void stories(long stories, double perSecond) {
          counted.add(stories);
          assertThat(perSecond).isNotNegative();
        }

        @Override
        public void skipped(long line, String fault) {
          skipped.add(line + ": " + fault);
        }
      };
  private Path folder;
  private Archive archive;
  private ArchiveImport imports;

  @BeforeEach
  void open(@TempDir Path temporary) {
    folder = temporary;
    archive = Archive.open(folder.resolve("archive"), ArchiveSettings.defaults());
    imports = new ArchiveImport(archive::put, json, InstantSource.system());
  }

  @AfterEach
  void close() {
    archive.close();
  }

  private static String line(int number) {
    return "{\"id\":\"n%d\",\"title\":\"Story number %d\",\"body\":\"Text %d.\"}"
        .formatted(number, number, number);
  }

  @Test
  void importsLinesAndTellsOfThoseItSkips() throws IOException {
    Path file = folder.resolve("years.jsonl");
    Files.writeString(
        file, "\uFEFF" + line(1) + "\r\n\n{\"id\":\"x\"}\n" + line(2) + "\nnot json\n" + line(3));
    ArchiveImport.Result result = imports.read(file, progress);
    assertThat(result).isEqualTo(new ArchiveImport.Result(3, 2));
    assertThat(skipped).hasSize(2);
    assertThat(skipped.get(0)).startsWith("3: ").contains("title");
    assertThat(skipped.get(1)).startsWith("5: ").contains("not JSON");
    archive.refresh();
    assertThat(archive.size()).isEqualTo(3);
    assertThat(counted).contains(3L);
  }

  @Test
  void canBeRepeated() throws IOException {
    Path file = folder.resolve("years.jsonl.gz");
    String lines = IntStream.range(0, 600).mapToObj(n -> line(n)).collect(Collectors.joining("\n"));
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write(lines.getBytes(StandardCharsets.UTF_8));
    }
    assertThat(imports.read(file, progress).stories()).isEqualTo(600);
    assertThat(imports.read(file, progress).stories()).isEqualTo(600);
    archive.refresh();
    assertThat(archive.size()).isEqualTo(600);
  }

  @Test
  void whatIsExportedCanBeImported() throws IOException {
    archive.put(Newsroom.all());
    Path file = folder.resolve("export.jsonl");
    assertThat(ArchiveImport.write(archive, json, file)).isEqualTo(Newsroom.all().size());
    try (Archive other = Archive.open(folder.resolve("other"), ArchiveSettings.defaults())) {
      new ArchiveImport(other::put, json, InstantSource.system()).read(file, progress);
      List<ArchiveStory> stories = new ArrayList<>();
      other.each(stories::add);
      assertThat(stories).containsExactlyInAnyOrderElementsOf(Newsroom.all());
    }
  }
}
