package org.wirecopy.intake.inbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.jspecify.annotations.Nullable;
import org.wirecopy.article.Picture;
import org.wirecopy.intake.CleanText;
import org.wirecopy.intake.Illustrated;
import org.wirecopy.intake.PictureBytes;
import org.wirecopy.intake.PictureNames;
import org.wirecopy.intake.Readers;
import org.wirecopy.intake.Reading;
import org.wirecopy.intake.Source;

/**
 * Reads a dropped file with the readers, within the size that the settings allow, and with the
 * pictures that lie beside it: those it names, and those with its own name.
 */
public final class InboxReader {
  private static final long MEGABYTE = 1L << 20;
  private static final int MOST_WARNINGS = 10;

  private final Readers readers;
  private final InboxSettings settings;
  private final @Nullable String language;
  private final InstantSource clock;

  /**
   * @param readers all formats
   * @param settings for the largest size and the desk's time zone
   * @param language the desk's language, or null
   */
  public InboxReader(
      Readers readers, InboxSettings settings, @Nullable String language, InstantSource clock) {
    this.readers = readers;
    this.settings = settings;
    this.language = language;
    this.clock = clock;
  }

  /**
   * Reads a file of the inbox; its pictures are to leave the inbox with it.
   *
   * @throws IOException if it cannot be read now (gone, changed since it was met, no permission,
   *     its pictures are still to come): it is then tried again later
   */
  public Reading read(@Body Dropped file, Exchange exchange) throws IOException {
    FilesBeside beside = new FilesBeside(file.path(), settings, clock);
    Reading reading = read(file, beside);
    BasicFileAttributes now = FilingCabinet.attributes(file.path());
    if (now == null || !file.unchanged(now)) {
      throw new ChangedMeanwhile();
    }
    exchange.setProperty(InboxFiling.PICTURES, beside.files());
    return reading;
  }

  /**
   * Reads a file that stays where it is.
   *
   * @throws IOException if it cannot be read
   */
  public Reading preview(Dropped file) throws IOException {
    return preview(file, picture -> {});
  }

  /**
   * Reads a file that stays where it is.
   *
   * @param taken told of each picture that would leave the inbox with it
   * @throws IOException if it cannot be read
   */
  public Reading preview(Dropped file, Consumer<Path> taken) throws IOException {
    FilesBeside beside = new FilesBeside(file.path(), settings, clock);
    Reading reading = read(file, beside);
    beside.files().forEach(picture -> taken.accept(picture.path()));
    return reading;
  }

  private Reading read(Dropped file, FilesBeside beside) throws IOException {
    if (PictureNames.isPicture(file.name())) {
      return pictureAlone(file);
    }
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
    byte[] bytes = Files.readAllBytes(file.path());
    Reading reading =
        readers.read(
            new Source(file.name(), bytes, file.modified(), settings.zone(), language, beside));
    Reading whole = withNamesakes(reading, beside);
    if (!file.waited() && !beside.awaited().isEmpty()) {
      throw new AwaitedPictures(beside.awaited());
    }
    return whole instanceof Reading.Articles articles
        ? Desk.with(withWarnings(articles, beside), file.name())
        : whole;
  }

  /** A feed's stories have no picture of their own; any other file gets those with its name. */
  private static Reading withNamesakes(Reading reading, FilesBeside beside) {
    boolean feed = reading instanceof Reading.Articles articles && articles.articles().size() > 1;
    List<String> names = feed ? List.of() : beside.namesakes();
    if (names.isEmpty()) {
      return reading;
    }
    PictureBytes bytes = new PictureBytes();
    List<Picture> pictures = new ArrayList<>();
    List<String> tiny = new ArrayList<>();
    for (String name : names) {
      byte[] content = beside.bytes(name);
      if (content != null) {
        int before = bytes.warnings().size();
        Optional<Picture> kept = bytes.keep(name, content, null, null);
        kept.ifPresent(pictures::add);
        if (kept.isEmpty() && bytes.warnings().size() == before) {
          tiny.add("A picture was left out, since it is too small to show anything: " + name);
        }
      }
    }
    return reading instanceof Reading.Articles articles
        ? warned(Illustrated.with(articles, pictures, bytes), tiny)
        : reading;
  }

  private static Reading.Articles withWarnings(Reading.Articles articles, FilesBeside beside) {
    List<String> warnings = new ArrayList<>();
    tell("A picture that the file names does not lie beside it: ", beside.missing(), warnings);
    tell(
        "A picture was left out, since it is too large or cannot be read: ",
        beside.tooLarge(),
        warnings);
    return warned(articles, warnings);
  }

  private static void tell(String what, Set<String> names, List<String> warnings) {
    names.stream().limit(MOST_WARNINGS).map(name -> what + name).forEach(warnings::add);
    if (names.size() > MOST_WARNINGS) {
      warnings.add("The same goes for " + (names.size() - MOST_WARNINGS) + " more pictures.");
    }
  }

  private static Reading.Articles warned(Reading.Articles articles, List<String> more) {
    if (more.isEmpty()) {
      return articles;
    }
    List<String> warnings = new ArrayList<>(articles.warnings());
    more.stream().map(CleanText::line).forEach(warnings::add);
    return new Reading.Articles(articles.format(), articles.articles(), warnings, articles.media());
  }

  private Reading pictureAlone(Dropped picture) {
    String name = picture.name().substring(picture.name().lastIndexOf('/') + 1);
    String ending = name.substring(name.lastIndexOf('.'));
    if (PictureNames.SENT.stream().noneMatch(ending::equalsIgnoreCase)) {
      return Reading.rejected(
          "PICTURE_KIND",
          "Pictures of this kind (" + ending + ") are not sent, since not every page shows them.",
          "Save it as JPEG, PNG, GIF or WebP and drop it again with its article.");
    }
    Optional<String> article =
        SentArticle.of(picture, clock.instant().atZone(settings.zone()).toLocalDate());
    return article.isPresent()
        ? Reading.rejected(
            "PICTURE_LATE",
            "The picture came when its article, " + article.get() + ", had gone out already.",
            "Drop the article again together with the picture: they go out as an update.")
        : Reading.rejected(
            "PICTURE_ALONE",
            "The file is named like a picture, and no article took it along.",
            "Give it the article's name (storm.jpg and, if there are more, storm-2.jpg for"
                + " storm.txt) and drop both again, the picture first; or drop one zip of both.");
  }
}
