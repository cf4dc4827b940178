package org.wirecopy.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.apache.camel.Exchange;
import org.apache.camel.Header;
import org.jspecify.annotations.Nullable;
import org.wirecopy.article.Action;
import org.wirecopy.article.Receipt;
import org.wirecopy.delivery.Planner;
import org.wirecopy.desk.PathSegment;
import org.wirecopy.desk.page.Standstill;
import org.wirecopy.ledger.AttemptView;
import org.wirecopy.ledger.DeliveryState;
import org.wirecopy.ledger.DeliveryView;
import org.wirecopy.ledger.Ledger;
import org.wirecopy.ledger.StoryHistory;
import org.wirecopy.ledger.StoryPage;
import org.wirecopy.ledger.StoryQuery;
import org.wirecopy.ledger.StorySummary;
import org.wirecopy.ledger.VersionView;

/** The API's answers about stories: what became of them, and a person's orders. */
public final class StoriesApi {
  private static final int PAGE = 50;
  private static final int LARGEST_PAGE = 500;
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Ledger ledger;
  private final Planner planner;
  private final Standstill standstill;

  public StoriesApi(Ledger ledger, Planner planner, Standstill standstill) {
    this.ledger = ledger;
    this.planner = planner;
    this.standstill = standstill;
  }

  /** The newest stories, or those that the parameters select. */
  public void list(
      Exchange exchange,
      @Header("q") @Nullable String text,
      @Header("state") @Nullable String state,
      @Header("partner") @Nullable String partner,
      @Header("desk") @Nullable String desk,
      @Header("from") @Nullable String from,
      @Header("to") @Nullable String to,
      @Header("before") @Nullable Long before,
      @Header("limit") @Nullable Integer limit) {
    try {
      StoryPage page =
          ledger
              .views()
              .stories(
                  new StoryQuery(
                      blankToNull(text),
                      state == null ? null : state(state),
                      blankToNull(partner),
                      blankToNull(desk),
                      from == null ? null : time("from", from),
                      to == null ? null : time("to", to),
                      before,
                      limit == null ? PAGE : Math.max(1, Math.min(LARGEST_PAGE, limit))));
      Map<String, Object> answer = new LinkedHashMap<>();
      answer.put("stories", page.stories().stream().map(StoriesApi::summary).toList());
      answer.put("next", page.next());
      Json.answer(exchange, 200, answer);
    } catch (BadRequest e) {
      Json.problem(exchange, 400, "Bad request", String.valueOf(e.getMessage()));
    }
  }

  /** One story with its versions, deliveries and attempts. */
  public void read(Exchange exchange, @Header("uri") String segment) {
    String uri = PathSegment.decoded(segment);
    StoryHistory story = ledger.views().story(uri);
    if (story == null) {
      noSuchStory(exchange, uri);
      return;
    }
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("uri", uri);
    answer.put("version", story.current().version());
    answer.put("status", word(story.current().status()));
    answer.put("headline", story.current().article().headline());
    answer.put("versions", story.versions().stream().map(StoriesApi::version).toList());
    answer.put("deliveries", story.deliveries().stream().map(this::deliveryWithAttempts).toList());
    Json.answer(exchange, 200, answer);
  }

  /** Sends the current version again, to all partners or the one named. */
  public void resend(
      Exchange exchange,
      @Header("uri") String segment,
      @Header("partner") @Nullable String partner) {
    String uri = PathSegment.decoded(segment);
    if (ledger.views().story(uri) == null) {
      noSuchStory(exchange, uri);
      return;
    }
    String only = blankToNull(partner);
    if (only != null && !ledger.views().hasPartner(only)) {
      Json.problem(exchange, 404, "No such partner", "No partner has the name " + only + ".");
      return;
    }
    String stopped = only == null ? null : standstill.of(only);
    if (stopped != null) {
      Json.problem(exchange, 409, "Not possible", stopped);
      return;
    }
    Json.answer(exchange, 202, Map.of("deliveries", await(ledger.orders().resend(uri, only))));
  }

  /** Kills a story: everyone who was ever sent it is told to purge it. */
  public void kill(
      Exchange exchange,
      @Header("uri") String segment,
      @Header("partner") @Nullable String partner,
      byte @Nullable [] body) {
    act(exchange, PathSegment.decoded(segment), partner, Action.KILL, body);
  }

  /** Withholds a story until it is released. */
  public void withhold(
      Exchange exchange,
      @Header("uri") String segment,
      @Header("partner") @Nullable String partner,
      byte @Nullable [] body) {
    act(exchange, PathSegment.decoded(segment), partner, Action.WITHHOLD, body);
  }

  /** Releases a withheld or killed story. */
  public void release(
      Exchange exchange,
      @Header("uri") String segment,
      @Header("partner") @Nullable String partner,
      byte @Nullable [] body) {
    act(exchange, PathSegment.decoded(segment), partner, Action.RELEASE, body);
  }

