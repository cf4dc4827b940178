package org.wirecopy.steps;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.camel.component.http.HttpClientConfigurer;
import org.apache.hc.client5.http.classic.ExecChain;
import org.apache.hc.client5.http.classic.ExecChainHandler;
import org.apache.hc.client5.http.impl.classic.HttpClientBuilder;
import org.apache.hc.core5.concurrent.Cancellable;
import org.apache.hc.core5.http.ClassicHttpRequest;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.http.io.entity.EntityUtils;
import org.jspecify.annotations.Nullable;

/**
 * Ends an exchange with a site's own search service when its time is over. The client's time-outs
 * are each for one read only: a service that sends a byte now and then would hold a story for good.
 */
public final class LookupDeadline implements HttpClientConfigurer, ExecChainHandler {
  private static final int LONGEST_ANSWER = 4 << 20;

  private final Duration limit;
  private final ScheduledThreadPoolExecutor timer;

  /**
   * @param limit of the whole exchange, the answer's body included
   */
  public LookupDeadline(Duration limit) {
    this.limit = limit;
    timer = new ScheduledThreadPoolExecutor(1, LookupDeadline::thread);
    timer.setRemoveOnCancelPolicy(true);
    timer.setKeepAliveTime(10, TimeUnit.SECONDS);
    timer.allowCoreThreadTimeOut(true);
  }

  private static Thread thread(Runnable task) {
    Thread thread = new Thread(task, "lookup-deadline");
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public void configureHttpClient(HttpClientBuilder client) {
    client.addExecInterceptorFirst("deadline", this);
  }

  /**
   * The answer, read to its end.
   *
   * @throws InterruptedIOException if it is not there in time
   */
  @Override
  public ClassicHttpResponse execute(
      ClassicHttpRequest request, ExecChain.Scope scope, ExecChain chain)
      throws IOException, HttpException {
    AtomicBoolean over = new AtomicBoolean();
    ScheduledFuture<?> end =
        timer.schedule(
            () -> {
              over.set(true);
              cancel(scope.originalRequest);
            },
            limit.toMillis(),
            TimeUnit.MILLISECONDS);
    try {
      ClassicHttpResponse response = chain.proceed(request, scope);
      response.setEntity(whole(response.getEntity()));
      return response;
    } catch (IOException | RuntimeException e) {
      if (over.get()) {
        InterruptedIOException late =
            new InterruptedIOException("no answer within " + limit.toMillis() + " ms");
        late.initCause(e);
        throw late;
      }
      throw e;
    } finally {
      end.cancel(false);
    }
  }

  private static void cancel(ClassicHttpRequest request) {
    if (request instanceof Cancellable cancellable) {
      cancellable.cancel();
    }
  }

  private static @Nullable HttpEntity whole(@Nullable HttpEntity entity) throws IOException {
    if (entity == null) {
      return null;
    }
    byte[] content = EntityUtils.toByteArray(entity, LONGEST_ANSWER);
    return new ByteArrayEntity(content, ContentType.parseLenient(entity.getContentType()));
  }
}
