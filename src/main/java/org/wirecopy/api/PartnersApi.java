package org.wirecopy.api;

import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.Header;
import org.apache.camel.http.common.HttpMessage;
import org.jspecify.annotations.Nullable;
import org.wirecopy.article.Submission;
import org.wirecopy.delivery.Rotations;
import org.wirecopy.desk.access.Visitor;
import org.wirecopy.desk.page.OtherRooms;
import org.wirecopy.desk.page.Standstill;
import org.wirecopy.desk.page.TestStory;
import org.wirecopy.ledger.DeliveryState;
import org.wirecopy.ledger.Ledger;
import org.wirecopy.ledger.PartnerView;

/** The API's answers about partners, and a person's orders for them. */
public final class PartnersApi {
  private static final long PATIENCE_SECONDS = 10;
  private static final Set<DeliveryState> REPLAYABLE =
      EnumSet.of(DeliveryState.DELIVERED, DeliveryState.PARKED);

  private final Ledger ledger;
  private final Rotations rotations;
  private final OtherRooms rooms;
  private final InstantSource clock;
  private final ZoneId zone;
  private final Standstill standstill;

  public PartnersApi(
      Ledger ledger, Rotations rotations, OtherRooms rooms, InstantSource clock, ZoneId zone) {
    this.ledger = ledger;
    this.rotations = rotations;
    this.rooms = rooms;
    this.clock = clock;
    this.zone = zone;
    this.standstill = new Standstill(ledger, rooms);
  }

  /** Where each partner stands. */
  public void list(Exchange exchange) {
    Json.answer(
        exchange, 200, ledger.views().partners().stream().map(PartnersApi::partner).toList());
  }

  /** Nothing is sent to the partner until it is resumed; what comes in waits. */
  public void pause(Exchange exchange, @Header("name") String name) {
    order(exchange, name, () -> ledger.orders().pause(name, "paused by " + person(exchange)));
  }

  /** Ends a pause, and any rest. */
  public void resume(Exchange exchange, @Header("name") String name) {
    order(exchange, name, () -> ledger.orders().resume(name));
  }

  /** The partner gets nothing; its backlog is parked. */
  public void disable(Exchange exchange, @Header("name") String name) {
    order(exchange, name, () -> ledger.orders().disable(name, "disabled by " + person(exchange)));
  }

  /** The partner gets what comes in from now on; its backlog stays parked. */
  public void enable(Exchange exchange, @Header("name") String name) {
    order(exchange, name, () -> ledger.orders().enable(name));
  }

  /** Parks what waits for the partner, except recalls. */
  public void park(Exchange exchange, @Header("name") String name) {
    order(exchange, name, () -> ledger.orders().park(name, "parked by " + person(exchange)));
  }

  /** Takes the partner's parked deliveries up again, paced. */
  public void unpark(Exchange exchange, @Header("name") String name) {
    if (!stopped(exchange, name)) {
      order(exchange, name, () -> ledger.orders().unpark(name));
    }
  }

  /** Sends the partner, and nobody else, a story that says that it is a test. */
  public void test(Exchange exchange, @Header("name") String name) {
    Submission story = TestStory.of(name, rooms, clock.instant(), zone);
    if (known(exchange, name) && !stopped(exchange, name)) {
      await(ledger.orders().send(story, "sent by " + person(exchange)));
      Json.answer(exchange, 202, Map.of("uri", story.uri()));
    }
  }

  /** Gives the partner a new secret, told in this answer only; the old one signs for a day more. */
  public void rotate(Exchange exchange, @Header("name") String name) {
    Rotations.Rotated rotated = rotations.rotate(name);
    if (rotated == null) {
      Json.problem(exchange, 404, "No such partner", "No partner has the name " + name + ".");
    } else {
      exchange.getMessage().setHeader("Cache-Control", "no-store");
      Json.answer(
          exchange,
          200,
          Map.of("secret", rotated.secret(), "oldUntil", rotated.oldUntil().toString()));
    }
  }

  /**
   * Sends again what the partner was sent in a span of time, behind live news; with {@code
   * count=true} only says how many that would be.
   */
  public void replay(
      Exchange exchange,
      @Header("name") String name,
      @Header("from") @Nullable String from,
      @Header("to") @Nullable String to,
      @Header("state") @Nullable String state,
      @Header("count") @Nullable Boolean countOnly) {
    try {
      Instant since = time("from", from);
      Instant until = time("to", to);
      Set<DeliveryState> states = state == null ? REPLAYABLE : states(state);
      if (!known(exchange, name)) {
        return;
      }
      if (Boolean.TRUE.equals(countOnly)) {
        int count = ledger.views().countReplay(name, since, until, states);
        Json.answer(exchange, 200, Map.of("deliveries", count));
      } else if (!stopped(exchange, name)) {
        order(exchange, name, () -> ledger.orders().replay(name, since, until, states));
      }
    } catch (IllegalArgumentException e) {
      Json.problem(exchange, 400, "Bad request", String.valueOf(e.getMessage()));
    }
  }

  private void order(Exchange exchange, String name, Supplier<CompletionStage<?>> order) {
    if (known(exchange, name)) {
      Object result = await(order.get());
      Json.answer(
          exchange, 202, result instanceof Integer count ? Map.of("deliveries", count) : Map.of());
    }
  }

  private boolean known(Exchange exchange, String name) {
    boolean known = ledger.views().hasPartner(name);
    if (!known) {
      Json.problem(exchange, 404, "No such partner", "No partner has the name " + name + ".");
    }
    return known;
  }

  /** Whether the request was answered with why nothing can be sent to the partner. */
  private boolean stopped(Exchange exchange, String name) {
    String why = standstill.of(name);
    if (why != null) {
      Json.problem(exchange, 409, "Not possible", why);
    }
    return why != null;
  }

  private static Object await(CompletionStage<?> order) {
    return order.toCompletableFuture().orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
  }

  private static String person(Exchange exchange) {
    HttpMessage message = exchange.getMessage(HttpMessage.class);
    return message == null ? "a person" : Visitor.of(message.getRequest()).spokenOf();
  }

  private static Map<String, Object> partner(PartnerView partner) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("name", partner.partner());
    answer.put("paused", partner.paused());
    answer.put("disabled", partner.disabled());
    answer.put("reason", partner.reason());
    answer.put("restingUntil", text(partner.restingUntil()));
    answer.put("probing", partner.probing());
    answer.put("restReason", partner.restReason());
    answer.put("backlog", partner.backlog());
    answer.put("oldest", text(partner.oldest()));
    answer.put("held", partner.held());
    answer.put("parked", partner.parked());
    answer.put("lastSequence", partner.lastSequence());
    return answer;
  }

  private static @Nullable String text(@Nullable Instant time) {
    return time == null ? null : time.toString();
  }

  private static Instant time(String name, @Nullable String text) {
    try {
      return OffsetDateTime.parse(text == null ? "" : text).toInstant();
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(name + " must be a time such as 2026-11-23T18:00:00Z", e);
    }
  }

  private static Set<DeliveryState> states(String words) {
    List<DeliveryState> states = Stream.of(words.split(",", -1)).map(PartnersApi::state).toList();
    return EnumSet.copyOf(states);
  }

  private static DeliveryState state(String word) {
    return REPLAYABLE.stream()
        .filter(state -> state.name().toLowerCase(Locale.ROOT).equals(word.strip()))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("state must be delivered, parked or both"));
  }
}
