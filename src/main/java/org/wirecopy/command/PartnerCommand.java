package org.wirecopy.command;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.wirecopy.settings.Settings;
import org.wirecopy.watch.Newsroom;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code partner}: where the partners of the running Wirecopy stand, and orders for them. */
@Command(
    name = "partner",
    mixinStandardHelpOptions = true,
    description = {
      "Shows where each partner stands, or orders something for one.",
      "Speaks to the Wirecopy that runs in this folder."
    })
public final class PartnerCommand implements Callable<Integer> {

  /** What can be ordered. */
  enum Order {
    pause,
    resume,
    disable,
    enable,
    park,
    unpark,
    replay,
    rotate
  }

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "NAME",
      description = "The partner; without it all are shown")
  private @Nullable String name;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "ORDER",
      description = "${COMPLETION-CANDIDATES}")
  private @Nullable Order order;

  @Option(names = "--from", paramLabel = "TIME", description = "Replay what came in from this time")
  private @Nullable String from;

  @Option(names = "--to", paramLabel = "TIME", description = "Replay what came in before this time")
  private @Nullable String to;

  @Option(
      names = "--state",
      paramLabel = "STATE",
      description = "Replay delivered, parked, or both: delivered,parked (default)")
  private @Nullable String state;

  @Option(names = "--yes", description = "Replay; without it only the count is told")
  private boolean yes;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    DeskClient desk = new DeskClient(Settings.load(Path.of(""), System.getenv()), System.getenv());
    PrintWriter out = spec.commandLine().getOut();
    if (name == null || order == null) {
      list(desk, out);
    } else {
      order(desk, name, order, out);
    }
    out.flush();
    return 0;
  }

  private void list(DeskClient desk, PrintWriter out) {
    boolean found = false;
    for (JsonNode partner : desk.get("/api/partners", Map.of())) {
      if (name == null || name.equals(partner.path("name").asText())) {
        found = true;
        out.printf(
            "%s  %s  %d waiting, %d held, %d parked%n",
            partner.path("name").asText(),
            state(partner),
            partner.path("backlog").asLong(),
            partner.path("held").asLong(),
            partner.path("parked").asLong());
      }
    }
    if (!found) {
      out.println(name == null ? "No partners yet." : "No partner has the name " + name + ".");
    }
  }

  private static String state(JsonNode partner) {
    String reason = partner.path("reason").isTextual() ? partner.path("reason").asText() : "";
    if (partner.path("disabled").asBoolean()) {
      return "disabled (" + Newsroom.clean(reason) + ")";
    }
    if (partner.path("paused").asBoolean()) {
      return "paused (" + Newsroom.clean(reason) + ")";
    }
    return partner.path("restingUntil").isTextual()
        ? "resting until " + partner.path("restingUntil").asText()
        : "open";
  }

  private void order(DeskClient desk, String partner, Order order, PrintWriter out) {
    String path = "/api/partners/" + DeskClient.segment(partner) + "/" + order.name();
    if (order == Order.rotate) {
      JsonNode answer = desk.post(path, Map.of(), null);
      out.printf(
          "New secret of %s, shown only now: %s%nThe old one signs beside it until %s.%n",
          partner, answer.path("secret").asText(), answer.path("oldUntil").asText());
      return;
    }
    if (order != Order.replay) {
      JsonNode answer = desk.post(path, Map.of(), null);
      String count =
          answer.has("deliveries") ? ": " + answer.get("deliveries").asInt() + " deliveries" : "";
      out.printf("%s %s%s.%n", partner, order.name(), count);
      return;
    }
    Map<String, String> query = new LinkedHashMap<>();
    query.put("from", from == null ? "" : from);
    query.put("to", to == null ? "" : to);
    if (state != null) {
      query.put("state", state);
    }
    if (!yes) {
      query.put("count", "true");
    }
    int deliveries = desk.post(path, query, null).path("deliveries").asInt();
    out.printf(
        "To be sent again to %s: %d. %s%n",
        partner, deliveries, yes ? "They go behind live news." : "Add --yes to do it.");
  }
}
