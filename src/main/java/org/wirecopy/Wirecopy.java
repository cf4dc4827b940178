package org.wirecopy;

import ch.qos.logback.classic.LoggerContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.slf4j.LoggerFactory;
import org.wirecopy.command.ArchiveExportCommand;
import org.wirecopy.command.ArchiveImportCommand;
import org.wirecopy.command.Check;
import org.wirecopy.command.PartnerCommand;
import org.wirecopy.command.PasswordCommand;
import org.wirecopy.command.RebuildCommand;
import org.wirecopy.command.StoryCommand;
import org.wirecopy.settings.HouseException;
import org.wirecopy.settings.LogFormat;
import org.wirecopy.settings.Settings;
import org.wirecopy.settings.Settings.SettingException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * The program. Without a command it runs: it takes what is in the inbox and serves the partners.
 */
@Command(
    name = "wirecopy",
    description = "Files dropped into inbox/ reach every partner as signed ninjs JSON.",
    mixinStandardHelpOptions = true,
    versionProvider = Wirecopy.Version.class,
    subcommands = {
      Check.class,
      ArchiveImportCommand.class,
      ArchiveExportCommand.class,
      RebuildCommand.class,
      PasswordCommand.class,
      StoryCommand.class,
      PartnerCommand.class,
      RehearseCommand.class
    })
public final class Wirecopy implements Callable<Integer> {

  @Option(
      names = "--samples",
      description = "Drop a few sample articles into the inbox first, to see what happens.")
  private boolean samples;

  /** Lucene speaks to programmers through the JDK's log; a newsroom's terminal is not the place. */
  private static final Logger LUCENE = Logger.getLogger("org.apache.lucene");

  /** Runs the program and ends the process with its exit code. */
  public static void main(String[] arguments) {
    LUCENE.setLevel(Level.SEVERE);
    int code = commandLine().execute(arguments);
    if (code != 0) {
      System.exit(code);
    }
  }

  static CommandLine commandLine() {
    return new CommandLine(new Wirecopy())
        .setExecutionExceptionHandler(
            (failure, command, parsed) -> {
              if (failure instanceof SettingException || failure instanceof HouseException) {
                command.getErr().println(failure.getMessage());
                return CommandLine.ExitCode.SOFTWARE;
              }
              if (failure instanceof IOException || failure instanceof UncheckedIOException) {
                command.getErr().println(inWords(failure));
                return CommandLine.ExitCode.SOFTWARE;
              }
              throw failure;
            });
  }

  /** The exceptions of files have a path as their message: what befell it is their name. */
  private static String inWords(Exception failure) {
    Throwable cause = failure.getCause();
    Throwable fault = failure instanceof UncheckedIOException && cause != null ? cause : failure;
    return "Ended: " + fault.getClass().getSimpleName() + ": " + fault.getMessage();
  }

  @Override
  public Integer call() throws Exception {
    Settings settings = Settings.load(Path.of(""), System.getenv());
    if (LoggerFactory.getILoggerFactory() instanceof LoggerContext logs) {
      settings.oneOf("wirecopy.log.format", LogFormat.class).use(logs);
    }
    try (House house = House.open(settings)) {
      house.run(samples);
    }
    return CommandLine.ExitCode.OK;
  }

  /** The version in the jar's manifest. */
  static final class Version implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = Wirecopy.class.getPackage().getImplementationVersion();
      return new String[] {"wirecopy " + (version == null ? "(not packaged)" : version)};
    }
  }
}
