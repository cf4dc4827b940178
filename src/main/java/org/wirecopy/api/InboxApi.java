package org.wirecopy.api;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.camel.Exchange;
import org.apache.camel.Header;
import org.jspecify.annotations.Nullable;
import org.wirecopy.article.Plan;
import org.wirecopy.article.Story;
import org.wirecopy.desk.page.FaultLines;
import org.wirecopy.desk.page.InboxFolder;
import org.wirecopy.desk.page.OtherRooms;
import org.wirecopy.ledger.Ledger;
import org.wirecopy.ledger.StoryHistory;
import org.wirecopy.ledger.WarnedView;

/** The API's answers about the inbox: what is in it, and articles that are handed in. */
public final class InboxApi {
  private static final int MOST_WARNED = 50;

  private final InboxFolder inbox;
  private final Ledger ledger;
  private final OtherRooms rooms;

  public InboxApi(InboxFolder inbox, Ledger ledger, OtherRooms rooms) {
    this.inbox = inbox;
    this.ledger = ledger;
    this.rooms = rooms;
  }

  /** What waits, what was rejected and why, and what was sent with warnings. */
  public void list(Exchange exchange) throws IOException {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("waiting", inbox.waiting().stream().map(InboxApi::waiting).toList());
    List<Map<String, Object>> rejected = new ArrayList<>();
    for (InboxFolder.Rejected each : inbox.rejected()) {
      rejected.add(rejected(each));
    }
    answer.put("rejected", rejected);
    answer.put(
        "warned", ledger.views().warned(MOST_WARNED).stream().map(InboxApi::warned).toList());
    answer.put("desks", inbox.desks());
    answer.put("largest", inbox.largest());
    Json.answer(exchange, 200, answer);
  }

  /**
   * Puts the body into the inbox as a file.
   *
   * @param name the file's name, which tells the story
   * @param desk folder of the inbox, null for none
   */
  public void upload(
      Exchange exchange,
      @Header("name") @Nullable String name,
      @Header("desk") @Nullable String desk,
      InputStream body)
      throws IOException {
    receive(
        exchange,
        name == null ? "" : name,
        desk,
        body,
        (file, upload) -> {
          try {
            inbox.send(upload.id(), upload.name(), desk == null ? "" : desk);
            Json.answer(exchange, 202, Map.of("file", file));
          } catch (IllegalArgumentException taken) {
            inbox.discard(upload.id(), upload.name());
            Json.problem(exchange, 409, "Not possible", String.valueOf(taken.getMessage()));
          }
        });
  }

  /** What would be sent of the body, and to whom; nothing is kept or sent. */
  public void preview(
      Exchange exchange,
      @Header("name") @Nullable String name,
      @Header("desk") @Nullable String desk,
      InputStream body)
      throws IOException {
    receive(
        exchange,
        name == null ? "" : name,
        desk,
        body,
        (file, upload) -> {
          try {
            Path aside = inbox.aside(upload.id(), upload.name());
            Json.answer(exchange, 200, preview(file, rooms.draft(aside, file)));
          } finally {
            inbox.discard(upload.id(), upload.name());
          }
        });
  }

  /** What was sent to us, kept aside. */
  private record Upload(String id, String name) {}

  /** What is done with an upload that is within its bounds. */
  private interface Use {
    /**
     * Answers the request.
     *
     * @param file path below the inbox
     */
    void of(String file, Upload upload) throws IOException;
  }

  private void receive(
      Exchange exchange, String name, @Nullable String desk, InputStream body, Use use)
      throws IOException {
    String file = file(exchange, name, desk);
    if (file == null) {
      return;
    }
    try {
      use.of(file, new Upload(inbox.keep(body, name), name));
    } catch (InboxFolder.TooLargeException e) {
      Json.problem(exchange, 413, "Too large", String.valueOf(e.getMessage()));
    }
  }

  /** Path below the inbox, or null if the request was answered as wrong. */
  private @Nullable String file(Exchange exchange, String name, @Nullable String desk)
      throws IOException {
    if (name.isBlank()) {
      badRequest(exchange, "Give the file's name as the parameter name, such as storm.txt.");
      return null;
    }
    String type = exchange.getMessage().getHeader(Exchange.CONTENT_TYPE, String.class);
    if (type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/")) {
      badRequest(exchange, "Send the file itself as the body, such as curl --data-binary @FILE.");
      return null;
    }
    try {
      return inbox.path(name, desk == null ? "" : desk);
    } catch (IllegalArgumentException e) {
      badRequest(exchange, String.valueOf(e.getMessage()));
      return null;
    }
  }

  private static void badRequest(Exchange exchange, String detail) {
    Json.problem(exchange, 400, "Bad request", detail);
  }

  private static Map<String, Object> waiting(InboxFolder.Waiting file) {
    return Map.of(
        "file", file.name(), "bytes", file.bytes(), "modified", file.modified().toString());
  }

  private static Map<String, Object> rejected(InboxFolder.Rejected file) throws IOException {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("file", file.name());
    answer.put("rejected", file.modified().toString());
    answer.put("reason", file.reason().strip());
    answer.put("around", FaultLines.around(file));
    return answer;
  }

  private static Map<String, Object> warned(WarnedView view) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("uri", view.uri());
    answer.put("headline", view.headline());
    answer.put("file", view.file());
    answer.put("created", view.created().toString());
    answer.put("warnings", view.warnings());
    return answer;
  }

  private Map<String, Object> preview(String file, OtherRooms.Draft draft) throws IOException {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("file", file);
    answer.put("format", draft.format());
    answer.put("warnings", draft.warnings());
    answer.put("fault", draft.fault());
    List<Map<String, Object>> stories = new ArrayList<>();
    for (Story story : draft.stories()) {
      stories.add(story(story));
    }
    answer.put("stories", stories);
    return answer;
  }

  private Map<String, Object> story(Story story) throws IOException {
    StoryHistory known = ledger.views().story(story.uri());
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("uri", story.uri());
    answer.put("version", known == null ? 1 : known.current().version() + 1);
    answer.put("headline", story.article().headline());
    answer.put("partners", rooms.plan(story.article()).stream().map(InboxApi::plan).toList());
    answer.put("item", Json.MAPPER.readTree(rooms.ninjs(story)));
    return answer;
  }

  private static Map<String, Object> plan(Plan plan) {
    Map<String, Object> answer = new LinkedHashMap<>();
    answer.put("partner", plan.partner());
    answer.put("wanted", plan.wanted());
    answer.put("reason", plan.reason());
    answer.put("heldUntil", plan.heldUntil() == null ? null : plan.heldUntil().toString());
    return answer;
  }
}
