package org.wirecopy.intake.inbox;

import java.io.File;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import org.apache.camel.component.file.FileBinding;
import org.apache.camel.component.file.GenericFile;

/** A file as the walk met it, with the path that keeps its name's bytes. */
final class InboxFile extends GenericFile<File> {
  private final Path path;
  private final String name;
  private final BasicFileAttributes attributes;

  InboxFile(Path inbox, Path path, BasicFileAttributes attributes) {
    super(false);
    this.path = path;
    this.name = InboxPaths.relative(inbox, path);
    this.attributes = attributes;
    File file = path.toFile();
    setBinding(new FileBinding());
    setEndpointPath(inbox.toString());
    setFile(file);
    setBody(file);
    setFileNameOnly(file.getName());
    setDirectory(false);
    setAbsolute(true);
    setAbsoluteFilePath(path.toUri().getRawPath());
    setRelativeFilePath(name);
    setFileName(name);
    setFileLength(attributes.size());
    setLastModified(attributes.lastModifiedTime().toMillis());
  }

  Path path() {
    return path;
  }

  BasicFileAttributes attributes() {
    return attributes;
  }

  /** Path below the inbox. */
  String name() {
    return name;
  }

  /** True if the file still is as the walk met it. */
  boolean unchanged(BasicFileAttributes now) {
    return now.isRegularFile()
        && now.size() == attributes.size()
        && now.lastModifiedTime().equals(attributes.lastModifiedTime());
  }
}
