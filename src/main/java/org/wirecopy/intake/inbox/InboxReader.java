package org.wirecopy.intake.inbox;

import java.io.IOException;
import java.nio.file.Files;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;
import org.wirecopy.intake.Readers;
import org.wirecopy.intake.Reading;
import org.wirecopy.intake.Source;

/** Reads a dropped file with the readers, within the size that the settings allow. */
public final class InboxReader {
  private static final long MEGABYTE = 1L << 20;

  private final Readers readers;
  private final InboxSettings settings;
  private final @Nullable String language;

  /**
   * @param readers all formats
   * @param settings for the largest size and the desk's time zone
   * @param language the desk's language, or null
   */
  public InboxReader(Readers readers, InboxSettings settings, @Nullable String language) {
    this.readers = readers;
    this.settings = settings;
    this.language = language;
  }

  /**
   * Reads a file.
   *
   * @throws IOException if it cannot be read now (gone, no permission): it is then tried again
   *     later
   */
  public Reading read(Dropped file) throws IOException {
    if (file.size() > settings.largest()) {
      return Reading.rejected(
          "TOO_LARGE",
          "The file has "
              + file.size() / MEGABYTE
              + " MB; at most "
              + settings.largest() / MEGABYTE
              + " MB are read.",
          "Leave out what is not part of the article, or ask for a higher wirecopy.inbox.largest.");
    }
    ZoneId zone = settings.zone();
    return readers.read(
        new Source(file.name(), Files.readAllBytes(file.path()), file.modified(), zone, language));
  }
}
