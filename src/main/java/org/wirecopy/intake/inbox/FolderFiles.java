package org.wirecopy.intake.inbox;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;

/** The files that would be taken if a folder were the inbox, pictures included. */
public final class FolderFiles {
  private FolderFiles() {}

  /**
   * Those in a folder and the folders below, in the order of their names.
   *
   * @throws IOException if the folder cannot be listed; one below it that cannot is passed over
   */
  public static List<Path> below(Path folder, InboxSettings settings) throws IOException {
    List<Path> files = new ArrayList<>();
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path below, BasicFileAttributes attributes) {
            String name = String.valueOf(below.getFileName());
            boolean passed =
                !below.equals(folder)
                    && (settings.leavesAlone(name)
                        || (PageFolder.isNamedLikeOne(name) && PageFolder.hasPage(below)));
            return passed ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (attributes.isRegularFile()
                && !settings.leavesAlone(String.valueOf(file.getFileName()))
                && !ReasonFile.is(file)) {
              files.add(file);
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException fault) throws IOException {
            if (file.equals(folder)) {
              throw fault;
            }
            return FileVisitResult.CONTINUE;
          }
        });
    files.sort(null);
    return files;
  }
}
