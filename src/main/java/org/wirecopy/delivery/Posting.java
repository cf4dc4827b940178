package org.wirecopy.delivery;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.reactor.IOSession;
import org.jspecify.annotations.Nullable;

/** One POST on its way: what is sent, until when, and what came of it. */
final class Posting {

  /** How far it got; the words end the sentence of a missed deadline. */
  enum Stage {
    CONNECTING("no connection"),
    EXCHANGING("no complete answer");

    private final String missing;

    Stage(String missing) {
      this.missing = missing;
    }
  }

  private final Line line;
  private final List<Header> headers;
  private final byte[] body;
  private final long deadline;
  private final String timeout;
  private final int mostBytes;
  private final CompletableFuture<Received> result = new CompletableFuture<>();
  private final AtomicBoolean repeated = new AtomicBoolean();
  private volatile Stage stage = Stage.CONNECTING;
  private volatile @Nullable IOSession session;

  /**
   * @param line whose connections
   * @param headers all of them, those of the connection included
   * @param body the exact bytes
   * @param timeoutMillis of the whole exchange, from now on
   * @param mostBytes of the answer's body that are read
   */
  Posting(Line line, List<Header> headers, byte[] body, long timeoutMillis, int mostBytes) {
    this.line = line;
    this.headers = headers;
    this.body = body;
    this.deadline = System.nanoTime() + timeoutMillis * 1_000_000;
    this.timeout = timeoutMillis + " ms";
    this.mostBytes = mostBytes;
  }

  Line line() {
    return line;
  }

  List<Header> headers() {
    return headers;
  }

  byte[] body() {
    return body;
  }

  int mostBytes() {
    return mostBytes;
  }

  /** Completes with the answer, or with why there is none. */
  CompletableFuture<Received> result() {
    return result;
  }

  boolean done() {
    return result.isDone();
  }

  /** The connection that it now goes over; closed at once if the deadline has passed meanwhile. */
  void over(IOSession connection) {
    session = connection;
    stage = Stage.EXCHANGING;
    if (done()) {
      connection.close(CloseMode.IMMEDIATE);
    }
  }

  void complete(Received received) {
    result.complete(received);
  }

  void fail(Exception cause) {
    result.completeExceptionally(cause);
  }

  /** True once: a request may be repeated if the connection was found dead. */
  boolean mayRepeat() {
    return !done() && repeated.compareAndSet(false, true);
  }

  /** Ends it if its time is over; answers whether it has ended. */
  boolean endIfOver(long nowNanos) {
    if (done()) {
      return true;
    }
    if (nowNanos - deadline < 0) {
      return false;
    }
    abandon(new TimeoutException(stage.missing + " within " + timeout));
    return true;
  }

  /** Ends it without an answer. */
  void abandon(Exception cause) {
    fail(cause);
    IOSession connection = session;
    if (connection != null) {
      connection.close(CloseMode.IMMEDIATE);
    }
  }

  /** The exchange ended because we are closing. */
  static IOException closing() {
    return new IOException("Wirecopy is closing");
  }
}
