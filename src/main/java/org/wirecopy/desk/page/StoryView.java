package org.wirecopy.desk.page;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wirecopy.article.Article;
import org.wirecopy.article.RelatedStory;
import org.wirecopy.article.Status;
import org.wirecopy.article.Story;
import org.wirecopy.ledger.AttemptView;
import org.wirecopy.ledger.DeliveryView;
import org.wirecopy.ledger.Ledger;
import org.wirecopy.ledger.StoryHistory;
import org.wirecopy.ledger.VersionView;

/** One story: as partners see it, its versions, its deliveries. */
final class StoryView {
  /** A caption or picture. */
  record Picture(String caption, String credit, String href) {}

  /** A related story with why it is one. */
  record Related(String headline, String link, String why, String score) {}

  /** A version and what it changed. */
  record Version(
      int number,
      String action,
      String time,
      String file,
      String note,
      List<String> warnings,
      String headline,
      List<Differences.Paragraph> changes,
      boolean first) {}

  /** An order that can be given now. */
  record Button(String link, String label, String kind) {}

  /** The page. */
  record Model(
      String uri,
      String link,
      String headline,
      String subhead,
      String byline,
      String status,
      int version,
      String action,
      String time,
      String iso,
      String correction,
      String bodyHtml,
      List<Picture> pictures,
      List<Related> related,
      List<Version> versions,
      Recipients.Model recipients,
      List<Button> buttons,
      String said) {}

  /** The exact push. */
  record Exact(
      String link,
      String headline,
      String partner,
      int version,
      String time,
      Map<String, String> headers,
      String json) {}

  private final Ledger ledger;
  private final OtherRooms rooms;
  private final Words words;
  private final Recipients recipients;

  StoryView(Ledger ledger, OtherRooms rooms, Words words) {
    this.ledger = ledger;
    this.rooms = rooms;
    this.words = words;
    this.recipients = new Recipients(ledger, words);
  }

  static String link(String uri) {
    return "/stories/" + StoriesPage.encoded(uri);
  }

  /** The page, or null if there is no such story. */
  @Nullable Model model(String uri, String said) {
    StoryHistory history = ledger.views().story(uri);
    if (history == null) {
      return null;
    }
    Story story = history.current();
    Article article = story.article();
    return new Model(
        uri,
        link(uri),
        article.headline(),
        text(article.subhead()),
        text(article.byline().text()),
        story.status().name().toLowerCase(Locale.ROOT),
        story.version(),
        story.action().wireName(),
        words.clock(story.versionCreated()),
        story.versionCreated().toString(),
        text(article.correction()),
        CleanHtml.of(rooms.bodyHtml(story)),
        article.pictures().stream()
            .map(p -> new Picture(text(p.caption()), text(p.credit()), web(p.href())))
            .toList(),
        story.related().stream().map(this::related).toList(),
        versions(history.versions()),
        recipients.of(history),
        buttons(story),
        said);
  }

  /** A delivery's exact push, or null if there is none. */
  @Nullable Exact exact(String uri, String deliveryId) {
    DeliveryView delivery = ledger.views().delivery(deliveryId);
    Story story = ledger.views().sent(deliveryId);
    if (delivery == null || story == null || !delivery.uri().equals(uri)) {
      return null;
    }
    List<AttemptView> attempts = ledger.views().attempts(deliveryId);
    Instant at =
        attempts.isEmpty() ? words.now() : attempts.get(attempts.size() - 1).attempt().at();
    OtherRooms.Sent sent = rooms.sent(delivery, story, at);
    return sent == null
        ? null
        : new Exact(
            link(uri),
            story.article().headline(),
            delivery.partner(),
            delivery.version(),
            attempts.isEmpty() ? "" : words.exactly(at),
            sent.headers(),
            sent.json());
  }

  private Related related(RelatedStory related) {
    String uri = related.uri();
    // What was imported into the archive has a uri as well, but no page here.
    String link =
        uri != null && ledger.views().status(uri) != null ? link(uri) : web(related.href());
    return new Related(
        related.headline() + (related.truncated() ? " …" : ""),
        link,
        reason(related),
        related.score() > 0 ? Math.round(related.score() * 100) + " %" : "");
  }

  /** The archive's own reasons begin with where the story is from, another service's may not. */
  private static String reason(RelatedStory related) {
    String origin = related.listed() ? "listed in the file" : "found in the archive";
    if (related.why().isBlank()) {
      return origin;
    }
    return related.why().startsWith(origin) ? related.why() : origin + ": " + related.why();
  }

  private List<Version> versions(List<VersionView> views) {
    List<Version> versions = new ArrayList<>();
    for (int i = views.size() - 1; i >= 0; i--) {
      VersionView view = views.get(i);
      Story story = view.story();
      versions.add(
          new Version(
              story.version(),
              story.action().wireName(),
              words.time(story.versionCreated()),
              view.file(),
              text(view.note()),
              view.warnings(),
              story.article().headline(),
              i == 0
                  ? List.of()
                  : Differences.between(views.get(i - 1).story().article(), story.article()),
              i == 0));
    }
    return versions;
  }

  private static List<Button> buttons(Story story) {
    String link = link(story.uri());
    List<Button> buttons = new ArrayList<>();
    buttons.add(new Button(link + "/resend", "Resend…", "plain"));
    if (story.status() == Status.USABLE) {
      buttons.add(new Button(link + "/withhold", "Withhold…", "plain"));
    } else {
      buttons.add(new Button(link + "/release", "Release…", "plain"));
    }
    if (story.status() != Status.CANCELED) {
      buttons.add(new Button(link + "/kill", "Kill…", "danger"));
    }
    return buttons;
  }

  private static String web(@Nullable String href) {
    return href != null && (href.startsWith("https://") || href.startsWith("http://")) ? href : "";
  }

  private static String text(@Nullable String text) {
    return text == null ? "" : text;
  }
}
