package org.wirecopy.parts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.wirecopy.article.Action;
import org.wirecopy.article.Article;
import org.wirecopy.article.RelatedStory;
import org.wirecopy.article.Status;
import org.wirecopy.article.Story;
import org.wirecopy.intake.Reading;
import org.wirecopy.intake.inbox.Dropped;
import org.wirecopy.intake.inbox.InboxReader;
import org.wirecopy.related.Archive;
import org.wirecopy.related.Query;
import org.wirecopy.settings.Settings;
import org.wirecopy.steps.IntakeSteps;
import org.wirecopy.steps.PictureSteps;
import org.wirecopy.steps.RelatedLookup;

/** The stories of a file as if it were dropped now for the first time; nothing is kept or sent. */
public final class Drafts {
  private final String uriPrefix;
  private final int limit;
  private final InboxReader reader;
  private final PictureSteps pictures;
  private final @Nullable Archive archive;
  private final InstantSource clock;
  private final ZoneId zone;

  /**
   * @param archive where related stories are looked up; null to list only those of the file itself
   */
  public Drafts(Settings settings, @Nullable Archive archive, InstantSource clock) {
    this.uriPrefix = settings.text("wirecopy.uri-prefix");
    this.limit = settings.number("wirecopy.related.limit", 100);
    this.reader = HouseParts.reader(settings, clock);
    this.pictures = HousePictures.steps(settings, null);
    this.archive = archive;
    this.clock = clock;
    this.zone = settings.zone();
  }

  /**
   * Reads a file, its pictures within their bounds.
   *
   * @param name path below the inbox
   */
  public Reading read(Path file, String name) throws IOException {
    return read(file, name, picture -> {});
  }

  /**
   * Reads a file, its pictures within their bounds.
   *
   * @param name path below the inbox
   * @param taken told of each picture beside the file that goes with it
   */
  public Reading read(Path file, String name, Consumer<Path> taken) throws IOException {
    Dropped dropped =
        new Dropped(
            file, name, Files.size(file), Files.getLastModifiedTime(file).toInstant(), true);
    Reading reading = reader.preview(dropped, taken);
    return reading instanceof Reading.Articles articles ? pictures.keep(articles) : reading;
  }

  /**
   * The stories of a file.
   *
   * @param name path below the inbox
   */
  public List<Story> of(String name, Reading.Articles read) {
    List<Story> stories = new ArrayList<>();
    int size = read.articles().size();
    for (int i = 0; i < size; i++) {
      Article article = read.articles().get(i);
      stories.add(story(IntakeSteps.uri(uriPrefix, article, name, i, size), article));
    }
    return stories;
  }

  private Story story(String uri, Article article) {
    Instant now = clock.instant();
    Action action =
        article.status() == Status.CANCELED
            ? Action.KILL
            : article.status() == Status.WITHHELD ? Action.WITHHOLD : Action.PUBLISH;
    List<RelatedStory> found = List.of();
    if (RelatedLookup.isFor(article)) {
      Query query = RelatedLookup.query(article, uri, now.atZone(zone).toOffsetDateTime());
      found = archive == null ? Archive.listedAsPrinted(query) : archive.related(query, limit);
    }
    return new Story(uri, 1, action, article.status(), now, now, article, found);
  }
}
