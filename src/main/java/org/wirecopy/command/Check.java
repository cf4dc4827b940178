package org.wirecopy.command;

import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.wirecopy.article.Story;
import org.wirecopy.intake.Reading;
import org.wirecopy.media.MediaKey;
import org.wirecopy.ninjs.Formats;
import org.wirecopy.parts.Drafts;
import org.wirecopy.parts.HouseParts;
import org.wirecopy.parts.HousePictures;
import org.wirecopy.related.Archive;
import org.wirecopy.settings.Settings;
import org.wirecopy.steps.IntakeSteps;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code check FILE…}: what would be sent of each file, without sending anything. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description = {
      "Prints the ninjs of each file as one JSON line, as it would be sent; sends nothing.",
      "Warnings and rejections go to standard error; exit code 1 if any file is rejected."
    })
public final class Check implements Callable<Integer> {
  @Parameters(paramLabel = "FILE", arity = "1..*", description = "Article files of any format")
  private List<Path> files = List.of();

  @Option(names = "--related", description = "Look up related stories in the archive, too")
  private boolean related;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    Settings settings = Settings.load(Path.of(""), System.getenv());
    if (!related) {
      return check(settings, new Checker(settings, null));
    }
    try (Archive archive = HouseParts.archive(settings)) {
      return check(settings, new Checker(settings, archive));
    }
  }

  private int check(Settings settings, Checker checker) {
    PrintStream json = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    PrintWriter words = spec.commandLine().getErr();
    int rejected = 0;
    for (Path file : files) {
      if (!checker.check(file, json, words)) {
        rejected++;
      }
    }
    json.flush();
    words.flush();
    return rejected == 0 ? 0 : 1;
  }

  /** Reads and renders one file after the other. */
  private static final class Checker {
    private final Path inbox;
    private final Formats formats;
    private final Drafts drafts;

    Checker(Settings settings, @Nullable Archive archive) {
      this.inbox = settings.path("wirecopy.inbox");
      this.formats =
          new Formats(
              HousePictures.links(
                  settings, null, MediaKey.sample(), settings::port, InstantSource.system()));
      this.drafts = new Drafts(settings, archive, InstantSource.system());
    }

    boolean check(Path file, PrintStream json, PrintWriter words) {
      String name = name(file);
      Reading reading;
      try {
        reading = drafts.read(file, name);
      } catch (NoSuchFileException missing) {
        words.println(file + ": there is no such file");
        return false;
      } catch (IOException unreadable) {
        words.println(file + ": cannot be read: " + unreadable.getMessage());
        return false;
      }
      if (reading instanceof Reading.Rejected rejected) {
        words.println(
            file
                + ": rejected\n  "
                + IntakeSteps.explained(rejected.rejection()).replace("\n", "\n  "));
        return false;
      }
      Reading.Articles read = (Reading.Articles) reading;
      read.warnings().forEach(warning -> words.println(file + ": " + warning));
      for (Story story : drafts.of(name, read)) {
        json.writeBytes(formats.render(Formats.NINJS3, story));
        json.write('\n');
      }
      return true;
    }

    /**
     * As the inbox would name it: the path below the inbox, or the bare name of a file elsewhere.
     */
    private String name(Path file) {
      Path absolute = file.toAbsolutePath().normalize();
      return absolute.startsWith(inbox)
          ? inbox.relativize(absolute).toString()
          : String.valueOf(file.getFileName());
    }
  }
}
