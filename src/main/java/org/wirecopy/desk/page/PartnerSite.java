package org.wirecopy.desk.page;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.wirecopy.desk.access.RequestPath;
import org.wirecopy.desk.access.Visitor;
import org.wirecopy.ledger.LedgerException;
import org.wirecopy.ledger.PartnerView;

/** The pages below {@code /for/NAME}, each partner's own; the door has seen to who asks. */
final class PartnerSite extends HttpServlet {
  private static final long serialVersionUID = 1L;
  private static final String SCHEMA = "/schema/wirecopy-ninjs-3.schema.json";

  private final transient Templates templates;
  private final transient PartnerSiteView view;
  private final transient PartnersPage partners;
  private final transient PartnerOrders orders;
  private final transient Said said;

  PartnerSite(
      Templates templates,
      PartnerSiteView view,
      PartnersPage partners,
      PartnerOrders orders,
      Said said) {
    this.templates = templates;
    this.view = view;
    this.partners = partners;
    this.orders = orders;
    this.said = said;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse out) throws IOException {
    List<String> path = RequestPath.segments(request);
    PartnerView partner = path.size() < 2 ? null : partners.named(path.get(1));
    if (partner == null) {
      missing(request, out);
    } else if (path.size() == 2) {
      String words = said.find(Parameters.of(request, "said"));
      show(partner, words, PartnerSiteView.Checked.NOTHING, request, out);
    } else if (path.size() == 3 && path.get(2).equals("schema.json")) {
      schema(out);
    } else if (path.size() == 3 && path.get(2).equals("replay")) {
      confirm(partner, request, out);
    } else if (path.size() == 4 && path.get(2).equals("deliveries")) {
      StoryView.Exact exact = view.exact(partner.partner(), path.get(3));
      page("site-delivery", exact, "As sent", request, out);
    } else {
      missing(request, out);
    }
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse out) throws IOException {
    request.setCharacterEncoding("UTF-8");
    List<String> path = RequestPath.segments(request);
    PartnerView partner = path.size() != 3 ? null : partners.named(path.get(1));
    if (partner == null) {
      missing(request, out);
    } else if (path.get(2).equals("check")) {
      PartnerSiteView.Checked checked =
          view.check(
              partner.partner(),
              Parameters.of(request, "id"),
              Parameters.of(request, "timestamp"),
              Parameters.of(request, "signature"),
              Parameters.of(request, "body"));
      show(partner, "", checked, request, out);
    } else if (path.get(2).equals("replay")) {
      replay(partner, request, out);
    } else {
      missing(request, out);
    }
  }

  private void replay(PartnerView partner, HttpServletRequest request, HttpServletResponse out)
      throws IOException {
    try {
      String done =
          orders.give(
              partner.partner(),
              "replay",
              new PartnerOrders.Given(Visitor.of(request).spokenOf(), ""),
              Parameters.of(request, "from"),
              Parameters.of(request, "to"));
      out.setStatus(HttpServletResponse.SC_SEE_OTHER);
      out.setHeader(
          "Location", PartnerSiteView.link(partner.partner()) + "?said=" + said.keep(done));
    } catch (IllegalArgumentException e) {
      fault(400, String.valueOf(e.getMessage()), request, out);
    } catch (CompletionException | LedgerException e) {
      fault(503, "It could not be done now. Try again.", request, out);
    }
  }

  private void confirm(PartnerView partner, HttpServletRequest request, HttpServletResponse out)
      throws IOException {
    Confirmation asked =
        orders.ask(partner, "replay", Parameters.of(request, "from"), Parameters.of(request, "to"));
    page(
        "site-confirm",
        asked == null ? null : asked.at(PartnerSiteView.link(partner.partner())),
        "Send again",
        request,
        out);
  }

  private void show(
      PartnerView partner,
      String words,
      PartnerSiteView.Checked checked,
      HttpServletRequest request,
      HttpServletResponse out)
      throws IOException {
    String standing = PartnersPage.standing(partner);
    page(
        "site",
        view.model(partner.partner(), standing, words, checked),
        partner.partner(),
        request,
        out);
  }

  private void page(
      String name,
      @Nullable Object model,
      String title,
      HttpServletRequest request,
      HttpServletResponse out)
      throws IOException {
    if (model == null) {
      missing(request, out);
    } else {
      templates.page(name, model, title, request, out);
    }
  }

  private static void schema(HttpServletResponse out) throws IOException {
    out.setContentType("application/schema+json");
    out.setCharacterEncoding("UTF-8");
    try (InputStream in = PartnerSite.class.getResourceAsStream(SCHEMA)) {
      if (in == null) {
        throw new IllegalStateException("the program lacks " + SCHEMA);
      }
      in.transferTo(out.getOutputStream());
    }
  }

  private void missing(HttpServletRequest request, HttpServletResponse out) throws IOException {
    fault(404, "There is nothing at this address.", request, out);
  }

  private void fault(int status, String words, HttpServletRequest request, HttpServletResponse out)
      throws IOException {
    out.setStatus(status);
    templates.page("site-fault", words, "Sorry", request, out);
  }
}
