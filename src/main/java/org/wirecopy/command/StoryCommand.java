package org.wirecopy.command;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
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
      "Shows what became of a story, or orders something for it. Without a URI: the newest;",
      "with words instead: those that have them in their headline.",
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
      arity = "0..*",
      paramLabel = "URI [ORDER]",
      hideParamSyntax = true,
      description =
          "The story's URI and one of show, resend, kill, withhold, release (default: show);"
              + " or words to look for in headlines")
  private List<String> words = List.of();

  @Option(names = "--note", paramLabel = "TEXT", description = "Why, kept with the story")
  private @Nullable String note;

  @Option(names = "--partner", paramLabel = "NAME", description = "Resend to this partner only")
  private @Nullable String partner;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    DeskClient desk = new DeskClient(Settings.load(Path.of(""), System.getenv()), System.getenv());
    PrintWriter out = spec.commandLine().getOut();
    if (words.isEmpty() || !isUri(words.get(0))) {
      list(desk, String.join(" ", words), out);
    } else if (order() == Order.show) {
      show(desk.get(path(words.get(0)), Map.of()), out);
    } else {
      order(desk, words.get(0), order(), out);
    }
    out.flush();
    return 0;
  }

  /** Every URI names its scheme, and none has a blank. */
  private static boolean isUri(String word) {
    return word.indexOf(':') > 0 && word.chars().noneMatch(Character::isWhitespace);
  }

  private Order order() {
    if (words.size() == 1) {
      return Order.show;
    }
    return Stream.of(Order.values())
        .filter(order -> words.size() == 2 && order.name().equals(words.get(1)))
        .findFirst()
        .orElseThrow(
            () ->
                new ParameterException(
                    spec.commandLine(),
                    "\""
                        + String.join(" ", words.subList(1, words.size()))
                        + "\" is no order. A story can be given one of "
                        + List.of(Order.values())
                        + ". Nothing was ordered."));
  }

  private static void list(DeskClient desk, String words, PrintWriter out) {
    Map<String, String> query = words.isBlank() ? Map.of() : Map.of("q", words);
    JsonNode stories = desk.get("/api/stories", query).path("stories");
    if (stories.isEmpty()) {
      out.println(words.isBlank() ? "No stories yet." : "No story has these words.");
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

  private void order(DeskClient desk, String story, Order order, PrintWriter out) {
    if (note != null && order == Order.resend) {
      throw new ParameterException(
          spec.commandLine(),
          "--note is for kill, withhold and release: a story that is sent again is the same."
              + " Nothing was ordered.");
    }
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
        note == null ? null : JsonNodeFactory.instance.objectNode().put("note", note).toString();
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
