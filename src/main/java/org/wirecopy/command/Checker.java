package org.wirecopy.command;

import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.wirecopy.article.Story;
import org.wirecopy.intake.PictureNames;
import org.wirecopy.intake.Reading;
import org.wirecopy.intake.inbox.FolderFiles;
import org.wirecopy.media.MediaKey;
import org.wirecopy.ninjs.Formats;
import org.wirecopy.parts.Drafts;
import org.wirecopy.parts.HouseParts;
import org.wirecopy.parts.HousePictures;
import org.wirecopy.related.Archive;
import org.wirecopy.settings.Settings;
import org.wirecopy.watch.Newsroom;

/**
 * Reads and renders files as if they were dropped now, and tells what comes of each, in their
 * order. Several are read at once, a bounded number ahead of what is told.
 */
final class Checker implements AutoCloseable {
  private static final int AHEAD = 64;

  private final Settings settings;
  private final Path inbox;
  private final Formats formats;
  private final Drafts drafts;
  private final PrintStream json;
  private final PrintWriter words;
  private final ExecutorService readers =
      Executors.newFixedThreadPool(
          Runtime.getRuntime().availableProcessors(),
          work -> {
            Thread thread = new Thread(work, "check");
            thread.setDaemon(true);
            return thread;
          });
  private final Deque<CompletableFuture<Checked>> ahead = new ArrayDeque<>();
  private final Set<Path> taken = new HashSet<>();
  private boolean rejected;

  /** A file and its name below the inbox. */
  private record Named(Path file, String name) {}

  /**
   * What came of one file.
   *
   * @param taken the pictures that go with it
   */
  private record Checked(
      List<byte[]> documents, List<String> words, boolean accepted, List<Path> taken) {
    static Checked refused(String why) {
      return new Checked(List.of(), List.of(why), false, List.of());
    }
  }

  /**
   * Tells of files.
   *
   * @param archive where related stories are looked up; null for no lookup
   * @param json one line for each story that would be sent
   * @param words warnings and rejections
   */
  Checker(Settings settings, @Nullable Archive archive, PrintStream json, PrintWriter words) {
    this.settings = settings;
    this.inbox = settings.path("wirecopy.inbox");
    this.formats =
        new Formats(
            HousePictures.links(
                settings, null, MediaKey.sample(), settings::port, InstantSource.system()));
    this.drafts = new Drafts(settings, archive, InstantSource.system());
    this.json = json;
    this.words = words;
  }

  /**
   * Checks files, and all that lie in folders; pictures last, since an article may take them along.
   *
   * @return true if all are accepted
   */
  boolean check(List<String> files) {
    List<Named> pictures = new ArrayList<>();
    for (String file : files) {
      each(
          file,
          named -> {
            if (PictureNames.isPicture(named.name())) {
              pictures.add(named);
            } else {
              begin(named);
            }
          });
    }
    tell(0);
    for (Named picture : pictures) {
      if (!taken.contains(picture.file().toAbsolutePath().normalize())) {
        begin(picture);
      }
    }
    tell(0);
    json.flush();
    words.flush();
    return !rejected;
  }

  private void each(String given, Consumer<Named> to) {
    try {
      Path path = Path.of(given);
      if (!Files.isDirectory(path)) {
        to.accept(new Named(path, name(path)));
        return;
      }
      List<Path> files = FolderFiles.below(path, HouseParts.inbox(settings));
      if (files.isEmpty()) {
        words.println(
            Newsroom.clean(given) + ": there is no file in the folder that would be taken");
      }
      for (Path file : files) {
        boolean inInbox = file.toAbsolutePath().normalize().startsWith(inbox);
        to.accept(new Named(file, inInbox ? name(file) : path.relativize(file).toString()));
      }
    } catch (InvalidPathException unnamed) {
      refuse(
          Newsroom.clean(given)
              + ": the language settings of this terminal cannot express the name; set"
              + " LC_ALL=C.UTF-8, or name the folder that the file lies in");
    } catch (IOException unlisted) {
      refuse(unreadable(given, unlisted));
    }
  }

  private void refuse(String why) {
    ahead.add(CompletableFuture.completedFuture(Checked.refused(why)));
  }

  private void begin(Named named) {
    ahead.add(
        CompletableFuture.supplyAsync(() -> checked(named), readers)
            .exceptionally(failed -> Checked.refused(fault(named, failed))));
    tell(AHEAD);
  }

  /** Tells of what was begun first, until at most so many files are left to tell of. */
  private void tell(int left) {
    while (ahead.size() > left) {
      Checked checked = ahead.remove().join();
      checked.words().forEach(words::println);
      for (byte[] document : checked.documents()) {
        json.writeBytes(document);
        json.write('\n');
      }
      taken.addAll(checked.taken());
      rejected |= !checked.accepted();
    }
  }

  private Checked checked(Named named) {
    String shown = Newsroom.clean(named.file().toString());
    List<Path> pictures = new ArrayList<>();
    Reading reading;
    try {
      if (Files.exists(named.file()) && !Files.isRegularFile(named.file())) {
        return Checked.refused(shown + ": is not a file, but a pipe or a device");
      }
      reading =
          drafts.read(
              named.file(),
              named.name(),
              picture -> pictures.add(picture.toAbsolutePath().normalize()));
    } catch (IOException unread) {
      return Checked.refused(unreadable(named.file().toString(), unread));
    }
    if (reading instanceof Reading.Rejected rejection) {
      return Checked.refused(
          shown + ": rejected\n  " + rejection.rejection().explained().replace("\n", "\n  "));
    }
    Reading.Articles read = (Reading.Articles) reading;
    List<byte[]> documents = new ArrayList<>();
    for (Story story : drafts.of(named.name(), read)) {
      documents.add(formats.render(Formats.NINJS3, story));
    }
    List<String> warnings =
        read.warnings().stream().map(warning -> shown + ": " + warning).toList();
    return new Checked(documents, warnings, true, pictures);
  }

  /** As the inbox would name it: the path below the inbox, or the bare name of a file elsewhere. */
  private String name(Path file) {
    Path absolute = file.toAbsolutePath().normalize();
    return absolute.startsWith(inbox)
        ? inbox.relativize(absolute).toString()
        : String.valueOf(file.getFileName());
  }

  /** One file that Wirecopy itself fails on is told of, and the others are checked. */
  private static String fault(Named named, Throwable failed) {
    Throwable cause = failed.getCause() == null ? failed : failed.getCause();
    return Newsroom.clean(named.file().toString())
        + ": cannot be checked, by a fault of Wirecopy: "
        + cause;
  }

  private static String unreadable(String file, IOException fault) {
    String shown = Newsroom.clean(file);
    if (fault instanceof NoSuchFileException) {
      return shown + ": there is no such file";
    }
    if (fault instanceof AccessDeniedException) {
      return shown + ": cannot be read: you have no permission";
    }
    boolean named = fault instanceof FileSystemException;
    String reason = named ? ((FileSystemException) fault).getReason() : fault.getMessage();
    return shown + ": cannot be read" + (reason == null ? "" : ": " + reason);
  }

  @Override
  public void close() {
    readers.shutdownNow();
  }
}
