package org.wirecopy.intake.score;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.wirecopy.article.Article;
import org.wirecopy.article.Block;
import org.wirecopy.intake.Readers;
import org.wirecopy.intake.Reading;
import org.wirecopy.intake.Source;

/** Reads the labelled files as the inbox does, and collects how each field of each set fared. */
final class Report {
  private static final ThreadMXBean CPU = ManagementFactory.getThreadMXBean();
  private static final String ROW = "%-34s %-24s %6s %6s %6s %6s   %-21s %s%n";

  private final Readers readers = Readers.standard();
  private final Map<String, DataSet> sets = new LinkedHashMap<>();
  private final String only;
  private final int worst;
  private final @Nullable Path dump;

  /** One set of labelled files of one format. */
  private static final class DataSet {
    private final Map<String, Measure> fields = new LinkedHashMap<>();
    private final List<Short> shorts = new ArrayList<>();
    private int files;
    private long nanos;
  }

  /** A file that fell short, and in what. */
  private record Short(double score, String line) {}

  /**
   * A report.
   *
   * @param only data sets whose name begins so; all if empty
   * @param worst how many of the worst files of each set are told
   * @param dump where to write what was read of every file, or null
   */
  Report(String only, int worst, @Nullable Path dump) {
    this.only = only;
    this.worst = worst;
    this.dump = dump;
  }

  boolean wants(String data) {
    return data.startsWith(only);
  }

  /** Reads a file of a set; the article is the first one. */
  Marks read(String data, String file, byte[] bytes) {
    DataSet set = sets.computeIfAbsent(data, key -> new DataSet());
    Source source =
        new Source(file, bytes, Instant.parse("2026-11-23T12:00:00Z"), ZoneOffset.UTC, null);
    long start = CPU.getCurrentThreadCpuTime();
    Reading reading = readers.read(source);
    set.nanos += CPU.getCurrentThreadCpuTime() - start;
    set.files++;
    if (dump != null) {
      write(dump.resolve(data.replace(' ', '-')).resolve(file + ".txt"), reading);
    }
    return new Marks(this, data, file, reading);
  }

  Measure.Values values(String data, String field) {
    return (Measure.Values) fields(data).computeIfAbsent(field, key -> new Measure.Values());
  }

  Measure.Texts texts(String data, String field) {
    return (Measure.Texts) fields(data).computeIfAbsent(field, key -> new Measure.Texts());
  }

  private Map<String, Measure> fields(String data) {
    return sets.computeIfAbsent(data, key -> new DataSet()).fields;
  }

  void fellShort(String data, String file, double score, List<String> faults) {
    sets.computeIfAbsent(data, key -> new DataSet())
        .shorts
        .add(
            new Short(
                score,
                String.format(
                    Locale.ROOT, "%.3f %s: %s", score, file, String.join(" | ", faults))));
  }

  /** What is below its gate, one line each. */
  List<String> belowGate() {
    List<String> below = new ArrayList<>();
    sets.forEach(
        (data, set) ->
            set.fields.forEach(
                (field, measure) -> {
                  Goal goal = Goal.of(data, field);
                  if (goal != null && goal.isMissedBy(measure)) {
                    below.add(data + ", " + field + ": " + goal.reached(measure));
                  }
                }));
    return below;
  }

  /** All sets and fields, each with its goal where there is one. */
  String table() {
    StringBuilder out = new StringBuilder();
    out.append(String.format(ROW, "data", "field", "wanted", "P", "R", "F1", "gate", "reached"));
    sets.forEach(
        (data, set) -> {
          String name = data;
          for (Map.Entry<String, Measure> field : set.fields.entrySet()) {
            out.append(line(data, name, field.getKey(), field.getValue()));
            name = "";
          }
          out.append(
              String.format(
                  Locale.ROOT,
                  "%-34s %d files, %.2f ms CPU each%n",
                  "",
                  set.files,
                  set.nanos / 1e6 / Math.max(1, set.files)));
          set.shorts.sort(Comparator.comparingDouble(Short::score));
          set.shorts.stream().limit(worst).forEach(s -> out.append("  " + s.line + "\n"));
        });
    out.append(
        "P: right of what was said; R: right of what was wanted. A gate is for F1 or for R.\n");
    return out.toString();
  }

  private static String line(String data, String name, String field, Measure measure) {
    Goal goal = Goal.of(data, field);
    return String.format(
            ROW,
            name,
            field,
            measure.wanted(),
            share(measure.precision()),
            share(measure.recall()),
            share(measure.f1()),
            goal == null
                ? ""
                : (goal.f1() ? "F1 " : "R  ") + share(goal.gate()) + " / " + share(goal.stretch()),
            goal == null ? "" : share(goal.reached(measure)) + " " + goal.verdict(measure))
        .replaceAll(" +(?=\\R)", "");
  }

  private static String share(double share) {
    return String.format(Locale.ROOT, "%.3f", share);
  }

  private static void write(Path file, Reading reading) {
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(
          file,
          reading instanceof Reading.Articles read
              ? read.articles().stream().map(Report::shown).collect(Collectors.joining("\n\n"))
              : String.valueOf(reading));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String shown(Article article) {
    return "%s%n%s%n%s%n%s%n%s%n%s%n%n%s%n"
        .formatted(
            article.headline(),
            article.subhead(),
            article.byline(),
            article.dateline(),
            article.pictures(),
            article.alsoRead(),
            article.body().stream()
                .map(block -> block.kind() + ": " + block.text())
                .collect(Collectors.joining("\n")));
  }

  static String body(Article article) {
    return article.body().stream().map(Block::text).collect(Collectors.joining("\n"));
  }
}
