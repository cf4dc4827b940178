package org.wirecopy.ninjs;

import com.dashjoin.jsonata.JException;
import com.dashjoin.jsonata.Jsonata;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.wirecopy.article.Story;

/**
 * A partner's own JSON, written as a template: a JSON object whose values are JSONata expressions
 * (https://jsonata.org) over the story's ninjs 3 document, for example
 *
 * <pre>{@code
 * {
 *   "id": uri,
 *   "title": headlines[role="main"].value,
 *   "html": bodies[contentType="text/html"].value,
 *   "deleted": pubStatus = "canceled"
 * }
 * }</pre>
 *
 * <p>{@code $action} holds the action ({@code publish}, {@code kill} …). What an expression does
 * not find is left out. Functions whose answer changes by itself ({@code $now}, {@code $millis},
 * {@code $random}, {@code $shuffle}) and {@code $eval} are refused, so that the same story always
 * gives the same bytes.
 */
final class Mapping implements Format {
  /** Longest time for one story, in milliseconds; a usual template takes a fraction of one. */
  private static final long TIME_LIMIT = 1_000;

  /** The library looks at the time between two steps only, and one step may take for ever. */
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(5);

  private static final int DEPTH_LIMIT = 100;

  /** Stories mapped at a time; what waits is bounded by what its partners' lanes have under way. */
  private static final int THREADS = 2;

  private static final long IDLE_SECONDS = 10;

  /** Longest text that {@code $pad} makes: JSONata's own takes time in the square of it. */
  private static final int LONGEST_PAD = 1_000;

  private static final List<String> REFUSED = List.of("now", "millis", "random", "shuffle", "eval");

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

  private final String name;
  private final Format ninjs3;
  private final Jsonata template;
  private final TimeBound bound;
  private final Executor threads;

  /**
   * Reads a template and tries it on a story and on a kill.
   *
   * @throws MappingException if it is not well-formed, or fails on either
   */
  Mapping(String name, String jsonata, Format ninjs3) {
    this.name = name;
    this.ninjs3 = ninjs3;
    this.bound = new TimeBound("mapping " + name, LONGEST_WAIT);
    this.threads = threads();
    try {
      template = Jsonata.jsonata(jsonata);
    } catch (JException e) {
      throw new MappingException(
          "mapping %s: %s: %s".formatted(name, place(jsonata, e.getLocation()), e.getMessage()), e);
    }
    render(Sample.story());
    render(Sample.kill());
  }

  @Override
  public byte[] render(Story story) {
    Map<String, Object> document = parse(ninjs3.render(story));
    return bound.run(() -> mapped(document, story));
  }

  /** Does the work on one of the mapping's own few threads, in its turn. */
  <T> CompletionStage<T> later(Supplier<T> work) {
    // No supplyAsync: whoever looks at a failure is to see it as it is, not wrapped.
    CompletableFuture<T> done = new CompletableFuture<>();
    threads.execute(() -> TimeBound.complete(done, work));
    return done;
  }

  private ThreadPoolExecutor threads() {
    ThreadPoolExecutor pool =
        new ThreadPoolExecutor(
            THREADS,
            THREADS,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            task -> {
              Thread thread = new Thread(task, "mapping " + name + " in turn");
              thread.setDaemon(true);
              return thread;
            });
    pool.allowCoreThreadTimeOut(true);
    return pool;
  }

  private byte[] mapped(Map<String, Object> document, Story story) {
    try {
      Jsonata.Frame frame = template.createFrame();
      frame.setRuntimeBounds(TIME_LIMIT, DEPTH_LIMIT);
      frame.bind("action", story.action().wireName());
      for (String function : REFUSED) {
        frame.bind(function, refusal(function));
      }
      frame.bind("pad", (Jsonata.Fn2<String, Number, String>) Mapping::pad);
      return write(template.evaluate(document, frame));
    } catch (MappingException e) {
      throw e;
    } catch (RuntimeException e) {
      // The library's own functions throw whatever Java throws, NumberFormatException for one.
      throw new MappingException("mapping %s: %s".formatted(name, e.getMessage()), e);
    }
  }

  private Jsonata.Fn0<Object> refusal(String function) {
    return () -> {
      throw new MappingException(
          "mapping %s: $%s gives a different answer each time or runs text as code; leave it out"
              .formatted(name, function));
    };
  }

  private static String pad(String text, Number width) {
    int wanted = Math.min(Math.abs(width.intValue()), LONGEST_PAD);
    String spaces = " ".repeat(Math.max(0, wanted - text.codePointCount(0, text.length())));
    return width.intValue() < 0 ? spaces + text : text + spaces;
  }

  private static Map<String, Object> parse(byte[] document) {
    try {
      return JSON.readValue(document, OBJECT);
    } catch (IOException e) {
      throw new UncheckedIOException("reading our own JSON failed", e);
    }
  }

  private byte[] write(Object result) {
    if (!(result instanceof Map) && !(result instanceof List)) {
      throw new MappingException(
          "mapping %s: must give a JSON object or array: write it as { \"name\": expression, … }"
              .formatted(name));
    }
    MappedJson json = new MappedJson(name);
    return json.write(result);
  }

  private static String place(String text, int offset) {
    int end = Math.max(0, Math.min(offset, text.length()));
    String before = text.substring(0, end);
    long line = before.lines().count();
    int column = before.length() - before.lastIndexOf('\n') - 1;
    return "line %d, column %d".formatted(Math.max(1, line), Math.max(1, column));
  }
}
