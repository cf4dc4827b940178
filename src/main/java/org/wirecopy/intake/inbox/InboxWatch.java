package org.wirecopy.intake.inbox;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.camel.CamelContext;
import org.apache.camel.Consumer;
import org.apache.camel.spi.ScheduledPollConsumerScheduler;
import org.apache.camel.support.service.ServiceSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs the poll when the operating system reports a change in a watched folder, soon again while
 * files are not complete, and now and then as a safety net where changes are not reported (network
 * shares).
 */
final class InboxWatch extends ServiceSupport implements ScheduledPollConsumerScheduler {
  private static final Logger LOG = LoggerFactory.getLogger(InboxWatch.class);

  /**
   * Closing a file is not reported, so files being written are looked at again this often at least.
   */
  private static final Duration SLOWEST_LOOK = Duration.ofMillis(100);

  private final Duration quiet;
  private final Duration sweep;
  private final Opening opening;
  private final Map<Path, Watched> watched = new HashMap<>();
  private final Set<Path> warned = new HashSet<>();
  private @Nullable WatchService watch;
  private @Nullable CamelContext camelContext;
  private @Nullable Runnable poll;
  private @Nullable Thread thread;
  private volatile boolean running;
  private volatile int unsettled;

  /** Has the operating system watch. */
  interface Opening {
    WatchService open() throws IOException;
  }

  /**
   * @param fileKey which folder the name led to; null where the system cannot tell
   */
  private record Watched(WatchKey key, @Nullable Object fileKey) {}

  InboxWatch(Duration quiet, Duration sweep) {
    this(quiet, sweep, () -> FileSystems.getDefault().newWatchService());
  }

  InboxWatch(Duration quiet, Duration sweep, Opening opening) {
    this.quiet = quiet;
    this.sweep = sweep;
    this.opening = opening;
  }

  /** Watches a folder from now on; does nothing if it is watched already. */
  void folder(Path folder) {
    WatchService service = watch;
    if (service == null) {
      return;
    }
    try {
      Object fileKey = Files.readAttributes(folder, BasicFileAttributes.class).fileKey();
      Watched known = watched.get(folder);
      if (known != null && known.key().isValid()) {
        if (Objects.equals(known.fileKey(), fileKey)) {
          return;
        }
        // It was renamed away, and its watch went with it.
        known.key().cancel();
      }
      WatchKey key =
          folder.register(
              service, StandardWatchEventKinds.ENTRY_CREATE, StandardWatchEventKinds.ENTRY_MODIFY);
      watched.put(folder, new Watched(key, fileKey));
      warned.remove(folder);
    } catch (IOException e) {
      if (warned.add(folder)) {
        LOG.warn(
            "Cannot watch {} ({}); it is looked through every {} ms",
            folder,
            e.toString(),
            sweep.toMillis());
      }
    }
  }

  /** How many files the last pass met that are to be looked at again soon. */
  void unsettled(int count) {
    unsettled = count;
  }

  @Override
  public void onInit(Consumer consumer) {}

  @Override
  public void scheduleTask(Runnable task) {
    poll = task;
  }

  @Override
  public void unscheduleTask() {
    running = false;
    Thread current = thread;
    if (current != null) {
      current.interrupt();
    }
  }

  @Override
  public void startScheduler() {
    if (running) {
      return;
    }
    running = true;
    Thread created = new Thread(this::loop, "inbox");
    created.setDaemon(true);
    thread = created;
    created.start();
  }

  @Override
  public boolean isSchedulerStarted() {
    return running;
  }

  private void loop() {
    long pause = quiet.toMillis();
    while (running) {
      Runnable task = poll;
      if (task != null) {
        runQuietly(task);
      }
      boolean waiting = unsettled > 0;
      boolean reported = await(waiting ? pause : sweep.toMillis());
      pause =
          reported || !waiting ? quiet.toMillis() : Math.min(pause * 2, SLOWEST_LOOK.toMillis());
    }
  }

  /** Whatever one pass meets, there is a next one. */
  private static void runQuietly(Runnable task) {
    try {
      task.run();
    } catch (RuntimeException | Error e) {
      LOG.error("The inbox could not be looked through; it is again soon", e);
    }
  }

  /** Waits for a reported change, at most {@code millis}; true if there was one. */
  private boolean await(long millis) {
    WatchService service = watch;
    try {
      if (service == null) {
        TimeUnit.MILLISECONDS.sleep(Math.max(1, millis));
        return false;
      }
      WatchKey key = service.poll(Math.max(1, millis), TimeUnit.MILLISECONDS);
      boolean reported = key != null;
      while (key != null) {
        key.pollEvents();
        key.reset();
        key = service.poll();
      }
      return reported;
    } catch (InterruptedException | ClosedWatchServiceException stopping) {
      running = false;
      return false;
    }
  }

  @Override
  protected void doStart() {
    try {
      watch = opening.open();
    } catch (IOException e) {
      LOG.warn(
          "The operating system does not watch the inbox ({}), so it is looked through every"
              + " {} ms instead. On Linux raise fs.inotify.max_user_instances or the number of open"
              + " files, and start Wirecopy anew.",
          e.getMessage(),
          sweep.toMillis());
    }
  }

  @Override
  protected void doStop() throws Exception {
    unscheduleTask();
    Thread current = thread;
    if (current != null && current != Thread.currentThread()) {
      current.join(TimeUnit.SECONDS.toMillis(5));
    }
    WatchService service = watch;
    if (service != null) {
      service.close();
    }
    watched.clear();
  }

  @Override
  public void setCamelContext(CamelContext camelContext) {
    this.camelContext = camelContext;
  }

  @Override
  public @Nullable CamelContext getCamelContext() {
    return camelContext;
  }
}
