package org.wirecopy.steps;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.camel.Body;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangeProperty;
import org.jspecify.annotations.Nullable;
import org.wirecopy.archive.Archivist;
import org.wirecopy.article.Article;
import org.wirecopy.article.Receipt;
import org.wirecopy.article.RelatedStory;
import org.wirecopy.article.Status;
import org.wirecopy.article.StoryUri;
import org.wirecopy.article.Submission;
import org.wirecopy.delivery.Planner;
import org.wirecopy.intake.Reading;
import org.wirecopy.intake.Rejection;
import org.wirecopy.intake.inbox.AwaitedStory;
import org.wirecopy.intake.inbox.Dropped;
import org.wirecopy.intake.inbox.InboxFiling;
import org.wirecopy.ledger.Ledger;
import org.wirecopy.watch.Meters;
import org.wirecopy.watch.Newsroom;

/** The steps of the route {@code intake} that join rooms. */
public final class IntakeSteps {
  /** Exchange property: the file's path below the inbox. */
  static final String FILE = "file";

  /** Exchange property: what was read of it. */
  static final String READING = "reading";

  /** Exchange property: the story's identity. */
  static final String URI = "uri";

  private final Ledger ledger;
  private final Planner planner;
  private final Newsroom newsroom;
  private final Archivist archivist;
  private final Meters meters;
  private final String uriPrefix;
  private final Executor filing;
  private final NewestFiles newest = new NewestFiles();

  /**
   * @param uriPrefix what story URIs are made of, see {@link StoryUri}
   * @param filing runs what follows a commit (moving files), so that the ledger's threads go on at
   *     once
   */
  public IntakeSteps(
      Ledger ledger,
      Planner planner,
      Newsroom newsroom,
      Archivist archivist,
      Meters meters,
      String uriPrefix,
      Executor filing) {
    this.ledger = ledger;
    this.planner = planner;
    this.newsroom = newsroom;
    this.archivist = archivist;
    this.meters = meters;
    this.uriPrefix = uriPrefix;
    this.filing = filing;
  }

  /** The file's path below the inbox. */
  public String file(@Body Dropped file) {
    return file.name();
  }

  /** The articles of a file that was read. */
  public List<Article> articles(@Body Reading.Articles reading) {
    return reading.articles();
  }

  /** True if the file cannot be sent. */
  public boolean isRejected(@Body Reading reading) {
    return reading instanceof Reading.Rejected;
  }

  /** Has the file filed as rejected, with its reason. */
  public void reject(
      Exchange exchange, @Body Reading.Rejected rejected, @ExchangeProperty(FILE) String file) {
    reject(exchange, rejected.rejection(), file);
  }

  private void reject(Exchange exchange, Rejection rejection, String file) {
    exchange.setProperty(InboxFiling.REASON, rejection.explained());
    newsroom.rejected(file, rejection.problem());
    meters.rejected(rejection.code());
  }

  /**
   * The article's identity: what it states, or its path; a numbered part of a file with several.
   */
  public String uri(
      @Body Article article,
      @ExchangeProperty(FILE) String file,
      @ExchangeProperty(Exchange.SPLIT_INDEX) int index,
      @ExchangeProperty(Exchange.SPLIT_SIZE) @Nullable Integer size) {
    return uri(uriPrefix, article, file, index, size == null ? 1 : size);
  }

  public static String uri(String prefix, Article article, String file, int index, int size) {
    String uri = StoryUri.of(prefix, article.id(), file);
    return size > 1 && article.id() == null ? uri + ":" + (index + 1) : uri;
  }

  /** The article with its related stories and what each partner is to get of it. */
  public Submission submission(
      @Body Article article,
      @ExchangeProperty(URI) String uri,
      @ExchangeProperty("related") List<RelatedStory> related,
      @ExchangeProperty(FILE) String file,
      @ExchangeProperty(READING) Reading.Articles reading) {
    return new Submission(
        uri,
        named(article, uri, file),
        related,
        planner.plan(article),
        file,
        joined(reading.warnings(), planner.doubts(article)));
  }

