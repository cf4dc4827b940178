package org.wirecopy.desk.page;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.wirecopy.desk.access.AuditLog;
import org.wirecopy.desk.access.RequestPath;

/** What people ordered last, from the audit log, in words. */
final class LatestOrders {
  private static final int MOST = 15;
  private static final int READ = 60;

  /** An order. {@code link} is empty where there is no page of what it was for. */
  record Order(String time, String who, String what, String link, String name, String outcome) {}

  private final AuditLog log;
  private final Words words;

  LatestOrders(AuditLog log, Words words) {
    this.log = log;
    this.words = words;
  }

  /** The latest, newest first; looking at a preview is none. */
  List<Order> list() throws IOException {
    List<Order> orders = new ArrayList<>();
    for (JsonNode entry : log.read(null, READ).entries()) {
      Order order = order(entry);
      if (!order.what().equals("preview") && orders.size() < MOST) {
        orders.add(order);
      }
    }
    return orders;
  }

  private Order order(JsonNode entry) {
    String path = entry.path("what").asText().replaceFirst("\\?.*", "");
    List<String> steps =
        Stream.of(path.replaceFirst("^/api/", "/").split("/"))
            .filter(step -> !step.isEmpty())
            .map(LatestOrders::decoded)
            .toList();
    String what = steps.isEmpty() ? path : steps.get(steps.size() - 1);
    String name = steps.size() == 3 ? steps.get(1) : "";
    String link =
        switch (steps.isEmpty() ? "" : steps.get(0)) {
          case "stories" -> name.isEmpty() ? "" : StoryView.link(name);
          case "partners" -> name.isEmpty() ? "" : PartnersPage.link(name);
          default -> "";
        };
    return new Order(
        words.clock(Instant.parse(entry.path("at").asText())),
        entry.path("who").asText(),
        what,
        link,
        name,
        entry.path("status").asInt() < 400 ? "done" : "refused");
  }

  private static String decoded(String step) {
    try {
      return RequestPath.decoded(step);
    } catch (IllegalArgumentException notEncoded) {
      return step;
    }
  }
}
