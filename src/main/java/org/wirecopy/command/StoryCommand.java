package org.wirecopy.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.wirecopy.settings.Settings;
import org.wirecopy.watch.Newsroom;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code story}: what became of a story of the running Wirecopy, and orders for it. */
@Command(
    name = "story",
    mixinStandardHelpOptions = true,
    description = {
      "Shows what became of a story, or orders something for it. Without a URI: the newest.",
      "Speaks to the Wirecopy that runs in this folder."
    })
public final class StoryCommand implements Callable<Integer> {

  /** What can be ordered. */
  enum Order {
    show,
    resend,
    kill,
    withhold,
    release
  }

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "URI",
      description = "The story's URI; or words to look for in headlines")
  private @Nullable String uri;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "ORDER",
      description = "${COMPLETION-CANDIDATES} (default: show)")
  private Order order = Order.show;

  @Option(names = "--note", paramLabel = "TEXT", description = "Why, kept with the story")
  private @Nullable String note;

  @Option(names = "--partner", paramLabel = "NAME", description = "Resend to this partner only")
  private @Nullable String partner;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    DeskClient desk = new DeskClient(Settings.load(Path.of(""), System.getenv()), System.getenv());
    PrintWriter out = spec.commandLine().getOut();
    String story = uri;
    if (story == null || (order == Order.show && !story.contains(":"))) {
      list(desk, story, out);
    } else if (order == Order.show) {
      show(desk.get(path(story), Map.of()), out);
    } else {
      order(desk, story, out);
    }
    out.flush();
    return 0;
  }

  private static void list(DeskClient desk, @Nullable String words, PrintWriter out) {
    Map<String, String> query = words == null ? Map.of() : Map.of("q", words);
    JsonNode stories = desk.get("/api/stories", query).path("stories");
    if (stories.isEmpty()) {
      out.println(words == null ? "No stories yet." : "No story has these words.");
    }
    for (JsonNode story : stories) {
      out.printf(
          "%s  v%d %s  \"%s\"%n",
          story.path("uri").asText(),
          story.path("version").asInt(),
          story.path("action").asText(),
          Newsroom.clean(story.path("headline").asText()));
    }
  }

  private static void show(JsonNode story, PrintWriter out) {
    out.printf(
        "%s  v%d %s  \"%s\"%n",
        story.path("uri").asText(),
        story.path("version").asInt(),
        story.path("status").asText(),
        Newsroom.clean(story.path("headline").asText()));
    for (JsonNode delivery : story.path("deliveries")) {
      String reason = delivery.path("reason").asText("");
      out.printf(
          "  -> %s  v%d %s  %s, %d attempts%s%n",
          delivery.path("partner").asText(),
          delivery.path("version").asInt(),
          delivery.path("action").asText(),
          delivery.path("state").asText(),
          delivery.path("history").size(),
          delivery.path("reason").isNull() || reason.isEmpty()
              ? ""
              : ": " + Newsroom.clean(reason));
    }
  }

  private void order(DeskClient desk, String story, PrintWriter out) {
    if (partner != null && order != Order.resend) {
      throw new ParameterException(
          spec.commandLine(),
          "--partner is for resend only: "
              + order
              + " is for everyone who has the story. Nothing was ordered.");
    }
    String word = order.name().toLowerCase(Locale.ROOT);
    Map<String, String> query = new LinkedHashMap<>();
    if (partner != null) {
      query.put("partner", partner);
    }
    String body =
        note == null || order == Order.resend
            ? null
            : JsonNodeFactory.instance.objectNode().put("note", note).toString();
    JsonNode answer = desk.post(path(story) + "/" + word, query, body);
    if (order == Order.resend) {
      out.printf(
          "Sent again to %s.%n", Newsroom.counted(answer.path("deliveries").asInt(), "partner"));
    } else {
      out.printf(
          "%s: version %d goes to %s.%n",
          word, answer.path("version").asInt(), names(answer.path("partners")));
    }
  }

  private static String names(JsonNode partners) {
    return partners.isEmpty() ? "nobody: no partner was ever sent it" : partners.toString();
  }

  private static String path(String story) {
    return "/api/stories/" + DeskClient.segment(story);
  }
}
