package org.wirecopy.intake.inbox;

import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;

/**
 * A complete file, as the intake route gets it.
 *
 * @param path where it lies
 * @param name path below the inbox with {@code /} between folders
 * @param size in bytes
 * @param modified when it was last written
 * @param waited true if it has waited long enough for the pictures that it names
 */
public record Dropped(Path path, String name, long size, Instant modified, boolean waited) {
  /** True if the file still is as it was met. */
  boolean unchanged(BasicFileAttributes now) {
    return now.isRegularFile()
        && now.size() == size
        && now.lastModifiedTime().toInstant().equals(modified);
  }
}
