package org.wirecopy.desk.page;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wirecopy.ledger.DeliveryState;
import org.wirecopy.ledger.DeliveryView;
import org.wirecopy.ledger.Ledger;

/**
 * A partner's own page: what it was sent, what it misses, and how to verify it. It shows nothing
 * that was not attempted: held, filtered and future stories are none of its business.
 */
final class PartnerSiteView {
  private static final int MOST = 200;

  /** One of its deliveries. */
  record Line(
      String link,
      String number,
      String headline,
      int version,
      String action,
      String words,
      String tone,
      String time) {}

  /** A program that verifies pushes. */
  record Code(String language, String text) {}

  /** What stands in the form of the signature checker, and what it says. */
  record Checked(String id, String timestamp, String signature, String body, List<String> said) {
    static final Checked NOTHING = new Checked("", "", "", "", List.of());
  }

  /** The page. */
  record Model(
      String name,
      String link,
      String said,
      String standing,
      List<Line> missing,
      List<Line> latest,
      Map<String, String> settings,
      Checked checked,
      List<Code> code,
      String from,
      String to) {}

  private final Ledger ledger;
  private final StoryView stories;
  private final OtherRooms rooms;
  private final Words words;
  private final List<Code> code = VerificationCode.all();

  PartnerSiteView(Ledger ledger, StoryView stories, OtherRooms rooms, Words words) {
    this.ledger = ledger;
    this.stories = stories;
    this.rooms = rooms;
    this.words = words;
  }

  static String link(String name) {
    return "/for/" + StoriesPage.encoded(name);
  }

  Model model(String name, String standing, String said, Checked checked) {
    List<DeliveryView> attempted = ledger.views().attemptedDeliveries(name, MOST);
    return new Model(
        name,
        link(name),
        said,
        standing,
        ledger.views().unacknowledged(name, MOST).stream().map(this::line).toList(),
        attempted.stream().map(this::line).toList(),
        rooms.settings(name),
        checked,
        code,
        words.local(words.now().minus(Duration.ofDays(1))),
        words.local(words.now().plus(Duration.ofMinutes(1))));
  }

  /** What the checker says of a push as it was received. */
  Checked check(String name, String id, String timestamp, String signature, String body) {
    return new Checked(
        id, timestamp, signature, body, rooms.checkSignature(name, id, timestamp, signature, body));
  }

  /** One of its deliveries as it was sent; null if it has none of that id. */
  StoryView.@Nullable Exact exact(String name, String id) {
    DeliveryView delivery = ledger.views().delivery(id);
    if (delivery == null || !delivery.partner().equals(name) || !delivery.isAttempted()) {
      return null;
    }
    StoryView.Exact exact = stories.exact(delivery.uri(), id);
    return exact == null
        ? null
        : new StoryView.Exact(
            link(name),
            exact.headline(),
            exact.partner(),
            exact.version(),
            exact.time(),
            exact.headers(),
            exact.json());
  }

  private Line line(DeliveryView delivery) {
    Instant time =
        delivery.state() == DeliveryState.DELIVERED && delivery.deliveredAt() != null
            ? delivery.deliveredAt()
            : delivery.acceptedAt();
    return new Line(
        link(delivery.partner()) + "/deliveries/" + StoriesPage.encoded(delivery.id()),
        String.valueOf(delivery.sequence()),
        delivery.headline(),
        delivery.version(),
        delivery.action().wireName(),
        words.state(delivery),
        Words.tone(delivery),
        words.time(time));
  }
}
