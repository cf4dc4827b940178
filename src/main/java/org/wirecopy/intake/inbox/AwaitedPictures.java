package org.wirecopy.intake.inbox;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** An article names pictures that do not lie beside it yet; it is read again when they do. */
final class AwaitedPictures extends IOException {
  private static final long serialVersionUID = 1L;

  private final transient List<Path> files;

  AwaitedPictures(List<Path> files) {
    super("waits for its pictures");
    this.files = List.copyOf(files);
  }

  List<Path> files() {
    return files;
  }
}
