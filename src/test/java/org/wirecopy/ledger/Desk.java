package org.wirecopy.ledger;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.wirecopy.article.Article;
import org.wirecopy.article.ArticleBuilder;
import org.wirecopy.article.Attempt;
import org.wirecopy.article.Block;
import org.wirecopy.article.Delivery;
import org.wirecopy.article.Outcome;
import org.wirecopy.article.Plan;
import org.wirecopy.article.Receipt;
import org.wirecopy.article.Standing;
import org.wirecopy.article.Status;
import org.wirecopy.article.Submission;

/** A ledger under test with a settable clock, and lanes that collect what they are handed. */
final class Desk implements AutoCloseable {
  final SettableClock clock = new SettableClock();
  private final Path folder;
  private Ledger ledger;

  Desk(Path folder) {
    this.folder = folder;
    this.ledger = Ledger.open(LedgerSettings.in(folder), clock);
  }

  Ledger ledger() {
    return ledger;
  }

  void restart() {
    ledger.close();
    reopen();
  }

  void reopen() {
    ledger = Ledger.open(LedgerSettings.in(folder), clock);
  }

  /** Changes rows while the ledger is closed. */
  void change(String sql) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection("jdbc:sqlite:" + folder.resolve("ledger.db"));
        Statement statement = connection.createStatement()) {
      statement.executeUpdate(sql);
    }
  }

  void advance(Duration by) {
    clock.advance(by);
    ledger.tick();
  }

  static ArticleBuilder article(String headline) {
    return Article.titled(headline).body(List.of(Block.paragraph("News of " + headline + ".")));
  }

  static Article kill(String headline) {
    return Article.titled(headline).status(Status.CANCELED).build();
  }

  static Article withhold(String headline) {
    return Article.titled(headline).status(Status.WITHHELD).build();
  }

  static Submission submission(String uri, Article article, Plan... plans) {
    return new Submission(uri, article, List.of(), Arrays.asList(plans), uri + ".txt");
  }

  static Plan to(String partner) {
    return new Plan(partner, true, null, null);
  }

  static Plan held(String partner, Instant until) {
    return new Plan(partner, true, until, null);
  }

  static Plan filtered(String partner) {
    return new Plan(partner, false, null, "not its language");
  }

  Receipt accept(String uri, Article article, Plan... plans) {
    return settled(ledger.commit(List.of(submission(uri, article, plans)))).get(0);
  }

  Receipt accept(String uri, String headline, Plan... plans) {
    return accept(uri, article(headline).build(), plans);
  }

  Line lane(String partner, int concurrency) {
    return lane(partner, LaneSettings.concurrently(concurrency));
  }

  Line lane(String partner, LaneSettings settings) {
    return new Line(settings, partner);
  }

  PartnerView partner(String name) {
    return ledger.views().partners().stream()
        .filter(p -> p.partner().equals(name))
        .findFirst()
        .get();
  }

  List<String> states(String uri) {
    StoryHistory story = ledger.views().story(uri);
    if (story == null) {
      return List.of();
    }
    return story.deliveries().stream()
        .map(d -> d.partner() + " v" + d.version() + " " + d.state().column())
        .toList();
  }

  static <T> T settled(CompletionStage<T> stage) {
    return stage.toCompletableFuture().orTimeout(20, TimeUnit.SECONDS).join();
  }

  @Override
  public void close() {
    ledger.close();
  }

  /** A partner's lane. */
  final class Line {
    private final LinkedBlockingQueue<Delivery> handed = new LinkedBlockingQueue<>();
    final Lane lane;

    Line(LaneSettings settings, String partner) {
      lane = ledger.openLane(partner, settings, handed::addAll);
    }

    Delivery next() {
      try {
        Delivery next = handed.poll(10, TimeUnit.SECONDS);
        if (next == null) {
          throw new AssertionError("nothing was handed to the lane of " + lane.partner());
        }
        return next;
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    }

    /** What is there once the writer has seen to everything asked of it before. */
    List<Delivery> handed() {
      ledger.tick();
      List<Delivery> all = new ArrayList<>();
      handed.drainTo(all);
      return all;
    }

    void delivered(Delivery delivery) {
      report(delivery, new Outcome.Delivered(), 200, null);
    }

    void fails(Delivery delivery, Duration retryIn) {
      report(
          delivery,
          new Outcome.Retry(clock.instant().plus(retryIn), true, "503 from the partner"),
          503,
          null);
    }

    void parks(Delivery delivery) {
      report(delivery, new Outcome.Parked("422 from the partner"), 422, null);
    }

    void failsAnd(Delivery delivery, Standing standing) {
      Outcome retry = new Outcome.Retry(clock.instant().plusSeconds(60), true, "503");
      Attempt attempt = new Attempt(clock.instant(), Duration.ofMillis(12), 503, "no", null);
      Desk.settled(ledger.record(new Outcome.Report(delivery, attempt, retry, null, standing)));
    }

    void report(Delivery delivery, Outcome outcome, int status, Outcome.@Nullable Rest rest) {
      Attempt attempt = new Attempt(clock.instant(), Duration.ofMillis(12), status, "ok", null);
      Desk.settled(ledger.record(new Outcome.Report(delivery, attempt, outcome, rest)));
    }
  }
}
