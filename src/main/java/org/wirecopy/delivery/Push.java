package org.wirecopy.delivery;

import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.client5.http.impl.async.HttpAsyncClients;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManagerBuilder;
import org.apache.hc.client5.http.protocol.HttpClientContext;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.nio.support.AsyncRequestBuilder;
import org.apache.hc.core5.http2.HttpVersionPolicy;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.reactor.IOReactorConfig;
import org.apache.hc.core5.util.TimeValue;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/**
 * POSTs to partners: many exchanges under way without a thread each, connections kept alive, no
 * redirect followed, nothing retried here, the answer read only as far as {@link BoundedAnswer}
 * allows, and the whole exchange ended at its deadline.
 */
public final class Push implements AutoCloseable {
  private static final int MOST_CONNECTIONS = 2_000;
  private static final int MOST_PER_PARTNER = 256;

  private final CloseableHttpAsyncClient client;
  private final ScheduledThreadPoolExecutor deadlines;
  private final InstantSource clock;

  /**
   * Starts the client.
   *
   * @param targets checks and pins the addresses connected to
   * @param clock the time
   */
  public Push(TargetCheck targets, InstantSource clock) {
    this.clock = clock;
    this.deadlines = new ScheduledThreadPoolExecutor(1, task -> daemon(task));
    deadlines.setRemoveOnCancelPolicy(true);
    this.client =
        HttpAsyncClients.custom()
            .setIOReactorConfig(
                IOReactorConfig.custom().setIoThreadCount(2).setTcpNoDelay(true).build())
            .setConnectionManager(
                PoolingAsyncClientConnectionManagerBuilder.create()
                    .setDnsResolver(targets)
                    .setMaxConnTotal(MOST_CONNECTIONS)
                    .setMaxConnPerRoute(MOST_PER_PARTNER)
                    .setDefaultTlsConfig(
                        TlsConfig.custom().setVersionPolicy(HttpVersionPolicy.FORCE_HTTP_1).build())
                    .setDefaultConnectionConfig(
                        ConnectionConfig.custom()
                            .setTimeToLive(TimeValue.ofMinutes(5))
                            .setIdleTimeout(Timeout.ofSeconds(30))
                            .build())
                    .build())
            .disableAutomaticRetries()
            .disableRedirectHandling()
            .disableCookieManagement()
            .disableAuthCaching()
            .setUserAgent("Wirecopy")
            .evictIdleConnections(TimeValue.ofSeconds(30))
            .build();
    client.start();
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "delivery-deadlines");
    thread.setDaemon(true);
    return thread;
  }

  /**
   * Sends one push. The stage always completes with an answer, never exceptionally.
   *
   * @param partner where to
   * @param headers the contract headers
   * @param body the exact bytes
   */
  public CompletionStage<Answer> post(Partner partner, Map<String, String> headers, byte[] body) {
    Under under = new Under(clock.instant(), System.nanoTime(), partner.timeout());
    AsyncRequestBuilder request =
        AsyncRequestBuilder.post(partner.endpoint()).setEntity(body, ContentType.APPLICATION_JSON);
    headers.forEach(request::addHeader);
    request.addHeader("accept-encoding", "identity");
    HttpClientContext context = HttpClientContext.create();
    context.setRequestConfig(limits(partner));
    // Keeps partners behind one host from sharing connections.
    context.setUserToken(partner.name());
    Future<BoundedAnswer.Received> exchange =
        client.execute(request.build(), under.answer, context, under);
    try {
      ScheduledFuture<?> deadline =
          deadlines.schedule(
              () -> exchange.cancel(true), partner.timeout().toMillis(), TimeUnit.MILLISECONDS);
      return under.done.whenComplete((answer, never) -> deadline.cancel(false));
    } catch (RejectedExecutionException closed) {
      exchange.cancel(true);
      return under.done;
    }
  }

  /** The connect time-out here is the only one that can differ by partner for the same host. */
  @SuppressWarnings("deprecation")
  private static RequestConfig limits(Partner partner) {
    return RequestConfig.custom()
        .setConnectTimeout(timeout(partner.connectTimeout()))
        .setConnectionRequestTimeout(timeout(partner.timeout()))
        .setResponseTimeout(timeout(partner.timeout()))
        .setContentCompressionEnabled(false)
        .setProtocolUpgradeEnabled(false)
        .build();
  }

  /** An exchange under way. */
  private static final class Under implements FutureCallback<BoundedAnswer.Received> {
    private final Instant at;
    private final long startedNanos;
    private final Duration timeout;
    private final BoundedAnswer answer = new BoundedAnswer();
    private final CompletableFuture<Answer> done = new CompletableFuture<>();

    private Under(Instant at, long startedNanos, Duration timeout) {
      this.at = at;
      this.startedNanos = startedNanos;
      this.timeout = timeout;
    }

    @Override
    public void completed(BoundedAnswer.Received received) {
      done.complete(
          new Answer(
              at,
              took(),
              received.status(),
              received.retryAfter(),
              received.excerpt(),
              null,
              false));
    }

    @Override
    public void failed(Exception failure) {
      BoundedAnswer.Received cut = answer.cut();
      if (cut != null) {
        completed(cut);
      } else {
        boolean forbidden = failure instanceof TargetCheck.ForbiddenTargetException;
        done.complete(new Answer(at, took(), 0, null, null, inWords(failure), forbidden));
      }
    }

    @Override
    public void cancelled() {
      String why = "no complete answer within " + timeout.toMillis() + " ms";
      done.complete(new Answer(at, took(), 0, null, null, why, false));
    }

    private Duration took() {
      return Duration.ofNanos(System.nanoTime() - startedNanos);
    }
  }

  private static Timeout timeout(Duration duration) {
    return Timeout.ofMilliseconds(duration.toMillis());
  }

  private static String inWords(@Nullable Exception failure) {
    if (failure instanceof TargetCheck.ForbiddenTargetException) {
      return String.valueOf(failure.getMessage());
    }
    if (failure instanceof UnknownHostException) {
      return "the host name cannot be resolved";
    }
    if (failure instanceof ConnectException || failure instanceof ConnectTimeoutException) {
      return "no connection: " + failure.getMessage();
    }
    if (failure instanceof SSLException) {
      return "TLS: " + failure.getMessage();
    }
    if (failure instanceof IOException) {
      return "the exchange broke off: " + failure.getMessage();
    }
    return String.valueOf(failure);
  }

  @Override
  public void close() {
    deadlines.shutdownNow();
    client.close(CloseMode.GRACEFUL);
  }
}
