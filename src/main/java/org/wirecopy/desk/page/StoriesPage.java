package org.wirecopy.desk.page;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.wirecopy.ledger.DeliveryState;
import org.wirecopy.ledger.DeliveryView;
import org.wirecopy.ledger.Ledger;
import org.wirecopy.ledger.PartnerView;
import org.wirecopy.ledger.StoryPage;
import org.wirecopy.ledger.StoryQuery;
import org.wirecopy.ledger.StorySummary;

/** The list of stories, newest first. */
final class StoriesPage {
  private static final int PAGE = 40;
  private static final int MOST_CHIPS = 8;

  /** What stands in the search form. */
  record Search(
      String q, String state, String partner, String desk, String from, String to, boolean any) {}

  /** A delivery in few words. */
  record Chip(String partner, String words, String tone) {}

  /** A line of the list. */
  record Row(
      String id,
      String link,
      String headline,
      String action,
      int version,
      String status,
      String file,
      String time,
      String iso,
      List<Chip> chips,
      int moreChips) {}

  /** The page. */
  record Model(
      Search search,
      List<String> partners,
      List<String> states,
      List<String> desks,
      List<Row> rows,
      @Nullable String next,
      boolean live) {}

  private final Ledger ledger;
  private final InboxFolder inbox;
  private final Words words;

  StoriesPage(Ledger ledger, InboxFolder inbox, Words words) {
    this.ledger = ledger;
    this.inbox = inbox;
    this.words = words;
  }

  Model model(HttpServletRequest request) throws IOException {
    Search search = search(request);
    String before = text(request, "before");
    StoryPage page =
        ledger.stories(
            new StoryQuery(
                search.q(),
                state(search.state()),
                search.partner().isEmpty() ? null : search.partner(),
                search.desk().isEmpty() ? null : search.desk(),
                day(search.from(), 0),
                day(search.to(), 1),
                cursor(before),
                PAGE));
    return new Model(
        search,
        ledger.partners().stream().map(PartnerView::partner).toList(),
        Stream.of(DeliveryState.values()).map(s -> s.name().toLowerCase(Locale.ROOT)).toList(),
        inbox.desks(),
        page.stories().stream().map(this::row).toList(),
        page.next() == null ? null : query(search) + "&before=" + page.next(),
        before.isEmpty());
  }

  private static Search search(HttpServletRequest request) {
    String q = text(request, "q");
    String state = text(request, "state");
    String partner = text(request, "partner");
    String desk = text(request, "desk");
    String from = text(request, "from");
    String to = text(request, "to");
    boolean any = !(q + state + partner + desk + from + to).isEmpty();
    return new Search(q, state, partner, desk, from, to, any);
  }

  private static String text(HttpServletRequest request, String name) {
    String value = request.getParameter(name);
    return value == null ? "" : value.strip();
  }

  private static @Nullable Long cursor(String text) {
    return text.matches("\\d{1,18}") ? Long.valueOf(text) : null;
  }

  private static @Nullable DeliveryState state(String word) {
    return Stream.of(DeliveryState.values())
        .filter(state -> state.name().equalsIgnoreCase(word))
        .findFirst()
        .orElse(null);
  }

  private @Nullable Instant day(String text, int later) {
    try {
      return text.isEmpty()
          ? null
          : LocalDate.parse(text).plusDays(later).atStartOfDay(words.zone()).toInstant();
    } catch (DateTimeParseException notADay) {
      return null;
    }
  }

  private static String query(Search search) {
    return "/?q="
        + encoded(search.q())
        + "&state="
        + encoded(search.state())
        + "&partner="
        + encoded(search.partner())
        + "&desk="
        + encoded(search.desk())
        + "&from="
        + encoded(search.from())
        + "&to="
        + encoded(search.to());
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private Row row(StorySummary story) {
    List<Chip> chips =
        story.deliveries().stream()
            .sorted(Comparator.comparing(StoriesPage::urgency))
            .limit(MOST_CHIPS)
            .map(d -> new Chip(d.partner(), words.state(d), Words.tone(d)))
            .toList();
    return new Row(
        "s-" + Integer.toHexString(story.uri().hashCode()),
        "/stories/" + encoded(story.uri()),
        story.headline(),
        story.action().wireName(),
        story.version(),
        story.status().name().toLowerCase(Locale.ROOT),
        story.file(),
        words.time(story.versionCreated()),
        story.versionCreated().toString(),
        chips,
        story.deliveries().size() - chips.size());
  }

  /** What needs a person comes first where not all are shown. */
  private static int urgency(DeliveryView delivery) {
    return switch (delivery.state()) {
      case PARKED -> 0;
      case PENDING -> 1;
      case HELD -> 2;
      case DELIVERED -> 3;
      case SUPERSEDED -> 4;
      case FILTERED -> 5;
    };
  }
}