  private void act(
      Exchange exchange,
      String uri,
      @Nullable String partner,
      Action action,
      byte @Nullable [] body) {
    if (blankToNull(partner) != null) {
      Json.problem(
          exchange,
          400,
          "Bad request",
          "This order is for everyone who has the story; leave partner out.");
      return;
    }
    if (ledger.views().story(uri) == null) {
      noSuchStory(exchange, uri);
      return;
    }
    try {
      Receipt receipt = await(ledger.orders().act(uri, action, note(body), planner::plan));
      if (receipt instanceof Receipt.Accepted accepted) {
        Json.answer(
            exchange,
            202,
            Map.of(
                "uri",
                uri,
                "version",
                accepted.story().version(),
                "partners",
                accepted.partners()));
      } else if (receipt instanceof Receipt.Refused refused) {
        Json.problem(exchange, 409, "Refused", refused.reason());
      } else {
        Json.problem(exchange, 409, "Nothing to do", "The story is in that state already.");
      }
    } catch (BadRequest e) {
      Json.problem(exchange, 400, "Bad request", String.valueOf(e.getMessage()));
    }
  }

  private static @Nullable String note(byte @Nullable [] body) {
    if (body == null || body.length == 0) {
      return null;
    }
    try {
      JsonNode note = Json.MAPPER.readTree(body).path("note");
      return note.isTextual() ? note.textValue() : null;
    } catch (IOException e) {
      throw new BadRequest("The body must be empty or JSON such as {\"note\": \"why\"}.");
    }
  }

  private static void noSuchStory(Exchange exchange, String uri) {
    Json.problem(exchange, 404, "No such story", "No story has the URI " + uri + ".");
  }

  private static Map<String, Object> summary(StorySummary story) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("uri", story.uri());
    answer.put("version", story.version());
    answer.put("action", story.action().wireName());
    answer.put("status", word(story.status()));
    answer.put("headline", story.headline());
    answer.put("file", story.file());
    answer.put("firstCreated", story.firstCreated().toString());
    answer.put("versionCreated", story.versionCreated().toString());
    answer.put("deliveries", story.deliveries().stream().map(StoriesApi::delivery).toList());
    return answer;
  }

  private static Map<String, Object> version(VersionView version) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("version", version.story().version());
    answer.put("action", version.story().action().wireName());
    answer.put("status", word(version.story().status()));
    answer.put("headline", version.story().article().headline());
    answer.put("created", version.story().versionCreated().toString());
    answer.put("file", version.file());
    answer.put("note", version.note());
    return answer;
  }

  private Map<String, Object> deliveryWithAttempts(DeliveryView delivery) {
    Map<String, Object> answer = delivery(delivery);
    answer.put(
        "history",
        ledger.views().attempts(delivery.id()).stream().map(StoriesApi::attempt).toList());
    return answer;
  }

  private static Map<String, Object> delivery(DeliveryView delivery) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("id", delivery.id());
    answer.put("partner", delivery.partner());
    answer.put("version", delivery.version());
    answer.put("action", delivery.action().wireName());
    answer.put("state", word(delivery.state()));
    answer.put("sequence", delivery.sequence());
    answer.put("attempts", delivery.attempts());
    answer.put("acceptedAt", delivery.acceptedAt().toString());
    answer.put("due", text(delivery.due()));
    answer.put("heldUntil", text(delivery.heldUntil()));
    answer.put("deliveredAt", text(delivery.deliveredAt()));
    answer.put("reason", delivery.reason());
    return answer;
  }

  private static Map<String, Object> attempt(AttemptView view) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("number", view.number());
    answer.put("at", view.attempt().at().toString());
    answer.put("tookMillis", view.attempt().took().toMillis());
    answer.put("status", view.attempt().status());
    answer.put("outcome", view.outcome());
    answer.put("excerpt", view.attempt().excerpt());
    answer.put("error", view.attempt().error());
    return answer;
  }

  private static @Nullable String text(@Nullable Instant time) {
    return time == null ? null : time.toString();
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }

  private static @Nullable String blankToNull(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }

  private static DeliveryState state(String word) {
    try {
      return DeliveryState.valueOf(word.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new BadRequest(
          "state must be one of "
              + List.of(DeliveryState.values()).toString().toLowerCase(Locale.ROOT));
    }
  }

  private static Instant time(String name, String text) {
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeParseException e) {
      throw new BadRequest(name + " must be a time such as 2026-11-23T18:00:00Z");
    }
  }

  private static <T> T await(CompletionStage<T> stage) {
    try {
      return stage
          .toCompletableFuture()
          .orTimeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
          .join();
    } catch (CompletionException e) {
      throw new IllegalStateException("the ledger did not answer", e.getCause());
    }
  }

  private static final class BadRequest extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BadRequest(String message) {
      super(message);
    }
  }
}
