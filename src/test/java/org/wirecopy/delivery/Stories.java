package org.wirecopy.delivery;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.wirecopy.article.Action;
import org.wirecopy.article.Article;
import org.wirecopy.article.Delivery;
import org.wirecopy.article.Status;
import org.wirecopy.article.Story;

/** Test data: one story about a harbour, its partner, and deliveries of it. */
final class Stories {
  static final Instant NOW = Instant.parse("2026-03-01T09:00:00Z");
  static final byte[] SECRET = "a secret of 24 bytes!!!!".getBytes(StandardCharsets.US_ASCII);

  private Stories() {}

  static Article article() {
    return Article.titled("Port reopens after storm").build();
  }

  static Delivery delivery(Action action, int attempts, Instant acceptedAt) {
    return delivery(article(), action, attempts, acceptedAt, false);
  }

  static Delivery delivery(
      Article article, Action action, int attempts, Instant acceptedAt, boolean replay) {
    Status status = action == Action.KILL ? Status.CANCELED : Status.USABLE;
    Story story =
        new Story("tag:wire.example,2026:port", 2, action, status, NOW, NOW, article, List.of());
    return new Delivery("msg_1", "acme", story, 7, attempts, acceptedAt, replay);
  }

  static Partner partner(URI endpoint) {
    return SomePartner.with("endpoint", endpoint.toString(), "maxAge", "3d");
  }
}
