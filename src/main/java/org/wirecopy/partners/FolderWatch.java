package org.wirecopy.partners;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Waits for changes in a folder. Where the operating system reports none, since the folder is not
 * there or the system has no watch left to give, it only waits; whoever waits looks for himself
 * afterwards. Belongs to one thread.
 */
final class FolderWatch implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(FolderWatch.class);

  /** Has the operating system watch. */
  interface Opening {
    WatchService open() throws IOException;
  }

  private final Path folder;
  private final Opening opening;
  private @Nullable WatchService service;
  private @Nullable WatchKey watched;
  private boolean told;

  FolderWatch(Path folder) {
    this(folder, () -> folder.getFileSystem().newWatchService());
  }

  FolderWatch(Path folder, Opening opening) {
    this.folder = folder;
    this.opening = opening;
  }

  /** Has changes reported from now on, if that can be had. */
  void begin() {
    WatchKey known = watched;
    if ((known != null && known.isValid()) || !Files.isDirectory(folder)) {
      return;
    }
    try {
      watched = register();
      told = false;
    } catch (IOException | RuntimeException e) {
      if (!told) {
        told = true;
        LOG.warn(
            "Changes in {} are not reported ({}), so it is looked through now and then instead",
            folder,
            e.getMessage());
      }
    }
  }

  private WatchKey register() throws IOException {
    WatchService open = service;
    if (open == null) {
      open = opening.open();
      service = open;
    }
    return folder.register(
        open,
        StandardWatchEventKinds.ENTRY_CREATE,
        StandardWatchEventKinds.ENTRY_MODIFY,
        StandardWatchEventKinds.ENTRY_DELETE);
  }

  /** Waits for a reported change, at most {@code millis}; true if there was one. */
  boolean await(long millis) throws InterruptedException {
    WatchService open = service;
    if (open == null) {
      TimeUnit.MILLISECONDS.sleep(millis);
      return false;
    }
    WatchKey key = open.poll(millis, TimeUnit.MILLISECONDS);
    if (key != null) {
      key.pollEvents();
      key.reset();
    }
    return key != null;
  }

  @Override
  public void close() {
    WatchService open = service;
    if (open != null) {
      try {
        open.close();
      } catch (IOException e) {
        LOG.debug("The watch of {} cannot be put away", folder, e);
      }
    }
  }
}
