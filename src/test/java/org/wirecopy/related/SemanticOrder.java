package org.wirecopy.related;

import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.wirecopy.article.ArchiveStory;
import org.wirecopy.article.RelatedStory;

/**
 * The best of what the archive finds in the order of a language model: the confidence of the
 * archive and the likeness of the two stories' sentence embeddings (all-MiniLM-L6-v2, quantized)
 * together. Only measured: Wirecopy goes without, since it gains little for what it costs.
 *
 * <p>The model and its runtime, 130 MB of jars, are there with the Maven profile {@code semantic}
 * only, so they are spoken to by name.
 */
final class SemanticOrder {
  private static final String MODEL =
      "dev.langchain4j.model.embedding.onnx.allminilml6v2q.AllMiniLmL6V2QuantizedEmbeddingModel";

  /** What the model reads of a text, in words; it cuts off the rest unasked. */
  private static final int WORDS_READ = 90;

  private static final int REORDERED = 16;
  private static final double LIKENESS_WEIGHT = 2;
  private static final double SLOPE = 0.321;

  private final Function<String, float[]> model;
  private final Map<String, float[]> known = new HashMap<>();
  private long cpuNanos;

  private SemanticOrder(Function<String, float[]> model) {
    this.model = model;
  }

  /** Empty where the model is not on the class path. */
  static Optional<SemanticOrder> present() throws ReflectiveOperationException {
    Class<?> type;
    try {
      type = Class.forName(MODEL);
    } catch (ClassNotFoundException e) {
      return Optional.empty();
    }
    Executor here = Runnable::run;
    Object loaded = type.getConstructor(Executor.class).newInstance(here);
    return Optional.of(
        new SemanticOrder(
            text -> {
              try {
                Object answer = type.getMethod("embed", String.class).invoke(loaded, text);
                Object embedding = answer.getClass().getMethod("content").invoke(answer);
                return (float[]) embedding.getClass().getMethod("vector").invoke(embedding);
              } catch (ReflectiveOperationException e) {
                throw new IllegalStateException("the model cannot be asked", e);
              }
            }));
  }

  /**
   * @param stories by id, for the texts of those found
   */
  List<RelatedStory> find(
      Archive archive, Map<String, ArchiveStory> stories, Query query, int limit) {
    float[] own = embedding(String.valueOf(query.id()), query.headline(), query.text());
    return archive.find(query, Math.max(limit, REORDERED)).stream()
        .sorted(Comparator.comparingDouble(story -> -weight(story, own, stories.get(story.id()))))
        .limit(limit)
        .toList();
  }

  private double weight(RelatedStory found, float[] own, @Nullable ArchiveStory story) {
    double score = Math.min(0.9995, Math.max(0.0005, found.score()));
    double confidence = Math.log(score / (1 - score)) / SLOPE;
    if (story == null) {
      return confidence;
    }
    float[] other = embedding(String.valueOf(story.id()), story.headline(), story.text());
    double likeness = 0;
    for (int i = 0; i < own.length; i++) {
      likeness += own[i] * other[i];
    }
    return confidence + LIKENESS_WEIGHT * likeness;
  }

  private float[] embedding(String id, String headline, String text) {
    return known.computeIfAbsent(
        id,
        unknown -> {
          String[] words = (headline + ". " + text).split("\\s+");
          int read = Math.min(WORDS_READ, words.length);
          long start = cpu();
          float[] embedding = model.apply(String.join(" ", Arrays.asList(words).subList(0, read)));
          cpuNanos += cpu() - start;
          return embedding;
        });
  }

  private static long cpu() {
    return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  /** What a text costs: an archive keeps those of its stories, so a lookup costs one. */
  void printCost(PrintStream out) {
    out.printf(
        "the model read %d texts, %.1f ms of CPU each%n",
        known.size(), cpuNanos / 1e6 / Math.max(1, known.size()));
  }
}
