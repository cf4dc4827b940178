package org.wirecopy.delivery;

import java.io.IOException;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.message.BasicHeader;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * POSTs to partners: many exchanges under way without a thread each, every partner over its own
 * connections. No redirect is followed. Nothing is retried here, but that a request is sent anew
 * over a fresh connection if a kept one turns out to be dead before any answer. The answer is read
 * up to 64 KiB, and the whole exchange ends at its deadline.
 */
public final class Push implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Push.class);
  private static final int MOST_BYTES = 64 << 10;
  private static final int WIRE_THREADS = 2;
  private static final long DEADLINE_TICK_MILLIS = 50;
  private static final long SWEEP_MILLIS = 2_000;

  private record Open(Partner partner, Line line, List<Header> headers, Secrecy secrecy) {}

  private final Map<String, Open> open = new ConcurrentHashMap<>();
  private final Connections connections;
  private final AccessTokens tokens;
  private final ScheduledThreadPoolExecutor timer;
  private final InstantSource clock;

  /**
   * Starts to listen and send.
   *
   * @param targets checks the addresses connected to
   * @param clock the time
   */
  public Push(TargetCheck targets, InstantSource clock) {
    this(targets, clock, InetAddress::getAllByName);
  }

  Push(TargetCheck targets, InstantSource clock, Addresses.Names names) {
    this.clock = clock;
    this.connections = new Connections(new Addresses(targets, names), WIRE_THREADS);
    this.tokens = new AccessTokens(connections);
    this.timer = new ScheduledThreadPoolExecutor(1, Push::thread);
    repeat(connections::endOverdue, DEADLINE_TICK_MILLIS);
    repeat(this::sweep, SWEEP_MILLIS);
  }

  private void repeat(Runnable task, long millis) {
    timer.scheduleWithFixedDelay(() -> runQuietly(task), millis, millis, TimeUnit.MILLISECONDS);
  }

  /** A scheduled task that throws is never run again, and no exchange would meet its deadline. */
  private static void runQuietly(Runnable task) {
    try {
      task.run();
    } catch (RuntimeException | Error e) {
      LOG.error("Exchanges with partners could not be looked after; they are again at once", e);
    }
  }

  private static Thread thread(Runnable task) {
    Thread thread = new Thread(task, "delivery-deadlines");
    thread.setDaemon(true);
    return thread;
  }

  /**
   * Sends one push. The stage always completes with an answer, never exceptionally, and may do so
   * on a thread that moves bytes: what follows must not wait.
   *
   * @param partner where to
   * @param headers the contract headers, with {@code content-type}
   * @param body the exact bytes
   */
  public CompletionStage<Answer> post(Partner partner, Map<String, String> headers, byte[] body) {
    Instant at = clock.instant();
    long started = System.nanoTime();
    CompletableFuture<Received> received =
        partner.access().tokens() == null
            ? send(partner, headers, body, null)
            : sendWithToken(partner, headers, body);
    return received.handle(
        (answer, failure) ->
            answer == null ? failed(at, started, failure) : answered(at, started, answer));
  }

  private CompletableFuture<Received> sendWithToken(
      Partner partner, Map<String, String> headers, byte[] body) {
    return tokens
        .token(partner)
        .thenCompose(
            token ->
                send(partner, headers, body, token)
                    .whenComplete(
                        (answer, failure) -> {
                          if (answer != null && answer.status() == 401) {
                            tokens.refused(partner, token);
                          }
                        }));
  }

  private CompletableFuture<Received> send(
      Partner partner, Map<String, String> headers, byte[] body, @Nullable String token) {
    Open to = open(partner);
    List<Header> all = new ArrayList<>(headers.size() + to.headers().size() + 2);
    all.addAll(to.headers());
    headers.forEach((name, value) -> all.add(new BasicHeader(name, value)));
    all.add(new BasicHeader("content-length", Integer.toString(body.length)));
    if (token != null) {
      all.add(new BasicHeader("authorization", "Bearer " + token));
    }
    Posting posting = new Posting(to.line(), all, body, partner.timeout().toMillis(), MOST_BYTES);
    to.line().begins();
    posting.result().whenComplete((answer, failure) -> to.line().ends());
    connections.send(posting);
    return posting.result().thenApply(answer -> answer.without(to.secrecy(), token));
  }

  /** A partner's connections; new ones if its file changed. */
  private Open open(Partner partner) {
    Open known = open.get(partner.name());
    if (known != null && known.partner() == partner) {
      return known;
    }
    Open fresh = opened(partner);
    Open earlier = open.put(partner.name(), fresh);
    if (earlier != null) {
      earlier.line().retire();
    }
    return fresh;
  }

  private static Open opened(Partner partner) {
    Target target = Target.of(partner.endpoint(), partner);
    List<Header> headers = new ArrayList<>();
    headers.add(new BasicHeader("host", target.authority()));
    headers.add(new BasicHeader("user-agent", "Wirecopy"));
    headers.add(new BasicHeader("accept-encoding", "identity"));
    partner.access().headers().forEach((name, value) -> headers.add(new BasicHeader(name, value)));
    return new Open(partner, new Line(target), headers, Secrecy.of(partner));
  }

  /** Closes what was unused for too long, and forgets partners without a connection. */
  void sweep() {
    open.forEach(
        (name, each) -> {
          if (!each.line().sweep() && open.remove(name, each)) {
            // An exchange that begins just now must leave no connection that nobody looks after.
            each.line().retire();
          }
        });
  }

  private static Answer answered(Instant at, long started, Received answer) {
    return new Answer(
        at, since(started), answer.status(), answer.retryAfter(), answer.excerpt(), null, false);
  }

  private static Answer failed(Instant at, long started, @Nullable Throwable failure) {
    Throwable cause = failure == null ? Posting.closing() : Connections.unwrapped(failure);
    boolean forbidden = cause instanceof ForbiddenTargetException;
    return new Answer(at, since(started), 0, null, null, inWords(cause), forbidden);
  }

  private static String inWords(Throwable cause) {
    if (cause instanceof ForbiddenTargetException
        || cause instanceof AccessTokens.NoTokenException
        || cause instanceof TimeoutException) {
      return String.valueOf(cause.getMessage());
    }
    if (cause instanceof UnknownHostException) {
      return "the host name cannot be resolved just now";
    }
    if (cause instanceof Connections.ConnectFailedException) {
      return "no connection: " + cause.getMessage();
    }
    if (cause instanceof SocketTimeoutException) {
      // Only the start of TLS is timed by the socket; all else has the deadline of the exchange.
      return "no secure connection: the partner did not start TLS within connectTimeout";
    }
    if (cause instanceof SSLException && String.valueOf(cause.getMessage()).contains("PKIX")) {
      return "no secure connection: nobody whom this machine trusts vouches for the partner's"
          + " certificate; an authority of its own goes into truststore";
    }
    if (cause instanceof SSLException) {
      return "no secure connection: " + cause.getMessage();
    }
    if (cause instanceof HttpException) {
      return "the partner's answer is no proper HTTP: " + cause.getMessage();
    }
    return "the exchange broke off: "
        + (cause instanceof IOException ? cause.getMessage() : String.valueOf(cause));
  }

  private static Duration since(long startedNanos) {
    return Duration.ofNanos(System.nanoTime() - startedNanos);
  }

  /** Ends what is under way. */
  @Override
  public void close() {
    timer.shutdownNow();
    connections.close();
  }
}
