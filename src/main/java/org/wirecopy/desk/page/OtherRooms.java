package org.wirecopy.desk.page;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.wirecopy.article.Article;
import org.wirecopy.article.Plan;
import org.wirecopy.article.Story;
import org.wirecopy.ledger.DeliveryView;

/** What the page asks of the rooms that the desk itself must not know. */
public interface OtherRooms {

  /** Whom a story is for, as things are now. */
  List<Plan> plan(Article article);

  /** The story's body as clean HTML, as partners get it in ninjs 3. */
  String bodyHtml(Story story);

  /** The story as ninjs 3, as UTF-8. */
  byte[] ninjs(Story story);

  /**
   * What a partner is sent, with the headers as of a time; null if the partner left or its format
   * is gone.
   */
  @Nullable Sent sent(DeliveryView delivery, Story story, Instant at);

  /** The identity of a story that comes by a path below the inbox. */
  String uri(String path);

  /** A partner's settings by name, secrets left out; empty if it left. */
  Map<String, String> settings(String partner);

  /**
   * What is to be said of a signature that a partner received, best first.
   *
   * @param id header {@code webhook-id}
   * @param timestamp header {@code webhook-timestamp}
   * @param signatures header {@code webhook-signature}
   * @param body as it was received
   */
  List<String> checkSignature(
      String partner, String id, String timestamp, String signatures, String body);

  /** Whether a token opens a partner's own page. */
  boolean hasOwnPage(String partner);

  /** What would be sent of a file. */
  Draft draft(Path file, String name) throws IOException;

  /** The program's version, and those of what it stands on, by name. */
  Map<String, String> versions();

  /** How many exchanges each route has under way, by route. */
  Map<String, Integer> underWay();

  /**
   * One push.
   *
   * @param headers of the contract, in order
   * @param json the exact body
   */
  record Sent(Map<String, String> headers, String json) {}

  /**
   * A file as it would be sent.
   *
   * @param format what it was read as; null if it is rejected
   * @param stories its stories as version 1; empty if it is rejected
   * @param warnings near misses
   * @param fault why it is rejected, or null
   */
  record Draft(
      @Nullable String format, List<Story> stories, List<String> warnings, @Nullable Fault fault) {}

  /**
   * Why a file is rejected.
   *
   * @param problem what is wrong
   * @param where line or field, or null
   * @param remedy what to do
   */
  record Fault(String problem, @Nullable String where, String remedy) {}
}
