package org.wirecopy.desk.page;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.Part;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.wirecopy.desk.access.RequestPath;
import org.wirecopy.desk.access.Role;
import org.wirecopy.desk.access.Visitor;
import org.wirecopy.ledger.LedgerException;
import org.wirecopy.ledger.PartnerView;

/** Which address shows which page, and which form gives which order. */
final class DeskServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  /** The pages. */
  record Pages(
      StoriesPage stories,
      StoryView story,
      StoryOrders storyOrders,
      PartnersPage partners,
      PartnerOrders partnerOrders,
      InboxPage inbox,
      InboxFolder folder,
      SystemPage system,
      Said said) {}

  private final transient Templates templates;
  private final transient Pages pages;

  DeskServlet(Templates templates, Pages pages) {
    this.templates = templates;
    this.pages = pages;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse out) throws IOException {
    List<String> path = RequestPath.segments(request);
    String said = pages.said().find(Parameters.of(request, "said"));
    String section = path.isEmpty() ? "stories" : path.get(0);
    switch (section + path.size()) {
      case "stories0" ->
          show("stories", "list", pages.stories().model(request), "Stories", request, out);
      case "stories2" -> story(path.get(1), said, request, out);
      case "stories3" -> confirm(pages.storyOrders().ask(path.get(1), path.get(2)), request, out);
      case "stories4" -> exact(path, request, out);
      case "partners1" ->
          show(
              "partners",
              "list",
              pages.partners().model(Parameters.of(request, "q")),
              "Partners",
              request,
              out);
      case "partners2" -> partner(path.get(1), said, request, out);
      case "partners3" -> confirmPartner(path.get(1), path.get(2), request, out);
      case "inbox1" ->
          show(
              "inbox",
              "list",
              pages.inbox().model(said, Parameters.of(request, "mend")),
              "Inbox",
              request,
              out);
      case "system1" ->
          show(
              "system",
              "list",
              pages.system().model(Visitor.of(request).may(Role.OPERATOR)),
              "System",
              request,
              out);
      default -> missing(request, out);
    }
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse out)
      throws IOException, ServletException {
    request.setCharacterEncoding("UTF-8");
    List<String> path = RequestPath.segments(request);
    try {
      if (path.size() == 3 && path.get(0).equals("stories")) {
        storyOrder(path.get(1), path.get(2), request, out);
      } else if (path.size() == 3 && path.get(0).equals("partners")) {
        String said =
            pages
                .partnerOrders()
                .give(
                    path.get(1),
                    path.get(2),
                    new PartnerOrders.Given(
                        Visitor.of(request).spokenOf(), Parameters.of(request, "note")),
                    Parameters.of(request, "from"),
                    Parameters.of(request, "to"));
        back(PartnersPage.link(path.get(1)), said, out);
      } else if (path.size() == 2 && path.get(0).equals("inbox")) {
        inbox(path.get(1), request, out);
      } else {
        missing(request, out);
      }
    } catch (IllegalArgumentException e) {
      fault(400, String.valueOf(e.getMessage()), request, out);
    } catch (CompletionException | LedgerException e) {
      fault(503, "It could not be done now: " + e.getMessage(), request, out);
    }
  }

  private void story(String uri, String said, HttpServletRequest request, HttpServletResponse out)
      throws IOException {
    StoryView.Model model = pages.story().model(uri, said);
    if (model == null) {
      missing(request, out);
    } else {
      show("story", "deliveries", model, model.headline(), request, out);
    }
  }

  private void storyOrder(
      String uri, String order, HttpServletRequest request, HttpServletResponse out)
      throws IOException {
    StoryOrders.Outcome outcome =
        pages.storyOrders().give(uri, order, request.getParameter("note"));
    if (outcome.done()) {
      back(StoryView.link(uri), outcome.words(), out);
    } else {
      out.setStatus(HttpServletResponse.SC_CONFLICT);
      story(uri, outcome.words(), request, out);
    }
  }

  private void exact(List<String> path, HttpServletRequest request, HttpServletResponse out)
      throws IOException {
    StoryView.Exact exact = pages.story().exact(path.get(1), path.get(3));
    if (exact == null || !path.get(2).equals("deliveries")) {
      missing(request, out);
    } else {
      templates.page("delivery", exact, "As sent to " + exact.partner(), request, out);
    }
  }

  private void partner(
      String name, String said, HttpServletRequest request, HttpServletResponse out)
      throws IOException {
    PartnersPage.One one = pages.partners().one(name, said);
    if (one == null) {
      missing(request, out);
    } else {
      show("partner", "standing", one, name, request, out);
    }
  }

  private void confirmPartner(
      String name, String order, HttpServletRequest request, HttpServletResponse out)
      throws IOException {
    PartnerView partner = pages.partners().named(name);
    confirm(
        partner == null
            ? null
            : pages
                .partnerOrders()
                .ask(partner, order, Parameters.of(request, "from"), Parameters.of(request, "to")),
        request,
        out);
  }

  private void confirm(
      @Nullable Confirmation question, HttpServletRequest request, HttpServletResponse out)
      throws IOException {
    if (question == null) {
      missing(request, out);
    } else {
      templates.page("confirm", question, question.question(), request, out);
    }
  }

  private void inbox(String order, HttpServletRequest request, HttpServletResponse out)
      throws IOException, ServletException {
    if (order.equals("preview")) {
      preview(request, out);
      return;
    }
    String id = Parameters.of(request, "id");
    String name = Parameters.of(request, "name");
    switch (order) {
      case "send" -> {
        String desk = Parameters.of(request, "desk");
        pages.folder().send(id, name, desk);
        back("/inbox", "Sent: " + pages.folder().path(name, desk) + " is in the inbox.", out);
      }
      case "discard" -> {
        pages.folder().discard(id, name);
        back("/inbox", "Discarded. Nothing was sent.", out);
      }
      default -> missing(request, out);
    }
  }

  private void preview(HttpServletRequest request, HttpServletResponse out)
      throws IOException, ServletException {
    String type = request.getContentType();
    boolean multipart = type != null && type.startsWith("multipart/");
    Part file = multipart ? request.getPart("file") : null;
    String pasted = Parameters.of(request, "text");
    boolean dropped = file != null && file.getSize() > 0;
    if (!dropped && pasted.isBlank()) {
      back("/inbox", "Choose a file or paste a text first.", out);
      return;
    }
    String submitted =
        dropped && file != null ? file.getSubmittedFileName() : Parameters.of(request, "name");
    String name =
        submitted == null || submitted.isBlank() ? PastedName.of(pasted) : submitted.strip();
    try (InputStream content =
        dropped && file != null
            ? file.getInputStream()
            : new ByteArrayInputStream(pasted.getBytes(StandardCharsets.UTF_8))) {
      String id = pages.folder().keep(content, name);
      InboxPage.Paste paste =
          new InboxPage.Paste(
              dropped ? "" : Parameters.of(request, "name"),
              Parameters.of(request, "desk"),
              dropped ? "" : pasted);
      templates.page("preview", pages.inbox().preview(id, name, paste), "Preview", request, out);
    } catch (InboxFolder.TooLargeException e) {
      fault(413, String.valueOf(e.getMessage()), request, out);
    }
  }

  private void show(
      String name,
      String part,
      Object model,
      String title,
      HttpServletRequest request,
      HttpServletResponse out)
      throws IOException {
    out.setHeader("Vary", "HX-Request");
    boolean restored = request.getHeader("HX-History-Restore-Request") != null;
    if (request.getHeader("HX-Request") != null && !restored) {
      templates.part(name, part, model, request, out);
    } else {
      templates.page(name, model, title, request, out);
    }
  }

  private void missing(HttpServletRequest request, HttpServletResponse out) throws IOException {
    fault(404, "There is nothing at this address.", request, out);
  }

  private void fault(int status, String words, HttpServletRequest request, HttpServletResponse out)
      throws IOException {
    out.setStatus(status);
    templates.page("fault", words, "Sorry", request, out);
  }

  private void back(String link, String said, HttpServletResponse out) {
    out.setStatus(HttpServletResponse.SC_SEE_OTHER);
    out.setHeader("Location", link + "?said=" + pages.said().keep(said));
  }
}
