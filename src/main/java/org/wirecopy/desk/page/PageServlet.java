package org.wirecopy.desk.page;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.wirecopy.article.Action;
import org.wirecopy.article.Receipt;
import org.wirecopy.desk.access.Visitor;
import org.wirecopy.ledger.Ledger;
import org.wirecopy.ledger.StoryHistory;

/** Answers each page's address, and takes the orders of its forms. */
public final class PageServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final long PATIENCE_SECONDS = 10;
  private static final String STORIES = "/stories/";
  private static final String PARTNERS = "/partners/";
  private static final Set<String> STORY_ORDERS = Set.of("kill", "withhold", "release", "resend");

  private final transient Ledger ledger;
  private final transient Orders orders;
  private final transient Templates templates = new Templates();
  private final transient StoriesView stories;
  private final transient StoryView story;
  private final transient PartnersView partners;
  private final transient InboxView inbox;

  /**
   * @param desk what the pages show and where
   * @param orders what they need of other rooms
   */
  public PageServlet(Desk desk, Orders orders) {
    PlainWords words = new PlainWords(desk.zone(), desk.clock());
    this.ledger = desk.ledger();
    this.orders = orders;
    this.stories = new StoriesView(ledger, words);
    this.story = new StoryView(ledger, words);
    this.partners = new PartnersView(ledger, words);
    this.inbox = new InboxView(desk.inbox(), words);
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String path = request.getRequestURI();
    if (path.equals("/")) {
      String before = request.getParameter("before");
      Map<String, Object> values =
          stories.values(
              given(request, "q"),
              given(request, "state"),
              given(request, "partner"),
              before == null || !before.matches("\\d{1,18}") ? null : Long.valueOf(before));
      page(request, response, 200, "Stories", "stories", values);
    } else if (path.startsWith(STORIES)) {
      storyPage(request, response, Links.after(STORIES, path));
    } else if (path.equals("/partners")) {
      page(request, response, 200, "Partners", "partners", partners.values());
    } else if (path.equals("/inbox")) {
      page(request, response, 200, "Inbox", "inbox", inbox.values());
    } else {
      nothing(request, response, "There is no such page.");
    }
  }

  private void storyPage(HttpServletRequest request, HttpServletResponse response, String uri)
      throws IOException {
    StoryHistory history = ledger.story(uri);
    if (history == null) {
      nothing(request, response, "No story has the URI " + uri + ".");
      return;
    }
    String order = request.getParameter("order");
    String headline = history.current().article().headline();
    if (order != null && STORY_ORDERS.contains(order)) {
      page(request, response, 200, headline, "confirm", story.confirmation(history, order));
    } else {
      byte[] json = orders.json(history.current());
      page(request, response, 200, headline, "story", story.values(history, json));
    }
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String path = request.getRequestURI();
    if (path.startsWith(STORIES)) {
      String uri = Links.after(STORIES, path);
      back(response, Links.story(uri), orderStory(uri, request));
    } else if (path.startsWith(PARTNERS)) {
      String name = Links.after(PARTNERS, path);
      back(response, "/partners", orderPartner(name, request));
    } else if (path.equals("/inbox")) {
      String message = drop(given(request, "name"), request.getParameter("text"));
      back(response, "/inbox", message);
    } else {
      nothing(request, response, "There is no such page.");
    }
  }

  private String drop(@Nullable String name, @Nullable String text) throws IOException {
    if (text == null || text.isBlank()) {
      return "There was no text to send.";
    }
    try {
      return inbox.drop(name == null ? "" : name, text) + " was dropped into the inbox.";
    } catch (FileAlreadyExistsException e) {
      return "A file " + e.getFile() + " waits in the inbox already; give this one another name.";
    }
  }

  private String orderStory(String uri, HttpServletRequest request) {
    StoryHistory history = ledger.story(uri);
    String order = String.valueOf(request.getParameter("order"));
    if (history == null || !STORY_ORDERS.contains(order)) {
      return "There is no such story or order.";
    }
    if (order.equals("resend")) {
      return "Sent again to " + await(ledger.resend(uri, null)) + " partners.";
    }
    Receipt receipt =
        await(
            orders.act(
                history.current(),
                Action.valueOf(order.toUpperCase(Locale.ROOT)),
                given(request, "note")));
    if (receipt instanceof Receipt.Accepted accepted) {
      return order
          + ": version "
          + accepted.story().version()
          + " goes to "
          + (accepted.partners().isEmpty() ? "nobody" : String.join(", ", accepted.partners()))
          + ".";
    }
    return receipt instanceof Receipt.Refused refused
        ? refused.reason()
        : "The story is in that state already.";
  }

  private String orderPartner(String name, HttpServletRequest request) {
    if (ledger.partners().stream().noneMatch(partner -> partner.partner().equals(name))) {
      return "No partner has the name " + name + ".";
    }
    String who = Visitor.of(request).spokenOf();
    switch (String.valueOf(request.getParameter("order"))) {
      case "pause" -> await(ledger.pause(name, "paused by " + who));
      case "resume" -> await(ledger.resume(name));
      case "disable" -> await(ledger.disable(name, "disabled by " + who));
      case "enable" -> await(ledger.enable(name));
      case "unpark" -> {
        return await(ledger.unpark(name)) + " parked deliveries of " + name + " are sent again.";
      }
      default -> {
        return "There is no such order.";
      }
    }
    return name + ": " + request.getParameter("order") + " is done.";
  }

  private void nothing(HttpServletRequest request, HttpServletResponse response, String message)
      throws IOException {
    page(request, response, 404, "Not found", "missing", Map.of("message", message));
  }

  private void page(
      HttpServletRequest request,
      HttpServletResponse response,
      int status,
      String title,
      String template,
      Map<String, Object> values)
      throws IOException {
    Visitor visitor = Visitor.of(request);
    Map<String, Object> all = new HashMap<>(values);
    String csrf = visitor.csrfToken() == null ? "" : visitor.csrfToken();
    all.put("csrf", csrf);
    String content = templates.fill(template, all);
    Map<String, Object> frame = new HashMap<>();
    frame.put("title", title);
    frame.put("content", content);
    frame.put("csrf", csrf);
    frame.put("visitor", csrf.isEmpty() ? "" : visitor.name());
    String done = request.getParameter("done");
    frame.put("done", done == null ? "" : done);
    frame.put(template, true);
    byte[] html = templates.fill("layout", frame).getBytes(StandardCharsets.UTF_8);
    response.setStatus(status);
    response.setContentType("text/html");
    response.setCharacterEncoding("UTF-8");
    response.setContentLength(html.length);
    response.getOutputStream().write(html);
  }

  /** See Other (RFC 9110, section 15.4.4), so that a reload orders nothing twice. */
  private static void back(HttpServletResponse response, String to, String message) {
    response.setStatus(303);
    response.setHeader(
        "location", to + "?done=" + URLEncoder.encode(message, StandardCharsets.UTF_8));
  }

  private static @Nullable String given(HttpServletRequest request, String name) {
    String value = request.getParameter(name);
    return value == null || value.isBlank() ? null : value.strip();
  }

  private static <T> T await(CompletionStage<T> stage) {
    return stage.toCompletableFuture().orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
  }
}
