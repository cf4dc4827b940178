package org.wirecopy.intake.score;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.wirecopy.article.Article;
import org.wirecopy.article.Dateline;
import org.wirecopy.intake.Reading;

/** How one file was read, field by field, against its gold. */
final class Marks {
  private final Report report;
  private final String data;
  private final String file;
  private final @Nullable Article article;
  private final List<String> faults = new ArrayList<>();
  private double score = 1;

  Marks(Report report, String data, String file, Reading reading) {
    this.report = report;
    this.data = data;
    this.file = file;
    this.article = reading instanceof Reading.Articles read ? read.articles().get(0) : null;
    if (reading instanceof Reading.Rejected rejected) {
      faults.add("rejected: " + rejected.rejection().problem());
    }
  }

  /** The first article that was read, or null. */
  @Nullable Article article() {
    return article;
  }

  /** The body's text; empty if nothing was read. */
  String body() {
    return article == null ? "" : Report.body(article);
  }

  Shingles.Overlap text(String field, String wanted, String found) {
    Shingles.Overlap overlap = Shingles.compare(wanted, found);
    report.texts(data, field).add(overlap);
    score = Math.min(score, overlap.f1());
    if (overlap.f1() < 1) {
      faults.add(
          String.format(
              Locale.ROOT, "%s P %.2f R %.2f", field, overlap.precision(), overlap.recall()));
    }
    return overlap;
  }

  void headline(String wanted) {
    String found = article == null ? "" : article.headline();
    value("headline", Shingles.same(wanted, found), found, wanted);
  }

  /** Persons, or as the byline is printed where it names none or others, as a set. */
  void authors(List<String> wanted) {
    Set<String> names = new LinkedHashSet<>();
    wanted.forEach(name -> names.add(folded(name)));
    Set<String> found = new LinkedHashSet<>();
    Set<String> printed = new LinkedHashSet<>();
    if (article != null) {
      article.byline().names().forEach(name -> found.add(folded(name)));
      String text = article.byline().text();
      for (String name : text == null ? new String[0] : text.split(", | and ", -1)) {
        printed.add(folded(name));
      }
    }
    value(
        "authors",
        names.equals(found) || names.equals(printed),
        printed.isEmpty() ? "" : printed + " " + found,
        names.toString());
  }

  /** A calendar day, in the file's own offset or in UTC. */
  void day(String wanted) {
    OffsetDateTime found = article == null ? null : article.dateline().date();
    boolean right =
        found != null
            && (found.toLocalDate().toString().equals(wanted)
                || found
                    .withOffsetSameInstant(ZoneOffset.UTC)
                    .toLocalDate()
                    .toString()
                    .equals(wanted));
    value("day", right, found == null ? "" : found.toString(), wanted);
  }

  /** To the second; then the day is right, too. */
  void instant(Instant wanted, String day) {
    OffsetDateTime found = article == null ? null : article.dateline().date();
    boolean right =
        article != null
            && found != null
            && article.dateline().precision() == Dateline.Precision.INSTANT
            && found.toInstant().getEpochSecond() == wanted.getEpochSecond();
    value("instant", right, found == null ? "" : found.toString(), wanted.toString());
    if (right) {
      value("day", true, String.valueOf(found), day);
    } else {
      day(day);
    }
  }

  /** One value that was wanted; {@code found} is empty if nothing was said. */
  void value(String field, boolean right, String found, String wanted) {
    report.values(data, field).add(right ? 1 : 0, found.isEmpty() ? 0 : 1, 1);
    if (!right) {
      score = Math.min(score, 0.9);
      faults.add(field + ": " + shortened(found) + " <> " + shortened(wanted));
    }
  }

  /** A question about the file that was answered rightly or not. */
  void verdict(String field, boolean right, String told) {
    report.values(data, field).add(right ? 1 : 0, 1, 1);
    if (!right && !told.isEmpty()) {
      score = Math.min(score, 0.9);
      faults.add(field + ": " + shortened(told));
    }
  }

  void values(String field, Set<String> wanted, Set<String> found) {
    Set<String> right = new HashSet<>(found);
    right.retainAll(wanted);
    report.values(data, field).add(right.size(), found.size(), wanted.size());
    if (right.size() < Math.max(found.size(), wanted.size())) {
      score = Math.min(score, 2.0 * right.size() / Math.max(1, found.size() + wanted.size()));
      faults.add(field + ": " + without(found, right) + " <> " + without(wanted, right));
    }
  }

  void counts(String field, int right, int said, int wanted) {
    report.values(data, field).add(right, said, wanted);
    score = Math.min(score, 2.0 * right / Math.max(1, said + wanted));
  }

  /** Ends the file. */
  void done() {
    if (!faults.isEmpty()) {
      report.fellShort(data, file, score, faults);
    }
  }

  private static List<String> without(Set<String> values, Set<String> right) {
    return values.stream()
        .filter(value -> !right.contains(value))
        .map(Marks::shortened)
        .limit(4)
        .toList();
  }

  private static String shortened(String text) {
    return text.length() <= 120 ? text : text.substring(0, 119) + "…";
  }

  static String folded(String text) {
    return text.replaceAll("\\s+", " ").strip().toLowerCase(Locale.ROOT);
  }
}
