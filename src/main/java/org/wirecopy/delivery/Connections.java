package org.wirecopy.delivery;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.NoSuchAlgorithmException;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpRequestInterceptor;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.config.CharCodingConfig;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.impl.nio.ClientHttp1IOEventHandler;
import org.apache.hc.core5.http.impl.nio.ClientHttp1StreamDuplexerFactory;
import org.apache.hc.core5.http.nio.command.RequestExecutionCommand;
import org.apache.hc.core5.http.protocol.DefaultHttpProcessor;
import org.apache.hc.core5.http.protocol.HttpCoreContext;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.reactor.Command;
import org.apache.hc.core5.reactor.DefaultConnectingIOReactor;
import org.apache.hc.core5.reactor.IOEventHandler;
import org.apache.hc.core5.reactor.IOReactorConfig;
import org.apache.hc.core5.reactor.IOSession;
import org.apache.hc.core5.reactor.ProtocolIOSession;
import org.apache.hc.core5.reactor.ssl.SSLBufferMode;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * HTTP/1.1 over connections that are kept alive, on HttpCore's reactor: any number of exchanges
 * with a few threads. It knows no redirects, cookies or decompression, and connects only to
 * addresses that were checked: the very ones, so that a name that changes its mind changes nothing.
 */
final class Connections implements AutoCloseable {
  private static final int MOST_HEADERS = 100;
  private static final int LONGEST_HEADER = 8 << 10;
  private static final int MOST_EMPTY_LINES = 10;

  /** A body up to this size goes out together with its headers: one write, fewer packets. */
  private static final int IN_ONE_PIECE = 16 << 10;

  private static final long SELECT_MILLIS = 500;

  /** Shorter than what common servers keep (5 s), so that they rarely close under our hands. */
  private static final long IDLE_NANOS = TimeUnit.SECONDS.toNanos(4);

  private static final long LONGEST_IDLE_SECONDS = 60;
  private static final String KEEP_ALIVE_TIMEOUT = "timeout=";

  private final DefaultConnectingIOReactor reactor;
  private final ClientHttp1StreamDuplexerFactory http;
  private final Addresses addresses;
  private final Set<Posting> underWay = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  /**
   * @param addresses resolves and checks
   * @param threads that move bytes
   */
  Connections(Addresses addresses, int threads) {
    this.addresses = addresses;
    http =
        new ClientHttp1StreamDuplexerFactory(
            new DefaultHttpProcessor(new HttpRequestInterceptor[0]),
            Http1Config.custom()
                .setMaxHeaderCount(MOST_HEADERS)
                .setMaxLineLength(LONGEST_HEADER)
                .setMaxEmptyLineCount(MOST_EMPTY_LINES)
                .setChunkSizeHint(IN_ONE_PIECE)
                .build(),
            CharCodingConfig.DEFAULT,
            null);
    reactor =
        new DefaultConnectingIOReactor(
            this::handler,
            IOReactorConfig.custom()
                .setIoThreadCount(threads)
                .setTcpNoDelay(true)
                .setSoKeepAlive(true)
                .setSelectInterval(TimeValue.ofMilliseconds(SELECT_MILLIS))
                .build(),
            Connections::thread,
            null,
            null,
            null,
            null);
    reactor.start();
  }

  private static Thread thread(Runnable task) {
    Thread thread = new Thread(task, "delivery-wire");
    thread.setDaemon(true);
    return thread;
  }

  /** What a new connection is to be secured with. */
  private record Securing(Target target, SSLContext tls) {}

  private IOEventHandler handler(ProtocolIOSession session, @Nullable Object attachment) {
    if (attachment instanceof Securing securing) {
      session.startTls(
          securing.tls(),
          securing.target(),
          SSLBufferMode.STATIC,
          (endpoint, engine) -> verifyHost(engine),
          null,
          Timeout.of(securing.target().connectTimeout()));
    }
    return new ClientHttp1IOEventHandler(http.create(session));
  }

  /**
   * The certificate must be the host's (RFC 2818). The strategy of HttpClient 5.6.3 sets this too
   * late to have an effect.
   */
  private static void verifyHost(SSLEngine engine) {
    SSLParameters parameters = engine.getSSLParameters();
    parameters.setEndpointIdentificationAlgorithm("HTTPS");
    engine.setSSLParameters(parameters);
  }

