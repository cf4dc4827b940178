package org.wirecopy.command;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.wirecopy.settings.Settings;
import picocli.CommandLine.Command;

/** {@code rebuild}: the archive's index anew from the ledger, while Wirecopy runs. */
@Command(
    name = "rebuild",
    mixinStandardHelpOptions = true,
    description = {
      "Has the Wirecopy that runs in this folder build the archive's index anew from its ledger.",
      "Lookups go on with the old index meanwhile; the log says when it is done."
    })
public final class RebuildCommand implements Callable<Integer> {

  @Override
  public Integer call() {
    Settings settings = Settings.load(Path.of(""), System.getenv());
    new DeskClient(settings, System.getenv()).post("/api/archive/rebuild", Map.of(), null);
    System.out.println("The index is being built anew; the log says when it is done.");
    return 0;
  }
}
