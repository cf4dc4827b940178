package org.wirecopy.command;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.InstantSource;
import java.util.zip.GZIPOutputStream;
import org.wirecopy.archive.Archivist;
import org.wirecopy.ledger.Ledger;
import org.wirecopy.ledger.LedgerException;
import org.wirecopy.ledger.LedgerSettings;
import org.wirecopy.parts.HouseParts;
import org.wirecopy.related.Archive;
import org.wirecopy.related.RelatedJson;
import org.wirecopy.settings.HouseException;
import org.wirecopy.settings.Settings;

/** Writes the archive out as JSON lines, one story at a time. */
public final class ArchiveExporter {
  private final Settings settings;

  public ArchiveExporter(Settings settings) {
    this.settings = settings;
  }

  /**
   * Writes a file; it has its name only when it is whole.
   *
   * @return number of stories
   */
  public long write(Path file) throws IOException {
    Path unfinished = file.resolveSibling("." + file.getFileName() + ".part");
    try (OutputStream out = Files.newOutputStream(unfinished);
        OutputStream packed =
            file.toString().endsWith(".gz") ? new GZIPOutputStream(out, 1 << 16) : out) {
      long stories = write(packed);
      packed.close();
      Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
      return stories;
    } finally {
      Files.deleteIfExists(unfinished);
    }
  }

  /**
   * Writes all stories, the archive brought up to date with the ledger before.
   *
   * @return number of stories
   */
  public long write(OutputStream out) throws IOException {
    InstantSource clock = InstantSource.system();
    RelatedJson json = new RelatedJson(settings.text("wirecopy.uri-prefix"), settings.zone());
    Writer lines = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    long[] stories = {0};
    try (Ledger ledger = Ledger.open(LedgerSettings.in(settings.path("wirecopy.data")), clock);
        Archive archive = HouseParts.archive(settings);
        Archivist archivist = new Archivist(ledger, archive, clock, Duration.ZERO)) {
      archivist.catchUp();
      archive.each(
          story -> {
            try {
              lines.append(json.line(story)).append('\n');
              stories[0]++;
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
    } catch (LedgerException e) {
      throw new HouseException(String.valueOf(e.getMessage()));
    }
    lines.flush();
    return stories[0];
  }
}
