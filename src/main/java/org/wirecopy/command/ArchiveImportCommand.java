package org.wirecopy.command;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.wirecopy.settings.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code import PATH…}: fills the archive with stories of earlier years. */
@Command(
    name = "import",
    mixinStandardHelpOptions = true,
    description = {
      "Adds stories to the archive that related stories are looked up in; sends nothing.",
      "Takes folders and files of any readable format, and .jsonl or .jsonl.gz.",
      "Can be repeated: what is there already stays."
    })
public final class ArchiveImportCommand implements Callable<Integer> {
  @Parameters(paramLabel = "PATH", arity = "1..*", description = "Folders and files")
  private List<Path> paths = List.of();

  @Override
  public Integer call() throws Exception {
    Settings settings = Settings.load(Path.of(""), System.getenv());
    return new ArchiveImporter(settings, System.err).run(paths);
  }
}
