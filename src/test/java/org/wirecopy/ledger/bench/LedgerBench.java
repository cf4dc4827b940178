package org.wirecopy.ledger.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.wirecopy.article.Article;
import org.wirecopy.article.Attempt;
import org.wirecopy.article.Block;
import org.wirecopy.article.Delivery;
import org.wirecopy.article.Outcome;
import org.wirecopy.article.Plan;
import org.wirecopy.article.RelatedStory;
import org.wirecopy.article.Submission;
import org.wirecopy.ledger.LaneSettings;
import org.wirecopy.ledger.Ledger;
import org.wirecopy.ledger.LedgerSettings;

/**
 * How many articles a second go through accept, claim and record, on a real file, with partners
 * that answer at once. Arguments: articles (10000), partners (3), lane concurrency (32), rounds
 * (3).
 *
 * <p>{@code mvn -q test-compile dependency:build-classpath -Dmdep.outputFile=target/cp && java -cp
 * target/test-classes:target/classes:$(cat target/cp) org.wirecopy.ledger.bench.LedgerBench}
 */
public final class LedgerBench {
  private static final PrintStream out = System.out;

  private LedgerBench() {}

  /** Runs the rounds, each on a new ledger. */
  public static void main(String[] args) throws Exception {
    int articles = argument(args, 0, 10_000);
    int partners = argument(args, 1, 3);
    int concurrency = argument(args, 2, 32);
    int rounds = argument(args, 3, 3);
    for (int round = 1; round <= rounds; round++) {
      Path folder = Files.createTempDirectory(Path.of("target"), "ledger-bench");
      try {
        run(folder, articles, partners, concurrency, round);
      } finally {
        delete(folder);
      }
    }
  }

  private static int argument(String[] args, int index, int otherwise) {
    return args.length > index ? Integer.parseInt(args[index]) : otherwise;
  }

  private static void run(Path folder, int articles, int partners, int concurrency, int round)
      throws InterruptedException {
    List<Plan> plans = new ArrayList<>();
    for (int i = 0; i < partners; i++) {
      plans.add(new Plan("partner" + i, true, null, null));
    }
    CountDownLatch recorded = new CountDownLatch(articles * partners);
    ExecutorService answering = Executors.newFixedThreadPool(2);
    long opened = System.nanoTime();
    try (Ledger ledger = Ledger.open(LedgerSettings.in(folder), InstantSource.system())) {
      long openMillis = (System.nanoTime() - opened) / 1_000_000;
      for (Plan plan : plans) {
        ledger.openLane(
            plan.partner(),
            LaneSettings.concurrently(concurrency),
            deliveries ->
                answering.execute(
                    () -> deliveries.forEach(delivery -> answer(ledger, delivery, recorded))));
      }
      List<Submission> submissions = new ArrayList<>();
      for (int i = 0; i < articles; i++) {
        submissions.add(submission(i, plans));
      }
      long began = System.nanoTime();
      long writerBegan = writerCpu();
      CompletableFuture<?> last = CompletableFuture.completedFuture(null);
      for (Submission submission : submissions) {
        last = ledger.commit(List.of(submission)).toCompletableFuture();
      }
      last.join();
      double accepted = (System.nanoTime() - began) / 1e9;
      recorded.await();
      double seconds = (System.nanoTime() - began) / 1e9;
      double writer = (writerCpu() - writerBegan) / 1e9;
      out.printf(
          "round %d: %d articles x %d partners: %.0f articles/s (accepted %.0f/s), writer %.0f us of"
              + " CPU per article = %.0f articles per core-second; opened in %d ms%n",
          round,
          articles,
          partners,
          articles / seconds,
          articles / accepted,
          writer * 1e6 / articles,
          articles / writer,
          openMillis);
    } finally {
      answering.shutdown();
    }
  }

  private static void answer(Ledger ledger, Delivery delivery, CountDownLatch recorded) {
    Attempt attempt =
        new Attempt(InstantSource.system().instant(), Duration.ofMillis(1), 200, "ok", null);
    ledger
        .record(new Outcome.Report(delivery, attempt, new Outcome.Delivered(), null))
        .thenRun(recorded::countDown);
  }

  private static Submission submission(int number, List<Plan> plans) {
    List<Block> body = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      body.add(
          Block.paragraph(
              "Paragraph "
                  + i
                  + " of story "
                  + number
                  + ": "
                  + "the harbour opened on time and the ferries left one by one. ".repeat(5)));
    }
    List<RelatedStory> related = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      related.add(
          new RelatedStory(
              "tag:newsroom.example,2026:archive:" + (number * 31 + i * 977) % 100_000,
              null,
              "A headline that was written before, number " + i,
              null,
              null,
              false,
              false,
              0.5,
              "harbour, ferry"));
    }
    Article article =
        Article.titled("Story number " + number + " of the day").body(body).language("en").build();
    return new Submission(
        "tag:newsroom.example,2026:bench:story-" + number,
        article,
        related,
        plans,
        "bench/story-" + number + ".txt");
  }

  private static long writerCpu() {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    for (long id : threads.getAllThreadIds()) {
      ThreadInfo info = threads.getThreadInfo(id);
      if (info != null && info.getThreadName().equals("ledger-writer")) {
        return threads.getThreadCpuTime(id);
      }
    }
    return 0;
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
