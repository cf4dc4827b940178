package org.wirecopy.command;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.wirecopy.parts.HouseParts;
import org.wirecopy.related.Archive;
import org.wirecopy.settings.HouseException;
import org.wirecopy.settings.Settings;
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
      "Of a folder, all files that would be taken if it were the inbox.",
      "Warnings and rejections go to standard error; exit code 1 if any file is rejected."
    })
public final class Check implements Callable<Integer> {
  @Parameters(paramLabel = "FILE", arity = "1..*", description = "Articles of any format, folders")
  private List<String> files = List.of();

  @Option(names = "--related", description = "Look up related stories in the archive, too")
  private boolean related;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    Settings settings = Settings.load(Path.of(""), System.getenv());
    if (!related) {
      return check(settings, null);
    }
    try (Archive archive = HouseParts.archiveToRead(settings)) {
      return check(settings, archive);
    }
  }

  private int check(Settings settings, @Nullable Archive archive) {
    PrintStream json = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    try (Checker checker = new Checker(settings, archive, json, spec.commandLine().getErr())) {
      boolean good = checker.check(files);
      if (json.checkError()) {
        throw new HouseException("The output could not be written to its end.");
      }
      return good ? 0 : 1;
    }
  }
}
