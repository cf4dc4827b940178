package org.wirecopy.intake.inbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
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
  private final Map<Path, WatchKey> watched = new HashMap<>();
  private @Nullable WatchService watch;
  private @Nullable CamelContext camelContext;
  private @Nullable Runnable poll;
  private @Nullable Thread thread;
  private volatile boolean running;
  private volatile int unsettled;

  InboxWatch(Duration quiet, Duration sweep) {
    this.quiet = quiet;
    this.sweep = sweep;
  }

  /** Watches a folder from now on; does nothing if it is watched already. */
  void folder(Path folder) {
    WatchService service = watch;
    WatchKey known = watched.get(folder);
    if (service == null || (known != null && known.isValid())) {
      return;
    }
    try {
      watched.put(
          folder,
          folder.register(
              service, StandardWatchEventKinds.ENTRY_CREATE, StandardWatchEventKinds.ENTRY_MODIFY));
    } catch (IOException e) {
      LOG.warn(
          "Cannot watch {} ({}); it is looked through every {}", folder, e.getMessage(), sweep);
    }
  }

  /** How many files the last pass met that are not complete. */
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
        task.run();
      }
      boolean waiting = unsettled > 0;
      boolean reported = await(waiting ? pause : sweep.toMillis());
      pause =
          reported || !waiting ? quiet.toMillis() : Math.min(pause * 2, SLOWEST_LOOK.toMillis());
    }
  }

  /** Waits for a reported change, at most {@code millis}; true if there was one. */
  private boolean await(long millis) {
    WatchService service = watch;
    if (service == null) {
      return false;
    }
    try {
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
      watch = FileSystems.getDefault().newWatchService();
    } catch (IOException e) {
      throw new UncheckedIOException("The inbox cannot be watched", e);
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
