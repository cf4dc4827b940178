package org.wirecopy.desk.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.wirecopy.article.Action;
import org.wirecopy.article.Article;
import org.wirecopy.article.Plan;
import org.wirecopy.article.Receipt;
import org.wirecopy.article.Status;
import org.wirecopy.ledger.DeliveryState;
import org.wirecopy.ledger.DeliveryView;
import org.wirecopy.ledger.Ledger;
import org.wirecopy.ledger.PartnerView;
import org.wirecopy.ledger.StoryHistory;

/** A person's orders for a story: first what they would do, then the doing. */
final class StoryOrders {
  private static final long PATIENCE_SECONDS = 10;
  private static final int MOST_NAMES = 12;

  private final Ledger ledger;
  private final OtherRooms rooms;

  StoryOrders(Ledger ledger, OtherRooms rooms) {
    this.ledger = ledger;
    this.rooms = rooms;
  }

  /** What the order would do, or null if there is no such story or order. */
  @Nullable Confirmation ask(String uri, String order) {
    StoryHistory story = ledger.views().story(uri);
    if (story == null) {
      return null;
    }
    String headline = "“" + story.current().article().headline() + "”";
    String link = StoryView.link(uri);
    return switch (order) {
      case "kill" ->
          new Confirmation(
              "Kill " + headline + "?",
              List.of(
                  recipients(sent(story), "is", "are")
                      + " told at once to purge every version, past filters and limits.",
                  "What still waits to be sent is not sent.",
                  "Dropping its file again changes nothing; only a release takes a kill back."),
              link + "/kill",
              "Kill this story",
              true,
              true,
              link,
              List.of());
      case "withhold" ->
          new Confirmation(
              "Withhold " + headline + "?",
              List.of(
                  recipients(sent(story), "is", "are")
                      + " told at once not to publish it until it is released.",
                  "You can release it at any time."),
              link + "/withhold",
              "Withhold this story",
              true,
              true,
              link,
              List.of());
      case "release" ->
          new Confirmation(
              "Release " + headline + "?",
              released(story),
              link + "/release",
              "Release this story",
              false,
              true,
              link,
              List.of());
      case "resend" ->
          new Confirmation(
              "Resend " + headline + "?",
              List.of(
                  recipients(enabled(current(story)), "gets", "get")
                      + " version "
                      + story.current().version()
                      + " once more, with the same webhook-id: who has it already may ignore it.",
                  "Dates and version stay as they are."),
              link + "/resend",
              "Resend to all of them",
              false,
              false,
              link,
              List.of());
      default -> null;
    };
  }

  /**
   * What came of an order.
   *
   * @param done false if it was refused, or there was nothing to do
   * @param words that in a sentence
   */
  record Outcome(boolean done, String words) {}

  /**
   * Does it.
   *
   * @throws IllegalArgumentException if there is no such story or order
   */
  Outcome give(String uri, String order, @Nullable String note) {
    if (order.equals("resend")) {
      int count =
          ledger
              .orders()
              .resend(uri, null)
              .toCompletableFuture()
              .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
              .join();
      return new Outcome(
          true, "Being sent again to " + Words.count(count, "partner", "partners") + ".");
    }
    Action action =
        switch (order) {
          case "kill" -> Action.KILL;
          case "withhold" -> Action.WITHHOLD;
          case "release" -> Action.RELEASE;
          default -> throw new IllegalArgumentException("no such order: " + order);
        };
    if (ledger.views().story(uri) == null) {
      throw new IllegalArgumentException("no such story");
    }
    Receipt receipt =
        ledger
            .orders()
            .act(uri, action, note == null || note.isBlank() ? null : note.strip(), rooms::plan)
            .toCompletableFuture()
            .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS)
            .join();
    if (receipt instanceof Receipt.Accepted accepted) {
      return new Outcome(
          true,
          "Done: version "
              + accepted.story().version()
              + " goes to "
              + Words.count(accepted.partners().size(), "partner", "partners")
              + ".");
    }
    return new Outcome(
        false,
        receipt instanceof Receipt.Refused refused
            ? "Not done: " + refused.reason()
            : "Nothing to do: the story is in that state already.");
  }

  private static List<String> sent(StoryHistory story) {
    return names(story, true, false);
  }

  private static List<String> current(StoryHistory story) {
    return names(story, false, true);
  }

  /** What a release does, planned as the article will be sent: an embargo counts again then. */
  private List<String> released(StoryHistory story) {
    Article article = story.current().article().toBuilder().status(Status.USABLE).build();
    List<Plan> wanted = rooms.plan(article).stream().filter(Plan::wanted).toList();
    List<String> all = wanted.stream().map(Plan::partner).sorted().toList();
    List<String> held =
        wanted.stream()
            .filter(plan -> plan.heldUntil() != null)
            .map(Plan::partner)
            .sorted()
            .toList();
    String gets =
        recipients(all, "gets", "get") + " it as a new version, and may publish it again.";
    return held.isEmpty()
        ? List.of(gets)
        : List.of(gets, recipients(held, "gets", "get") + " it only when its embargo ends.");
  }

  /** Without those who get nothing, however it is ordered. */
  private List<String> enabled(List<String> names) {
    Set<String> disabled =
        ledger.views().partners().stream()
            .filter(PartnerView::disabled)
            .map(PartnerView::partner)
            .collect(Collectors.toSet());
    return names.stream().filter(name -> !disabled.contains(name)).toList();
  }

  private static List<String> names(StoryHistory story, boolean reached, boolean currentOnly) {
    TreeSet<String> names = new TreeSet<>();
    for (DeliveryView delivery : story.deliveries()) {
      boolean wanted = delivery.state() != DeliveryState.FILTERED;
      boolean tried = delivery.sequence() != null;
      boolean waits = delivery.state() == DeliveryState.HELD;
      boolean right = !currentOnly || (!waits && delivery.version() == story.current().version());
      if (wanted && right && (tried || !reached)) {
        names.add(delivery.partner());
      }
    }
    return new ArrayList<>(names);
  }

  private static String recipients(List<String> names, String one, String many) {
    if (names.isEmpty()) {
      return "No partner " + one;
    }
    String shown = String.join(", ", names.subList(0, Math.min(MOST_NAMES, names.size())));
    int more = names.size() - MOST_NAMES;
    return Words.count(names.size(), "partner", "partners")
        + " ("
        + shown
        + (more > 0 ? " and " + more + " more" : "")
        + ") "
        + (names.size() == 1 ? one : many);
  }
}
