package org.wirecopy.related;

import java.io.PrintStream;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/** Means over all queries of how well lists of five are ranked. */
final class RankingScore {
  private int queries;
  private double gain;
  private double precision;
  private double recall;
  private double reciprocal;

  void add(Map<String, Integer> grades, List<String> found) {
    queries++;
    double got = 0;
    int hits = 0;
    int first = 0;
    for (int i = 0; i < Math.min(5, found.size()); i++) {
      int grade = grades.getOrDefault(found.get(i), 0);
      if (grade > 0) {
        hits++;
        first = first == 0 ? i + 1 : first;
        got += grade / log2(i + 2);
      }
    }
    gain += got / ideal(grades.values());
    precision += hits / 5.0;
    long relevant = grades.values().stream().filter(grade -> grade > 0).count();
    recall += relevant == 0 ? 0 : hits / (double) relevant;
    reciprocal += first == 0 ? 0 : 1.0 / first;
  }

  private static double ideal(Collection<Integer> grades) {
    List<Integer> best = grades.stream().sorted(Collections.reverseOrder()).limit(5).toList();
    double ideal = 0;
    for (int i = 0; i < best.size(); i++) {
      ideal += best.get(i) / log2(i + 2);
    }
    return Math.max(ideal, 1e-9);
  }

  private static double log2(double value) {
    return Math.log(value) / Math.log(2);
  }

  double ndcg() {
    return gain / queries;
  }

  double recall() {
    return recall / queries;
  }

  void print(PrintStream out, String data, String method) {
    out.printf(
        "%-14s %-13s %7.3f %7.3f %7.3f %7.3f%n",
        data, method, ndcg(), precision / queries, recall(), reciprocal / queries);
  }
}
