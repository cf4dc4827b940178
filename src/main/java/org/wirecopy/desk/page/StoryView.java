package org.wirecopy.desk.page;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wirecopy.article.Article;
import org.wirecopy.article.Block;
import org.wirecopy.article.RelatedStory;
import org.wirecopy.article.Span;
import org.wirecopy.article.Status;
import org.wirecopy.article.Story;
import org.wirecopy.ledger.AttemptView;
import org.wirecopy.ledger.DeliveryView;
import org.wirecopy.ledger.Ledger;
import org.wirecopy.ledger.StoryHistory;
import org.wirecopy.ledger.VersionView;

/** One story as partners see it, and what became of it. */
final class StoryView {
  private final Ledger ledger;
  private final PlainWords words;

  StoryView(Ledger ledger, PlainWords words) {
    this.ledger = ledger;
    this.words = words;
  }

  /** A run of text, set in one way. */
  record Run(String text, boolean emphasis, boolean strong) {
    static Run of(Span span) {
      return new Run(
          span.text(), span.style() == Span.Style.EMPHASIS, span.style() == Span.Style.STRONG);
    }
  }

  /** A block of the body. */
  record Part(boolean subhead, boolean quote, boolean item, boolean paragraph, List<Run> runs) {
    static Part of(Block block) {
      Block.Kind kind = block.kind();
      return new Part(
          kind == Block.Kind.SUBHEAD,
          kind == Block.Kind.QUOTE,
          kind == Block.Kind.BULLET || kind == Block.Kind.NUMBERED,
          kind == Block.Kind.PARAGRAPH,
          block.spans().stream().map(Run::of).toList());
    }
  }

  /** A related story and why it is listed. */
  record Related(String headline, String why, String link) {
    static Related of(RelatedStory story) {
      return new Related(
          story.headline() + (story.truncated() ? " …" : ""),
          story.why(),
          story.uri() == null ? "" : Links.story(story.uri()));
    }
  }

  /** One version. */
  record Version(int number, String action, String time, String file, String note) {}

  /** One exchange. */
  record Try(int number, String time, String took, String answer, String outcome) {}

  /** One version for one partner. */
  record Sent(
      String partner,
      int version,
      String action,
      String state,
      String tone,
      String id,
      List<Try> tries) {}

  Map<String, Object> values(StoryHistory history, byte[] json) {
    Story story = history.current();
    Article article = story.article();
    Map<String, Object> values = new HashMap<>();
    values.put("uri", story.uri());
    values.put("link", Links.story(story.uri()));
    values.put("headline", article.headline());
    values.put("subhead", text(article.subhead()));
    values.put("byline", text(article.byline().text()));
    values.put("place", text(article.dateline().place()));
    values.put(
        "date",
        article.dateline().date() == null ? "" : words.time(article.dateline().date().toInstant()));
    values.put("version", story.version());
    values.put("action", story.action().wireName());
    values.put("status", story.status().name().toLowerCase(Locale.ROOT));
    values.put("usable", story.status() == Status.USABLE);
    values.put("recalled", story.status() != Status.USABLE);
    values.put("withheld", story.status() == Status.WITHHELD);
    values.put("correction", text(article.correction()));
    values.put("body", article.body().stream().map(Part::of).toList());
    values.put(
        "captions",
        article.pictures().stream()
            .map(picture -> text(picture.caption()))
            .filter(caption -> !caption.isEmpty())
            .toList());
    values.put("related", story.related().stream().map(Related::of).toList());
    values.put("hasRelated", !story.related().isEmpty());
    List<Version> versions = new ArrayList<>();
    history.versions().forEach(each -> versions.add(version(each)));
    Collections.reverse(versions);
    values.put("versions", versions);
    List<Sent> sent = new ArrayList<>();
    history.deliveries().forEach(each -> sent.add(sent(each)));
    Collections.reverse(sent);
    values.put("deliveries", sent);
    values.put("json", new String(json, java.nio.charset.StandardCharsets.UTF_8));
    return values;
  }

  /** What an order will do and to whom, for a person to confirm. */
  Map<String, Object> confirmation(StoryHistory history, String order) {
    Set<String> reached = new LinkedHashSet<>();
    for (DeliveryView delivery : history.deliveries()) {
      if (delivery.sequence() != null) {
        reached.add(delivery.partner());
      }
    }
    int listing = order.equals("kill") ? ledger.listing(history.current().uri()).size() : 0;
    return Map.of(
        "link", Links.story(history.current().uri()),
        "headline", history.current().article().headline(),
        "order", order,
        "reached", String.join(", ", reached),
        "nobody", reached.isEmpty(),
        "kill", order.equals("kill"),
        "withhold", order.equals("withhold"),
        "release", order.equals("release"),
        "resend", order.equals("resend"),
        "listing", listing == 0 ? "" : Integer.toString(listing));
  }

  private Version version(VersionView version) {
    return new Version(
        version.story().version(),
        version.story().action().wireName(),
        words.time(version.story().versionCreated()),
        version.file(),
        text(version.note()));
  }

  private Sent sent(DeliveryView delivery) {
    return new Sent(
        delivery.partner(),
        delivery.version(),
        delivery.action().wireName(),
        words.state(delivery),
        PlainWords.tone(delivery),
        delivery.id(),
        ledger.attempts(delivery.id()).stream().map(this::attempt).toList());
  }

  private Try attempt(AttemptView view) {
    String answer =
        view.attempt().status() == 0
            ? text(view.attempt().error())
            : "HTTP " + view.attempt().status() + " " + text(view.attempt().excerpt());
    return new Try(
        view.number(),
        words.time(view.attempt().at()),
        view.attempt().took().toMillis() + " ms",
        answer,
        view.outcome());
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value;
  }
}
