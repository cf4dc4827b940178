package org.wirecopy.command;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletionException;
import org.wirecopy.archive.Archivist;
import org.wirecopy.article.ArchiveStory;
import org.wirecopy.article.Article;
import org.wirecopy.article.Dateline;
import org.wirecopy.article.Status;
import org.wirecopy.intake.Reading;
import org.wirecopy.intake.inbox.Dropped;
import org.wirecopy.intake.inbox.InboxReader;
import org.wirecopy.ledger.Ledger;
import org.wirecopy.ledger.LedgerException;
import org.wirecopy.ledger.LedgerSettings;
import org.wirecopy.parts.HouseParts;
import org.wirecopy.related.Archive;
import org.wirecopy.related.ArchiveImport;
import org.wirecopy.related.RelatedJson;
import org.wirecopy.settings.HouseException;
import org.wirecopy.settings.Settings;
import org.wirecopy.steps.IntakeSteps;

/** Enters stories of earlier years into the ledger, and from there into the archive index. */
public final class ArchiveImporter {
  private static final int BATCH = 250;

  private final Settings settings;
  private final PrintStream words;
  private final InstantSource clock = InstantSource.system();
  private final List<ArchiveStory> batch = new ArrayList<>(BATCH);
  private final Pace folders = new Pace();
  private long read;
  private long changed;
  private long rejected;

  public ArchiveImporter(Settings settings, PrintStream words) {
    this.settings = settings;
    this.words = words;
  }

  /** Imports all files below the paths; 0 if every one could be read. */
  public int run(List<Path> paths) throws IOException {
    try (Ledger ledger = Ledger.open(LedgerSettings.in(settings.path("wirecopy.data")), clock);
        Archive archive = HouseParts.archive(settings)) {
      for (Path path : paths) {
        readAll(ledger, path);
      }
      enterBatch(ledger);
      words.println(
          "Entered " + changed + " new or changed stories; bringing the index up to date");
      try (Archivist archivist = new Archivist(ledger, archive, clock, Duration.ZERO)) {
        archivist.catchUp();
      }
      words.println("The archive has " + archive.size() + " stories");
    } catch (LedgerException e) {
      throw new HouseException(String.valueOf(e.getMessage()));
    }
    return rejected == 0 ? 0 : 1;
  }

  /** Reads a file; one that cannot be read is left out, and the others go on. */
  private void read(Ledger ledger, Path given, Path file) {
    try {
      readWhole(ledger, given, file);
    } catch (LedgerException ends) {
      throw ends;
    } catch (IOException | RuntimeException fault) {
      leftOut(file + ": left out, or what follows in it: it cannot be read: " + fault);
    }
  }

  private void readWhole(Ledger ledger, Path given, Path file) throws IOException {
    if (ArchiveImport.readable(file)) {
      RelatedJson json = new RelatedJson(settings.text("wirecopy.uri-prefix"), settings.zone());
      new ArchiveImport(stories -> enter(ledger, stories), json, clock).read(file, new Told(file));
    } else {
      readArticle(ledger, given, file);
    }
  }

  private void readArticle(Ledger ledger, Path given, Path file) throws IOException {
    InboxReader reader = HouseParts.reader(settings, clock);
    String name = String.valueOf(file.getFileName());
    Reading reading =
        reader.preview(
            new Dropped(
                file, name, Files.size(file), Files.getLastModifiedTime(file).toInstant(), true));
    if (reading instanceof Reading.Rejected refused) {
      leftOut(file + ": left out: " + refused.rejection().problem());
      return;
    }
    List<Article> articles = ((Reading.Articles) reading).articles();
    for (int i = 0; i < articles.size(); i++) {
      Article article = articles.get(i);
      if (isEmbargoed(article)) {
        words.println(
            file
                + ": its embargo ends "
                + article.embargo()
                + ": no story lists it; import it again after that");
      }
      String uri =
          IntakeSteps.uri(
              settings.text("wirecopy.uri-prefix"),
              article,
              place(given, file),
              i,
              articles.size());
      batch.add(entry(uri, article));
      folders.stories(++read);
      if (batch.size() == BATCH) {
        enterBatch(ledger);
      }
    }
  }

  /** The file's place with the folder's own name, as far as the story's identity may tell it. */
  private static String place(Path given, Path file) {
    Path path = file.toAbsolutePath().normalize();
    Path folder = given.toAbsolutePath().normalize();
    Path above = file.equals(given) ? folder.getParent() : folder;
    Path base = above == null ? null : above.getParent();
    return base == null ? path.toString() : base.relativize(path).toString();
  }

  private boolean isEmbargoed(Article article) {
    OffsetDateTime embargo = article.embargo();
    return embargo != null && embargo.toInstant().isAfter(clock.instant());
  }

  private ArchiveStory entry(String uri, Article article) {
    Dateline dateline = article.dateline();
    return new ArchiveStory(
        uri,
        article.id(),
        article.headline(),
        article.text(),
        dateline.date(),
        dateline.date() != null && dateline.precision() == Dateline.Precision.DAY,
        article.rights().source(),
        article.href(),
        article.language(),
        article.status() == Status.USABLE && !isEmbargoed(article) && article.partners().isEmpty());
  }

  private void enterBatch(Ledger ledger) {
    enter(ledger, List.copyOf(batch));
    batch.clear();
  }

  private void enter(Ledger ledger, List<ArchiveStory> stories) {
    if (stories.isEmpty()) {
      return;
    }
    try {
      changed += ledger.archive(stories).toCompletableFuture().join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof LedgerException fault ? fault : e;
    }
  }

  private void readAll(Ledger ledger, Path path) throws IOException {
    Files.walkFileTree(
        path,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return !folder.equals(path) && isHidden(folder)
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (attributes.isRegularFile() && !isHidden(file)) {
              read(ledger, path, file);
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException fault) {
            leftOut(file + ": left out: it cannot be read: " + fault);
            return FileVisitResult.CONTINUE;
          }
        });
  }

  private static boolean isHidden(Path file) {
    return String.valueOf(file.getFileName()).startsWith(".");
  }

  private void leftOut(String why) {
    rejected++;
    words.println(why);
  }

  /** Tells now and then how far it is, and how fast. */
  private final class Pace {
    private static final long EVERY_MILLIS = 2_000;

    private final long start = clock.millis();
    private long last = start;

    void stories(long stories) {
      long now = clock.millis();
      if (now - last >= EVERY_MILLIS) {
        last = now;
        words.printf(
            Locale.ROOT,
            "%,d stories, %,.0f a second%n",
            stories,
            1000.0 * stories / Math.max(1, now - start));
      }
    }
  }

  private final class Told implements ArchiveImport.Progress {
    private final Path file;
    private final Pace pace = new Pace();

    Told(Path file) {
      this.file = file;
    }

    @Override
    public void stories(long stories, double perSecond) {
      pace.stories(stories);
    }

    @Override
    public void skipped(long line, String fault) {
      leftOut(file + ", line " + line + ": left out: " + fault);
    }
  }
}
