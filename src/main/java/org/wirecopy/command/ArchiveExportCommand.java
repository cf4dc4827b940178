package org.wirecopy.command;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.wirecopy.settings.Settings;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code export [FILE]}: the archive as JSON lines, as {@code import} reads them. */
@Command(
    name = "export",
    mixinStandardHelpOptions = true,
    description = {
      "Writes every story that may be listed beside another as one JSON line, as import reads it.",
      "What is embargoed, withheld or killed stays out. Stop Wirecopy in this folder before."
    })
public final class ArchiveExportCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "FILE",
      arity = "0..1",
      description = "Where to, packed if it ends in .gz (default: standard output)")
  private @Nullable Path file;

  @Override
  public Integer call() throws Exception {
    ArchiveExporter exporter = new ArchiveExporter(Settings.load(Path.of(""), System.getenv()));
    if (file == null) {
      // System.out would pass over a full disk in silence.
      exporter.write(new FileOutputStream(FileDescriptor.out));
    } else {
      System.err.printf("Wrote %,d stories to %s%n", exporter.write(file), file);
    }
    return 0;
  }
}
