package org.wirecopy.desk.page;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.wirecopy.ledger.DeliveryState;
import org.wirecopy.ledger.Ledger;
import org.wirecopy.ledger.PartnerView;

/** A person's orders for a partner: first what they would do, then the doing. */
final class PartnerOrders {
  private static final long PATIENCE_SECONDS = 10;
  private static final Set<DeliveryState> REPLAYED =
      Set.of(DeliveryState.DELIVERED, DeliveryState.PARKED);
  private static final Set<String> SENDING = Set.of("test", "unpark", "replay");

  private final Ledger ledger;
  private final OtherRooms rooms;
  private final Words words;
  private final Standstill standstill;

  PartnerOrders(Ledger ledger, OtherRooms rooms, Words words) {
    this.ledger = ledger;
    this.rooms = rooms;
    this.words = words;
    this.standstill = new Standstill(ledger, rooms);
  }

  /** What the order would do, or null if there is no such order or its times cannot be read. */
  @Nullable Confirmation ask(PartnerView partner, String order, String from, String to) {
    String name = partner.partner();
    String link = PartnersPage.link(name);
    String waiting = Words.count(partner.backlog(), "delivery waits", "deliveries wait");
    return switch (order) {
      case "pause" ->
          new Confirmation(
              "Pause " + name + "?",
              List.of(
                  "Nothing is sent to " + name + " until you resume it, kills included.",
                  "What comes in waits in order; "
                      + waiting
                      + " now. Other partners notice nothing."),
              link + "/pause",
              "Pause " + name,
              true,
              true,
              link,
              List.of());
      case "resume" ->
          new Confirmation(
              "Resume " + name + "?",
              List.of("Sending goes on at once, recalls first; " + waiting + "."),
              link + "/resume",
              "Resume " + name,
              false,
              false,
              link,
              List.of());
      case "disable" ->
          new Confirmation(
              "Disable " + name + "?",
              List.of(
                  name + " gets nothing more, kills included, until you enable it again.",
                  "Its backlog is parked: " + waiting + " now. It can be sent later."),
              link + "/disable",
              "Disable " + name,
              true,
              true,
              link,
              List.of());
      case "enable" ->
          new Confirmation(
              "Enable " + name + "?",
              List.of(
                  "It gets what comes in from now on. What is parked stays parked until it is taken up."),
              link + "/enable",
              "Enable " + name,
              false,
              false,
              link,
              List.of());
      case "unpark" ->
          new Confirmation(
              "Send " + name + " what is parked?",
              List.of(
                  Words.count(partner.parked(), "parked delivery is", "parked deliveries are")
                      + " sent again, behind live news."),
              link + "/unpark",
              "Send them again",
              false,
              false,
              link,
              List.of());
      case "test" ->
          new Confirmation(
              "Send " + name + " a test story?",
              List.of(
                  "Only "
                      + name
                      + " gets it. It says that it is a test, and is marked as withheld.",
                  "It shows up among the stories, and is never listed as related."),
              link + "/test",
              "Send the test story",
              false,
              false,
              link,
              List.of());
      case "replay" -> replay(name, link, from, to);
      default -> null;
    };
  }

  private @Nullable Confirmation replay(String name, String link, String from, String to) {
    Instant since = timeOrNull(from);
    Instant until = timeOrNull(to);
    if (since == null || until == null) {
      return null;
    }
    int count = ledger.views().countReplay(name, since, until, REPLAYED);
    return new Confirmation(
        "Send " + name + " " + Words.count(count, "delivery", "deliveries") + " again?",
        List.of(
            "All that was delivered or parked from "
                + words.time(since)
                + " to "
                + words.time(until)
                + ".",
            "They go behind live news, with the same webhook-ids: who has them already may ignore them."),
        link + "/replay",
        "Send them again",
        false,
        false,
        link,
        List.of(new Confirmation.Hidden("from", from), new Confirmation.Hidden("to", to)));
  }

  /**
   * How an order was given.
   *
   * @param by who gave it
   * @param note why, empty if that was not said
   */
  record Given(String by, String note) {
    String reason(String done) {
      return note.isEmpty() ? done + " by " + by : note;
    }
  }

  /** Does it; answers what was done, in a sentence. */
  String give(String name, String order, Given given, String from, String to) {
    if (!ledger.views().hasPartner(name)) {
      throw new IllegalArgumentException("no partner has the name " + name);
    }
    String stopped = SENDING.contains(order) ? standstill.of(name) : null;
    if (stopped != null) {
      return "Not done: " + stopped;
    }
    switch (order) {
      case "pause" -> done(ledger.orders().pause(name, given.reason("paused")));
      case "test" ->
          done(
              ledger
                  .orders()
                  .send(
                      TestStory.of(name, rooms, words.now(), words.zone()),
                      "sent by " + given.by()));
      case "disable" -> done(ledger.orders().disable(name, given.reason("disabled")));
      case "resume" -> done(ledger.orders().resume(name));
      case "enable" -> done(ledger.orders().enable(name));
      case "unpark" -> {
        return again(done(ledger.orders().unpark(name)));
      }
      case "replay" -> {
        Instant since = timeOrNull(from);
        Instant until = timeOrNull(to);
        if (since == null || until == null) {
          throw new IllegalArgumentException("the times cannot be read");
        }
        return again(done(ledger.orders().replay(name, since, until, REPLAYED)));
      }
      default -> throw new IllegalArgumentException("no such order: " + order);
    }
    return switch (order) {
      case "pause" -> "Paused: nothing is sent until you resume.";
      case "disable" -> "Disabled: it gets nothing until you enable it.";
      case "test" -> "The test story is on its way; see the latest deliveries.";
      case "resume" -> "Resumed: sending goes on.";
      default -> "Enabled: it gets what comes in from now on.";
    };
  }

  private static String again(int count) {
    return Words.count(count, "delivery is", "deliveries are") + " being sent again.";
  }

  private static <T> T done(CompletionStage<T> order) {
    return order.toCompletableFuture().orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
  }

  private @Nullable Instant timeOrNull(String text) {
    try {
      return LocalDateTime.parse(text).atZone(words.zone()).toInstant();
    } catch (DateTimeParseException e) {
      return null;
    }
  }
}
