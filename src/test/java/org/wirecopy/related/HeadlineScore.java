package org.wirecopy.related;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.wirecopy.article.RelatedStory;

/** Shares of listed headlines resolved right, resolved wrong, and accepted though absent. */
final class HeadlineScore {
  private final Map<String, int[]> byKind = new TreeMap<>();
  private final List<String> faults = new ArrayList<>();
  private int present;
  private int right;
  private int wrong;
  private int absent;
  private int accepted;

  static HeadlineScore of(Archive archive, List<RelatedFixtures.Listed> headlines) {
    HeadlineScore score = new HeadlineScore();
    for (RelatedFixtures.Listed listed : headlines) {
      score.add(listed, archive.resolve(listed.headline()));
    }
    return score;
  }

  private void add(RelatedFixtures.Listed listed, Optional<RelatedStory> resolved) {
    String got = resolved.map(RelatedStory::id).orElse(null);
    int[] counts = byKind.computeIfAbsent(listed.kind(), kind -> new int[3]);
    if (listed.gold() == null) {
      absent++;
      accepted += got == null ? 0 : 1;
      counts[got == null ? 0 : 1]++;
    } else {
      present++;
      right += listed.gold().equals(got) ? 1 : 0;
      wrong += got != null && !listed.gold().equals(got) ? 1 : 0;
      counts[listed.gold().equals(got) ? 0 : got != null ? 1 : 2]++;
    }
    boolean fault = listed.gold() == null ? got != null : !listed.gold().equals(got);
    if (fault) {
      faults.add(
          listed.kind()
              + " | "
              + listed.headline().headline()
              + " | "
              + listed.headline().date()
              + " "
              + listed.dateNoise()
              + " | gold "
              + listed.gold()
              + " | got "
              + resolved.map(r -> r.id() + " " + r.headline() + " " + r.date()).orElse("none"));
    }
  }

  double right() {
    return right / (double) present;
  }

  double wrong() {
    return wrong / (double) present;
  }

  double falselyAccepted() {
    return accepted / (double) absent;
  }

  void print(PrintStream out) {
    out.printf(
        "headlines: right %.4f wrong %.4f absent falsely accepted %.4f (%d present, %d absent)%n",
        right(), wrong(), falselyAccepted(), present, absent);
    byKind.forEach(
        (kind, counts) ->
            out.printf(
                "  %-14s right %d wrong %d none %d%n", kind, counts[0], counts[1], counts[2]));
    if (Boolean.getBoolean("scorer.faults")) {
      faults.forEach(fault -> out.println("  " + fault));
    }
  }
}
