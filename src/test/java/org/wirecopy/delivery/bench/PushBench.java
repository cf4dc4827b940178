package org.wirecopy.delivery.bench;

import com.sun.management.OperatingSystemMXBean;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hc.client5.http.async.methods.SimpleHttpRequest;
import org.apache.hc.client5.http.async.methods.SimpleHttpResponse;
import org.apache.hc.client5.http.async.methods.SimpleRequestBuilder;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.impl.async.CloseableHttpAsyncClient;
import org.apache.hc.client5.http.impl.async.HttpAsyncClients;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.impl.nio.PoolingAsyncClientConnectionManagerBuilder;
import org.apache.hc.core5.concurrent.FutureCallback;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.reactor.IOReactorConfig;
import org.wirecopy.article.Action;
import org.wirecopy.article.Article;
import org.wirecopy.article.Delivery;
import org.wirecopy.article.Status;
import org.wirecopy.article.Story;
import org.wirecopy.delivery.Answer;
import org.wirecopy.delivery.Partner;
import org.wirecopy.delivery.PartnerParameters;
import org.wirecopy.delivery.Push;
import org.wirecopy.delivery.Signer;
import org.wirecopy.delivery.TargetCheck;

/**
 * What a push costs beside HttpClient 5 as it comes, to a sink in a process of its own:
 *
 * <pre>java -cp target/classes:target/test-classes:... org.wirecopy.delivery.bench.PushBench</pre>
 *
 * <p>Arguments: pushes a round (20 000), rounds (5); the first round of each warms up.
 */
public final class PushBench {
  private static final int IN_FLIGHT = 16;
  private static final int TAKEN = 204;
  private static final int BODY_BYTES = 5_000;
  private static final int MOST_CONNECTIONS = 64;

  private final byte[] body = "x".repeat(BODY_BYTES).getBytes(StandardCharsets.US_ASCII);
  private final Partner partner;
  private final Delivery delivery;
  private final Map<String, String> headers;
  private final int count;

  private PushBench(int port, int count) throws Exception {
    this.count = count;
    partner =
        PartnerParameters.read(
            "bench",
            Map.of(
                "endpoint",
                "http://127.0.0.1:" + port + "/",
                "secret",
                "whsec_c29tZSBzZWNyZXQgb2YgMjQgYnl0ZXM="));
    Instant now = Instant.now();
    Article article = Article.titled("Bench").build();
    Story story =
        new Story("urn:x", 1, Action.PUBLISH, Status.USABLE, now, now, article, List.of());
    delivery = new Delivery("d-1", "bench", story, 1, 0, now, false);
    headers = new Signer().headers(partner, delivery, body, now);
  }

  /** One way to send. */
  private interface Way {
    CompletionStage<Integer> send();
  }

  /** Runs all ways in turn. */
  public static void main(String[] args) throws Exception {
    int count = args.length > 0 ? Integer.parseInt(args[0]) : 20_000;
    int rounds = args.length > 1 ? Integer.parseInt(args[1]) : 5;
    Process sink = startSink();
    try (BufferedReader said =
        new BufferedReader(
            new InputStreamReader(sink.getInputStream(), StandardCharsets.US_ASCII))) {
      PushBench bench = new PushBench(Integer.parseInt(said.readLine()), count);
      for (int round = 0; round < rounds; round++) {
        System.out.printf("round %d%s%n", round, round == 0 ? " (warming up)" : "");
        bench.push();
        bench.asyncClient();
        bench.classicClient();
        bench.signAlone();
      }
    } finally {
      sink.destroy();
    }
  }

  private static Process startSink() throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            Sink.class.getName())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  private void push() throws Exception {
    try (Push push = new Push(new TargetCheck(), InstantSource.system())) {
      measure("push", () -> push.post(partner, headers, body).thenApply(Answer::status));
    }
  }

  private void asyncClient() throws Exception {
    try (CloseableHttpAsyncClient client =
        HttpAsyncClients.custom()
            .setIOReactorConfig(
                IOReactorConfig.custom().setIoThreadCount(2).setTcpNoDelay(true).build())
            .setConnectionManager(
                PoolingAsyncClientConnectionManagerBuilder.create()
                    .setMaxConnTotal(MOST_CONNECTIONS)
                    .setMaxConnPerRoute(MOST_CONNECTIONS)
                    .build())
            .build()) {
      client.start();
      measure("HttpClient 5 async", () -> post(client));
    }
  }

  private CompletionStage<Integer> post(CloseableHttpAsyncClient client) {
    SimpleHttpRequest request =
        SimpleRequestBuilder.post(partner.endpoint())
            .setBody(body, ContentType.APPLICATION_JSON)
            .build();
    headers.forEach(request::setHeader);
    CompletableFuture<Integer> done = new CompletableFuture<>();
    client.execute(
        request,
        new FutureCallback<SimpleHttpResponse>() {
          @Override
          public void completed(SimpleHttpResponse answer) {
            done.complete(answer.getCode());
          }

          @Override
          public void failed(Exception cause) {
            done.completeExceptionally(cause);
          }

          @Override
          public void cancelled() {
            done.cancel(false);
          }
        });
    return done;
  }

  private void classicClient() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(IN_FLIGHT);
    try (CloseableHttpClient client =
        HttpClients.custom()
            .setConnectionManager(
                PoolingHttpClientConnectionManagerBuilder.create()
                    .setMaxConnTotal(MOST_CONNECTIONS)
                    .setMaxConnPerRoute(MOST_CONNECTIONS)
                    .build())
            .build()) {
      measure(
          "HttpClient 5 classic", () -> CompletableFuture.supplyAsync(() -> post(client), threads));
    } finally {
      threads.shutdown();
    }
  }

  private int post(CloseableHttpClient client) {
    HttpPost request = new HttpPost(partner.endpoint());
    request.setEntity(new ByteArrayEntity(body, ContentType.APPLICATION_JSON));
    headers.forEach(request::setHeader);
    try {
      return client.execute(request, answer -> answer.getCode());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private void signAlone() throws Exception {
    Signer signer = new Signer();
    Instant now = Instant.now();
    measure(
        "signing alone",
        () -> {
          signer.headers(partner, delivery, body.clone(), now);
          return CompletableFuture.completedFuture(TAKEN);
        });
  }

  private void measure(String name, Way way) throws Exception {
    Semaphore window = new Semaphore(IN_FLIGHT);
    CountDownLatch left = new CountDownLatch(count);
    AtomicInteger failed = new AtomicInteger();
    OperatingSystemMXBean system =
        (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    long cpu = system.getProcessCpuTime();
    long began = System.nanoTime();
    for (int i = 0; i < count; i++) {
      window.acquire();
      way.send()
          .whenComplete(
              (status, failure) -> {
                if (failure != null || status != TAKEN) {
                  failed.incrementAndGet();
                }
                window.release();
                left.countDown();
              });
    }
    left.await();
    if (failed.get() > 0) {
      throw new IllegalStateException(name + ": " + failed + " pushes failed");
    }
    double seconds = (System.nanoTime() - began) / 1e9;
    double cpuMicros = (system.getProcessCpuTime() - cpu) / 1e3 / count;
    System.out.printf("  %-22s %8.0f/s  %6.1f us CPU each%n", name, count / seconds, cpuMicros);
  }
}
