package org.wirecopy.intake.inbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import org.jspecify.annotations.Nullable;

/**
 * A picture file that was read with its article, and leaves the inbox with it.
 *
 * @param path where it lies
 * @param size in bytes, as it was read
 * @param modified when it was last written, as it was read
 * @param refusal why it was left out, in words for the editor; null if it goes along
 */
record PictureFile(Path path, long size, FileTime modified, @Nullable String refusal) {

  /** True if the file still is as it was read. */
  boolean unchanged() {
    try {
      BasicFileAttributes now =
          Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      return now.isRegularFile() && now.size() == size && now.lastModifiedTime().equals(modified);
    } catch (IOException gone) {
      return false;
    }
  }
}
