package org.wirecopy.watch;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Whether stories can be kept: there is room on the disk, and the ledger could be written last. */
public final class Storage {
  private final Path folder;
  private final long leastFree;
  private final Supplier<@Nullable String> ledgerFault;

  /**
   * @param folder whose disk it is
   * @param leastFree bytes that must be free there
   * @param ledgerFault why the ledger could not be written last, or null
   */
  public Storage(Path folder, long leastFree, Supplier<@Nullable String> ledgerFault) {
    this.folder = folder;
    this.leastFree = leastFree;
    this.ledgerFault = ledgerFault;
  }

  /**
   * Why they cannot be kept, in words that may be told to anybody: without paths, which the log
   * has. Null if they can.
   */
  public @Nullable String fault() {
    try {
      FileStore disk = Files.getFileStore(folder);
      // Some network shares do not tell: they say that all in all there is nothing.
      if (disk.getTotalSpace() > 0 && disk.getUsableSpace() < leastFree) {
        return "The disk is full: less is free than wirecopy.data.least-free asks for.";
      }
    } catch (IOException e) {
      return "The data folder cannot be looked at.";
    }
    return ledgerFault.get() == null
        ? null
        : "The ledger could not be written last time; the log says why.";
  }
}
