package org.wirecopy.desk.page;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
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

  /** A state that can be looked for, as a value and in words. */
  record State(String value, String words) {}

  private static final List<State> STATES =
      Stream.of(DeliveryState.values())
          .map(state -> new State(state.name().toLowerCase(Locale.ROOT), Words.plain(state)))
          .toList();

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
      String moreChips) {}

  /** The page. */
  record Model(
      Search search,
      List<String> partners,
      List<State> states,
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
        ledger
            .views()
            .stories(
                new StoryQuery(
                    search.q(),
                    state(search.state()),
                    search.partner().isEmpty() ? null : search.partner(),
                    search.desk().isEmpty() ? null : search.desk(),
                    day(search.from(), 0),
                    day(search.to(), 1),
                    cursor(before),
                    PAGE));
    List<PartnerView> partners = ledger.views().partners();
    Map<String, PartnerView> byName = Recipients.byName(partners);
    return new Model(
        search,
        partners.stream().map(PartnerView::partner).toList(),
        STATES,
        inbox.desks(),
        page.stories().stream().map(story -> row(story, byName, search.partner())).toList(),
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

  private Row row(StorySummary story, Map<String, PartnerView> partners, String wanted) {
    List<DeliveryView> sorted =
        story.deliveries().stream()
            .sorted(
                Comparator.comparing((DeliveryView d) -> !d.partner().equals(wanted))
                    .thenComparing(Recipients::urgency))
            .toList();
    int shown = Math.min(MOST_CHIPS, sorted.size());
    return new Row(
        "s-" + Integer.toHexString(story.uri().hashCode()),
        StoryView.link(story.uri()),
        story.headline(),
        story.action().wireName(),
        story.version(),
        story.status().name().toLowerCase(Locale.ROOT),
        story.file(),
        words.time(story.versionCreated()),
        story.versionCreated().toString(),
        sorted.subList(0, shown).stream().map(d -> chip(d, partners.get(d.partner()))).toList(),
        more(sorted.subList(shown, sorted.size())));
  }

  private Chip chip(DeliveryView delivery, @Nullable PartnerView partner) {
    return new Chip(
        delivery.partner(), words.state(delivery, partner), Words.tone(delivery, partner));
  }

  /** The rest, counted by state. */
  private static String more(List<DeliveryView> rest) {
    Map<DeliveryState, Integer> counts = new EnumMap<>(DeliveryState.class);
    rest.forEach(delivery -> counts.merge(delivery.state(), 1, Integer::sum));
    return counts.entrySet().stream()
        .map(count -> count.getValue() + " " + Words.plain(count.getKey()))
        .collect(Collectors.joining(", "));
  }
}
