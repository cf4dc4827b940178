package org.wirecopy;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.camel.CamelContext;
import org.apache.camel.Route;
import org.jspecify.annotations.Nullable;
import org.wirecopy.api.Json;
import org.wirecopy.article.Article;
import org.wirecopy.article.Delivery;
import org.wirecopy.article.Plan;
import org.wirecopy.article.Story;
import org.wirecopy.article.StoryUri;
import org.wirecopy.delivery.Partner;
import org.wirecopy.delivery.Partners;
import org.wirecopy.delivery.Planner;
import org.wirecopy.delivery.SignatureCheck;
import org.wirecopy.delivery.Signer;
import org.wirecopy.desk.page.OtherRooms;
import org.wirecopy.intake.Reading;
import org.wirecopy.intake.Rejection;
import org.wirecopy.ledger.DeliveryView;
import org.wirecopy.ninjs.Formats;
import org.wirecopy.parts.Drafts;
import org.wirecopy.settings.Settings;

/** What the desk's page asks of the other rooms, answered by them. */
final class DeskRooms implements OtherRooms {
  private final String uriPrefix;
  private final InstantSource clock = InstantSource.system();
  private final Planner planner;
  private final Partners partners;
  private final Formats formats;
  private final Signer signer = new Signer();
  private final Drafts drafts;
  private final Supplier<CamelContext> camel;

  DeskRooms(
      Settings settings,
      Planner planner,
      Partners partners,
      Formats formats,
      Supplier<CamelContext> camel) {
    this.uriPrefix = settings.text("wirecopy.uri-prefix");
    this.planner = planner;
    this.partners = partners;
    this.formats = formats;
    this.camel = camel;
    this.drafts = new Drafts(settings, null, InstantSource.system());
  }

  @Override
  public List<Plan> plan(Article article) {
    return planner.plan(article);
  }

  @Override
  public String bodyHtml(Story story) {
    try {
      JsonNode bodies = Json.MAPPER.readTree(ninjs(story)).path("bodies");
      for (JsonNode body : bodies) {
        if (body.path("contentType").asText().equals("text/html")) {
          return body.path("value").asText();
        }
      }
      return "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public byte[] ninjs(Story story) {
    return formats.render(Formats.NINJS3, story);
  }

  @Override
  public @Nullable Sent sent(DeliveryView view, Story story, Instant at) {
    Partner partner = partners.named(view.partner());
    if (partner == null || !formats.names().contains(partner.format())) {
      return null;
    }
    byte[] body = formats.render(partner.format(), story);
    long sequence = view.sequence() == null ? 0 : view.sequence();
    Delivery delivery =
        new Delivery(
            view.id(),
            view.partner(),
            story,
            sequence,
            view.attempts(),
            view.acceptedAt(),
            view.replay());
    return new Sent(
        signer.headers(partner, delivery, body, at), new String(body, StandardCharsets.UTF_8));
  }

  @Override
  public String uri(String path) {
    return StoryUri.of(uriPrefix, null, path);
  }

  @Override
  public List<String> checkSignature(
      String name, String id, String timestamp, String signatures, String body) {
    Partner partner = partners.named(name);
    return partner == null
        ? List.of("The partner's file is gone.")
        : SignatureCheck.of(
            partner,
            id,
            timestamp,
            signatures,
            body.getBytes(StandardCharsets.UTF_8),
            clock.instant());
  }

  @Override
  public boolean hasOwnPage(String name) {
    Partner partner = partners.named(name);
    return partner != null && partner.pageToken() != null;
  }

  @Override
  public Map<String, String> settings(String name) {
    Partner partner = partners.named(name);
    if (partner == null) {
      return Map.of();
    }
    Map<String, String> settings = new LinkedHashMap<>();
    String port = partner.endpoint().getPort() < 0 ? "" : ":" + partner.endpoint().getPort();
    settings.put(
        "endpoint",
        partner.endpoint().getScheme()
            + "://"
            + partner.endpoint().getHost()
            + port
            + partner.endpoint().getPath());
    settings.put("secret", "hidden");
    settings.put("format", partner.format());
    settings.put("concurrency", Integer.toString(partner.concurrency()));
    settings.put("rate", partner.rate() == 0 ? "no limit" : partner.rate() + " a second");
    settings.put("connect timeout", partner.connectTimeout().toMillis() + " ms");
    settings.put("timeout", partner.timeout().toMillis() + " ms");
    settings.put("set aside after", partner.maxAge().toHours() + " h");
    settings.put("embargoed stories", partner.trustedForEmbargo() ? "at once" : "when released");
    return settings;
  }

  @Override
  public Draft draft(Path file, String name) throws IOException {
    Reading reading = drafts.read(file, name);
    if (reading instanceof Reading.Articles read) {
      return new Draft(read.format(), drafts.of(name, read), read.warnings(), null);
    }
    Rejection rejection = ((Reading.Rejected) reading).rejection();
    return new Draft(
        null,
        List.of(),
        List.of(),
        new Fault(rejection.problem(), rejection.where(), rejection.remedy()));
  }

  @Override
  public Map<String, String> versions() {
    String own = Wirecopy.class.getPackage().getImplementationVersion();
    Map<String, String> versions = new LinkedHashMap<>();
    versions.put("Wirecopy", own == null ? "development" : own);
    versions.put("Apache Camel", camel.get().getVersion());
    versions.put("Java", Runtime.version().toString());
    return versions;
  }

  @Override
  public Map<String, Integer> underWay() {
    Map<String, Integer> counts = new LinkedHashMap<>();
    CamelContext context = camel.get();
    for (Route route : context.getRoutes()) {
      counts.put(route.getId(), context.getInflightRepository().size(route.getId()));
    }
    return counts;
  }
}