  private static List<String> joined(List<String> warnings, List<String> doubts) {
    return doubts.isEmpty() ? warnings : Stream.concat(warnings.stream(), doubts.stream()).toList();
  }

  /** A kill may be a file without a headline: then the story's identity stands in its place. */
  private static Article named(Article article, String uri, String file) {
    String name = file.substring(file.lastIndexOf('/') + 1);
    boolean recall = article.status() != Status.USABLE;
    return recall && article.headline().equals(name)
        ? article.toBuilder().headline(uri).build()
        : article;
  }

  private static Stream<Receipt.Refused> unknown(Receipt receipt) {
    return receipt instanceof Receipt.Refused refused && refused.unknownStory()
        ? Stream.of(refused)
        : Stream.empty();
  }

  /**
   * Commits all articles of the file in one transaction; ends when they are on disk. Those that a
   * newer file overtook while this one had to wait are refused.
   */
  public CompletionStage<List<Receipt>> commit(
      @Body List<Submission> submissions,
      @ExchangeProperty(InboxFiling.MODIFIED) Instant modified,
      @ExchangeProperty(InboxFiling.AGAIN) boolean again) {
    List<Submission> late =
        again
            ? submissions.stream().filter(each -> newest.overtook(each, modified)).toList()
            : List.of();
    List<Submission> inTime =
        late.isEmpty()
            ? submissions
            : submissions.stream().filter(each -> !late.contains(each)).toList();
    return ledger
        .commit(inTime)
        .thenApplyAsync(
            receipts -> {
              newest.add(receipts, modified);
              return late.isEmpty()
                  ? receipts
                  : Stream.concat(receipts.stream(), late.stream().map(IntakeSteps::late)).toList();
            },
            filing);
  }

  private static Receipt late(Submission submission) {
    return new Receipt.Refused(
        submission.uri(),
        "While this file had to wait, a newer one of the same story ("
            + submission.uri()
            + ") went out.",
        false);
  }

  /**
   * Tells what became of the file; a refusal has it filed as rejected.
   *
   * @throws AwaitedStory if it recalls a story that may still be among the files in the inbox
   */
  public void report(
      Exchange exchange,
      @Body List<Receipt> receipts,
      @ExchangeProperty(FILE) String file,
      @ExchangeProperty(READING) Reading.Articles reading,
      @ExchangeProperty(InboxFiling.WAITED) boolean waited)
      throws AwaitedStory {
    archivist.wake();
    Optional<Receipt.Refused> early =
        waited ? Optional.empty() : receipts.stream().flatMap(IntakeSteps::unknown).findFirst();
    if (early.isPresent()) {
      List<Receipt> done =
          receipts.stream().filter(each -> unknown(each).findAny().isEmpty()).toList();
      newsroom.accepted(file, done, List.of());
      throw new AwaitedStory(early.get().reason());
    }
    List<String> doubts =
        receipts.stream()
            .map(Receipt::storyOrNull)
            .filter(Objects::nonNull)
            .flatMap(story -> planner.doubts(story.article()).stream())
            .toList();
    newsroom.accepted(file, receipts, joined(reading.warnings(), doubts));
    meters.committed(reading.format(), receipts, exchange.getClock().elapsed());
    String refusals =
        receipts.stream()
            .filter(Receipt.Refused.class::isInstance)
            .map(receipt -> ((Receipt.Refused) receipt).reason())
            .collect(Collectors.joining(" "));
    if (!refusals.isEmpty()) {
      reject(
          exchange,
          new Rejection(
              "REFUSED",
              refusals,
              null,
              "Check the id (or the file's name) against the story's history at the desk, then"
                  + " drop a mended file."),
          file);
    }
  }
}
