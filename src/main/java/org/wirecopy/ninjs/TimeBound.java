package org.wirecopy.ninjs;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Runs work that may not end, such as a regular expression that tries every way to match, on a
 * thread of its own, so that whoever wants the result waits within bounds. Nothing ends such a
 * thread, so only a few are ever left behind: from then on all work is refused.
 */
final class TimeBound {
  private static final int MOST_ASTRAY = 2;

  private final String what;
  private final Duration limit;
  private final ExecutorService threads;
  private final AtomicInteger astray = new AtomicInteger();

  /**
   * @param what whose work it is, in words that begin a message
   * @param limit longest wait for one piece of work
   */
  TimeBound(String what, Duration limit) {
    this.what = what;
    this.limit = limit;
    this.threads = Executors.newCachedThreadPool(this::thread);
  }

  private Thread thread(Runnable task) {
    Thread thread = new Thread(task, what);
    thread.setDaemon(true);
    return thread;
  }

  /**
   * The work's result.
   *
   * @throws MappingException if it does not end in time, or too much other work has not ended
   */
  <T> T run(Supplier<T> work) {
    if (astray.get() >= MOST_ASTRAY) {
      throw new MappingException(
          what + ": it has not come to an end on earlier stories, and is at work on them still");
    }
    CompletableFuture<T> done = new CompletableFuture<>();
    threads.execute(() -> complete(done, work));
    try {
      return done.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      astray.incrementAndGet();
      done.whenComplete((result, failure) -> astray.decrementAndGet());
      throw new MappingException(
          what
              + ": it does not come to an end within "
              + limit.toSeconds()
              + " s; a regular expression in it may have too many ways to match",
          e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(what + ": broken off", e);
    } catch (ExecutionException e) {
      throw failure(e);
    }
  }

  static <T> void complete(CompletableFuture<T> done, Supplier<T> work) {
    try {
      done.complete(work.get());
    } catch (Throwable e) {
      done.completeExceptionally(e);
    }
  }

  private static RuntimeException failure(ExecutionException e) {
    Throwable cause = e.getCause();
    if (cause instanceof Error error) {
      throw error;
    }
    return cause instanceof RuntimeException known ? known : new IllegalStateException(e);
  }
}
