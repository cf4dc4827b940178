package org.wirecopy.ledger;

import java.nio.file.Path;

/**
 * Where the ledger is kept and how much it may hold in memory.
 *
 * @param folder holds the file {@code ledger.db}; created if missing
 * @param largestGroup most pieces of work committed in one transaction
 * @param waitingBytes most bytes of articles that wait for the writer; whoever submits more waits
 * @param cachedBytes most bytes of recently committed articles kept for the lanes
 */
public record LedgerSettings(Path folder, int largestGroup, int waitingBytes, int cachedBytes) {

  /** The defaults, in a folder. */
  public static LedgerSettings in(Path folder) {
    return new LedgerSettings(folder, 1_000, 32 << 20, 8 << 20);
  }
}
