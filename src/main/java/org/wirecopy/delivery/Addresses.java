package org.wirecopy.delivery;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Resolves and checks the addresses of targets. A name server that does not answer holds up only
 * the partner whose name it is asked for, never the lanes that share threads.
 */
final class Addresses implements AutoCloseable {
  private static final int MOST_LOOKUPS = 64;
  private static final long THREAD_IDLES_SECONDS = 10;

  /** Asks name servers. */
  interface Names {
    /** All addresses of a host. */
    InetAddress[] lookUp(String host) throws UnknownHostException;
  }

  private final TargetCheck check;
  private final Names names;
  private final ThreadPoolExecutor lookups;

  Addresses(TargetCheck check, Names names) {
    this.check = check;
    this.names = names;
    lookups =
        new ThreadPoolExecutor(
            MOST_LOOKUPS,
            MOST_LOOKUPS,
            THREAD_IDLES_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            task -> {
              Thread thread = new Thread(task, "delivery-names");
              thread.setDaemon(true);
              return thread;
            });
    lookups.allowCoreThreadTimeOut(true);
  }

  /**
   * All addresses of a target, each of them checked; the future fails with an UnknownHostException,
   * which is a {@link ForbiddenTargetException} if one of them may not be connected to.
   */
  CompletableFuture<InetAddress[]> of(Target target) {
    CompletableFuture<InetAddress[]> found = new CompletableFuture<>();
    if (NetworkRange.isLiteral(target.host())) {
      lookUp(target, found);
    } else {
      try {
        lookups.execute(() -> lookUp(target, found));
      } catch (RejectedExecutionException closing) {
        found.completeExceptionally(closing);
      }
    }
    return found;
  }

  private void lookUp(Target target, CompletableFuture<InetAddress[]> found) {
    try {
      InetAddress[] addresses = names.lookUp(target.host());
      check.check(target.host(), addresses, target.allowedNetworks());
      found.complete(addresses);
    } catch (UnknownHostException e) {
      found.completeExceptionally(e);
    } catch (RuntimeException e) {
      UnknownHostException unknown = new UnknownHostException(target.host());
      unknown.initCause(e);
      found.completeExceptionally(unknown);
    }
  }

  @Override
  public void close() {
    lookups.shutdownNow();
  }
}
