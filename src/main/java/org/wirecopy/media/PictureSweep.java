package org.wirecopy.media;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Removes, now and then, the pictures to which no address has led for a time. */
public final class PictureSweep implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(PictureSweep.class);
  private static final Duration BETWEEN_SWEEPS = Duration.ofHours(6);
  private static final Duration AFTER_START = Duration.ofMinutes(5);

  private final MediaStore store;
  private final Duration unused;
  private final ScheduledExecutorService sweeps;

  /**
   * @param unused for how long no address led to what is removed
   */
  public PictureSweep(MediaStore store, Duration unused) {
    this.store = store;
    this.unused = unused;
    this.sweeps =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, "picture-sweep");
              thread.setDaemon(true);
              return thread;
            });
  }

  /** From now on, a little later first. */
  public void start() {
    sweeps.scheduleWithFixedDelay(
        this::sweepQuietly, AFTER_START.toSeconds(), BETWEEN_SWEEPS.toSeconds(), TimeUnit.SECONDS);
  }

  /** A scheduled task that throws is never run again. */
  private void sweepQuietly() {
    try {
      sweep();
    } catch (RuntimeException | Error e) {
      LOG.warn("Old pictures could not be looked for, and are again later", e);
    }
  }

  /** Removes what is to be removed now. */
  void sweep() {
    try {
      MediaStore.Swept swept = store.sweep(unused);
      if (swept.pictures() > 0) {
        LOG.info(
            "Removed {} pictures ({} kB) that nobody could fetch for {} days",
            swept.pictures(),
            swept.bytes() / 1_000,
            unused.toDays());
      }
    } catch (IOException e) {
      LOG.warn("Old pictures could not be removed, and are tried again later: {}", e.getMessage());
    }
  }

  @Override
  public void close() {
    sweeps.shutdownNow();
  }
}
