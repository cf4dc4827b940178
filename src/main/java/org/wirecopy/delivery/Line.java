package org.wirecopy.delivery;

import java.net.InetAddress;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.reactor.IOSession;
import org.jspecify.annotations.Nullable;

/**
 * One partner's own connections: nobody else's exchanges use them, or wait for them. How many there
 * are is bounded by the partner's concurrency.
 */
final class Line {
  private static final long ADDRESSES_FRESH_NANOS = TimeUnit.SECONDS.toNanos(10);

  private record Idle(IOSession session, long since, long longest) {}

  private record Found(CompletableFuture<InetAddress[]> addresses, long since) {}

  private final Target target;
  private final ConcurrentLinkedDeque<Idle> idle = new ConcurrentLinkedDeque<>();
  private final AtomicInteger underWay = new AtomicInteger();
  private volatile boolean retired;
  private @Nullable Found found;

  Line(Target target) {
    this.target = target;
  }

  Target target() {
    return target;
  }

  /** An exchange is to go over this line. */
  void begins() {
    underWay.incrementAndGet();
  }

  /** It has ended, and keeps no connection any more. */
  void ends() {
    underWay.decrementAndGet();
  }

  /** A connection that is open and unused, the one used last; null if there is none. */
  @Nullable IOSession unused() {
    long now = System.nanoTime();
    Idle candidate;
    while ((candidate = idle.pollFirst()) != null) {
      if (candidate.session().isOpen() && now - candidate.since() < candidate.longest()) {
        return candidate.session();
      }
      candidate.session().close(CloseMode.GRACEFUL);
    }
    return null;
  }

  /** Keeps a connection for the next exchange. */
  void keep(IOSession session, long longestNanos) {
    idle.addFirst(new Idle(session, System.nanoTime(), longestNanos));
    if (retired) {
      closeIdle();
    }
  }

  /** Closes what was unused for too long, and answers whether any connection is left. */
  boolean sweep() {
    long now = System.nanoTime();
    for (Idle each : idle) {
      boolean over = !each.session().isOpen() || now - each.since() >= each.longest();
      if (over && idle.remove(each)) {
        each.session().close(CloseMode.GRACEFUL);
      }
    }
    return !idle.isEmpty() || underWay.get() > 0;
  }

  /** The line takes no further exchanges; those under way are not disturbed. */
  void retire() {
    retired = true;
    closeIdle();
  }

  private void closeIdle() {
    Idle each;
    while ((each = idle.pollFirst()) != null) {
      each.session().close(CloseMode.GRACEFUL);
    }
  }

  /** The target's addresses, asked for once for all who connect at the same time. */
  synchronized CompletableFuture<InetAddress[]> addresses(Addresses source) {
    long now = System.nanoTime();
    Found known = found;
    if (known != null) {
      boolean underWay = !known.addresses().isDone();
      boolean fresh =
          !known.addresses().isCompletedExceptionally()
              && now - known.since() < ADDRESSES_FRESH_NANOS;
      if (underWay || fresh) {
        return known.addresses();
      }
    }
    CompletableFuture<InetAddress[]> asked = source.of(target);
    found = new Found(asked, now);
    return asked;
  }
}
