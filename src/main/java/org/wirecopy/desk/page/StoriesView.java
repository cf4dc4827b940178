package org.wirecopy.desk.page;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.wirecopy.ledger.DeliveryState;
import org.wirecopy.ledger.DeliveryView;
import org.wirecopy.ledger.Ledger;
import org.wirecopy.ledger.StoryPage;
import org.wirecopy.ledger.StoryQuery;
import org.wirecopy.ledger.StorySummary;

/** The list of stories, newest first. */
final class StoriesView {
  private static final int ROWS = 50;

  private final Ledger ledger;
  private final PlainWords words;

  StoriesView(Ledger ledger, PlainWords words) {
    this.ledger = ledger;
    this.words = words;
  }

  /** One partner's chip on a story's row. */
  record Chip(String partner, String state, String tone) {}

  /** One story's row. */
  record Row(
      String link,
      String headline,
      int version,
      String action,
      String status,
      boolean recalled,
      String file,
      String time,
      List<Chip> chips) {}

  /** A choice of a filter. */
  record Choice(String value, String label, boolean chosen) {}

  Map<String, Object> values(
      @Nullable String text,
      @Nullable String state,
      @Nullable String partner,
      @Nullable Long before) {
    StoryPage page =
        ledger.stories(new StoryQuery(text, stateOrNull(state), partner, null, null, before, ROWS));
    String older = page.next() == null ? "" : Long.toString(page.next());
    return Map.of(
        "rows",
        page.stories().stream().map(this::row).toList(),
        "none",
        page.stories().isEmpty(),
        "text",
        text == null ? "" : text,
        "states",
        states(state),
        "partners",
        partners(partner),
        "state",
        state == null ? "" : state,
        "partner",
        partner == null ? "" : partner,
        "older",
        older,
        "live",
        before == null);
  }

  private Row row(StorySummary story) {
    return new Row(
        Links.story(story.uri()),
        story.headline(),
        story.version(),
        story.action().wireName(),
        story.status().name().toLowerCase(Locale.ROOT),
        story.action().recalls(),
        story.file(),
        words.time(story.versionCreated()),
        story.deliveries().stream().map(this::chip).toList());
  }

  private Chip chip(DeliveryView delivery) {
    return new Chip(delivery.partner(), words.state(delivery), PlainWords.tone(delivery));
  }

  private static @Nullable DeliveryState stateOrNull(@Nullable String word) {
    return Stream.of(DeliveryState.values())
        .filter(state -> state.name().toLowerCase(Locale.ROOT).equals(word))
        .findFirst()
        .orElse(null);
  }

  private static List<Choice> states(@Nullable String chosen) {
    return Stream.of(DeliveryState.values())
        .map(state -> state.name().toLowerCase(Locale.ROOT))
        .map(word -> new Choice(word, word, word.equals(chosen)))
        .toList();
  }

  private List<Choice> partners(@Nullable String chosen) {
    return ledger.partners().stream()
        .map(partner -> partner.partner())
        .map(name -> new Choice(name, name, name.equals(chosen)))
        .toList();
  }
}