  private static @Nullable Securing securing(Target target) {
    if (!target.secure()) {
      return null;
    }
    try {
      SSLContext own = target.tls();
      return new Securing(target, own == null ? SSLContext.getDefault() : own);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Java without TLS", e);
    }
  }

  /** Sends a posting; its result tells what came of it. */
  void send(Posting posting) {
    underWay.add(posting);
    posting.result().whenComplete((received, failure) -> underWay.remove(posting));
    if (closed) {
      posting.fail(Posting.closing());
      return;
    }
    IOSession unused = posting.line().unused();
    if (unused == null) {
      sendFresh(posting);
    } else {
      sendOver(unused, posting, true);
    }
  }

  /** Sends a posting over a new connection. */
  void sendFresh(Posting posting) {
    posting
        .line()
        .addresses(addresses)
        .whenComplete(
            (found, failure) -> {
              if (failure == null) {
                connect(posting, found, 0);
              } else {
                posting.fail(cause(failure));
              }
            });
  }

  private void connect(Posting posting, InetAddress[] found, int index) {
    if (posting.done()) {
      return;
    }
    Target target = posting.line().target();
    try {
      reactor.connect(
          target,
          new InetSocketAddress(found[index], target.port()),
          null,
          Timeout.of(target.connectTimeout()),
          securing(target),
          new FutureCallback<>() {
            @Override
            public void completed(IOSession session) {
              sendOver(session, posting, false);
            }

            @Override
            public void failed(Exception cause) {
              if (index + 1 < found.length) {
                connect(posting, found, index + 1);
              } else {
                posting.fail(new ConnectFailedException(cause));
              }
            }

            @Override
            public void cancelled() {
              failed(new IOException("given up"));
            }
          });
    } catch (RuntimeException e) {
      posting.fail(new ConnectFailedException(e));
    }
  }

  private void sendOver(IOSession session, Posting posting, boolean reused) {
    posting.over(session);
    PostingHandler handler = new PostingHandler(posting, this, session, reused);
    RequestExecutionCommand command =
        new RequestExecutionCommand(handler, HttpCoreContext.create());
    session.enqueue(command, Command.Priority.NORMAL);
    if (!session.isOpen()) {
      command.failed(new ConnectionClosedException());
    }
  }

  /** Keeps a connection for the partner's next exchange, as long as the partner says it may. */
  void keep(Line line, IOSession session, HttpResponse response) {
    line.keep(session, longestIdle(response.getFirstHeader("keep-alive")));
  }

  private static long longestIdle(@Nullable Header keepAlive) {
    String value = keepAlive == null ? "" : String.valueOf(keepAlive.getValue());
    int at = value.indexOf(KEEP_ALIVE_TIMEOUT);
    if (at < 0) {
      return IDLE_NANOS;
    }
    String digits = value.substring(at + KEEP_ALIVE_TIMEOUT.length()).replaceFirst("\\D.*", "");
    if (digits.isEmpty() || digits.length() > 6) {
      return IDLE_NANOS;
    }
    long seconds = Math.min(LONGEST_IDLE_SECONDS, Math.max(0, Long.parseLong(digits) - 1));
    return TimeUnit.SECONDS.toNanos(seconds);
  }

  /** Ends the exchanges whose time is over. */
  void endOverdue() {
    long now = System.nanoTime();
    underWay.forEach(posting -> posting.endIfOver(now));
  }

  static Throwable unwrapped(Throwable failure) {
    return failure instanceof CompletionException && failure.getCause() != null
        ? failure.getCause()
        : failure;
  }

  private static Exception cause(Throwable failure) {
    return unwrapped(failure) instanceof Exception exception
        ? exception
        : new CancellationException(String.valueOf(failure));
  }

  /** No connection came about. */
  static final class ConnectFailedException extends IOException {
    private static final long serialVersionUID = 1L;

    ConnectFailedException(Exception cause) {
      super(cause.getMessage(), cause);
    }
  }

  @Override
  public void close() {
    closed = true;
    underWay.forEach(posting -> posting.abandon(Posting.closing()));
    reactor.close(CloseMode.IMMEDIATE);
    addresses.close();
  }
}
